#include "client/ui/painter.hpp"

#include <imgui.h>

#include <catch2/catch.hpp>

#include "tests/client/ui/sample.hpp"

using namespace motcua;

namespace {

std::unique_ptr<ui::Painter> painter_of(const std::string& page, const ui::View& view) {
    auto painter = ui::Painter::make(tests::test_fonts());
    REQUIRE(painter.ok());
    (*painter)->set_page(tests::sample_page(page));
    (*painter)->set_view(view);
    return *std::move(painter);
}

ui::View desktop() {
    return tests::screens()[3].view;
}

ui::Point middle_of(ui::Painter& painter, const std::string& id) {
    const ui::Area* area = painter.layout().area(id);
    REQUIRE(area != nullptr);
    return {area->rect.x + area->rect.w / 2, area->rect.y + area->rect.h / 2 - painter.view().scroll};
}

ui::Frame click(ui::Painter& painter, ui::Point at) {
    painter.pointer_moved(at);
    painter.pointer_button(true);
    painter.pointer_button(false);
    return painter.frame(0.016F);
}

}  // namespace

TEST_CASE("a click on a button is a press in the same frame", "[client][ui]") {
    const auto painter = painter_of("question", desktop());
    painter->frame(0);
    ui::View view = desktop();
    view.scroll = 900;
    painter->set_view(view);
    const ui::Frame frame = click(*painter, middle_of(*painter, "next"));
    REQUIRE(frame.events.size() == 1);
    CHECK(std::get<app::Press>(frame.events[0]).id == "next");
    CHECK(frame.focused == "next");
    CHECK(painter->frame(0.016F).events.empty());
}

TEST_CASE("options are chosen and boxes ticked", "[client][ui]") {
    const auto painter = painter_of("question", desktop());
    ui::View view = desktop();
    view.height = 1800;
    painter->set_view(view);
    painter->frame(0);
    const ui::Frame chosen = click(*painter, middle_of(*painter, "f.state/married"));
    REQUIRE(chosen.events.size() == 1);
    CHECK(std::get<app::Choose>(chosen.events[0]).id == "f.state");
    CHECK(std::get<app::Choose>(chosen.events[0]).option == "married");
    CHECK(chosen.focused == "f.state/married");
    const ui::Frame off = click(*painter, middle_of(*painter, "f.agree"));
    REQUIRE(off.events.size() == 1);
    CHECK_FALSE(std::get<app::Toggle>(off.events[0]).on);
    const ui::Frame on = click(*painter, middle_of(*painter, "f.agree2"));
    REQUIRE(on.events.size() == 1);
    CHECK(std::get<app::Toggle>(on.events[0]).on);
}

TEST_CASE("a press that ends elsewhere or becomes a drag does nothing", "[client][ui]") {
    const auto painter = painter_of("question", desktop());
    painter->frame(0);
    const ui::Point back = middle_of(*painter, "back");
    painter->pointer_moved(back);
    painter->pointer_button(true);
    painter->frame(0.016F);
    painter->pointer_moved({5, 5});
    painter->pointer_button(false);
    CHECK(painter->frame(0.016F).events.empty());
    painter->pointer_moved(back);
    painter->pointer_button(true);
    painter->frame(0.016F);
    painter->pointer_cancelled();
    painter->pointer_moved(back);
    painter->pointer_button(false);
    CHECK(painter->frame(0.016F).events.empty());
    CHECK(click(*painter, back).events.size() == 1);
}

TEST_CASE("clicks find what is drawn at every pixel ratio", "[client][ui]") {
    ui::View view = tests::screens()[0].view;
    view.dpr = GENERATE(1.0F, 1.25F, 2.625F, 3.0F);
    const auto painter = painter_of("question", view);
    painter->frame(0);
    const ui::Frame frame = click(*painter, middle_of(*painter, "back"));
    REQUIRE(frame.events.size() == 1);
    CHECK(std::get<app::Press>(frame.events[0]).id == "back");
}

TEST_CASE("rectangles are given once, and again when the layout changes", "[client][ui]") {
    const auto painter = painter_of("check", desktop());
    CHECK(painter->frame(0).layout_changed);
    CHECK_FALSE(painter->frame(0.016F).layout_changed);
    painter->set_page(tests::sample_page("check"));
    CHECK_FALSE(painter->frame(0.016F).layout_changed);
    painter->set_page(tests::sample_page("start"));
    CHECK(painter->frame(0.016F).layout_changed);
}

TEST_CASE("glyphs are baked when new ones are needed, and only then", "[client][ui]") {
    const auto painter = painter_of("check", desktop());
    int baked = 0;
    painter->on_new_glyphs([&baked] { ++baked; });
    painter->frame(0);
    CHECK(baked == 1);
    ui::View scrolled = desktop();
    scrolled.scroll = 100;
    painter->set_view(scrolled);
    painter->frame(0.016F);
    CHECK(baked == 1);
    page::Page page = tests::sample_page("check");
    page.main[2].name = "Ẵ Ỷ ẫ";
    painter->set_page(page);
    painter->frame(0.016F);
    CHECK(baked == 2);
}

TEST_CASE("an atlas past 4096 px is reported, not drawn", "[client][ui]") {
    ui::View view = tests::screens()[4].view;
    view.scale = 8;
    view.dpr = 8;
    const auto painter = painter_of("question", view);
    CHECK(painter->frame(0).atlas_too_large);
    painter->set_view(desktop());
    CHECK_FALSE(painter->frame(0).atlas_too_large);
}

TEST_CASE("a page fades in within 150 ms when motion is wanted, else not at all", "[client][ui]") {
    ui::View view = desktop();
    const auto painter = painter_of("check", view);
    painter->frame(0);
    painter->set_page(tests::sample_page("start"));
    CHECK_FALSE(painter->frame(0.016F).again);
    view.motion = true;
    painter->set_view(view);
    painter->set_page(tests::sample_page("question"));
    CHECK(painter->frame(0.016F).again);
    CHECK(painter->frame(0.09F).again);
    CHECK_FALSE(painter->frame(0.09F).again);
}

TEST_CASE("only what is in sight is drawn", "[client][ui]") {
    const auto painter = painter_of("question", tests::screens()[0].view);
    painter->frame(0);
    const int part = painter->draw_data()->TotalVtxCount;
    ui::View whole = tests::screens()[0].view;
    whole.height = 3000;
    painter->set_view(whole);
    painter->frame(0.016F);
    CHECK(part > 0);
    CHECK(part < painter->draw_data()->TotalVtxCount);
}
