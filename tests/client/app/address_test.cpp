#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

TEST_CASE("a procedure's address opens its page", "[client][address]") {
    Person person(app::make_citizen_application());
    person.start("/thu-tuc/1.004873");
    CHECK(person.page().id == "procedure");
    CHECK(person.sees("tasks"));
    CHECK(person.paths.empty());
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
    CHECK(person.paths.empty());
    person.press("nav.home");
    CHECK(person.paths == std::vector<std::string>{"/"});
}

TEST_CASE("an address of no procedure leads to the search for it", "[client][address]") {
    Person person(app::make_citizen_application());
    person.start("/thu-tuc/9.999999");
    CHECK(person.page().id == "start");
    CHECK(person.sees("start.none"));
    CHECK(person.node("start.search").value == "9.999999");
    CHECK(person.paths == std::vector<std::string>{"/"});
}

TEST_CASE("a procedure chosen from the list is shown under its address", "[client][address]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    CHECK(person.paths == std::vector<std::string>{"/thu-tuc/1.004873"});
}

TEST_CASE("an address whose index cannot be had can be tried again", "[client][address]") {
    Person person(app::make_citizen_application());
    person.unavailable = "procedures/index";
    person.start("/thu-tuc/1.004873");
    CHECK(person.page().id == "procedure");
    CHECK(person.sees("retry.index"));
    person.unavailable.clear();
    person.press("retry.index");
    CHECK(person.sees("tasks"));
}

}  // namespace motcua::tests
