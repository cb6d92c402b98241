#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace motcua::text {

/// Bytes of the UTF-8 sequence at `offset` (which is inside the text); 0 when it is none:
/// stray or missing continuation bytes, overlong forms, surrogates, past U+10FFFF.
std::size_t sequence_length(std::string_view text, std::size_t offset);

/// Appends one code point as UTF-8.
void append_utf8(char32_t code_point, std::string& out);

}  // namespace motcua::text
