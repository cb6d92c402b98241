#include "shared/json/positions.hpp"

#include <catch2/catch.hpp>

namespace motcua::json {

TEST_CASE("a value's place is where it begins", "[json][positions]") {
    const std::string text = "{\n  \"a\": [1, {\"b\": \"x\\\"]\"}],\n  \"c\" : null}";
    const Positions positions(text);
    CHECK(positions.of("") == Position{1, 1});
    CHECK(positions.of("a") == Position{2, 8});
    CHECK(positions.of("a.0") == Position{2, 9});
    CHECK(positions.of("a.1.b") == Position{2, 18});
    CHECK(positions.of("c") == Position{3, 9});
}

TEST_CASE("of what is not there the nearest value around it is shown", "[json][positions]") {
    const std::string text = "{\"a\": {\"b\": 1}}";
    const Positions positions(text);
    CHECK(positions.of("a.nothing.at.all") == Position{1, 7});
    CHECK(positions.of("nothing") == Position{1, 1});
    CHECK_FALSE(positions.has("a.nothing"));
}

TEST_CASE("empty arrays and objects end where they end", "[json][positions]") {
    const std::string text = "[[], {}, [ ], true, 7]";
    const Positions positions(text);
    CHECK(positions.of("3") == Position{1, 15});
    CHECK(positions.of("4") == Position{1, 21});
}

TEST_CASE("a text that ends too early is walked to its end", "[json][positions]") {
    for (const char* text : {"", "{", "{\"", "{\"a", "{\"a\"", "{\"a\":", "[1,", "[\"\\"}) {
        CHECK(Positions(text).of("a").line == 1);
    }
}

}  // namespace motcua::json
