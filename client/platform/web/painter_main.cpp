// The painter module's C interface; client/ui/README.md says how it is called.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <memory>
#include <string>

#include "client/page/page.hpp"
#include "client/platform/web/painter_window.hpp"
#include "client/ui/painter.hpp"
#include "client/ui/wire.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace {

using namespace motcua;

/// What lives as long as the module.
struct Module {
    std::unique_ptr<ui::Painter> painter;
    web::PainterWindow window;
    std::string answer;  ///< The text the last call returned; valid until the next call.
    double last_millis = 0;
    int frames = 0;
};

Module& module() {
    static Module instance;
    return instance;
}

const char* answered(std::string text) {
    module().answer = std::move(text);
    return module().answer.c_str();
}

}  // namespace

extern "C" {

/// Takes the bytes of the two fonts; 0 when they or WebGL do not serve.
EMSCRIPTEN_KEEPALIVE int mp_start(const char* regular, std::size_t regular_size, const char* semibold,
                                  std::size_t semibold_size) {
    auto painter =
        ui::Painter::make({std::string(regular, regular_size), std::string(semibold, semibold_size)});
    if (!painter || !module().window.open(**painter)) {
        return 0;
    }
    module().painter = *std::move(painter);
    return 1;
}

EMSCRIPTEN_KEEPALIVE const char* mp_page(const char* text) {
    if (module().painter == nullptr) {
        return answered("not started");
    }
    const auto value = json::read(text);
    if (!value) {
        return answered("page: " + value.error().detail);
    }
    auto page = page::decode(*value);
    if (!page) {
        return answered(page.error().detail);
    }
    module().painter->set_page(*std::move(page));
    return answered("");
}

EMSCRIPTEN_KEEPALIVE const char* mp_view(const char* text) {
    if (module().painter == nullptr) {
        return answered("not started");
    }
    const auto value = json::read(text);
    if (!value) {
        return answered("view: " + value.error().detail);
    }
    auto view = ui::merge_view(module().painter->view(), *value);
    if (!view) {
        return answered(view.error().detail);
    }
    module().painter->set_view(*std::move(view));
    return answered("");
}

EMSCRIPTEN_KEEPALIVE const char* mp_frame() {
    Module& m = module();
    if (m.painter == nullptr) {
        return answered("{}");
    }
    const double now = emscripten_get_now();
    const double seconds = m.frames == 0 ? 0 : (now - m.last_millis) / 1000;
    m.last_millis = now;
    m.window.fit(m.painter->view());
    m.window.collect_pointer(*m.painter);
    const ui::Frame frame = m.painter->frame(static_cast<float>(seconds));
    if (!frame.atlas_too_large) {
        m.window.show(*m.painter);
    }
    ++m.frames;
    return answered(json::write(ui::encode(frame, m.painter->layout())));
}

/// How many frames have been drawn.
EMSCRIPTEN_KEEPALIVE int mp_frames() {
    return module().frames;
}

}  // extern "C"
