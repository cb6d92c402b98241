#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Texts are UTF-8 here and UTF-16 in JavaScript: what rules count and compare are UTF-16 units.
namespace motcua::catalogue::utf16 {

/// The order of JavaScript strings.
bool less(std::string_view a, std::string_view b);
std::size_t length(std::string_view text);
/// Appends `count` units from unit `from` on. Half of a character becomes U+FFFD.
void append_slice(std::string_view text, std::size_t from, std::size_t count, std::string& out);

}  // namespace motcua::catalogue::utf16
