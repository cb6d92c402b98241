#pragma once

#include <functional>
#include <string_view>

#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {

/// Does the rule read a name of which this holds? Names of an item inside `some`, `map` and their
/// like are asked about too.
bool reads_any(const Rule& rule, const std::function<bool(std::string_view name)>& is_meant);

}  // namespace motcua::catalogue
