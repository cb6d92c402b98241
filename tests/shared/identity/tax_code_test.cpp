#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "shared/identity/identity.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua::identity;
using motcua::tests::Random;

namespace {

std::string random_digits(Random& random, std::size_t count) {
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) {
        digits.push_back(static_cast<char>('0' + random.below(10)));
    }
    return digits;
}

/// Nine random digits with the tenth that fits; draws again where none does.
std::string random_tax_code(Random& random) {
    while (true) {
        const std::string nine = random_digits(random, 9);
        for (char last = '0'; last <= '9'; ++last) {
            if (check_tax_code(nine + last).empty()) {
                return nine + last;
            }
        }
    }
}

}  // namespace

TEST_CASE("a tax code of ten digits ends in the check digit of the others", "[identity]") {
    // Printed on the web sites of two large companies: our own arithmetic is not its own judge.
    CHECK(check_tax_code("0100109106").empty());
    CHECK(check_tax_code("0101243150").empty());
    CHECK(check_tax_code("0100109105") == "tax_code_check");
    CHECK(check_tax_code("0300588880") == "tax_code_check");
    CHECK(check_tax_code("0000000000") == "tax_code_check");
}

TEST_CASE("a dependent unit has three more digits, from 001", "[identity]") {
    CHECK(check_tax_code("0100109106-001").empty());
    CHECK(check_tax_code("0100109106-999").empty());
    CHECK(check_tax_code("0100109106-000") == "tax_code_branch");
    CHECK(check_tax_code("0100109105-001") == "tax_code_check");
    CHECK(check_tax_code("0100109106001") == "tax_code_length");
    CHECK(check_tax_code("0100109106-0A1") == "tax_code_digits");
    CHECK(check_tax_code("0100109106 001") == "tax_code_digits");
    CHECK(check_tax_code("0100109106-01") == "tax_code_digits");
    CHECK(check_tax_code("01001091-06001") == "tax_code_digits");
}

TEST_CASE("a person's tax code is the citizen ID", "[identity]") {
    CHECK(check_tax_code("086090001234").empty());
}

TEST_CASE("a tax code of another length is refused", "[identity]") {
    for (const char* code : {"", "010010910", "01001091066", "01001091060011"}) {
        CAPTURE(code);
        CHECK(check_tax_code(code) == "tax_code_length");
    }
    CHECK(check_tax_code("O100109106") == "tax_code_digits");
}

TEST_CASE("tax codes are typed with gaps and without the dash", "[identity]") {
    for (const char* typed : {"0100109106001", "0100109106-001", "0100109106 001", "01.0010.9106.001"}) {
        CAPTURE(typed);
        CHECK(normalise_tax_code(typed) == "0100109106-001");
    }
    CHECK(normalise_tax_code("0100 109 106") == "0100109106");
    CHECK(normalise_tax_code("086 090 001 234") == "086090001234");
    CHECK(normalise_tax_code("MST 0100109106") == "MST 0100109106");
    CHECK(normalise_tax_code("") == "");
}

TEST_CASE("one wrong digit in a tax code is always caught", "[identity][property]") {
    Random random(20261121);
    for (int round = 0; round < 200; ++round) {
        const std::string code = random_tax_code(random);
        for (std::size_t place = 0; place < code.size(); ++place) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = code;
                changed[place] = digit;
                CAPTURE(code, changed);
                REQUIRE(check_tax_code(changed) == (changed == code ? "" : "tax_code_check"));
            }
        }
    }
}

TEST_CASE("two swapped digits are caught, but for two pairs of places", "[identity][property]") {
    using Pair = std::pair<std::size_t, std::size_t>;
    Random random(7);
    for (int round = 0; round < 200; ++round) {
        const std::string code = random_tax_code(random);
        for (std::size_t a = 0; a < code.size(); ++a) {
            for (std::size_t b = a + 1; b < code.size(); ++b) {
                std::string swapped = code;
                std::swap(swapped[a], swapped[b]);
                // 29 ≡ 7 and 23 ≡ 1 modulo 11, and the check digit itself counts once.
                const bool unseen = Pair(a, b) == Pair(1, 6) || Pair(a, b) == Pair(2, 9);
                CAPTURE(code, swapped);
                REQUIRE(check_tax_code(swapped).empty() == (unseen || swapped == code));
            }
        }
    }
}

TEST_CASE("what is normalised stays as it is", "[identity][property]") {
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        const std::string code = random_tax_code(random);
        const std::string branch = std::to_string(random.between(100, 999));
        CHECK(normalise_tax_code(code) == code);
        CHECK(normalise_tax_code(code + branch) == code + "-" + branch);
        CHECK(normalise_tax_code(code + "-" + branch) == code + "-" + branch);
        CHECK(check_tax_code(code + "-" + branch).empty());
    }
}

TEST_CASE("an old identity card has nine digits", "[identity]") {
    CHECK(check_old_card("331234567").empty());
    for (const char* number : {"", "33123456", "3312345678", "33123456a", "331 23456"}) {
        CAPTURE(number);
        CHECK(check_old_card(number) == "old_card");
    }
}
