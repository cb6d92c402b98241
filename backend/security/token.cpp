#include "backend/security/token.hpp"

#include <sodium.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace motcua::backend::security {

namespace {

constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(kAlphabet.size() == 32);
constexpr std::size_t kGroupChars = 4;

std::string hex(const unsigned char* bytes, std::size_t count) {
    std::string text(count * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();  // libsodium ends it with a zero byte.
    return text;
}

char upper_ascii(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

}  // namespace

std::string random_token(std::size_t bytes) {
    std::vector<unsigned char> raw(bytes);
    randombytes_buf(raw.data(), raw.size());
    return hex(raw.data(), raw.size());
}

std::string ordered_token(std::size_t bytes) {
    constexpr std::size_t kTimeBytes = 6;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    auto left = static_cast<std::uint64_t>(micros.count());
    std::vector<unsigned char> raw(bytes);
    randombytes_buf(raw.data(), raw.size());
    for (std::size_t at = kTimeBytes; at-- > 0; left >>= 8U) {
        raw[at] = static_cast<unsigned char>(left & 0xffU);
    }
    return hex(raw.data(), raw.size());
}

std::string human_secret(std::size_t groups) {
    std::string secret;
    for (std::size_t i = 0; i < groups * kGroupChars; ++i) {
        if (i != 0 && i % kGroupChars == 0) {
            secret += '-';
        }
        secret += kAlphabet[randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))];
    }
    return secret;
}

std::string normalise_human_secret(std::string_view typed) {
    constexpr std::size_t kMaxChars = 64;
    std::string secret;
    std::size_t chars = 0;
    for (const char raw : typed.substr(0, kMaxChars)) {
        if (raw == ' ' || raw == '-' || raw == '\t') {
            continue;
        }
        const char letter = upper_ascii(raw);
        if (kAlphabet.find(letter) == std::string_view::npos) {
            return {};
        }
        if (chars != 0 && chars % kGroupChars == 0) {
            secret += '-';
        }
        secret += letter;
        ++chars;
    }
    return chars % kGroupChars == 0 && typed.size() <= kMaxChars ? secret : std::string();
}

std::string TokenHasher::hash(std::string_view purpose, std::string_view secret) const {
    // The zero byte keeps ("ab","c") and ("a","bc") apart.
    const std::string message = std::string(purpose).append(1, '\0').append(secret);
    std::array<unsigned char, crypto_generichash_BYTES> out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(message.data()),
                       message.size(), key_.data(), Key::kBytes);
    return hex(out.data(), out.size());
}

bool TokenHasher::matches(std::string_view stored, std::string_view purpose, std::string_view secret) const {
    return equal_constant_time(stored, hash(purpose, secret));
}

bool equal_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace motcua::backend::security
