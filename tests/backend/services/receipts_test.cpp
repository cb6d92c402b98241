#include "backend/services/receipts.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "shared/crypto/crypto.hpp"

namespace motcua::tests {

using namespace backend::services;

TEST_CASE("dossier codes name unit, day and number", "[backend][services]") {
    CHECK(dossier_code("29461", {2026, 11, 21}, 1) == "29461-261121-0001");
    CHECK(dossier_code("29461", {2030, 1, 2}, 12345) == "29461-300102-12345");
}

TEST_CASE("receipt secrets are ten clear symbols, and typed ones are understood", "[backend][services]") {
    REQUIRE(crypto::start());
    std::set<std::string> seen;
    for (int round = 0; round < 200; ++round) {
        const std::string secret = receipt_secret();
        REQUIRE(secret.size() == 11);
        CHECK(secret[5] == '-');
        CHECK(secret.find_first_of("01IO") == std::string::npos);
        CHECK(normalise_receipt_secret(secret) == secret);
        seen.insert(secret);
    }
    CHECK(seen.size() == 200);
    CHECK(normalise_receipt_secret(" abcde 23456 ") == "ABCDE-23456");
    CHECK(normalise_receipt_secret("ABCDE23456") == "ABCDE-23456");
    CHECK(normalise_receipt_secret("abcde \u2013 23456") == "ABCDE-23456");
    for (const char* wrong : {"", "ABCDE", "ABCDE-2345O", "ABCDE-234567", "ABCDE-2345\n", "ábcde-23456"}) {
        CHECK(normalise_receipt_secret(wrong).empty());
    }
}

TEST_CASE("a QR code is a square of noughts and ones", "[backend][services]") {
    const std::string rows = qr_rows("https://motcua.example/tra-cuu#29461-261121-0001");
    const std::size_t width = rows.find('\n');
    REQUIRE(width != std::string::npos);
    CHECK(rows.size() == width * width + width - 1);
    CHECK(rows.substr(0, 7) == "1111111");
    CHECK(rows.find_first_not_of("01\n") == std::string::npos);
    CHECK(qr_rows(std::string(10'000, 'x')).empty());
}

TEST_CASE("a dossier's code is known however it is spaced", "[backend][services]") {
    for (const char* typed : {"29461-261121-0001", " 29461 261121 0001 ", "29461 - 261121 \u2013 0001",
                              "294612611210001", "29461-26 1121-0001"}) {
        CHECK(normalise_dossier_code(typed) == "29461-261121-0001");
    }
    CHECK(normalise_dossier_code("h01.001") == "H01.001");
    CHECK(normalise_dossier_code(" - ").empty());
}

}  // namespace motcua::tests
