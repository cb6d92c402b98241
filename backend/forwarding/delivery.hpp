#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "backend/forwarding/http_client.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::forwarding {

enum class Outcome { Delivered, Retry, Refused };

/// What an answer means for a row.
struct Verdict {
    Outcome outcome = Outcome::Retry;
    std::string error;    ///< "" when delivered; else "connect", "http_500", "receipt_digest"…
    std::string receipt;  ///< When delivered
    std::optional<std::int64_t> retry_after_millis;
};

/// docs/API.md, "To the receiver": delivered is a 200 or 201 with a receipt that repeats the
/// idempotency key and the body's digest; nothing less.
Verdict judge(const HttpAnswer& answer, std::string_view idempotency_key, std::string_view body_sha256,
              std::int64_t now_millis);

/// "sha-256=:…:" (RFC 9530) of a digest given as hex.
std::string content_digest(std::string_view sha256_hex);

/// The key of a row: constant over all tries, different for every row of every destination.
std::string idempotency_key(std::string_view destination, std::string_view aggregate, std::int64_t sequence);

/// Milliseconds from now for a Retry-After of seconds or an HTTP date; nullopt when unreadable.
std::optional<std::int64_t> retry_after_millis(std::string_view header, std::int64_t now_millis);

}  // namespace motcua::backend::forwarding
