#pragma once

#include <string>
#include <string_view>

#include "shared/core/result.hpp"

/// Passwords of staff accounts: argon2id, libsodium's INTERACTIVE limits (64 MiB, about a
/// tenth of a second): never on a thread that answers requests.
namespace motcua::backend::security {

/// The self-describing string to store ("$argon2id$…"). Unavailable when memory is short.
Result<std::string> hash_password(std::string_view password);

bool verify_password(std::string_view stored, std::string_view password);

/// Takes as long as a real check and is always false: for user names that do not exist, so
/// that the time of the answer does not tell which names do.
bool verify_nobody(std::string_view password);

/// True when the stored hash was made with other limits than today's.
bool needs_new_hash(std::string_view stored);

}  // namespace motcua::backend::security
