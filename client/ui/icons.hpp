#pragma once

#include "client/ui/geometry.hpp"
#include "client/ui/layout.hpp"

struct ImDrawList;

namespace motcua::ui {

/// Draws an icon's strokes inside a square of device pixels. `ground` is what lies behind it,
/// for marks cut out of a filled shape.
void draw_icon(ImDrawList& list, Icon icon, const Rect& square, float thickness, unsigned colour,
               unsigned ground);

}  // namespace motcua::ui
