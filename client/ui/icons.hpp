#pragma once

#include "client/ui/geometry.hpp"
#include "client/ui/layout.hpp"
#include "client/ui/view.hpp"

struct ImDrawList;

namespace motcua::ui {

/// Draws an icon's strokes inside a square of device pixels. `ground` is what lies behind it,
/// for marks cut out of a filled shape.
void draw_icon(ImDrawList& list, Icon icon, const Rect& square, float thickness, unsigned colour,
               unsigned ground);

void draw_emblem(ImDrawList& list, const Emblem& emblem, const Rect& square, float thickness,
                 unsigned colour);

}  // namespace motcua::ui
