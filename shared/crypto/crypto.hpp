#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The only home of libsodium in shared/ and client/.
namespace motcua::crypto {

using Digest = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using SecretKey = std::array<std::uint8_t, 64>;
using Signature = std::array<std::uint8_t, 64>;

/// Must be called once before anything else; false when libsodium cannot start.
bool start();

Digest sha256(std::string_view bytes);

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    Digest finish();

private:
    struct alignas(8) State {
        std::uint8_t bytes[128];
    } state_{};
};

struct KeyPair {
    PublicKey public_key{};
    SecretKey secret_key{};
};
/// A fresh Ed25519 key pair (RFC 8032) from the system's random source.
KeyPair make_key_pair();
/// The same from a 32-byte seed, for tests and vectors.
KeyPair key_pair_from_seed(const std::array<std::uint8_t, 32>& seed);
Signature sign(std::string_view message, const SecretKey& key);
bool verify(const Signature& signature, std::string_view message, const PublicKey& key);
/// Overwrites a key so that the compiler cannot leave it in memory.
void wipe(SecretKey& key);

/// A digest's bytes as a message to sign or verify.
inline std::string_view as_text(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string hex(std::span<const std::uint8_t> bytes);
/// Lower-case hex of exactly `out.size()` bytes.
bool from_hex(std::string_view text, std::span<std::uint8_t> out);
/// Random bytes from the system's source.
void random_bytes(std::span<std::uint8_t> out);

}  // namespace motcua::crypto
