#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "backend/security/key.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::security {

/// Encrypts what is personal before it touches the disk: XChaCha20-Poly1305 with a random
/// nonce. Sealed bytes: 1 (format) | key id (8) | nonce (24) | ciphertext | tag (16).
/// Safe to use from several threads.
class Sealer {
public:
    /// Longer than the plain text by this much.
    static constexpr std::size_t kOverhead = 1 + 8 + 24 + 16;

    /// Seals with `current`; `retired` keys only open what they sealed before a rotation.
    explicit Sealer(Key current, std::vector<Key> retired = {});

    /// `<folder>/storage.key` (made on first start) is the current key; every
    /// `<folder>/storage-*.key` is a retired one.
    static Result<Sealer> open_folder(const std::filesystem::path& folder);

    /// `context` says what the bytes are and whose ("upload/<id>/3"); it is not stored, and
    /// the same context must be given to open them, so that rows cannot be swapped.
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view context) const;

    /// Internal when the bytes were altered, belong to another context or to an unknown key.
    [[nodiscard]] Result<std::string> open(std::string_view sealed, std::string_view context) const;

    /// True when the bytes were sealed by a retired key, so that a rotation can find them.
    [[nodiscard]] bool is_retired(std::string_view sealed) const;

private:
    [[nodiscard]] const Key* find(std::string_view id) const;

    Key current_;
    std::string current_id_;
    std::vector<std::pair<std::string, Key>> retired_;
};

}  // namespace motcua::backend::security
