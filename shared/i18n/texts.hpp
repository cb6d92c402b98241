#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::i18n {

using Args = std::vector<std::pair<std::string, std::string>>;

/// The sentences of one language: assets/lang/<lang>.json, flat, key → text with {placeholders}.
class Texts {
public:
    /// InvalidInput when a member is not a string.
    static Result<Texts> read(std::string_view lang, const json::Value& file);

    /// The text with its placeholders filled; the key itself in ⟦ ⟧ when it is missing,
    /// so that a hole is seen (scripts/lint finds it before).
    [[nodiscard]] std::string get(std::string_view key, const Args& args = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const std::string& lang() const { return lang_; }
    /// "finding.<code>" with the finding's args.
    [[nodiscard]] std::string sentence(const Finding& finding) const;

private:
    std::string lang_;
    std::map<std::string, std::string, std::less<>> texts_;
};

/// "1.250.000 đ"
std::string money_dong(std::int64_t amount);

}  // namespace motcua::i18n
