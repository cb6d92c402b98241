#pragma once

#include <cstddef>
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

inline constexpr int kMaxRuleDepth = 64;
inline constexpr int kMaxRuleSteps = 10000;
/// For everything that one evaluation makes: texts, arrays, the result.
inline constexpr std::size_t kMaxRuleBytes = std::size_t{1} << 20U;

/// Evaluates a JsonLogic rule (jsonlogic.com) as npm json-logic-js 2.0.5 does; docs/rules.md lists
/// the operations, those that are ours, and what differs. JavaScript's undefined is null.
/// InvalidInput with one finding: "rule.operation" (unknown), "rule.arguments" (JavaScript would
/// throw a TypeError), "rule.depth" and "rule.work" (past the limits).
Result<json::Value> evaluate(const json::Value& rule, const Lookup& lookup);
/// The same with the data as one JSON value.
Result<json::Value> evaluate(const json::Value& rule, const json::Value& data);

/// JsonLogic's truth: false, null, 0, NaN, "" and [] are false.
bool truthy(const json::Value& value);

/// Is there an operation of this name?
bool is_operation(std::string_view name);

}  // namespace motcua::catalogue
