#pragma once

#include <functional>
#include <string_view>
#include <variant>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::catalogue {

/// What a path leads to: nothing, a text or a value that stays where it is until the rule is
/// evaluated, or a value that was made for this one reading.
using Found = std::variant<std::monostate, std::string_view, const json::Value*, json::Value>;

/// The data a rule reads: what a "var" path leads to. The path "" means all of the data.
using Lookup = std::function<Found(std::string_view path)>;

/// Reads from a JSON value by dotted paths, as json-logic-js does. `data` must outlive it.
Lookup lookup_in(const json::Value& data);

inline constexpr int kMaxRuleDepth = 64;
inline constexpr int kMaxRuleSteps = 10000;

/// Evaluates a JsonLogic rule (jsonlogic.com, as npm json-logic-js 2.0.5 does; the
/// operations that are here are listed in docs/rules.md). InvalidInput with one finding:
/// "rule.operation" (unknown), "rule.arguments" (of a kind the operation cannot take),
/// "rule.number" (the result is no integer), "rule.depth" and "rule.work" (past the limits).
Result<json::Value> evaluate(const json::Value& rule, const Lookup& lookup);

/// JsonLogic's truth: false, null, 0, "" and [] are false.
bool truthy(const json::Value& value);

/// Is there an operation of this name?
bool is_operation(std::string_view name);

}  // namespace motcua::catalogue
