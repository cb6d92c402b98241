#include "backend/security/password.hpp"

#include <catch2/catch.hpp>

using namespace motcua::backend::security;

TEST_CASE("a password fits its own hash and no other does", "[backend][security]") {
    const auto stored = hash_password("mật khẩu rất dài");
    REQUIRE(stored.ok());
    CHECK(stored->starts_with("$argon2id$"));
    CHECK(verify_password(*stored, "mật khẩu rất dài"));
    CHECK_FALSE(verify_password(*stored, "mật khẩu rất dài "));
    CHECK_FALSE(verify_password(*stored, ""));
    CHECK_FALSE(needs_new_hash(*stored));
}

TEST_CASE("what is no hash never verifies", "[backend][security]") {
    for (const char* stored : {"", "x", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$AAAA$AAAA"}) {
        CAPTURE(stored);
        CHECK_FALSE(verify_password(stored, ""));
    }
    CHECK_FALSE(verify_password(std::string(10'000, 'a'), "a"));
    CHECK(needs_new_hash("$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"));
}

TEST_CASE("nobody's password is always wrong", "[backend][security]") {
    CHECK_FALSE(verify_nobody(""));
    CHECK_FALSE(verify_nobody("demo"));
}
