#include "client/platform/web/painter_window.hpp"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <cmath>

#include "client/ui/theme.hpp"

namespace motcua::web {
namespace {

constexpr const char* kCanvas = "#canvas";

/// SDL 2.26 listens for much more than the mouse and prevents what the browser would do:
/// wheel and touchstart keep the page from scrolling, touchend keeps a tap from becoming a
/// click, Tab and Backspace go nowhere. Taking its listeners off gives all that back.
void take_listeners_off() {
    emscripten_set_wheel_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchstart_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchend_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchmove_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_touchcancel_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_keydown_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_keyup_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_keypress_callback(kCanvas, nullptr, 0, nullptr);
    emscripten_set_focus_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_blur_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, 0, nullptr);
    emscripten_set_fullscreenchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
    emscripten_set_pointerlockchange_callback(EMSCRIPTEN_EVENT_TARGET_DOCUMENT, nullptr, 0, nullptr);
    emscripten_set_visibilitychange_callback(nullptr, 0, nullptr);
    emscripten_set_beforeunload_callback(nullptr, nullptr);
}

void hand_over(const SDL_Event& event, ui::Painter& painter) {
    if (event.type == SDL_MOUSEMOTION) {
        painter.pointer_moved({static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)});
    } else if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) {
        if (event.button.button == SDL_BUTTON_LEFT) {
            painter.pointer_moved({static_cast<float>(event.button.x), static_cast<float>(event.button.y)});
            painter.pointer_button(event.type == SDL_MOUSEBUTTONDOWN);
        }
    } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_LEAVE) {
        painter.pointer_left();
    }
}

}  // namespace

bool PainterWindow::open(ui::Painter& painter) {
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    SDL_StopTextInput();
    SDL_EventState(SDL_TEXTINPUT, SDL_IGNORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    window_ = SDL_CreateWindow("", 0, 0, 1, 1, SDL_WINDOW_OPENGL);
    if (window_ == nullptr || SDL_GL_CreateContext(window_) == nullptr) {
        return false;
    }
    take_listeners_off();
    if (!ImGui_ImplOpenGL3_Init("#version 300 es") || !ImGui_ImplOpenGL3_CreateDeviceObjects()) {
        return false;
    }
    painter.on_new_glyphs([] {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    });
    return true;
}

void PainterWindow::fit(const ui::View& view) {
    // SDL scales the mouse from the canvas' CSS size to the window's: keep both the same.
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    if (width != view.width || height != view.height) {
        SDL_SetWindowSize(window_, view.width, view.height);
        width_ = 0;
    }
    const int pixels_wide = static_cast<int>(std::lround(static_cast<float>(view.width) * view.dpr));
    const int pixels_high = static_cast<int>(std::lround(static_cast<float>(view.height) * view.dpr));
    if (pixels_wide != width_ || pixels_high != height_) {
        width_ = pixels_wide;
        height_ = pixels_high;
        emscripten_set_canvas_element_size(kCanvas, width_, height_);
    }
}

void PainterWindow::collect_pointer(ui::Painter& painter) {
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        hand_over(event, painter);
    }
}

void PainterWindow::show(const ui::Painter& painter) {
    const ui::Rgb paper = painter.view().theme.of(ui::Colour::Paper);
    const auto channel = [paper](unsigned shift) {
        return static_cast<float>((paper >> shift) & 0xFFU) / 255.0F;
    };
    glViewport(0, 0, width_, height_);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(painter.draw_data());
}

}  // namespace motcua::web
