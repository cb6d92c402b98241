#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"

namespace motcua::cli {

/// Rules as a person reads them: “Mục đích sử dụng” là “Kết hôn”. Every operation has words; only what is
/// no rule stands as JSON.
class RuleWords {
public:
    RuleWords(const catalogue::Procedure& procedure, std::string_view lang)
        : procedure_(procedure), vietnamese_(lang == "vi"), lang_(lang) {}

    [[nodiscard]] std::string condition(const catalogue::Rule& rule) const;
    [[nodiscard]] std::string term(const catalogue::Rule& rule) const;

private:
    [[nodiscard]] const char* pick(const char* vi, const char* en) const { return vietnamese_ ? vi : en; }
    /// "{0} sau {1}" with its places filled.
    [[nodiscard]] std::string said(const char* vi, const char* en,
                                   const std::vector<std::string>& parts) const;

    // rule_words.cpp: conditions
    /// A constant compared with `other`: an option's label when `other` is a question with options.
    [[nodiscard]] std::string constant(const json::Value& value, const json::Value& other) const;
    [[nodiscard]] std::string side(const json::Value& side, const json::Value& other) const;
    [[nodiscard]] std::string joined(const json::Value& arguments, const char* word) const;
    [[nodiscard]] std::string given(const json::Value& rule) const;
    [[nodiscard]] std::string negated(const catalogue::Rule& rule) const;
    [[nodiscard]] std::string compared(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string between(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string contained(const json::Value& needle, const json::Value& haystack) const;
    [[nodiscard]] std::string of_items(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string choice(const json::Value& arguments, bool as_term) const;

    // rule_terms.cpp: values
    [[nodiscard]] std::string name_of(std::string_view read) const;
    [[nodiscard]] std::string variable(const json::Value& arguments) const;
    [[nodiscard]] std::string list(const json::Value& arguments, const char* between) const;
    [[nodiscard]] std::string number(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string day(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string text(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string part_of_text(const json::Value& arguments) const;
    [[nodiscard]] std::string collection(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string lacking(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string folded(const json::Value& arguments) const;

    const catalogue::Procedure& procedure_;
    bool vietnamese_;
    std::string lang_;
};

/// The argument at `index` of an operation's member; null when there is none.
const json::Value& rule_argument(const json::Value& arguments, std::size_t index);
std::size_t count_arguments(const json::Value& arguments);
/// In `reduce` an item's answers are read as "current.ho_ten".
std::string_view without_current(std::string_view name);
std::string quoted(const std::string& text);

}  // namespace motcua::cli
