#include "shared/text/utf8.hpp"

#include <catch2/catch.hpp>

#include "shared/text/text.hpp"

using namespace motcua::text;

TEST_CASE("every code point survives being written and read", "[text]") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        std::string text;
        append_utf8(c, text);
        std::size_t offset = 0;
        REQUIRE(is_utf8(text));
        REQUIRE(length(text) == 1);
        REQUIRE(next_code_point(text, offset) == c);
        REQUIRE(offset == text.size());
    }
}

TEST_CASE("surrogates are no UTF-8, whatever wrote them", "[text]") {
    for (char32_t c = 0xD800; c < 0xE000; ++c) {
        std::string text;
        append_utf8(c, text);
        REQUIRE_FALSE(is_utf8(text));
    }
}

TEST_CASE("all sequences of two bytes are judged as Unicode does", "[text]") {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string text = {static_cast<char>(first), static_cast<char>(second)};
            const bool two_ascii = first < 0x80 && second < 0x80;
            const bool pair = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
            REQUIRE(is_utf8(text) == (two_ascii || pair));
        }
    }
}

TEST_CASE("length counts characters, not bytes", "[text]") {
    CHECK(length("") == 0);
    CHECK(length("Nguyễn") == 6);
    CHECK(length("a😀b") == 3);
}

TEST_CASE("a text that is cut off is walked through without reading past its end", "[text]") {
    const std::string text = "a\xE1\xBA";
    std::size_t offset = 0;
    std::size_t steps = 0;
    while (offset < text.size()) {
        next_code_point(text, offset);
        ++steps;
    }
    CHECK(steps == 3);
    CHECK(offset == text.size());
}
