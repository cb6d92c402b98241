#pragma once

#include <string>
#include <string_view>

#include "backend/security/token.hpp"

namespace motcua::backend::services {

/// Who asks, as far as a limit has to tell people apart: a keyed hash of an IPv4 address, or of the
/// first 64 bits of an IPv6 address, of which one subscriber has as many as they like. What is no
/// address, and none, is one client: a limit that cannot tell people apart still holds.
std::string client_name(const security::TokenHasher& hasher, std::string_view address);

}  // namespace motcua::backend::services
