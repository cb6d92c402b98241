#include "backend/forwarding/delivery.hpp"

#include <catch2/catch.hpp>

#include "shared/crypto/crypto.hpp"

using namespace motcua;
using namespace motcua::backend::forwarding;

namespace {

constexpr std::string_view kKey = "key-1";
constexpr std::int64_t kNow = 1'795'219'200'000;  // 2026-11-21 00:00:00 UTC

std::string digest() {
    return crypto::hex(crypto::sha256("{}"));
}

std::string receipt_body(std::string_view key, std::string_view sha256) {
    return R"({"receipt":"R-1","idempotency_key":")" + std::string(key) + R"(","sha256":")" +
           std::string(sha256) + R"("})";
}

Verdict judged(int status, std::string body, std::string retry_after = "") {
    return judge({.status = status, .retry_after = std::move(retry_after), .body = std::move(body)}, kKey,
                 digest(), kNow);
}

}  // namespace

TEST_CASE("only a receipt for this key and these bytes counts as delivered", "[backend][forwarding]") {
    const Verdict verdict = judged(GENERATE(200, 201), receipt_body(kKey, digest()));
    CHECK(verdict.outcome == Outcome::Delivered);
    CHECK(verdict.receipt == "R-1");
    CHECK(verdict.error.empty());
}

TEST_CASE("a 200 without a fitting receipt is tried again", "[backend][forwarding]") {
    const std::vector<std::pair<std::string, std::string>> bodies = {
        {"", "receipt_unreadable"},
        {"<html>OK</html>", "receipt_unreadable"},
        {"[]", "receipt_unreadable"},
        {"{}", "receipt_missing"},
        {R"({"receipt":7})", "receipt_missing"},
        {receipt_body("key-2", digest()), "receipt_key"},
        {receipt_body(kKey, std::string(64, '0')), "receipt_digest"},
        {R"({"receipt":")" + std::string(1'000, 'R') + R"("})", "receipt_missing"},
    };
    for (const auto& [body, error] : bodies) {
        CAPTURE(body);
        const Verdict verdict = judged(200, body);
        CHECK(verdict.outcome == Outcome::Retry);
        CHECK(verdict.error == error);
    }
}

TEST_CASE("a receipt with another status than 200 or 201 does not count", "[backend][forwarding]") {
    const int status = GENERATE(202, 204, 301, 302, 500, 503);
    const Verdict verdict = judged(status, receipt_body(kKey, digest()));
    CHECK(verdict.outcome == Outcome::Retry);
    CHECK(verdict.error == "http_" + std::to_string(status));
}

TEST_CASE("a 4xx that cannot get better stops the row", "[backend][forwarding]") {
    CHECK(judged(GENERATE(400, 401, 403, 404, 413, 415, 422), "").outcome == Outcome::Refused);
}

TEST_CASE("a 4xx that says not now is tried again", "[backend][forwarding]") {
    CHECK(judged(GENERATE(408, 409, 425, 429), "").outcome == Outcome::Retry);
}

TEST_CASE("no answer is tried again and its cause kept", "[backend][forwarding]") {
    const Verdict verdict = judge({.failure = "timeout"}, kKey, digest(), kNow);
    CHECK(verdict.outcome == Outcome::Retry);
    CHECK(verdict.error == "timeout");
}

TEST_CASE("Retry-After is read as seconds and as a date", "[backend][forwarding]") {
    CHECK(retry_after_millis("120", kNow) == 120'000);
    CHECK(retry_after_millis("0", kNow) == 0);
    CHECK(retry_after_millis("Sat, 21 Nov 2026 00:01:30 GMT", kNow) == 90'000);
    CHECK(retry_after_millis("Sat, 21 Nov 2020 00:01:30 GMT", kNow) == 0);
    CHECK(retry_after_millis("99999999999999999999", kNow) == 7LL * 24 * 3'600'000);
    for (const char* wrong : {"", "-1", "soon", "1.5 turns"}) {
        CAPTURE(wrong);
        CHECK_FALSE(retry_after_millis(wrong, kNow).has_value());
    }
    CHECK(judged(503, "", "7").retry_after_millis == 7'000);
}

TEST_CASE("Content-Digest is the base64 of the digest", "[backend][forwarding]") {
    // RFC 9530, appendix D: the digest of {"hello": "world"} and a line feed.
    const std::string hex = crypto::hex(crypto::sha256("{\"hello\": \"world\"}\n"));
    CHECK(content_digest(hex) == "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    CHECK(content_digest("xyz").empty());
}

TEST_CASE("every row of every destination has a key of its own", "[backend][forwarding]") {
    const std::string key = idempotency_key("province", "ab", 1);
    CHECK(key.size() == 64);
    CHECK(key == idempotency_key("province", "ab", 1));
    CHECK(key != idempotency_key("province", "ab", 2));
    CHECK(key != idempotency_key("province2", "ab", 1));
    CHECK(idempotency_key("a", "bc", 1) != idempotency_key("ab", "c", 1));
}
