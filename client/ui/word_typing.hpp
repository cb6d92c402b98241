#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "client/page/page.hpp"
#include "client/ui/field_editor.hpp"
#include "shared/text/typing.hpp"

namespace motcua::ui {

/// Telex or VNI in a FieldEditor: keeps the raw keys of the word being typed and shows what
/// they mean. Off in fields that take codes, numbers, phone numbers and e-mail addresses.
class WordTyping {
public:
    /// nullopt: letters stand for themselves everywhere.
    explicit WordTyping(std::optional<text::Typing> typing) : typing_(typing) {}

    /// Typing goes into another field from now on.
    void begin(const page::Input& input);
    /// What came from the keyboard: one key, or text that something else has composed.
    void insert(FieldEditor& editor, std::string_view text);
    void backspace(FieldEditor& editor);
    /// The caret has moved or the text has changed in another way.
    void end_word();

private:
    void show(FieldEditor& editor, std::string keys);

    std::optional<text::Typing> typing_;
    bool on_ = false;
    std::string keys_;
    std::size_t shown_ = 0;  ///< Letters of the word that stand before the caret
};

}  // namespace motcua::ui
