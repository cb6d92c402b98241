#pragma once

#include <string>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/value.hpp"
#include "shared/places/places.hpp"

namespace motcua::tests {

/// Names of the files with journeys through a procedure, in order.
std::vector<std::string> journeys_of(const std::string& code);

/// Takes a journey through a procedure as a person does: question by question, with what the
/// file (tests/fixtures/journeys/<procedure>/<name>.json) has in "typed", on the day "today"
/// ("2026-11-21" when left out), handing in "documents",
/// filled in by "helper" when there is one.
/// What comes of it, as "expect" of the file has it: "asked", "answers" (what the office reads),
/// "papers", "findings", "warnings", "fee", "limit".
Result<json::Value> journey_outcome(const catalogue::Procedure& procedure, const places::Places& places,
                                    const json::Value& file);

/// Of `outcome` what the file expects: the optional parts and the answers that it names; of a
/// file that names no answers all of them.
json::Value expected_part(const json::Value& outcome, const json::Value& expect);

}  // namespace motcua::tests
