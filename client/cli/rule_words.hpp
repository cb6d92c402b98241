#pragma once

#include <string>
#include <string_view>

#include "shared/catalogue/procedure.hpp"

namespace motcua::cli {

/// Rules as a person reads them: “Mục đích sử dụng” là “Kết hôn”. What has no words stands as JSON.
class RuleWords {
public:
    RuleWords(const catalogue::Procedure& procedure, std::string_view lang)
        : procedure_(procedure), vietnamese_(lang == "vi"), lang_(lang) {}

    [[nodiscard]] std::string condition(const catalogue::Rule& rule) const;
    [[nodiscard]] std::string term(const catalogue::Rule& rule) const;

private:
    [[nodiscard]] const char* pick(const char* vi, const char* en) const { return vietnamese_ ? vi : en; }
    [[nodiscard]] std::string name_of(std::string_view read) const;
    /// A constant compared with `other`: an option's label when `other` is a question with options.
    [[nodiscard]] std::string constant(const json::Value& value, const json::Value& other) const;
    [[nodiscard]] std::string side(const json::Value& side, const json::Value& other) const;
    [[nodiscard]] std::string joined(const json::Value& arguments, const char* word) const;
    [[nodiscard]] std::string negated(const catalogue::Rule& rule) const;
    [[nodiscard]] std::string compared(std::string_view operation, const json::Value& arguments) const;
    [[nodiscard]] std::string contained(const json::Value& needle, const json::Value& haystack) const;
    [[nodiscard]] std::string choice(const json::Value& arguments, bool as_term) const;

    const catalogue::Procedure& procedure_;
    bool vietnamese_;
    std::string lang_;
};

}  // namespace motcua::cli
