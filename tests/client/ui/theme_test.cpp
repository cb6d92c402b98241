#include "client/ui/theme.hpp"

#include <catch2/catch.hpp>

using namespace motcua::colour;

TEST_CASE("contrast is that of WCAG 2", "[client][ui]") {
    CHECK(contrast(0x000000, 0xFFFFFF) == Approx(21));
    CHECK(contrast(0xFFFFFF, 0xFFFFFF) == Approx(1));
    CHECK(contrast(0x767676, 0xFFFFFF) == Approx(4.54).margin(0.01));
    CHECK(contrast(0xFF0000, 0x00FF00) == Approx(2.91).margin(0.01));
}

TEST_CASE("every theme keeps every contrast rule", "[client][ui]") {
    const ThemeName name = GENERATE(ThemeName::Light, ThemeName::Dark, ThemeName::Contrast);
    for (const ContrastRule& rule : contrast_rules()) {
        CAPTURE(static_cast<int>(name), static_cast<int>(rule.front), static_cast<int>(rule.back));
        CHECK(contrast(theme(name).of(rule.front), theme(name).of(rule.back)) >= rule.least);
    }
}

TEST_CASE("text of the high contrast theme has seven to one", "[client][ui]") {
    for (const ContrastRule& rule : contrast_rules()) {
        if (rule.least >= 4.5) {
            CAPTURE(static_cast<int>(rule.front), static_cast<int>(rule.back));
            CHECK(contrast(theme(ThemeName::Contrast).of(rule.front),
                           theme(ThemeName::Contrast).of(rule.back)) >= 7.0);
        }
    }
}

TEST_CASE("one of the focus ring's two colours is seen on any ground", "[client][ui]") {
    const ThemeName name = GENERATE(ThemeName::Light, ThemeName::Dark, ThemeName::Contrast);
    for (std::size_t i = 0; i < kColours; ++i) {
        const Rgb ground = theme(name).colours[i];
        CAPTURE(static_cast<int>(name), i);
        CHECK(std::max(contrast(theme(name).of(Colour::FocusInner), ground),
                       contrast(theme(name).of(Colour::FocusOuter), ground)) >= 3.0);
    }
}
