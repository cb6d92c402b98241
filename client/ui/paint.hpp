#pragma once

#include "client/ui/font_atlas.hpp"
#include "client/ui/layout.hpp"
#include "client/ui/view.hpp"

struct ImDrawList;

namespace motcua::ui {

/// Which area the pointer is over, which it holds; -1 = none.
struct Pointed {
    int hovered = -1;
    int held = -1;
};

/// What painting needs besides the layout.
struct Paint {
    ImDrawList& list;
    const Layout& layout;
    const View& view;
    const Family& family;
    const FontAtlas& atlas;
    Pointed pointed;
};

/// Draws what of the layout is in sight at the view's scroll, in device pixels.
void paint(const Paint& paint);

/// 0xRRGGBB as Dear ImGui packs colours, opaque unless `alpha` says otherwise.
unsigned packed(Rgb rgb, unsigned alpha = 255);

}  // namespace motcua::ui
