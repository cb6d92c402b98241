#include "backend/security/password.hpp"

#include <sodium.h>

#include <array>

namespace motcua::backend::security {

namespace {

constexpr auto kWork = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto kMemoryBytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

}  // namespace

Result<std::string> hash_password(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    if (crypto_pwhash_str_alg(stored.data(), password.data(), password.size(), kWork, kMemoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error{ErrorCode::Unavailable, "not enough memory to hash a password"};
    }
    return std::string(stored.data());
}

bool verify_password(std::string_view stored, std::string_view password) {
    // libsodium wants a zero-ended string of at most STRBYTES.
    const std::string ended(stored);
    return ended.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(ended.c_str(), password.data(), password.size()) == 0;
}

bool verify_nobody(std::string_view password) {
    static const std::string kNobody = [] {
        std::array<unsigned char, 32> unknown{};
        randombytes_buf(unknown.data(), unknown.size());
        auto hashed = hash_password({reinterpret_cast<const char*>(unknown.data()), unknown.size()});
        return hashed ? *std::move(hashed) : std::string();
    }();
    (void)verify_password(kNobody, password);
    return false;
}

bool needs_new_hash(std::string_view stored) {
    const std::string ended(stored);
    return crypto_pwhash_str_needs_rehash(ended.c_str(), kWork, kMemoryBytes) != 0;
}

}  // namespace motcua::backend::security
