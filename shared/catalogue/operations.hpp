#pragma once

#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// The operations that work on evaluated arguments. Those that decide themselves what to
/// evaluate (if, and, or, some, …) or that read the data (var, missing) are in logic.cpp.
namespace motcua::catalogue {

using Arguments = std::vector<json::Value>;
using Operation = Result<json::Value> (*)(const Arguments& arguments);

/// nullptr when there is none of this name.
Operation find_operation(std::string_view name);

/// InvalidInput with the finding "rule.<reason>".
Error rule_error(std::string_view reason, std::string_view operation);

}  // namespace motcua::catalogue
