#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "client/ui/painter.hpp"
#include "shared/core/result.hpp"

struct SDL_Window;

namespace motcua::kiosk {

/// What the screen shows, 4 bytes a pixel (RGBA), from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The one window with its OpenGL context; shows what a painter has drawn.
class Window {
public:
    static Result<std::unique_ptr<Window>> open(const std::string& title, int width, int height);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// In pixels.
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

    /// Readies OpenGL for this painter; once, before its first frame.
    void attach(ui::Painter& painter);
    /// Shows the painter's last frame.
    void show(const ui::Painter& painter);
    /// What show() drew last.
    [[nodiscard]] Picture picture() const;

private:
    Window(SDL_Window* window, void* context) : window_(window), context_(context) {}
    SDL_Window* window_;
    void* context_;
    bool renderer_ready_ = false;
    Picture last_;
    bool keep_pictures_ = true;
};

}  // namespace motcua::kiosk
