#include <functional>
#include <iostream>

#include "client/platform/desktop/kiosk.hpp"
#include "client/platform/desktop/picture_file.hpp"

namespace motcua::kiosk {
namespace {

constexpr std::uint64_t kWaitAtMostMillis = 30'000;

bool shows(const std::vector<page::Node>& nodes, const std::string& words) {
    for (const page::Node& node : nodes) {
        for (const std::string* text : {&node.name, &node.value, &node.hint, &node.error}) {
            if (text->find(words) != std::string::npos) {
                return true;
            }
        }
        if (shows(node.children, words)) {
            return true;
        }
    }
    return false;
}

/// The area of this id; "slot/*" is the first whose id begins with "slot/".
const ui::Area* first_area(const ui::Layout& layout, const std::string& wanted) {
    if (wanted.back() != '*') {
        return layout.area(wanted);
    }
    const std::string start = wanted.substr(0, wanted.size() - 1);
    for (const ui::Area& area : layout.areas) {
        if (area.id.compare(0, start.size(), start) == 0) {
            return &area;
        }
    }
    return nullptr;
}

SDL_Keycode key_of(const std::string& name) {
    const std::pair<const char*, SDL_Keycode> keys[] = {
        {"Tab", SDLK_TAB},   {"Shift-Tab", SDLK_TAB}, {"Enter", SDLK_RETURN},  {"Space", SDLK_SPACE},
        {"Up", SDLK_UP},     {"Down", SDLK_DOWN},     {"Left", SDLK_LEFT},     {"Right", SDLK_RIGHT},
        {"Home", SDLK_HOME}, {"End", SDLK_END},       {"Escape", SDLK_ESCAPE}, {"Backspace", SDLK_BACKSPACE}};
    for (const auto& [known, key] : keys) {
        if (name == known) {
            return key;
        }
    }
    return SDLK_UNKNOWN;
}

}  // namespace

void Kiosk::fail(const Step& step, const std::string& why) {
    std::cerr << "line " << step.line << ": " << why << " (page " << page_.id << ")\n"
              << page::describe(page_);
    result_ = 1;
    quit_ = true;
}

void Kiosk::run_step() {
    const bool waits = step_ < script_.size() && script_[step_].verb == Step::Verb::Wait;
    if (quit_ || (!waits && (!settled() || page_.busy))) {
        return;
    }
    if (step_ >= script_.size()) {
        // Without a script the picture is of the first page that has something on it.
        quit_ = !script_.empty() || (!options_.shot.empty() && !page_.main.empty() && !effects_.waiting());
        return;
    }
    const Step step = script_[step_];
    if (do_step(step)) {
        ++step_;
        step_began_ = SDL_GetTicks64();
        dirty_ = true;
    } else if (SDL_GetTicks64() - step_began_ > kWaitAtMostMillis) {
        fail(step, "not there: " + step.id + step.words);
    }
}

/// False: not yet.
bool Kiosk::do_step(const Step& step) {
    switch (step.verb) {
        case Step::Verb::Press:
            return press(step.id);
        case Step::Verb::Type:
            if (!press(step.id)) {
                return false;
            }
            paint_if_needed();
            editor_.select_all();
            editor_.insert(step.words);
            typed();
            leave_field();
            return true;
        case Step::Verb::Text:
            if (!editor_.active()) {
                return false;
            }
            editor_.insert(step.words);
            typed();
            return true;
        case Step::Verb::Keys:
            if (!editor_.active()) {
                return false;
            }
            for (const char key : step.words) {
                typing_.insert(editor_, std::string_view(&key, 1));
            }
            typed();
            return true;
        case Step::Verb::Key:
            if (key_of(step.words) == SDLK_UNKNOWN) {
                fail(step, "no such key");
                return true;
            }
            handle_key(key_of(step.words), step.words == "Shift-Tab", false);
            return true;
        case Step::Verb::Wait:
            return page_.id == step.id || page::find(page_, step.id) != nullptr;
        case Step::Verb::Expect:
            return shows(page_.main, step.words);
        case Step::Verb::Shot:
            window_.show(painter_);
            return save_picture(window_.picture(), step.words).ok();
    }
    return true;
}

/// As a finger would: to the middle of what is drawn, down, up.
bool Kiosk::press(const std::string& wanted) {
    const ui::Area* area = first_area(painter_.layout(), wanted);
    if (area == nullptr) {
        return false;
    }
    const std::string id = area->id;
    if (!area->fixed) {
        bring_into_view(area->rect);
    }
    paint_if_needed();
    area = painter_.layout().area(id);
    if (area == nullptr) {
        return false;
    }
    const float scroll = area->fixed ? 0 : scroll_;
    const ui::Point at{area->rect.x + area->rect.w / 2, area->rect.y + area->rect.h / 2 - scroll};
    painter_.pointer_moved(at);
    painter_.pointer_button(true);
    painter_.pointer_button(false);
    dirty_ = true;
    return true;
}

}  // namespace motcua::kiosk
