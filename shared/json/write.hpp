#pragma once

#include <string>

#include "shared/json/value.hpp"

namespace motcua::json {

/// Compact JSON, members in the order they stand in. Numbers as JavaScript writes them: NaN and
/// the infinities, which JSON has not, are null.
std::string write(const Value& value);

/// The canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, shortest escapes.
std::string write_canonical(const Value& value);

}  // namespace motcua::json
