#include <catch2/catch.hpp>
#include <random>

#include "shared/agency/agency.hpp"
#include "shared/colour/brand.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"

namespace motcua::agency {
namespace {

using colour::Colour;
using colour::ThemeName;

Result<Agency> sample(const std::string& from = "", const std::string& to = "") {
    std::string text = tests::repository_file("tests/fixtures/agencies/co-quan-mau.json");
    if (!from.empty()) {
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    }
    return read_agency(*json::read(text));
}

Branding with_accent(colour::Rgb light) {
    Branding branding;
    branding.accent = Accent{light, std::nullopt, std::nullopt, {}};
    return branding;
}

}  // namespace

TEST_CASE("an agency's accent is the colour of its buttons and links, and the rest goes with it",
          "[agency][colour]") {
    const auto agency = sample();
    REQUIRE(tests::findings_of(agency) == tests::Lines{"ok"});
    const Branding& branding = agency->branding;
    CHECK(check_contrast(branding).empty());
    const colour::Theme light = theme_of(branding, ThemeName::Light);
    CHECK(light.of(Colour::Primary) == 0x8A1538);
    CHECK(light.of(Colour::Header) != colour::theme(ThemeName::Light).of(Colour::Header));
    CHECK(light.of(Colour::Error) == colour::theme(ThemeName::Light).of(Colour::Error));
    // Where nothing is said of it the high contrast theme is the product's.
    CHECK(theme_of(branding, ThemeName::Contrast).colours == colour::theme(ThemeName::Contrast).colours);
    CHECK(theme_of({}, ThemeName::Light).colours == colour::theme(ThemeName::Light).colours);
}

TEST_CASE("a colour with too little contrast is refused with what meets, what there is and what is needed",
          "[agency][colour]") {
    const std::vector<Finding> findings = check_contrast(with_accent(0xFFC20E));
    REQUIRE_FALSE(findings.empty());
    const Finding& first = findings.front();
    CHECK(first.field == "branding.accent.light");
    CHECK(first.code == "agency.contrast");
    REQUIRE(first.args.size() == 4);
    CHECK(first.args[0] == std::pair<std::string, std::string>{"front", "primary"});
    CHECK(first.args[1] == std::pair<std::string, std::string>{"back", "paper"});
    CHECK(first.args[2] == std::pair<std::string, std::string>{"got", "1.52"});
    CHECK(first.args[3] == std::pair<std::string, std::string>{"needed", "4.50"});

    Branding dark = with_accent(0x0B5563);
    CHECK(check_contrast(dark).empty());
    dark.accent->dark = 0x0B5563;
    REQUIRE_FALSE(check_contrast(dark).empty());
    CHECK(check_contrast(dark).front().field == "branding.accent.dark");
    dark.accent->dark.reset();
    dark.accent->contrast = 0x333333;
    REQUIRE_FALSE(check_contrast(dark).empty());
    CHECK(check_contrast(dark).front().field == "branding.accent.contrast");
}

TEST_CASE("whatever the colour, the dark theme made from it keeps every contrast", "[agency][colour]") {
    std::mt19937 random(20261121);
    for (int i = 0; i < 500; ++i) {
        const auto accent = static_cast<colour::Rgb>(random() & 0xFFFFFFU);
        CAPTURE(accent);
        CHECK(colour::breaches(colour::branded(ThemeName::Dark, colour::dark_accent(accent))).empty());
    }
}

TEST_CASE("what is refused is what a person would see: each rule is measured on the theme itself",
          "[agency][colour]") {
    std::mt19937 random(20261122);
    for (int i = 0; i < 200; ++i) {
        const auto accent = static_cast<colour::Rgb>(random() & 0xFFFFFFU);
        CAPTURE(accent);
        bool keeps = true;
        const colour::Theme light = theme_of(with_accent(accent), ThemeName::Light);
        for (const colour::ContrastRule& rule : colour::contrast_rules()) {
            keeps = keeps && colour::contrast(light.of(rule.front), light.of(rule.back)) >= rule.least;
        }
        CHECK(check_contrast(with_accent(accent)).empty() == keeps);
    }
}

TEST_CASE("colours and emblems of a wrong shape, or without a source, are refused", "[agency][colour]") {
    using tests::Lines;
    CHECK(tests::findings_of(sample("#8a1538", "red")) == Lines{"branding.accent.light: catalogue.range"});
    CHECK(tests::findings_of(sample("#8a1538", "#8A1538")) ==
          Lines{"branding.accent.light: catalogue.range"});
    CHECK(tests::findings_of(sample("[12, 84, 84, 84]", "[12, 84, 84]")) ==
          Lines{"branding.emblem.strokes: catalogue.range"});
    CHECK(tests::findings_of(sample("[12, 84, 84, 84]", "[12, 84, 84, 97]")) ==
          Lines{"branding.emblem.strokes: catalogue.range"});
    CHECK(tests::findings_of(sample("\"source\": \"Vẽ để thử, Apache-2.0\", ", "")) ==
          Lines{"branding.emblem.from.source: catalogue.missing"});
}

TEST_CASE("pages are made with what differs from the product", "[agency][colour]") {
    const auto agency = sample();
    REQUIRE(agency.ok());
    const json::Value site = site_of(agency->branding);
    CHECK(site.find("agency")->text_or("en") == "Sông Mẫu one-stop");
    const json::Array& light = site.find("colours")->array_at("light");
    REQUIRE(light.size() % 2 == 0);
    CHECK(*light[0].integer() == static_cast<int>(Colour::Primary));
    CHECK(*light[1].integer() == 0x8A1538);
    CHECK(site.find("colours")->array_at("contrast").empty());
    CHECK(site.array_at("emblem").size() == 4);
    Branding plain;
    plain.short_name.by_lang = {{"vi", "Tắt"}};
    CHECK(site_of(plain) == json::Value(json::Object{{"agency", json::Object{{"vi", "Tắt"}}}}));
}

}  // namespace motcua::agency
