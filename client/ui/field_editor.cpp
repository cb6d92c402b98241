#include "client/ui/field_editor.hpp"

#include <algorithm>

#include "client/ui/utf8.hpp"

namespace motcua::ui {
namespace {

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        next_char(text, at);
    }
    return count;
}

std::size_t next_start(std::string_view text, std::size_t offset) {
    if (offset < text.size()) {
        next_char(text, offset);
    }
    return offset;
}

}  // namespace

void FieldEditor::begin(std::string id, std::string text, int max_chars) {
    state_ = {};
    state_.id = std::move(id);
    state_.text = std::move(text);
    state_.caret = state_.anchor = state_.text.size();
    max_chars_ = static_cast<std::size_t>(std::max(0, max_chars));
}

void FieldEditor::move(Move move, Select select) {
    switch (move) {
        case Move::Left:
            state_.caret = previous_start(state_.text, state_.caret);
            break;
        case Move::Right:
            state_.caret = next_start(state_.text, state_.caret);
            break;
        case Move::Home:
            state_.caret = 0;
            break;
        case Move::End:
            state_.caret = state_.text.size();
            break;
    }
    if (select == Select::Drop) {
        state_.anchor = state_.caret;
    }
}

void FieldEditor::select_all() {
    state_.anchor = 0;
    state_.caret = state_.text.size();
}

void FieldEditor::place_caret(std::size_t offset) {
    offset = std::min(offset, state_.text.size());
    while (offset > 0 && offset < state_.text.size() &&
           (static_cast<unsigned char>(state_.text[offset]) & 0xC0U) == 0x80U) {
        --offset;
    }
    state_.caret = state_.anchor = offset;
}

bool FieldEditor::remove_selection() {
    const auto [from, to] = std::minmax(state_.caret, state_.anchor);
    if (from == to) {
        return false;
    }
    state_.text.erase(from, to - from);
    state_.caret = state_.anchor = from;
    return true;
}

void FieldEditor::insert(std::string_view text) {
    remove_selection();
    state_.composition.clear();
    std::string clean;
    std::size_t room = max_chars_ == 0 ? text.size() : max_chars_ - std::min(max_chars_, length(state_.text));
    for (std::size_t at = 0; at < text.size() && room > 0; --room) {
        const std::size_t from = at;
        const bool control = next_char(text, at) < 0x20;
        clean += control ? std::string_view(" ") : text.substr(from, at - from);
    }
    state_.text.insert(state_.caret, clean);
    state_.caret = state_.anchor = state_.caret + clean.size();
}

void FieldEditor::backspace() {
    if (!remove_selection()) {
        const std::size_t from = previous_start(state_.text, state_.caret);
        state_.text.erase(from, state_.caret - from);
        state_.caret = state_.anchor = from;
    }
}

void FieldEditor::delete_forward() {
    if (!remove_selection()) {
        state_.text.erase(state_.caret, next_start(state_.text, state_.caret) - state_.caret);
    }
}

std::string FieldEditor::selected() const {
    const auto [from, to] = std::minmax(state_.caret, state_.anchor);
    return state_.text.substr(from, to - from);
}

}  // namespace motcua::ui
