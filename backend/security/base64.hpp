#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motcua::backend::security {

/// RFC 4648 §4, padded.
std::string base64(std::string_view bytes);
/// nullopt when `text` is not exactly such an encoding.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace motcua::backend::security
