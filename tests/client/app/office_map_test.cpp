#include <catch2/catch.hpp>

#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// At the page of offices; the first and the last lie somewhere invented.
Person at_the_offices(const std::string& first, const std::string& last) {
    Person person = a_citizen();
    person.backend.next["GET /api/v1/offices"].push_back(
        {200,
         R"({"offices":[{"id":"mot","name":"Nơi Một","address":"","commune":"29467","verified":false)" +
             first +
             R"(},{"id":"hai","name":"Nơi Hai","address":"","commune":"29461","verified":false},)"
             R"({"id":"ba","name":"Nơi Ba","address":"","commune":"31135","verified":false)" +
             last + "}]}",
         false});
    begin(person);
    answer_all(person);
    bring_papers(person);
    return person;
}

}  // namespace

TEST_CASE("offices whose place is known stand on a map, numbered as in the list", "[client][map]") {
    Person person = at_the_offices(R"(,"coordinates":{"lat":"9.7","lon":"106.2"})",
                                   R"(,"coordinates":{"lat":"9.6","lon":"106.4"})");
    const page::Node list = person.node("office");
    // The one in the commune that was answered comes first.
    CHECK(list.children[0].name == "1. Nơi Hai");
    CHECK(list.children[1].name == "2. Nơi Một");
    const page::Node map = person.node("map");
    CHECK(map.role == page::Role::Map);
    CHECK(map.children.size() == 2);
    CHECK(map.hint == "khoảng 5 km");
    CHECK(person.node("pin.mot").name == "2");
    CHECK(person.node("pin.ba").name == "3");
    CHECK_FALSE(person.sees("pin.hai"));
}

TEST_CASE("a pin and its line in the list choose the same office", "[client][map]") {
    Person person = at_the_offices(R"(,"coordinates":{"lat":"9.7","lon":"106.2"})",
                                   R"(,"coordinates":{"lat":"9.6","lon":"106.4"})");
    person.press("pin.ba");
    CHECK(person.node("office").value == "ba");
    CHECK(person.node("pin.ba").selected);
    person.choose("office", "mot");
    CHECK(person.node("pin.mot").selected);
    CHECK_FALSE(person.node("pin.ba").selected);
    person.send(app::Press{"pin.x"});
    CHECK(person.node("office").value == "mot");
}

TEST_CASE("without a known place there is only the list", "[client][map]") {
    SECTION("none is told") {
        Person person = at_the_offices("", R"(,"coordinates":null)");
        CHECK_FALSE(person.sees("map"));
        CHECK(person.node("office").children[0].name == "Nơi Hai");
    }
    SECTION("what is told is no place") {
        Person person = at_the_offices(R"(,"coordinates":{"lat":"x","lon":"106.2"})", "");
        CHECK_FALSE(person.sees("map"));
    }
}

}  // namespace motcua::tests
