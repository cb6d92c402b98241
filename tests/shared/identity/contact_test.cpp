#include <catch2/catch.hpp>
#include <string>

#include "shared/identity/identity.hpp"

using namespace motcua::identity;

TEST_CASE("numbers are read with the gaps that people leave", "[identity]") {
    CHECK(compact_number("001 090 012 345") == "001090012345");
    CHECK(compact_number("001.090.012-345") == "001090012345");
    CHECK(compact_number(" 001090012345\t") == "001090012345");
    CHECK(compact_number("001\u00A0090") == "001090");
    CHECK(compact_number("001x090") == "001x090");
    CHECK(compact_number("") == "");
    CHECK(compact_number("- -") == "- -");
}

TEST_CASE("phone numbers become ten or eleven digits from 0", "[identity]") {
    for (const char* typed : {"0901234567", "090 123 45 67", "090.123.4567", "+84901234567",
                              "+84 90 123 45 67", "84901234567", "+84 (0)"}) {
        CAPTURE(typed);
        const std::string expected = std::string(typed) == "+84 (0)" ? typed : "0901234567";
        CHECK(normalise_phone(typed) == expected);
    }
    CHECK(normalise_phone("+840901234567") == "0901234567");
    CHECK(normalise_phone("+84 294 385 1234") == "02943851234");
    CHECK(normalise_phone("0294 385 1234") == "02943851234");
    CHECK(normalise_phone("+1 202 555 0123") == "+1 202 555 0123");
    CHECK(normalise_phone("abc") == "abc");
    CHECK(normalise_phone("") == "");
    CHECK(normalise_phone("84") == "84");
}

TEST_CASE("mobile and landline numbers of Vietnam are accepted", "[identity]") {
    for (const char* number : {"0321234567", "0391234567", "0521234567", "0591234567", "0701234567",
                               "0791234567", "0811234567", "0891234567", "0901234567", "0991234567"}) {
        CAPTURE(number);
        CHECK(check_phone(number).empty());
        CHECK(is_mobile(number));
    }
    CHECK(check_phone("02943851234").empty());
    CHECK_FALSE(is_mobile("02943851234"));
}

TEST_CASE("other numbers are no phone numbers", "[identity]") {
    for (const char* number : {"",
                               "0",
                               "0301234567",
                               "0511234567",
                               "0531234567",
                               "0541234567",
                               "0571234567",
                               "0711234567",
                               "0751234567",
                               "0801234567",
                               "0601234567",
                               "0401234567",
                               "1901234567",
                               "090123456",
                               "09012345678",
                               "0290123456",
                               "029438512345",
                               "+84901234567",
                               "090 1234567",
                               "09012345a7",
                               "0123456789"}) {
        CAPTURE(number);
        CHECK(check_phone(number) == "phone");
    }
}

TEST_CASE("passports are capital letters and digits", "[identity]") {
    for (const char* number : {"C1234567", "B7654321", "P00123456", "K0123456", "N1234567", "AB123456"}) {
        CHECK(check_passport(number).empty());
    }
    for (const char* number :
         {"", "1234567", "c1234567", "C12345", "C123456789", "ABC12345", "C12345 67", "C"}) {
        CAPTURE(number);
        CHECK(check_passport(number) == "passport");
    }
}

TEST_CASE("a citizen ID, an old card or a passport identify a person", "[identity]") {
    for (const char* number : {"001090012345", "331234567", "C1234567"}) {
        CHECK(check_id_or_passport(number).empty());
    }
    for (const char* number : {"", "12345678", "1234567890", "00109001234", "C12", "33123456x"}) {
        CAPTURE(number);
        CHECK(check_id_or_passport(number) == "id_or_passport");
    }
}

TEST_CASE("mail addresses as they are used are accepted", "[identity]") {
    for (const char* address :
         {"anh@example.vn", "nguyen.thi-anh+giay.to@mail.example.com.vn",
          "a"
          "@b.vn",
          "1@2.example", "x_y@sub-domain.example.org", "o'neil@example.com", "ANH@EXAMPLE.VN"}) {
        CAPTURE(address);
        CHECK(check_email(address).empty());
    }
}

TEST_CASE("what cannot be a mail address is refused", "[identity]") {
    const std::string long_local = std::string(65, 'a') + "@example.vn";
    const std::string long_label = "a@" + std::string(64, 'b') + ".vn";
    const std::string long_address = "a@" + std::string(63, 'b') + "." + std::string(63, 'c') + "." +
                                     std::string(63, 'd') + "." + std::string(63, 'e') + ".vn";
    for (const std::string& address : {std::string(),
                                       std::string("anh"),
                                       std::string("@example.vn"),
                                       std::string("anh@"),
                                       std::string("anh@vn"),
                                       std::string("anh@example."),
                                       std::string("anh@.vn"),
                                       std::string("anh@exam..ple.vn"),
                                       std::string(".anh@example.vn"),
                                       std::string("anh.@example.vn"),
                                       std::string("a..b@example.vn"),
                                       std::string("a b@example.vn"),
                                       std::string("anh@exam ple.vn"),
                                       std::string("ánh@example.vn"),
                                       std::string("anh@"
                                                   "-example.vn"),
                                       std::string("anh@"
                                                   "example-.vn"),
                                       std::string("anh@example.v"),
                                       std::string("anh@127.0.0.1"),
                                       std::string("a@b@example.vn"),
                                       std::string("anh@example.vn\n"),
                                       std::string("<anh@example.vn>"),
                                       long_local,
                                       long_label,
                                       long_address}) {
        CAPTURE(address);
        CHECK(check_email(address) == "email");
    }
}
