#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// The colours of pages, drawn and as HTML.
namespace motcua::colour {

/// What a colour is for; the themes say which colour that is.
enum class Colour {
    Paper,           ///< the page
    Surface,         ///< cards and fields
    Sunken,          ///< hovered rows, table heads
    Ink,             ///< text
    Muted,           ///< hints
    Line,            ///< borders of controls
    Divider,         ///< lines that only decorate
    Primary,         ///< the one main action, links
    PrimaryHover,    ///< under the pointer
    PrimaryPressed,  ///< pointer down
    PrimaryInk,      ///< text on the three above
    PrimaryTint,     ///< background of what is chosen
    Header,          ///< bar at the top
    HeaderHover,     ///< a control of the bar under the pointer
    HeaderInk,       ///< text on the bar
    HeaderAccent,    ///< thin line under the bar, emblem
    FocusInner,      ///< the two colours of the focus ring
    FocusOuter,
    Error,
    ErrorTint,
    Success,
    SuccessTint,
    Warning,
    WarningTint,
    Info,
    InfoTint,
    CodeInk,    ///< dark modules of QR codes
    CodePaper,  ///< light modules
};
inline constexpr std::size_t kColours = static_cast<std::size_t>(Colour::CodePaper) + 1;

/// "primary_hover": the enumerator in snake_case.
std::string_view colour_name(Colour role);

/// 0xRRGGBB
using Rgb = std::uint32_t;

enum class ThemeName { Light, Dark, Contrast };
inline constexpr std::array kThemes = {ThemeName::Light, ThemeName::Dark, ThemeName::Contrast};
/// "light", "dark", "contrast"
std::string_view theme_name(ThemeName name);

/// A colour for every role.
struct Theme {
    ThemeName name = ThemeName::Light;
    std::array<Rgb, kColours> colours{};
    [[nodiscard]] Rgb of(Colour role) const { return colours[static_cast<std::size_t>(role)]; }
    Rgb& at(Colour role) { return colours[static_cast<std::size_t>(role)]; }
};

const Theme& theme(ThemeName name);

/// WCAG 2 contrast ratio of two opaque colours, 1-21.
double contrast(Rgb a, Rgb b);

/// Two roles that meet on the screen and the contrast they must have.
struct ContrastRule {
    Colour front;
    Colour back;
    double least;
};
/// Text 4.5, borders and icons 3; every theme, and an agency's own colours, must keep them.
const std::vector<ContrastRule>& contrast_rules();

}  // namespace motcua::colour
