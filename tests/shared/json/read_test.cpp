#include "shared/json/read.hpp"

#include <catch2/catch.hpp>
#include <string>

using motcua::Result;
using namespace motcua::json;

namespace {

/// "reason line:column", or "ok".
std::string fault_of(std::string_view text, const ReadLimits& limits = {}) {
    const Result<Value> value = read(text, limits);
    if (value.ok()) {
        return "ok";
    }
    const motcua::Finding& finding = value.error().findings.at(0);
    return finding.code + " " + finding.args.at(0).second + ":" + finding.args.at(1).second;
}

Value value_of(std::string_view text) {
    const Result<Value> value = read(text);
    REQUIRE(value.ok());
    return *value;
}

}  // namespace

TEST_CASE("every kind of value is read", "[json]") {
    CHECK(value_of("null").is_null());
    CHECK(*value_of("true").boolean());
    CHECK_FALSE(*value_of("false").boolean());
    CHECK(*value_of("-17").integer() == -17);
    CHECK(*value_of("0").integer() == 0);
    CHECK(*value_of(R"("Trà Vinh")").string() == "Trà Vinh");
    CHECK(value_of("[]").array()->empty());
    CHECK(value_of("{}").object()->empty());
    CHECK(value_of(R"([1,[2,{"a":[]}]])") == Value(Array{1, Array{2, Object{{"a", Array{}}}}}));
}

TEST_CASE("white space may stand around everything", "[json]") {
    CHECK(value_of(" \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : null } \n") ==
          Value(Object{{"a", Array{1, 2}}, {"b", Value()}}));
}

TEST_CASE("members keep the order they were written in", "[json]") {
    const Value value = value_of(R"({"z":1,"a":2,"m":3})");
    REQUIRE(value.object()->size() == 3);
    CHECK((*value.object())[0].first == "z");
    CHECK((*value.object())[1].first == "a");
    CHECK((*value.object())[2].first == "m");
}

TEST_CASE("escapes mean what RFC 8259 says", "[json]") {
    CHECK(*value_of(R"("\"\\\/\b\f\n\r\t")").string() == "\"\\/\b\f\n\r\t");
    CHECK(*value_of(R"("\u0054r\u00E0 \u1EA4\u20ab")").string() == "Trà Ấ₫");
    CHECK(*value_of(R"("\ud83d\uDE00")").string() == "😀");
    CHECK(*value_of(R"("\uD800\uDC00")").string() == "\U00010000");
    CHECK(*value_of(R"("\uDBFF\uDFFF")").string() == "\U0010FFFF");
    CHECK(*value_of(R"("a\u0000b")").string() == std::string("a\0b", 3));
    CHECK(*value_of(R"("\uE000\uFFFD")").string() == "\uE000\uFFFD");
}

TEST_CASE("the largest integers that all readers keep are read exactly", "[json]") {
    CHECK(*value_of("9007199254740991").integer() == kMaxInteger);
    CHECK(*value_of("-9007199254740991").integer() == -kMaxInteger);
    CHECK(fault_of("9007199254740992") == "json.number 1:1");
    CHECK(fault_of("-9007199254740992") == "json.number 1:1");
    CHECK(fault_of("[1,99999999999999999999999999999999]") == "json.number 1:4");
}

TEST_CASE("numbers that would be rounded or are written in two ways are refused", "[json]") {
    for (const char* text : {"1.5", "1.0", "0.0", "1e3", "1E3", "1e+3", "0e0", "-0", "01", "-01", "00"}) {
        CAPTURE(text);
        CHECK(fault_of(text) == "json.number 1:1");
    }
}

TEST_CASE("what is no JSON is refused where it begins", "[json]") {
    CHECK(fault_of("") == "json.unexpected_end 1:1");
    CHECK(fault_of("   ") == "json.unexpected_end 1:4");
    CHECK(fault_of("nul") == "json.unexpected_end 1:4");
    CHECK(fault_of("nulL") == "json.unexpected 1:4");
    CHECK(fault_of("True") == "json.unexpected 1:1");
    CHECK(fault_of("-") == "json.unexpected_end 1:2");
    CHECK(fault_of("-x") == "json.unexpected 1:2");
    CHECK(fault_of("+1") == "json.unexpected 1:1");
    CHECK(fault_of("NaN") == "json.unexpected 1:1");
    CHECK(fault_of("'a'") == "json.unexpected 1:1");
    CHECK(fault_of("[1,]") == "json.unexpected 1:4");
    CHECK(fault_of("[,1]") == "json.unexpected 1:2");
    CHECK(fault_of("[1 2]") == "json.unexpected 1:4");
    CHECK(fault_of("[1}") == "json.unexpected 1:3");
    CHECK(fault_of(R"({"a":1,})") == "json.unexpected 1:8");
    CHECK(fault_of(R"({a:1})") == "json.unexpected 1:2");
    CHECK(fault_of(R"({"a" 1})") == "json.unexpected 1:6");
    CHECK(fault_of(R"({"a":1 "b":2})") == "json.unexpected 1:8");
    CHECK(fault_of(R"({1:2})") == "json.unexpected 1:2");
    CHECK(fault_of("/* */ 1") == "json.unexpected 1:1");
    CHECK(fault_of("\xEF\xBB\xBF{}") == "json.unexpected 1:1");
    CHECK(fault_of(std::string("[1,\0]", 5)) == "json.unexpected 1:4");
}

TEST_CASE("nothing may follow the value", "[json]") {
    CHECK(fault_of("1 2") == "json.trailing 1:3");
    CHECK(fault_of("{}{}") == "json.trailing 1:3");
    CHECK(fault_of("truex") == "json.trailing 1:5");
    CHECK(fault_of(std::string("1\0", 2)) == "json.trailing 1:2");
}

TEST_CASE("a fault says its line and column in bytes", "[json]") {
    CHECK(fault_of("{\n  \"a\": 1,\n  \"b\": x\n}") == "json.unexpected 3:8");
    CHECK(fault_of("[\r\n1,\r\n?]") == "json.unexpected 3:1");
    CHECK(fault_of("[\"Trà\" x]") == "json.unexpected 1:9");
    CHECK(fault_of("[\n") == "json.unexpected_end 2:1");
}

TEST_CASE("a key that stands twice is refused where it stands again", "[json]") {
    CHECK(fault_of(R"({"a":1,"b":2,"a":3})") == "json.duplicate_key 1:14");
    CHECK(fault_of(R"({"a":1,"\u0061":2})") == "json.duplicate_key 1:8");
    CHECK(fault_of(R"({"a":{"a":1}})") == "ok");
    CHECK(fault_of(R"([{"a":1},{"a":1}])") == "ok");
    CHECK(fault_of(R"({"":1,"":1})") == "json.duplicate_key 1:7");
}

TEST_CASE("a key that stands twice is found in an object of any size", "[json]") {
    for (const int members : {2, 15, 16, 17, 18, 100, 1000}) {
        CAPTURE(members);
        std::string text = "{";
        for (int i = 0; i < members; ++i) {
            text += "\"k" + std::to_string(i) + "\":{\"k\":0,\"l\":0},";
        }
        const std::string unique = text + "\"last\":0}";
        CHECK(fault_of(unique) == "ok");
        const std::string column = std::to_string(text.size() + 1);
        CHECK(fault_of(text + "\"k1\":0}") == "json.duplicate_key 1:" + column);
        CHECK(fault_of(text + "\"k0\":0,\"k1\":0}") == "json.duplicate_key 1:" + column);
    }
}

TEST_CASE("limits are kept to the byte and to the level", "[json]") {
    CHECK(fault_of("[10]", {4, 64}) == "ok");
    CHECK(fault_of("[100]", {4, 64}) == "json.too_large 1:1");
    CHECK(fault_of("[[[]]]", {100, 3}) == "ok");
    CHECK(fault_of("[[[[]]]]", {100, 3}) == "json.too_deep 1:4");
    CHECK(fault_of(R"({"a":[{"b":[]}]})", {100, 3}) == "json.too_deep 1:12");
    CHECK(fault_of("[[],[],[[]],[]]", {100, 3}) == "ok");
    CHECK(fault_of("1", {100, 0}) == "ok");
}

TEST_CASE("members are looked up with a fallback for the wrong type", "[json]") {
    const Value value = value_of(R"({"text":"x","number":7,"flag":true,"list":[1]})");
    CHECK(value.text_or("text") == "x");
    CHECK(value.text_or("number", "?") == "?");
    CHECK(value.text_or("none") == "");
    CHECK(value.integer_or("number", 1) == 7);
    CHECK(value.integer_or("text", 1) == 1);
    CHECK(value.boolean_or("flag", false));
    CHECK(value.boolean_or("none", true));
    CHECK(value.array_at("list").size() == 1);
    CHECK(value.array_at("text").empty());
    CHECK(value.find("none") == nullptr);
    CHECK(Value(3).find("x") == nullptr);
}
