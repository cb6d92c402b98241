#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "client/app/message.hpp"
#include "client/page/page.hpp"
#include "client/ui/font_atlas.hpp"
#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/view.hpp"
#include "shared/core/result.hpp"

struct ImDrawData;
struct ImGuiContext;

namespace motcua::ui {

/// What one frame gave.
struct Frame {
    float height = 0;             ///< of the page, CSS px
    bool layout_changed = false;  ///< the rectangles are new
    bool atlas_too_large = false;
    bool too_tall = false;  ///< as Layout::too_tall
    bool again = false;     ///< another frame is needed although nothing more happens
    bool over = false;      ///< the pointer is over something that can be pressed
    std::string focused;    ///< the id the pointer went down on, "" = none
    Point focused_at;       ///< and where, document CSS px
    std::vector<app::Event> events;
};

/// Keeps a page, a view and the pointer, and makes frames of them. The host owns window and
/// graphics: it renders draw_data() and hands in pointer events. One at a time per process,
/// since Dear ImGui keeps a current context.
class Painter {
public:
    /// InvalidInput when a font cannot be read.
    static Result<std::unique_ptr<Painter>> make(FontBytes fonts);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    void set_page(page::Page page);
    void set_view(View view);
    [[nodiscard]] const page::Page& page() const { return page_; }
    [[nodiscard]] const View& view() const { return view_; }
    /// As of the last frame.
    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] const Family& family() const { return family_; }

    /// Screen CSS px. Queued, so that a quick down and up are two passes of one frame.
    void pointer_moved(Point at);
    void pointer_button(bool down);
    void pointer_left();
    /// Forgets a press that has become a drag.
    void pointer_cancelled();

    /// Lays out if needed, goes through the queued pointer events, draws. `seconds` since the
    /// last frame; only animation uses it.
    Frame frame(float seconds);
    [[nodiscard]] ImDrawData* draw_data() const;

    /// Called within frame() when Dear ImGui's font atlas holds new glyphs: the host has to make
    /// its texture anew there and then, because what is drawn next refers to it.
    void on_new_glyphs(std::function<void()> listener) { on_new_glyphs_ = std::move(listener); }

private:
    struct PointerEvent {
        Point at;
        bool down = false;
        bool cancelled = false;
    };
    Painter(FontBytes fonts, Family family);
    void refresh_layout(Frame& frame);
    void pass(Frame& frame, const PointerEvent& pointer, float seconds);
    void press_areas(Frame& frame);
    void fade(float seconds, Frame& frame);

    FontBytes fonts_;
    Family family_;
    ImGuiContext* context_;
    page::Page page_;
    View view_;
    Layout layout_;
    FontAtlas atlas_;
    std::function<void()> on_new_glyphs_;
    bool layout_stale_ = true;
    bool cancelled_ = false;
    float fade_left_ = 0;  ///< seconds
    PointerEvent pointer_;
    std::deque<PointerEvent> queue_;
    Pointed pointed_;
};

}  // namespace motcua::ui
