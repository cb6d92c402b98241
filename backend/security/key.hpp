#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/core/result.hpp"

/// Everything of libsodium that only the backend needs. Call crypto::start() once before.
namespace motcua::backend::security {

/// A 32-byte secret in guarded memory, wiped when the last copy goes.
class Key {
public:
    static constexpr std::size_t kBytes = 32;

    static Key random();
    /// InvalidInput when `bytes` is not exactly 32 long.
    static Result<Key> from_bytes(std::string_view bytes);

    [[nodiscard]] const unsigned char* data() const { return bytes_.get(); }
    /// 8 public bytes that name the key and tell nothing about it.
    [[nodiscard]] std::string id() const;

private:
    Key();
    std::shared_ptr<unsigned char> bytes_;
};

/// Reads a key file, or makes it (mode 0600, written whole and synced before it gets its
/// name) when it is absent. Refuses a file that others can read or whose size is wrong:
/// `detail` is a sentence for the operator.
Result<Key> open_key_file(const std::filesystem::path& file);

}  // namespace motcua::backend::security
