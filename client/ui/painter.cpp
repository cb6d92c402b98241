#include "client/ui/painter.hpp"

#include <imgui.h>

#include <algorithm>

namespace motcua::ui {
namespace {

constexpr float kFadeSeconds = 0.15F;
constexpr Point kNowhere{-1e6F, -1e6F};

app::Event event_of(const Area& area) {
    switch (area.action) {
        case Action::Choose:
            return app::Choose{area.node, area.option};
        case Action::Toggle:
            return app::Toggle{area.node, area.on};
        case Action::Press:
        case Action::Edit:
        case Action::Pick:
            break;
    }
    return app::Press{area.node};
}

bool same_layout(const View& a, const View& b) {
    return a.width == b.width && a.scale == b.scale && a.bottom == b.bottom && a.profile == b.profile &&
           a.native == b.native && a.editing == b.editing && a.dpr == b.dpr;
}

}  // namespace

Result<std::unique_ptr<Painter>> Painter::make(FontBytes fonts) {
    MC_TRY_ASSIGN(FontMetrics regular, FontMetrics::read(fonts.regular));
    MC_TRY_ASSIGN(FontMetrics semibold, FontMetrics::read(fonts.semibold));
    return std::unique_ptr<Painter>(
        new Painter(std::move(fonts), Family{std::move(regular), std::move(semibold)}));
}

Painter::Painter(FontBytes fonts, Family family)
    : fonts_(std::move(fonts)), family_(std::move(family)), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowMinSize = {1, 1};
    style.CircleTessellationMaxError = 0.2F;
    pointer_.at = kNowhere;
}

Painter::~Painter() {
    ImGui::DestroyContext(context_);
}

void Painter::set_page(page::Page page) {
    if (page == page_) {
        return;
    }
    if (view_.motion && page.id != page_.id && !page_.id.empty()) {
        fade_left_ = kFadeSeconds;
    }
    page_ = std::move(page);
    layout_stale_ = true;
}

void Painter::set_view(View view) {
    const bool on_window = page_.toast || page_.dialog;
    layout_stale_ = layout_stale_ || !same_layout(view, view_) || (on_window && view.height != view_.height);
    view_ = std::move(view);
}

void Painter::pointer_moved(Point at) {
    PointerEvent next = queue_.empty() ? pointer_ : queue_.back();
    next.at = at;
    next.cancelled = false;
    // A row of moves with the button unchanged is one move.
    const bool last_moves =
        !queue_.empty() && !queue_.back().cancelled &&
        queue_.back().down == (queue_.size() > 1 ? queue_[queue_.size() - 2] : pointer_).down;
    if (last_moves) {
        queue_.back() = next;
    } else {
        queue_.push_back(next);
    }
}

void Painter::pointer_button(bool down) {
    PointerEvent next = queue_.empty() ? pointer_ : queue_.back();
    next.down = down;
    next.cancelled = false;
    queue_.push_back(next);
}

void Painter::pointer_left() {
    pointer_moved(kNowhere);
}

void Painter::pointer_cancelled() {
    PointerEvent next = queue_.empty() ? pointer_ : queue_.back();
    next.cancelled = true;
    queue_.push_back(next);
}

void Painter::refresh_layout(Frame& frame) {
    if (!layout_stale_) {
        return;
    }
    Layout next = lay_out(page_, view_, family_.measure());
    frame.layout_changed = next.rects != layout_.rects || next.height != layout_.height;
    layout_ = std::move(next);
    layout_stale_ = false;
    const FontAtlas::State state = atlas_.cover(layout_, view_.dpr, family_, fonts_, *ImGui::GetIO().Fonts);
    if (state == FontAtlas::State::Rebuilt && on_new_glyphs_) {
        on_new_glyphs_();
    }
    frame.atlas_too_large = state == FontAtlas::State::TooLarge;
}

Frame Painter::frame(float seconds) {
    ImGui::SetCurrentContext(context_);
    Frame frame;
    refresh_layout(frame);
    frame.height = layout_.height;
    frame.too_tall = layout_.too_tall;
    if (frame.atlas_too_large) {
        layout_stale_ = true;
        return frame;
    }
    do {
        if (!queue_.empty()) {
            pointer_ = queue_.front();
            queue_.pop_front();
        }
        pass(frame, pointer_, seconds);
    } while (!queue_.empty());
    frame.over = pointed_.hovered >= 0;
    return frame;
}

void Painter::pass(Frame& frame, const PointerEvent& pointer, float seconds) {
    ImGuiIO& io = ImGui::GetIO();
    const float width = static_cast<float>(view_.width) * view_.dpr;
    const float height = static_cast<float>(view_.height) * view_.dpr;
    io.DisplaySize = {std::max(1.0F, width), std::max(1.0F, height)};
    io.DeltaTime = std::clamp(seconds, 0.0001F, 0.1F);
    const bool away = pointer.at.x == kNowhere.x;
    io.MousePos =
        away ? ImVec2(-FLT_MAX, -FLT_MAX) : ImVec2(pointer.at.x * view_.dpr, pointer.at.y * view_.dpr);
    cancelled_ = pointer.cancelled || (cancelled_ && pointer.down);
    io.MouseDown[0] = pointer.down && !cancelled_;
    if (pointer.cancelled) {
        io.MousePos = ImVec2(-FLT_MAX, -FLT_MAX);
    }
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    press_areas(frame);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    paint({list, layout_, view_, family_, atlas_, pointed_});
    fade(seconds, frame);
    ImGui::End();
    ImGui::Render();
}

void Painter::press_areas(Frame& frame) {
    Pointed now;
    const float dpr = view_.dpr;
    // Backwards: what lies on top (a link on a row) was laid out later and must be asked first.
    for (std::size_t i = layout_.areas.size(); i-- > 0;) {
        const Area& area = layout_.areas[i];
        const float scroll = area.fixed ? 0 : view_.scroll;
        const float y = (area.rect.y - scroll) * dpr;
        if (y > ImGui::GetIO().DisplaySize.y || y + area.rect.h * dpr < 0 || area.rect.w <= 0) {
            continue;
        }
        ImGui::SetCursorScreenPos({area.rect.x * dpr, y});
        const bool pressed = ImGui::InvisibleButton(area.id.c_str(), {area.rect.w * dpr, area.rect.h * dpr});
        const bool hovered = ImGui::IsItemHovered();
        const int index = static_cast<int>(i);
        if (hovered && view_.profile == Profile::Desktop) {
            now.hovered = index;
        }
        if (ImGui::IsItemActive() && hovered) {
            now.held = index;
        }
        if (ImGui::IsItemActivated()) {
            frame.focused = area.id;
            frame.focused_at = {pointer_.at.x, pointer_.at.y + scroll};
        }
        if (pressed) {
            frame.events.push_back(event_of(area));
        }
    }
    pointed_ = now;
}

void Painter::fade(float seconds, Frame& frame) {
    if (fade_left_ <= 0) {
        return;
    }
    fade_left_ = std::max(0.0F, fade_left_ - std::clamp(seconds, 0.0F, 0.1F));
    const auto alpha = static_cast<unsigned>(255.0F * fade_left_ / kFadeSeconds);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, size, packed(view_.theme.of(Colour::Paper), alpha));
    frame.again = fade_left_ > 0;
}

ImDrawData* Painter::draw_data() const {
    ImGui::SetCurrentContext(context_);
    return ImGui::GetDrawData();
}

}  // namespace motcua::ui
