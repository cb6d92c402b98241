#include "shared/colour/brand.hpp"

namespace motcua::colour {
namespace {

constexpr Rgb kBlack = 0x000000;
constexpr Rgb kWhite = 0xFFFFFF;
constexpr unsigned kWhole = 100;

/// `percent` of `other`, the rest of `one`, channel by channel.
Rgb mixed(Rgb one, Rgb other, unsigned percent) {
    Rgb out = 0;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const unsigned channel =
            ((one >> shift) & 0xFFU) * (kWhole - percent) + ((other >> shift) & 0xFFU) * percent;
        out |= (channel / kWhole) << shift;
    }
    return out;
}

void paint_light(Theme& theme, Rgb accent) {
    theme.at(Colour::Primary) = accent;
    theme.at(Colour::PrimaryHover) = mixed(accent, kBlack, 22);
    theme.at(Colour::PrimaryPressed) = mixed(accent, kBlack, 45);
    theme.at(Colour::PrimaryTint) = mixed(accent, kWhite, 89);
    theme.at(Colour::Header) = mixed(accent, kBlack, 20);
    theme.at(Colour::HeaderHover) = accent;
}

void paint_dark(Theme& theme, Rgb accent) {
    theme.at(Colour::Primary) = accent;
    theme.at(Colour::PrimaryHover) = mixed(accent, kWhite, 25);
    theme.at(Colour::PrimaryPressed) = mixed(accent, kWhite, 50);
    theme.at(Colour::PrimaryInk) = mixed(accent, kBlack, 85);
    theme.at(Colour::PrimaryTint) = mixed(accent, theme.of(Colour::Paper), 80);
    theme.at(Colour::Header) = mixed(accent, kBlack, 75);
    theme.at(Colour::HeaderHover) = mixed(accent, kBlack, 62);
}

/// Black, white and one colour: nothing is between them.
void paint_contrast(Theme& theme, Rgb accent) {
    theme.at(Colour::Primary) = accent;
    theme.at(Colour::PrimaryHover) = mixed(accent, kWhite, 50);
    theme.at(Colour::PrimaryTint) = mixed(accent, kBlack, 82);
    theme.at(Colour::HeaderAccent) = accent;
}

}  // namespace

Theme branded(ThemeName name, Rgb accent) {
    Theme out = theme(name);
    switch (name) {
        case ThemeName::Light:
            paint_light(out, accent);
            break;
        case ThemeName::Dark:
            paint_dark(out, accent);
            break;
        case ThemeName::Contrast:
            paint_contrast(out, accent);
            break;
    }
    return out;
}

Rgb dark_accent(Rgb light) {
    constexpr unsigned kStep = 5;
    for (unsigned percent = 0; percent < kWhole; percent += kStep) {
        const Rgb accent = mixed(light, kWhite, percent);
        if (breaches(branded(ThemeName::Dark, accent)).empty()) {
            return accent;
        }
    }
    return kWhite;
}

std::vector<Breach> breaches(const Theme& theme) {
    std::vector<Breach> found;
    for (const ContrastRule& rule : contrast_rules()) {
        const double got = contrast(theme.of(rule.front), theme.of(rule.back));
        if (got < rule.least) {
            found.push_back({rule, got});
        }
    }
    return found;
}

}  // namespace motcua::colour
