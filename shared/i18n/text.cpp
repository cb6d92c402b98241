#include "shared/i18n/text.hpp"

namespace motcua::i18n {

namespace {

const std::string* find(const Text& text, std::string_view lang) {
    for (const auto& [each, words] : text.by_lang) {
        if (each == lang) {
            return &words;
        }
    }
    return nullptr;
}

}  // namespace

Text Text::read(const json::Value* value) {
    Text text;
    if (value != nullptr && value->object() != nullptr) {
        for (const auto& [lang, words] : *value->object()) {
            if (words.string() != nullptr) {
                text.by_lang.emplace_back(lang, *words.string());
            }
        }
    }
    return text;
}

const std::string& Text::in(std::string_view lang) const {
    static const std::string kNone;
    const std::string* words = find(*this, lang);
    words = words == nullptr ? find(*this, "vi") : words;
    return words == nullptr ? kNone : *words;
}

const char* Text::other_than(std::string_view lang) const {
    return empty() || find(*this, lang) != nullptr ? "" : "vi";
}

}  // namespace motcua::i18n
