#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "shared/catalogue/procedure.hpp"

namespace motcua::analysis {

/// What a rule, or a part of one, can give besides null.
struct Type {
    enum class Kind {
        Unknown,  ///< Anything
        Nothing,  ///< Null alone
        Number,
        Date,  ///< A whole day
        Text,
        Truth,
        List,
        Address,
    };
    using Texts = std::set<std::string, std::less<>>;

    Kind kind = Kind::Unknown;
    std::optional<Texts> texts;  ///< All that a Text, or an item of a List, can be; nullopt: any text
    bool literal = false;        ///< Text: stands in the rule as it is
    bool wordy = false;          ///< Text: a name or the like, never a number or a day
    const catalogue::Group* rows = nullptr;  ///< List: the rows of this group

    static Type of(Kind kind) { return {kind, std::nullopt, false, false, nullptr}; }
    static Type text(Texts texts) { return {Kind::Text, std::move(texts), false, false, nullptr}; }
};

/// What stands in a rule as it is: no operation, no array.
Type literal_type(const json::Value& value);

/// The answers of a question as rules read them, when it is asked.
Type question_type(const catalogue::Question& question);

/// Either of two.
Type join(const Type& a, const Type& b);

/// Can it never be read as a number?
bool never_number(const Type& type);

/// Can it never be a day?
bool never_day(const Type& type);

bool is_day(std::string_view text);

/// "a date", "an option"
const char* kind_words(const Type& type);

/// Up to three of the texts, the most alike first: "bo_roi, bo_me".
std::string nearest(std::string_view text, const Type::Texts& texts);

}  // namespace motcua::analysis
