#pragma once

#include <vector>

#include "shared/analysis/rules.hpp"
#include "shared/catalogue/procedure.hpp"

namespace motcua::analysis {

/// The answers that are tried for one question.
struct Domain {
    std::vector<json::Value> values;
    /// No other answer makes any rule turn out in another way.
    bool exhaustive = false;
    /// No other answer makes a comparison with a constant turn out in another way.
    bool partition = false;
};

/// The answers of a question as rules see them; null, no answer, when it is not required.
/// `first_day` is the first on which somebody may answer.
Domain domain_of(const catalogue::Question& question, const Use& use, std::string_view first_day);

/// The parts of an address: codes and a text.
Domain domain_of_part(const catalogue::Question& question, const Use& use);

/// The rows of a repeated group: one and the same, several times.
Domain domain_of_rows(const catalogue::Group& group);

/// Days between two, both included ("" = open), on both sides of every constant.
Domain domain_of_days(const Use& use, std::string_view from_day, std::string_view until_day,
                      std::string_view first_day);

}  // namespace motcua::analysis
