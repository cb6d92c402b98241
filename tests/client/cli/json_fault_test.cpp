#include <catch2/catch.hpp>

#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {
namespace {

/// "2:9: found ',', expected …": what is said of a file with these bytes, without its path.
std::string said_of(const std::string& bytes) {
    const Scratch scratch;
    const std::string file = scratch.write("p.json", bytes);
    const Outcome done = motcua({"catalogue", "check", file});
    CHECK(done.exit == cli::kFindings);
    const std::string line = done.out.substr(0, done.out.find('\n'));
    const std::string middle = "error: ";
    const std::size_t at = line.find(middle);
    REQUIRE(line.rfind(file + ":", 0) == 0);
    REQUIRE(at != std::string::npos);
    const std::size_t place = file.size() + 1;
    return line.substr(place, at - place) + line.substr(at + middle.size());
}

}  // namespace

TEST_CASE("a character that does not belong is shown with what does", "[cli][check][json]") {
    CHECK(said_of("{\n \"v\": 1,,\n}") ==
          "2:9: found ',', expected a name in double quotes after the comma [json.unexpected]");
    CHECK(said_of("{\"v\": [1,]}") == "1:10: found ']', expected a value after the comma [json.unexpected]");
    CHECK(said_of("[1 2]") == "1:4: found '2', expected ',' or ']' [json.unexpected]");
    CHECK(said_of("{\"a\":[{}] \"b\":2}") == "1:11: found '\"', expected ',' or '}' [json.unexpected]");
    CHECK(said_of("{'a':1}") ==
          "1:2: found \"'\", expected a name in double quotes or '}' [json.unexpected]");
    CHECK(said_of("{\"a\" 1}") == "1:6: found '1', expected ':' [json.unexpected]");
    CHECK(said_of("{\"a\\\"{\":=}") == "1:9: found '=', expected a value [json.unexpected]");
    CHECK(said_of("[tru") == "1:5: found the end of the text, expected true [json.unexpected_end]");
    CHECK(said_of("[nulL]") == "1:5: found 'L', expected null [json.unexpected]");
    CHECK(said_of("[-x]") == "1:3: found 'x', expected a digit [json.unexpected]");
    CHECK(said_of("{\"a") ==
          "1:4: found the end of the text, expected the closing '\"' [json.unexpected_end]");
    CHECK(said_of("") == "1:1: found the end of the text, expected a value [json.unexpected_end]");
    CHECK(said_of("{}x") == "1:3: found 'x' after the value, expected the end of the text [json.trailing]");
}

TEST_CASE("a character that cannot be told by its looks is shown with its number", "[cli][check][json]") {
    CHECK(said_of("{“a”:1}") ==
          "1:2: found '“' (U+201C), expected a name in double quotes or '}' [json.unexpected]");
    CHECK(said_of("{\"a\":\u00A01}") == "1:6: found U+00A0, expected a value [json.unexpected]");
    CHECK(said_of("[\"a\nb\"]") ==
          "1:4: found U+000A in a text, expected the closing '\"' or an escape such as \\n "
          "[json.control_character]");
    CHECK(said_of("[\"\xE9\"]") == "1:3: found the byte 0xE9, expected a file in UTF-8 [json.utf8]");
}

TEST_CASE("numbers, names and escapes that JSON does not take are shown whole", "[cli][check][json]") {
    CHECK(said_of("{\"v\":-1.50}") ==
          "1:6: found -1.50, expected an integer up to 9007199254740991 without decimals, exponent or "
          "leading zero [json.number]");
    CHECK(said_of("{\"tên\":1,\n\"tên\":2}") ==
          "2:1: found \"tên\" a second time, expected each name once [json.duplicate_key]");
    CHECK(said_of("[\"\\x\"]") ==
          "1:3: found '\\' before 'x', expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u [json.escape]");
    CHECK(said_of("[\"\\u12g4\"]") == "1:7: found 'g', expected four digits 0-9 a-f after \\u [json.escape]");
    CHECK(said_of("[\"\\udc00\"]") ==
          "1:3: found \\udc00, half a character, expected \\ud800-\\udbff and then \\udc00-\\udfff "
          "[json.surrogate]");
    CHECK(said_of(std::string(70, '[')) ==
          "1:65: found '[' at depth 65, expected 64 at most [json.too_deep]");
}

TEST_CASE("a file in another encoding is called that", "[cli][check][json]") {
    using namespace std::string_literals;
    CHECK(said_of("\xEF\xBB\xBF{}") ==
          "1:1: found a byte order mark (BOM, U+FEFF), expected a file in UTF-8 without it "
          "[json.byte_order_mark]");
    const std::string sixteen = ": found a file in UTF-16, expected a file in UTF-8 [json.encoding]";
    const std::string thirty_two = ": found a file in UTF-32, expected a file in UTF-8 [json.encoding]";
    CHECK(said_of("\xFF\xFE{\0}\0"s) == "1:1" + sixteen);
    CHECK(said_of("\xFE\xFF\0{\0}"s) == "1:1" + sixteen);
    CHECK(said_of("{\0}\0"s) == "1:2" + sixteen);
    CHECK(said_of("\xFF\xFE\0\0{\0\0\0"s) == "1:1" + thirty_two);
    CHECK(said_of("\0\0\0{"s) == "1:1" + thirty_two);
    CHECK(said_of("{\0"s) == "1:2: found U+0000, expected a name in double quotes or '}' [json.unexpected]");
}

}  // namespace motcua::cli_test
