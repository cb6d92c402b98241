#pragma once

#include "client/ui/painter.hpp"

struct SDL_Window;

namespace motcua::web {

/// The canvas "#canvas" with its WebGL context, through SDL2. Only the mouse is SDL's: keys,
/// wheel, touch, focus and resizing stay the browser's.
class PainterWindow {
public:
    /// False when there is no WebGL: the page stays in text mode.
    bool open(ui::Painter& painter);
    /// Canvas pixels for this view; cheap when nothing has changed.
    void fit(const ui::View& view);
    /// Hands SDL's mouse events to the painter.
    void collect_pointer(ui::Painter& painter);
    void show(const ui::Painter& painter);

private:
    SDL_Window* window_ = nullptr;
    int width_ = 0;
    int height_ = 0;
};

}  // namespace motcua::web
