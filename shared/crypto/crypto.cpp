#include "shared/crypto/crypto.hpp"

#include <sodium.h>

#include <cstring>

namespace motcua::crypto {
namespace {

const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

bool start() {
    return sodium_init() >= 0;
}

Digest sha256(std::string_view bytes) {
    Digest digest{};
    crypto_hash_sha256(digest.data(), data_of(bytes), bytes.size());
    return digest;
}

// libsodium's state lives in our bytes, so that its header stays in this file.
static_assert(crypto_sign_PUBLICKEYBYTES == std::tuple_size_v<PublicKey>);
static_assert(crypto_sign_SECRETKEYBYTES == std::tuple_size_v<SecretKey>);
static_assert(crypto_sign_BYTES == std::tuple_size_v<Signature>);
static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Digest>);

namespace {

template <class State>
crypto_hash_sha256_state load(const State& state) {
    static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(State));
    crypto_hash_sha256_state loaded;
    std::memcpy(&loaded, &state, sizeof loaded);
    return loaded;
}

template <class State>
void store(const crypto_hash_sha256_state& from, State& state) {
    std::memcpy(&state, &from, sizeof from);
}

}  // namespace

Sha256::Sha256() {
    crypto_hash_sha256_state hash;
    crypto_hash_sha256_init(&hash);
    store(hash, state_);
}

void Sha256::add(std::string_view bytes) {
    crypto_hash_sha256_state hash = load(state_);
    crypto_hash_sha256_update(&hash, data_of(bytes), bytes.size());
    store(hash, state_);
}

Digest Sha256::finish() {
    crypto_hash_sha256_state hash = load(state_);
    Digest digest{};
    crypto_hash_sha256_final(&hash, digest.data());
    store(hash, state_);
    return digest;
}

KeyPair make_key_pair() {
    KeyPair pair;
    crypto_sign_keypair(pair.public_key.data(), pair.secret_key.data());
    return pair;
}

KeyPair key_pair_from_seed(const std::array<std::uint8_t, 32>& seed) {
    KeyPair pair;
    crypto_sign_seed_keypair(pair.public_key.data(), pair.secret_key.data(), seed.data());
    return pair;
}

Signature sign(std::string_view message, const SecretKey& key) {
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, data_of(message), message.size(), key.data());
    return signature;
}

bool verify(const Signature& signature, std::string_view message, const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), data_of(message), message.size(), key.data()) == 0;
}

void wipe(SecretKey& key) {
    sodium_memzero(key.data(), key.size());
}

std::string hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 0xFU]);
    }
    return text;
}

bool from_hex(std::string_view text, std::span<std::uint8_t> out) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    if (text.size() != out.size() * 2) {
        return false;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t high = kDigits.find(text[2 * i]);
        const std::size_t low = kDigits.find(text[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return false;
        }
        out[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return true;
}

void random_bytes(std::span<std::uint8_t> out) {
    randombytes_buf(out.data(), out.size());
}

}  // namespace motcua::crypto
