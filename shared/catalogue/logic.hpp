#pragma once

#include <functional>
#include <string_view>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::catalogue {

/// The data a rule reads: the value of a "var" path, or null when there is none.
using Lookup = std::function<json::Value(std::string_view path)>;

/// Evaluates a JsonLogic rule (jsonlogic.com, as npm json-logic-js 2.0.5 does; the
/// operations that are here are listed in docs/rules.md). Work and depth are limited;
/// past the limit, or for an unknown operation, InvalidInput.
Result<json::Value> evaluate(const json::Value& rule, const Lookup& lookup);

/// JsonLogic's truth: false, null, 0, "" and [] are false.
bool truthy(const json::Value& value);

}  // namespace motcua::catalogue
