#include "client/platform/desktop/window.hpp"

#include <SDL.h>
#include <SDL_opengl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <cstddef>

#include "client/ui/theme.hpp"

namespace motcua::kiosk {
namespace {

constexpr const char* kShader = "#version 130";

Error no_window() {
    return Error{ErrorCode::Unavailable, std::string("window: ") + SDL_GetError(), {}};
}

Picture read_back(int width, int height) {
    Picture picture{width, height, {}};
    const auto row = static_cast<std::size_t>(width) * 4;
    const auto rows = static_cast<std::size_t>(height);
    std::vector<std::uint8_t> upside_down(row * rows);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    for (std::size_t y = rows; y-- > 0;) {
        const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(y * row);
        picture.rgba.insert(picture.rgba.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    return picture;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const std::string& title, int width, int height) {
    // Touches arrive once, as the mouse events SDL makes of them.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "1");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return no_window();
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_Window* window = SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                          width, height, SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE);
    if (window == nullptr) {
        return no_window();
    }
    SDL_GLContext context = SDL_GL_CreateContext(window);
    if (context == nullptr) {
        const Error error = no_window();
        SDL_DestroyWindow(window);
        return error;
    }
    SDL_GL_SetSwapInterval(1);
    return std::unique_ptr<Window>(new Window(window, context));
}

Window::~Window() {
    if (renderer_ready_) {
        ImGui_ImplOpenGL3_Shutdown();
    }
    SDL_GL_DeleteContext(context_);
    SDL_DestroyWindow(window_);
    SDL_Quit();
}

int Window::width() const {
    int width = 0;
    SDL_GL_GetDrawableSize(window_, &width, nullptr);
    return width;
}

int Window::height() const {
    int height = 0;
    SDL_GL_GetDrawableSize(window_, nullptr, &height);
    return height;
}

void Window::attach(ui::Painter& painter) {
    renderer_ready_ = ImGui_ImplOpenGL3_Init(kShader) && ImGui_ImplOpenGL3_CreateDeviceObjects();
    painter.on_new_glyphs([] {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    });
}

void Window::show(const ui::Painter& painter) {
    const ui::Rgb paper = painter.view().theme.of(ui::Colour::Paper);
    const auto channel = [paper](unsigned shift) {
        return static_cast<float>((paper >> shift) & 0xFFU) / 255.0F;
    };
    glViewport(0, 0, width(), height());
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(painter.draw_data());
    if (keep_pictures_) {
        last_ = read_back(width(), height());
    }
    SDL_GL_SwapWindow(window_);
}

Picture Window::picture() const {
    return last_;
}

}  // namespace motcua::kiosk
