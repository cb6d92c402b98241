#include "client/platform/desktop/site.hpp"

#include <catch2/catch.hpp>

namespace motcua::kiosk {

TEST_CASE("a kiosk offers the languages that it can draw", "[kiosk]") {
    const Site site = read_site(
        R"({"languages":[{"code":"vi","name":"Tiếng Việt"},{"code":"km","name":"ខ្មែរ","latin":"Khmer"}]})",
        ui::ThemeName::Light);
    REQUIRE(site.languages.size() == 1);
    CHECK(site.languages[0].code == "vi");
    CHECK(site.languages[0].name == "Tiếng Việt");
    CHECK(site.agency.empty());
}

TEST_CASE("a kiosk has the name, colours and emblem of its agency", "[kiosk]") {
    const char* const text =
        R"({"languages":[],"agency":{"vi":"Một cửa"},"colours":{"light":[7,1],"dark":[7,2]},"emblem":[[0,0,9,9]]})";
    const Site light = read_site(text, ui::ThemeName::Light);
    CHECK(light.agency.in("vi") == "Một cửa");
    CHECK(light.look.theme.of(ui::Colour::Primary) == 1);
    CHECK(light.look.emblem.size() == 1);
    CHECK(read_site(text, ui::ThemeName::Dark).look.theme.of(ui::Colour::Primary) == 2);
    const Site contrast = read_site(text, ui::ThemeName::Contrast);
    CHECK(contrast.look.theme.colours == ui::theme(ui::ThemeName::Contrast).colours);
    CHECK(read_site("", ui::ThemeName::Dark).look.theme.name == ui::ThemeName::Dark);
}

}  // namespace motcua::kiosk
