#include "tests/client/ui/sample.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "client/ui/utf8.hpp"
#include "shared/json/read.hpp"

namespace motcua::tests {
namespace {

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string first_of(std::initializer_list<const char*> paths) {
    for (const char* path : paths) {
        std::string bytes = slurp(path);
        if (!bytes.empty()) {
            return bytes;
        }
    }
    return {};
}

}  // namespace

page::Page sample_page(const std::string& name) {
    const auto value =
        json::read(slurp(std::string(MOTCUA_SOURCE_DIR) + "/tests/fixtures/pages/" + name + ".json"));
    REQUIRE(value.ok());
    auto page = page::decode(*value);
    REQUIRE(page.ok());
    return *std::move(page);
}

const std::vector<std::string>& sample_names() {
    static const std::vector<std::string> names = {"start",    "question", "documents", "booking",
                                                   "check",    "receipt",  "desk.list", "desk.dossier",
                                                   "calendar", "chart",    "map"};
    return names;
}

ui::FontBytes test_fonts() {
    return {first_of({MOTCUA_SOURCE_DIR "/build/fonts/be-vietnam-pro-regular.ttf",
                      "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"}),
            first_of({MOTCUA_SOURCE_DIR "/build/fonts/be-vietnam-pro-semibold.ttf",
                      "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"})};
}

const ui::Family& test_family() {
    static const ui::Family family = [] {
        const ui::FontBytes bytes = test_fonts();
        return ui::Family{*ui::FontMetrics::read(bytes.regular), *ui::FontMetrics::read(bytes.semibold)};
    }();
    return family;
}

const std::vector<Screen>& screens() {
    static const std::vector<Screen> all = [] {
        ui::View phone;
        ui::View small;
        small.width = 320;
        small.height = 568;
        ui::View big_text = phone;
        big_text.scale = 1.5F;
        ui::View desktop;
        desktop.width = 1280;
        desktop.height = 900;
        desktop.profile = ui::Profile::Desktop;
        ui::View biggest_text = desktop;
        biggest_text.scale = 2;
        ui::View kiosk;
        kiosk.width = 1080;
        kiosk.height = 1920;
        kiosk.profile = ui::Profile::Kiosk;
        return std::vector<Screen>{
            {"phone", phone},     {"small phone", small}, {"phone with large text", big_text},
            {"desktop", desktop}, {"kiosk", kiosk},       {"desktop with the largest text", biggest_text}};
    }();
    return all;
}

float count_characters(std::string_view text, const ui::TextStyle& style) {
    float count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        ui::next_char(text, at);
    }
    return count * style.size / 2;
}

}  // namespace motcua::tests
