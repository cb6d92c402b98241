#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/security/token.hpp"

namespace motcua::backend::services {

/// What the office's own screens show, behind which a whole hall has one address: they have no limits of
/// addresses and no puzzles, and nothing else that others have not. NAME.MAC; `name` of [a-z0-9-].
std::string kiosk_pass(const security::TokenHasher& hasher, std::string_view name);

/// Is it one of ours, and its name not among the `lost`?
bool is_kiosk_pass(const security::TokenHasher& hasher, std::string_view pass,
                   const std::vector<std::string>& lost);

}  // namespace motcua::backend::services
