#include "shared/text/text.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "shared/text/utf8.hpp"

using namespace motcua::text;

TEST_CASE("names become capitals with all their marks", "[text]") {
    CHECK(upper("Nguyễn Thị Ánh") == "NGUYỄN THỊ ÁNH");
    CHECK(upper("đặng ưu ơn ăn ân ê ô") == "ĐẶNG ƯU ƠN ĂN ÂN Ê Ô");
    CHECK(upper("ỳ ỷ ỹ ỵ ý") == "Ỳ Ỷ Ỹ Ỵ Ý");
    CHECK(upper("straße 12/3b") == "STRAßE 12/3B");
    CHECK(upper("Łódź ÿ ĳ") == "ŁÓDŹ Ÿ Ĳ");
    CHECK(upper("日本 😀") == "日本 😀");
}

TEST_CASE("a search key is lower case without marks", "[text]") {
    CHECK(search_key("Nguyễn Đức") == "nguyen duc");
    CHECK(search_key("ĐẶNG THỊ HỒNG PHƯỢNG") == "dang thi hong phuong");
    CHECK(search_key("  Trà   Vinh ") == "tra vinh");
    CHECK(search_key("Nguye\u0302\u0303n") == "nguyen");
    CHECK(search_key("") == "");
    CHECK(search_key("Łódź Øre Ænima Œuvre") == "lodz ore aenima oeuvre");
}

TEST_CASE("both ways to place a tone are found by the same key", "[text]") {
    CHECK(search_key("Hoà Bình") == search_key("Hòa Bình"));
    CHECK(search_key("Thuý") == search_key("Thúy"));
}

TEST_CASE("signs separate words and apostrophes join them", "[text]") {
    CHECK(search_key("Bà Rịa - Vũng Tàu") == "ba ria vung tau");
    CHECK(search_key("TP.Hồ Chí Minh") == "tp ho chi minh");
    CHECK(search_key("Ea H'leo") == "ea hleo");
    CHECK(search_key("Đắk R\u2019lấp") == "dak rlap");
    CHECK(search_key("--- ...") == "");
    CHECK(search_key("số 12/3") == "so 12 3");
}

TEST_CASE("letters of other scripts stay in a search key", "[text]") {
    CHECK(search_key("ຫຼວງ 東京") == "ຫຼວງ 東京");
}

TEST_CASE("white space is squeezed to single spaces", "[text]") {
    CHECK(squeeze("  a \t\r\n b  ") == "a b");
    CHECK(squeeze("") == "");
    CHECK(squeeze(" \u00A0\u2003\u3000 ") == "");
    CHECK(squeeze("Trà\u00A0Vinh") == "Trà Vinh");
    CHECK(squeeze("\uFEFFTrà\u200B Vinh") == "Trà Vinh");
    CHECK(squeeze("a") == "a");
}

TEST_CASE("what the forms can print is told from what they cannot", "[text]") {
    std::string bad;
    CHECK(is_printable_repertoire("Nguyễn Thị Ánh, số 12/3 “Đông” – 50.000 ₫ … €", &bad));
    CHECK(is_printable_repertoire("Łukasz Žižek Šťastný Ÿ", &bad));
    CHECK(is_printable_repertoire("dòng một\ndòng hai", &bad));
    CHECK(is_printable_repertoire("", nullptr));
    CHECK(bad.empty());
}

TEST_CASE("the first character that cannot be printed is named", "[text]") {
    const std::string texts[][2] = {{"Anna 東京", "東"},    {"tab\there", "\t"},    {"a\u0301x", "\u0301"},
                                    {"Мария", "М"},         {"x 😀", "😀"},           {"Ștefan", "Ș"},
                                    {"a\u202Eb", "\u202E"}, {"a\u00ADb", "\u00AD"}, {"a\u200Db", "\u200D"},
                                    {"\x7F", "\x7F"}};
    for (const auto& [text, expected] : texts) {
        std::string bad;
        CAPTURE(text);
        CHECK_FALSE(is_printable_repertoire(text, &bad));
        CHECK(bad == expected);
        CHECK_FALSE(is_printable_repertoire(text, nullptr));
    }
}

TEST_CASE("letters are told from digits, signs and other scripts", "[text]") {
    for (const char32_t letter : {U'a', U'Z', U'đ', U'Ặ', U'ư', U'ß', U'ł'}) {
        CHECK(is_letter(letter));
    }
    for (const char32_t other : {U'0', U' ', U'-', U'×', U'÷', U'₫', U'я', U'\u0301', U'東'}) {
        CHECK_FALSE(is_letter(other));
    }
}

TEST_CASE("the quick questions about a text are right about every character", "[text]") {
    for (char32_t c = 1; c < 0x11000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        std::string character;
        append_utf8(c, character);
        for (const std::string& text :
             {character, "a" + character, character + " b", "Ở" + character + "ư"}) {
            const bool plain = squeeze(nfc(text)) == text;
            const bool capital = upper(text) == text;
            if ((is_plain_line(text) && !plain) || is_upper(text) != capital) {
                CAPTURE(text);
                CHECK(is_upper(text) == capital);
                CHECK((plain || !is_plain_line(text)));
            }
        }
    }
    CHECK(is_plain_line("Nguyễn Đức, số 1"));
    for (const char* text : {" a", "a ", "a  b", "a\nb", "a\tb", "e\u0301"}) {
        CHECK_FALSE(is_plain_line(text));
    }
    CHECK(is_upper("NGUYỄN ĐỨC 1"));
    CHECK_FALSE(is_upper("NGUYỄN ĐứC"));
}
