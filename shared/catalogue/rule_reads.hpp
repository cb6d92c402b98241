#pragma once

#include <set>
#include <string>

#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {

using Names = std::set<std::string, std::less<>>;

/// Does the rule read one of these questions (or a part of its answer)?
bool reads_any(const Rule& rule, const Names& questions);

}  // namespace motcua::catalogue
