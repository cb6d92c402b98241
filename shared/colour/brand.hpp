#pragma once

#include <optional>
#include <vector>

#include "shared/colour/theme.hpp"

/// Themes in an agency's own colour.
namespace motcua::colour {

/// The theme with `accent` as the colour of buttons, links and the bar at the top; what goes with it
/// (hovered, pressed, tinted) is mixed from it.
Theme branded(ThemeName name, Rgb accent);

/// The accent of the dark theme that goes with that of the light one: as much lighter as every contrast
/// needs; white when nothing will do.
Rgb dark_accent(Rgb light);

/// A rule that a theme breaks, and the contrast that there is.
struct Breach {
    ContrastRule rule;
    double got = 0;
};
std::vector<Breach> breaches(const Theme& theme);

}  // namespace motcua::colour
