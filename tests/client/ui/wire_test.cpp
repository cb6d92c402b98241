#include "client/ui/wire.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

using namespace motcua;

namespace {
Result<ui::View> merged(const ui::View& old, const char* text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return ui::merge_view(old, *value);
}
}  // namespace

TEST_CASE("a view keeps what is not mentioned", "[client][ui]") {
    const auto first = merged({}, R"({"width":1280,"dpr_milli":2625,"theme":"dark","native":["a"]})");
    REQUIRE(first.ok());
    CHECK(first->dpr == Approx(2.625F));
    const auto second = merged(*first, R"({"scroll":12,"focus":"f.state/single"})");
    REQUIRE(second.ok());
    CHECK(second->width == 1280);
    CHECK(second->theme.name == ui::ThemeName::Dark);
    CHECK(second->native == std::vector<std::string>{"a"});
    CHECK(second->scroll == 12);
    CHECK(second->focus == "f.state/single");
}

TEST_CASE("an agency's colours lie over the theme they come with, until there is another", "[client][ui]") {
    const auto own =
        merged({}, R"({"theme":"dark","colours":[7,16711680,15,255],"emblem":[[0,0,96,96],[4,5,6,7]]})");
    REQUIRE(own.ok());
    CHECK(own->theme.of(ui::Colour::Primary) == 0xFF0000);
    CHECK(own->theme.of(ui::Colour::HeaderAccent) == 0x0000FF);
    CHECK(own->theme.of(ui::Colour::Paper) == ui::theme(ui::ThemeName::Dark).of(ui::Colour::Paper));
    REQUIRE(own->emblem.size() == 2);
    CHECK(own->emblem[1].back() == 7);
    const auto light = merged(*own, R"({"theme":"light","colours":[],"emblem":[]})");
    REQUIRE(light.ok());
    CHECK(light->theme.colours == ui::theme(ui::ThemeName::Light).colours);
    CHECK(light->emblem.empty());
}

TEST_CASE("a view with something wrong in it is refused", "[client][ui]") {
    for (const char* text : {R"({"width":0})", R"({"height":99999})", R"({"dpr_milli":1})", R"({"wide":1})",
                             R"({"theme":"pink"})", R"({"profile":3})", R"({"native":[1]})",
                             R"({"colours":[7]})", R"({"colours":[28,0]})", R"({"colours":[7,16777216]})",
                             R"({"emblem":[[]]})", R"({"emblem":[[1,97]]})", "[]"}) {
        CAPTURE(text);
        CHECK_FALSE(merged({}, text).ok());
    }
}

TEST_CASE("a frame as JSON holds whole pixels and messages without a time", "[client][ui]") {
    ui::Frame frame;
    frame.height = 100.2F;
    frame.layout_changed = true;
    frame.focused = "g/a";
    frame.events = {app::Choose{"g", "a"}, app::Toggle{"t", true}, app::Press{"b"}};
    ui::Layout layout;
    layout.rects = {{"a", {0.4F, 0.6F, 10.2F, 10.2F}}};
    CHECK(json::write(ui::encode(frame, layout)) ==
          R"({"height":101,"rects":[["a",0,1,11,10]],"events":[{"type":"choose","id":"g","option":"a"},)"
          R"({"type":"toggle","id":"t","on":true},{"type":"press","id":"b"}],"focus":"g/a",)"
          R"("cursor":"default","again":false})");
}
