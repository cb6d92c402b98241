#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/catalogue/procedure.hpp"
#include "shared/catalogue/rule_reads.hpp"
#include "shared/form/form.hpp"

namespace motcua::form {

/// What the answers around one answer say about it.
struct Surroundings {
    const Answers& effective;
    const calendar::Date& today;
    const places::Places& places;
    /// Questions whose answer is missing or wrong, and what follows from them: rules that
    /// read these prove nothing, and must not blame another question.
    const catalogue::Names& unsettled;
};

/// The first thing wrong with one non-empty answer, by its question's type. `id` is the
/// answer's id: the question's own, or that of one part of an address.
std::optional<Finding> check_value(const catalogue::Question& question, const std::string& id,
                                   std::string_view answer, const Surroundings& around);

/// Longest answer of this question in characters.
int max_chars_of(const catalogue::Question& question);

/// A name somebody else chose, short enough to be said back.
std::string shortened(std::string_view name);

}  // namespace motcua::form
