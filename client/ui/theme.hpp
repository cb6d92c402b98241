#pragma once

#include "client/page/page.hpp"
#include "shared/colour/theme.hpp"

namespace motcua::ui {

using colour::Colour;
using colour::Rgb;
using colour::theme;
using colour::Theme;
using colour::ThemeName;

/// The colour of an icon, bar or word of this tone, and of the ground behind it.
Colour tone_colour(page::Tone tone);
Colour tone_tint(page::Tone tone);

}  // namespace motcua::ui
