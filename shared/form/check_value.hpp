#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {

/// What the answers around one answer say about it.
struct Surroundings {
    Standing& standing;
    Place place;  ///< Of the question
    const calendar::Date& today;
    const places::Places& places;
};

/// The first thing wrong with one non-empty answer, by its question's type; the finding names no
/// field yet. `part` is the number of the answer among its question's slots.
std::optional<Finding> check_value(const catalogue::Question& question, int part, std::string_view answer,
                                   const Surroundings& around);

/// The same for text that a person composes: its length, its form, its characters.
std::optional<Finding> check_words(const catalogue::Question& question, std::string_view answer);
/// The same for the types that list or count: Number, Money, Choices, File.
std::optional<Finding> check_list(const catalogue::Question& question, std::string_view answer);
std::optional<Finding> check_amount(const catalogue::Question& question, std::string_view answer);

/// A finding without a field, with one argument when it has a name.
Finding finding(std::string_view code);
Finding finding(std::string_view code, const char* name, std::string value);

/// Longest answer of this question in characters.
int max_chars_of(const catalogue::Question& question);
/// Most files of this question, most options of it; what the file says, or what the type allows.
std::int64_t most_items_of(const catalogue::Question& question);

/// Name of a digest: 64 hex digits in small letters.
bool is_digest(std::string_view text);

/// A name somebody else chose, short enough to be said back.
std::string shortened(std::string_view name);

}  // namespace motcua::form
