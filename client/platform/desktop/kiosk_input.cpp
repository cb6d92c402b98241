#include <algorithm>
#include <cmath>

#include "client/platform/desktop/kiosk.hpp"
#include "client/ui/utf8.hpp"

namespace motcua::kiosk {
namespace {

constexpr float kDragStarts = 12;
constexpr float kWheelStep = 90;

bool same_group(const ui::Area& a, const ui::Area& b) {
    return a.action == ui::Action::Choose && b.action == ui::Action::Choose && a.node == b.node;
}

}  // namespace

/// Moving, scrolling and typing keys are not messages, but somebody does them.
void Kiosk::tell_of_person(const SDL_Event& event) {
    constexpr std::uint64_t kEveryMillis = 5000;
    const bool persons = event.type == SDL_KEYDOWN || event.type == SDL_MOUSEMOTION ||
                         event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEWHEEL;
    if (persons && options_.idle_secs > 0 && SDL_GetTicks64() - told_at_ >= kEveryMillis) {
        told_at_ = SDL_GetTicks64();
        send(app::Stirred{});
    }
}

void Kiosk::handle(const SDL_Event& event) {
    tell_of_person(event);
    if (event.type == SDL_QUIT) {
        quit_ = true;
    } else if (event.type == SDL_KEYDOWN) {
        const auto modifiers = static_cast<unsigned>(event.key.keysym.mod);
        handle_key(event.key.keysym.sym, (modifiers & KMOD_SHIFT) != 0, (modifiers & KMOD_CTRL) != 0);
    } else if (event.type == SDL_TEXTINPUT && editor_.active()) {
        typing_.insert(editor_, event.text.text);
        typed();
    } else if (event.type == SDL_TEXTEDITING && editor_.active()) {
        editor_.compose(event.edit.text);
        dirty_ = true;
    } else if (event.type == SDL_MOUSEWHEEL) {
        scroll_by(-event.wheel.preciseY * kWheelStep);
    } else if (event.type == SDL_WINDOWEVENT) {
        dirty_ = true;
    } else {
        handle_pointer(event);
    }
}

void Kiosk::handle_pointer(const SDL_Event& event) {
    if (event.type == SDL_MOUSEMOTION) {
        const ui::Point at{static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)};
        if (pointer_down_ && !dragging_ && std::abs(at.y - down_y_) > kDragStarts) {
            dragging_ = true;
            painter_.pointer_cancelled();
        }
        if (dragging_) {
            scroll_ = std::max(0.0F, down_scroll_ + down_y_ - at.y);
        }
        painter_.pointer_moved(at);
        dirty_ = dirty_ || pointer_down_;
        return;
    }
    const bool down = event.type == SDL_MOUSEBUTTONDOWN;
    if ((!down && event.type != SDL_MOUSEBUTTONUP) || event.button.button != SDL_BUTTON_LEFT) {
        return;
    }
    pointer_down_ = down;
    if (down) {
        down_y_ = static_cast<float>(event.button.y);
        down_scroll_ = scroll_;
        dragging_ = false;
    }
    painter_.pointer_moved({static_cast<float>(event.button.x), static_cast<float>(event.button.y)});
    painter_.pointer_button(down);
    dirty_ = true;
}

void Kiosk::scroll_by(float css) {
    scroll_ = std::max(0.0F, scroll_ + css);
    dirty_ = true;
}

void Kiosk::handle_key(SDL_Keycode key, bool shift, bool control) {
    dirty_ = true;
    if (key == SDLK_ESCAPE && page_.dialog) {
        return send(app::Press{page_.dialog->value});
    }
    if (key == SDLK_TAB) {
        return move_focus(shift ? -1 : 1);
    }
    if (editor_.active() && handle_field_key(key, shift, control)) {
        return;
    }
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        focus_visible_ = true;
        return activate();
    }
    if (key == SDLK_ESCAPE && !picker_.empty()) {
        return pick_file(-1);
    }
    const ui::Area* area = painter_.layout().area(focus_);
    const bool choosing = area != nullptr && area->action == ui::Action::Choose;
    if (key == SDLK_DOWN || key == SDLK_RIGHT) {
        return choosing ? move_choice(1) : scroll_by(kWheelStep);
    }
    if (key == SDLK_UP || key == SDLK_LEFT) {
        return choosing ? move_choice(-1) : scroll_by(-kWheelStep);
    }
    const float page = static_cast<float>(window_.height()) * 0.8F;
    if (key == SDLK_PAGEDOWN || key == SDLK_PAGEUP) {
        scroll_by(key == SDLK_PAGEDOWN ? page : -page);
    }
}

bool Kiosk::handle_field_key(SDL_Keycode key, bool shift, bool control) {
    using Move = ui::FieldEditor::Move;
    using Select = ui::FieldEditor::Select;
    const Select select = shift ? Select::Extend : Select::Drop;
    const std::pair<SDL_Keycode, Move> moves[] = {
        {SDLK_LEFT, Move::Left}, {SDLK_RIGHT, Move::Right}, {SDLK_HOME, Move::Home}, {SDLK_END, Move::End}};
    for (const auto& [name, move] : moves) {
        if (key == name) {
            typing_.end_word();
            editor_.move(move, select);
            return true;
        }
    }
    if (key == SDLK_BACKSPACE) {
        typing_.backspace(editor_);
        typed();
        return true;
    }
    if (key == SDLK_DELETE || control) {
        typing_.end_word();
    }
    if (key == SDLK_DELETE) {
        editor_.delete_forward();
        typed();
    } else if (control && key == SDLK_a) {
        editor_.select_all();
    } else if (control && (key == SDLK_c || key == SDLK_x)) {
        SDL_SetClipboardText(editor_.selected().c_str());
        if (key == SDLK_x) {
            editor_.backspace();
            typed();
        }
    } else if (control && key == SDLK_v) {
        char* text = SDL_GetClipboardText();
        editor_.insert(text);
        SDL_free(text);
        typed();
    } else if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_ESCAPE) {
        leave_field();
    } else {
        return key == SDLK_SPACE;  // It comes as text.
    }
    return true;
}

void Kiosk::typed() {
    dirty_ = true;
    send(app::Input{editor_.state().id, editor_.text()});
}

void Kiosk::leave_field() {
    if (!editor_.active()) {
        return;
    }
    const app::Commit commit{editor_.state().id, editor_.text()};
    editor_.end();
    SDL_StopTextInput();
    send(commit);
}

void Kiosk::focus(const std::string& id, bool visible) {
    if (editor_.active() && editor_.state().id != id) {
        leave_field();
    }
    const ui::Area* area = painter_.layout().area(id);
    if (area == nullptr) {
        // A group of choices is focused at its chosen or first option.
        for (const ui::Area& each : painter_.layout().areas) {
            if (each.node == id) {
                return focus(each.id, visible);
            }
        }
        if (const ui::Rect* rect = painter_.layout().rect(id)) {
            bring_into_view(*rect);
        }
        return;
    }
    focus_ = id;
    focus_visible_ = visible;
    dirty_ = true;
    if (!area->fixed) {
        bring_into_view(area->rect);
    }
    const page::Node* node = page::find(page_, id);
    if (area->action == ui::Action::Edit && node != nullptr && !editor_.active()) {
        editor_.begin(id, node->value, node->input.max_chars);
        typing_.begin(node->input);
        const SDL_Rect at{static_cast<int>(area->rect.x), static_cast<int>(area->rect.y - scroll_),
                          static_cast<int>(area->rect.w), static_cast<int>(area->rect.h)};
        SDL_SetTextInputRect(&at);
        SDL_StartTextInput();
    }
}

void Kiosk::place_caret(const std::string& id, ui::Point at) {
    const ui::Area* area = painter_.layout().area(id);
    if (!editor_.active() || editor_.state().id != id || area == nullptr) {
        return;
    }
    const ui::TextStyle style{19 * 1.5F, ui::Weight::Regular, false};
    const float left = area->rect.x + 14 * 1.5F;
    const std::string& text = editor_.text();
    std::size_t best = 0;
    const auto measure = painter_.family().measure();
    for (std::size_t offset = 0; offset < text.size();) {
        const float from = measure(std::string_view(text).substr(0, offset), style);
        ui::next_char(text, offset);
        const float to = measure(std::string_view(text).substr(0, offset), style);
        if (at.x - left > (from + to) / 2) {
            best = offset;
        }
    }
    typing_.end_word();
    editor_.place_caret(best);
}

void Kiosk::move_focus(int step) {
    const auto& areas = painter_.layout().areas;
    if (areas.empty()) {
        return;
    }
    const auto count = static_cast<int>(areas.size());
    int at = -1;
    for (int i = 0; i < count; ++i) {
        if (areas[static_cast<std::size_t>(i)].id == focus_) {
            at = i;
        }
    }
    const int from = at;
    do {
        at = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
        // Tab leaves a group of choices; the arrows move within it.
    } while (from >= 0 && at != from &&
             same_group(areas[static_cast<std::size_t>(at)], areas[static_cast<std::size_t>(from)]));
    std::string id = areas[static_cast<std::size_t>(at)].id;
    const ui::Area& found = areas[static_cast<std::size_t>(at)];
    if (found.action == ui::Action::Choose) {
        const page::Node* group = page::find(page_, found.node);
        const std::string chosen = group == nullptr ? "" : found.node + "/" + group->value;
        const ui::Area* first = nullptr;
        for (const ui::Area& each : areas) {
            first = first == nullptr && same_group(each, found) ? &each : first;
        }
        id = painter_.layout().area(chosen) != nullptr ? chosen : first->id;
    }
    focus(id, true);
}

void Kiosk::move_choice(int step) {
    const auto& areas = painter_.layout().areas;
    const ui::Area* now = painter_.layout().area(focus_);
    const auto index = now - areas.data() + step;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(areas.size())) {
        return;
    }
    const ui::Area next = areas[static_cast<std::size_t>(index)];
    if (same_group(*now, next)) {
        focus(next.id, true);
        send(app::Choose{next.node, next.option});
    }
}

void Kiosk::activate() {
    const ui::Area* found = painter_.layout().area(focus_);
    if (found == nullptr) {
        return;
    }
    const ui::Area area = *found;
    switch (area.action) {
        case ui::Action::Choose:
            return send(app::Choose{area.node, area.option});
        case ui::Action::Toggle:
            return send(app::Toggle{area.node, area.on});
        case ui::Action::Edit:
            return focus(area.id, true);
        case ui::Action::Press:
        case ui::Action::Pick:
            return pressed(app::Press{area.node});
    }
}

void Kiosk::bring_into_view(const ui::Rect& rect) {
    const float margin = 120;
    const float height = static_cast<float>(window_.height()) - painter_.layout().toast;
    if (rect.y - margin < scroll_) {
        scroll_ = std::max(0.0F, rect.y - margin);
    } else if (rect.bottom() + margin > scroll_ + height) {
        scroll_ = std::min(rect.y - margin, rect.bottom() + margin - height);
    }
    scroll_ = std::max(0.0F, scroll_);
    dirty_ = true;
}

}  // namespace motcua::kiosk
