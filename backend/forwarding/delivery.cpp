#include "backend/forwarding/delivery.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "backend/security/base64.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"

namespace motcua::backend::forwarding {

namespace {

constexpr std::size_t kMaxReceiptChars = 200;

/// Why this body is no receipt for our request, or "" when it is one.
std::string receipt_error(const std::string& body, std::string_view key, std::string_view sha256,
                          std::string& receipt) {
    const auto value = json::read(body, {.max_bytes = 65'536, .max_depth = 8});
    if (!value || value->object() == nullptr) {
        return "receipt_unreadable";
    }
    receipt = value->text_or("receipt");
    if (receipt.empty() || receipt.size() > kMaxReceiptChars) {
        return "receipt_missing";
    }
    if (value->text_or("idempotency_key") != key) {
        return "receipt_key";
    }
    return value->text_or("sha256") == sha256 ? "" : "receipt_digest";
}

/// 4xx that say "not now" rather than "never".
bool is_final(int status) {
    constexpr std::array kAgain = {408, 409, 425, 429};
    return status >= 400 && status < 500 && std::find(kAgain.begin(), kAgain.end(), status) == kAgain.end();
}

}  // namespace

Verdict judge(const HttpAnswer& answer, std::string_view idempotency_key, std::string_view body_sha256,
              std::int64_t now_millis) {
    if (!answer.failure.empty()) {
        return {.outcome = Outcome::Retry, .error = answer.failure};
    }
    if (answer.status == 200 || answer.status == 201) {
        std::string receipt;
        std::string error = receipt_error(answer.body, idempotency_key, body_sha256, receipt);
        if (error.empty()) {
            return {.outcome = Outcome::Delivered, .receipt = std::move(receipt)};
        }
        return {.outcome = Outcome::Retry, .error = std::move(error)};
    }
    return {.outcome = is_final(answer.status) ? Outcome::Refused : Outcome::Retry,
            .error = "http_" + std::to_string(answer.status),
            .retry_after_millis = retry_after_millis(answer.retry_after, now_millis)};
}

std::string content_digest(std::string_view sha256_hex) {
    crypto::Digest digest{};
    if (!crypto::from_hex(sha256_hex, digest)) {
        return {};
    }
    return "sha-256=:" + security::base64({reinterpret_cast<const char*>(digest.data()), digest.size()}) +
           ":";
}

std::string idempotency_key(std::string_view destination, std::string_view aggregate, std::int64_t sequence) {
    // Lengths first, so that no two rows can spell the same text.
    std::string text = "motcua outbox v1";
    for (const std::string_view part : {destination, aggregate}) {
        text += "|" + std::to_string(part.size()) + ":" + std::string(part);
    }
    text += "|" + std::to_string(sequence);
    return crypto::hex(crypto::sha256(text));
}

std::optional<std::int64_t> retry_after_millis(std::string_view header, std::int64_t now_millis) {
    constexpr std::int64_t kMaxSecs = 7 * 24 * 3'600;
    if (header.empty() || header.size() > 64) {
        return std::nullopt;
    }
    const bool number = header.find_first_not_of("0123456789") == std::string_view::npos;
    if (number) {
        const std::int64_t secs = header.size() > 9 ? kMaxSecs : std::stoll(std::string(header));
        return std::min(secs, kMaxSecs) * 1'000;
    }
    const std::time_t at = curl_getdate(std::string(header).c_str(), nullptr);
    if (at < 0) {
        return std::nullopt;
    }
    return std::clamp<std::int64_t>(at * 1'000 - now_millis, 0, kMaxSecs * 1'000);
}

}  // namespace motcua::backend::forwarding
