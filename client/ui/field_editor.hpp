#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "client/ui/view.hpp"

namespace motcua::ui {

/// Typing into one line of text, where no browser does it: caret, selection, deletion, by whole
/// letters. Pure; the kiosk feeds it, tests feed it.
class FieldEditor {
public:
    /// Starts on a field with the caret behind its text. `max_chars` 0 = no limit.
    void begin(std::string id, std::string text, int max_chars);
    void end() { state_ = {}; }
    [[nodiscard]] bool active() const { return !state_.id.empty(); }
    [[nodiscard]] const Editing& state() const { return state_; }
    [[nodiscard]] const std::string& text() const { return state_.text; }

    enum class Move { Left, Right, Home, End };
    enum class Select { Drop, Extend };
    void move(Move move, Select select);
    void select_all();
    /// Puts the caret at a byte offset, brought back to the start of a letter.
    void place_caret(std::size_t offset);

    /// Replaces the selection; line ends and control characters become spaces; cut at the limit.
    void insert(std::string_view text);
    void backspace();
    void delete_forward();
    [[nodiscard]] std::string selected() const;

    void compose(std::string text) { state_.composition = std::move(text); }

private:
    bool remove_selection();
    Editing state_;
    std::size_t max_chars_ = 0;
};

}  // namespace motcua::ui
