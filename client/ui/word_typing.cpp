#include "client/ui/word_typing.hpp"

#include <utility>

#include "shared/text/text.hpp"

namespace motcua::ui {

void WordTyping::begin(const page::Input& input) {
    end_word();
    on_ = typing_.has_value() && input.mode.empty() && input.type != "email" && input.capitalize != "none" &&
          input.capitalize != "characters";
}

void WordTyping::end_word() {
    keys_.clear();
    shown_ = 0;
}

void WordTyping::insert(FieldEditor& editor, std::string_view text) {
    if (on_ && text.size() == 1 && text::is_word_key(text.front(), typing_->method)) {
        show(editor, keys_ + std::string(text));
    } else {
        end_word();
        editor.insert(text);
    }
}

void WordTyping::backspace(FieldEditor& editor) {
    if (keys_.empty()) {
        editor.backspace();
    } else {
        show(editor, text::keys_without_last_letter(keys_, *typing_));
    }
}

void WordTyping::show(FieldEditor& editor, std::string keys) {
    for (; shown_ > 0; --shown_) {
        editor.backspace();
    }
    if (!editor.selected().empty()) {
        editor.backspace();
    }
    const std::size_t before = text::length(editor.text());
    editor.insert(text::typed_word(keys, *typing_));
    shown_ = text::length(editor.text()) - before;
    keys_ = std::move(keys);
}

}  // namespace motcua::ui
