#include "backend/security/token.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "backend/security/base64.hpp"

using namespace motcua::backend::security;

TEST_CASE("tokens are hex of the asked length and differ", "[backend][security]") {
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        const std::string token = random_token(16);
        REQUIRE(token.size() == 32);
        REQUIRE(token.find_first_not_of("0123456789abcdef") == std::string::npos);
        seen.insert(token);
    }
    CHECK(seen.size() == 1'000);
}

TEST_CASE("ordered tokens differ, and no second one sorts before a time that has passed",
          "[backend][security]") {
    const std::string first = ordered_token(16);
    REQUIRE(first.size() == 32);
    REQUIRE(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) {
        const std::string token = ordered_token(16);
        CHECK(token.substr(0, 12) >= first.substr(0, 12));
        seen.insert(token.substr(12));
    }
    CHECK(seen.size() == 1'000);
}

TEST_CASE("a secret for people has no letters that look alike", "[backend][security]") {
    for (int i = 0; i < 1'000; ++i) {
        const std::string secret = human_secret();
        REQUIRE(secret.size() == 14);
        REQUIRE(secret[4] == '-');
        REQUIRE(secret[9] == '-');
        REQUIRE(secret.find_first_of("0O1I") == std::string::npos);
        REQUIRE(normalise_human_secret(secret) == secret);
    }
}

TEST_CASE("a secret may be typed with other spacing and case", "[backend][security]") {
    CHECK(normalise_human_secret(" abcd efgh2345 ") == "ABCD-EFGH-2345");
    CHECK(normalise_human_secret("ABC-DEF") == "");
    CHECK(normalise_human_secret("ABCD-EFG0") == "");
    CHECK(normalise_human_secret("ABCD-EFG\xC3\x81") == "");
    CHECK(normalise_human_secret(std::string(1'000, 'A')) == "");
}

TEST_CASE("a stored hash fits its purpose, secret and key only", "[backend][security]") {
    const TokenHasher hasher{Key::random()};
    const std::string stored = hasher.hash("session", "abc");
    CHECK(stored.size() == 64);
    CHECK(hasher.matches(stored, "session", "abc"));
    CHECK_FALSE(hasher.matches(stored, "receipt", "abc"));
    CHECK_FALSE(hasher.matches(stored, "session", "abd"));
    CHECK_FALSE(hasher.matches("", "session", "abc"));
    CHECK_FALSE(TokenHasher{Key::random()}.matches(stored, "session", "abc"));
    CHECK(hasher.hash("ab", "c") != hasher.hash("a", "bc"));
}

TEST_CASE("base64 reads back what it wrote and nothing else", "[backend][security]") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(from_base64("Zg==") == std::string("f"));
    CHECK(from_base64(base64(std::string("\0\xFF\x10", 3))) == std::string("\0\xFF\x10", 3));
    for (const char* wrong : {"Zg", "Zg=", "Z", "Zg== ", "Zm9v\nYmFy", "Zm9vYmF*", "Zh=="}) {
        CAPTURE(wrong);
        CHECK_FALSE(from_base64(wrong).has_value());
    }
}
