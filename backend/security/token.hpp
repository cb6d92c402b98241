#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "backend/security/key.hpp"

/// Random names and secrets, and what of them may be stored.
namespace motcua::backend::security {

/// `bytes` random bytes as lower-case hex: session cookies, upload ids.
std::string random_token(std::size_t bytes);

/// As random_token, but one that was made later sorts later: the first six bytes are the time. What
/// is stored under such names lies together, and a commit writes few pages. At least 8 bytes.
std::string ordered_token(std::size_t bytes);

/// A secret that a person copies from paper: `groups` groups of four, joined by "-", from
/// an alphabet without 0, O, 1 and I. Three groups hold 60 bits.
std::string human_secret(std::size_t groups = 3);

/// What a person typed as `human_secret` would have written it: upper case, regrouped,
/// without white space; "" when it cannot be such a secret.
std::string normalise_human_secret(std::string_view typed);

/// Hashes secrets for storage with keyed BLAKE2b, so that a copy of the database alone
/// lets nobody guess them. Its key is a file of its own (keys/tokens.key), because
/// rotating it would make every receipt's secret void.
class TokenHasher {
public:
    explicit TokenHasher(Key key) : key_(std::move(key)) {}

    /// 64 hex digits. `purpose` ("session", "receipt") keeps one kind of secret from
    /// being looked up as another.
    [[nodiscard]] std::string hash(std::string_view purpose, std::string_view secret) const;
    [[nodiscard]] bool matches(std::string_view stored, std::string_view purpose,
                               std::string_view secret) const;

private:
    Key key_;
};

/// Compares in a time that depends on the lengths only.
bool equal_constant_time(std::string_view a, std::string_view b);

}  // namespace motcua::backend::security
