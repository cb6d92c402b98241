#pragma once

#include <cstddef>
#include <string_view>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::json {

enum class Numbers {
    Integers,  ///< Within ±kMaxInteger and written in one way: whatever is exchanged
    All,       ///< All of RFC 8259, as the nearest double: data of rules
};

/// What the reader allows before it gives up.
struct ReadLimits {
    std::size_t max_bytes = 4U << 20U;
    int max_depth = 64;
    Numbers numbers = Numbers::Integers;
};

/// Reads one JSON text (RFC 8259), strictly: invalid UTF-8, duplicate keys, unpaired
/// surrogates, numbers that `limits` does not allow or that are too large for a double,
/// anything after the value, and nesting past the limit are InvalidInput with one finding
/// whose code is "json.<reason>" and whose args are line, column (both from 1, column in
/// bytes). Reasons: too_large, too_deep, unexpected, unexpected_end, trailing, number,
/// duplicate_key, control_character, escape, surrogate, utf8.
Result<Value> read(std::string_view text, const ReadLimits& limits = {});

}  // namespace motcua::json
