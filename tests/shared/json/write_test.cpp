#include "shared/json/write.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/json/read.hpp"

using namespace motcua::json;

TEST_CASE("values are written compactly and in their order", "[json]") {
    const Value value =
        Object{{"b", Array{1, -2, Value(), true, false}}, {"a", "x"}, {"c", Object{}}, {"d", Array{}}};
    CHECK(write(value) == R"({"b":[1,-2,null,true,false],"a":"x","c":{},"d":[]})");
    CHECK(write_canonical(value) == R"({"a":"x","b":[1,-2,null,true,false],"c":{},"d":[]})");
}

TEST_CASE("only what must be escaped is escaped, in the shortest way", "[json]") {
    CHECK(write(Value(std::string("\0\x01\x1F\b\t\n\f\r\"\\/\x7F", 12))) ==
          "\"\\u0000\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7F\"");
    CHECK(write(Value("Đặng ₫ 😀")) == "\"Đặng ₫ 😀\"");
    CHECK(write(Value("\xE2\x80\xA8")) == "\"\xE2\x80\xA8\"");
}

TEST_CASE("the largest integers are written in full", "[json]") {
    CHECK(write(Value(kMaxInteger)) == "9007199254740991");
    CHECK(write(Value(-kMaxInteger)) == "-9007199254740991");
    CHECK(write(Value(0)) == "0");
}

// RFC 8785, 3.2.3: "the sorted result".
TEST_CASE("members are sorted as in the example of RFC 8785", "[json][vectors]") {
    const auto value = read(R"({
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
    })");
    REQUIRE(value.ok());
    const auto sorted = read(write_canonical(*value));
    REQUIRE(sorted.ok());
    std::vector<std::string> names;
    for (const auto& [key, name] : *sorted->object()) {
        names.push_back(*name.string());
    }
    CHECK(names == std::vector<std::string>{"Carriage Return", "One", "Control",
                                            "Latin Small Letter O With Diaeresis", "Euro Sign",
                                            "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"});
}

// RFC 8785, 3.2.2 and 3.2.4, without the numbers that this project does not exchange.
TEST_CASE("strings and literals are serialised as in the example of RFC 8785", "[json][vectors]") {
    const auto value = read(R"({
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    })");
    REQUIRE(value.ok());
    CHECK(write_canonical(*value) == R"({"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"})");
}

TEST_CASE("keys sort by UTF-16 code units, not by code points", "[json]") {
    // U+10000 is D800 DC00 in UTF-16 and comes before U+E000, in UTF-8 after it.
    const Value value =
        Object{{"\uE000", 1}, {"\U00010000", 2}, {"\uD7FF", 3}, {"\U0010FFFF", 4}, {"\uFFFF", 5}};
    CHECK(write_canonical(value) ==
          "{\"\uD7FF\":3,\"\U00010000\":2,\"\U0010FFFF\":4,\"\uE000\":1,\"\uFFFF\":5}");
}

TEST_CASE("a key that begins another comes first", "[json]") {
    CHECK(write_canonical(Object{{"ab", 1}, {"a", 2}, {"", 3}, {"b", 4}}) == R"({"":3,"a":2,"ab":1,"b":4})");
    CHECK(write_canonical(Object{{"a\U00010000", 1}, {"a", 2}, {"a\uE000", 3}}) ==
          "{\"a\":2,\"a\U00010000\":1,\"a\uE000\":3}");
}
