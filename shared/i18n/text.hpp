#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/json/value.hpp"

namespace motcua::i18n {

/// A text of the data's own in several languages; `vi` is always there.
struct Text {
    std::vector<std::pair<std::string, std::string>> by_lang;

    /// The members of {"vi":…,"en":…} that are texts; none of what is no object, or nullptr.
    static Text read(const json::Value* value);
    /// The text in `lang`, else in Vietnamese.
    [[nodiscard]] const std::string& in(std::string_view lang) const;
    /// "vi" where in(lang) is Vietnamese because there is no other, else "".
    [[nodiscard]] const char* other_than(std::string_view lang) const;
    [[nodiscard]] bool empty() const { return by_lang.empty(); }
};

}  // namespace motcua::i18n
