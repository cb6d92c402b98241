#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

TEST_CASE("a dossier is found with its code and its secret, and with nothing less", "[client][look_up]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.press("sign");
    person.press("nav.look_up");
    check_golden(person.page(), "look_up");
    person.press("look_up.go");
    CHECK(person.error_lines().size() == 2);
    CHECK(person.page().focus.id == "errors");
    person.type("look_up.code", "MC-2026-000001");
    person.type("look_up.secret", "sai");
    person.press("look_up.go");
    CHECK(person.sees("problem"));
    CHECK_FALSE(person.sees("timeline"));
    person.type("look_up.secret", " K7P2-9XQM ");
    person.press("look_up.go");
    CHECK(person.sees("timeline"));
    CHECK(person.page().focus.id == "look_up.result");
    check_golden(person.page(), "look_up_found");
    CHECK(person.words().find("K7P2") == std::string::npos);
}

TEST_CASE("the look-up has an address of its own", "[client][look_up]") {
    Person person(app::make_citizen_application());
    person.start("/tra-cuu");
    CHECK(person.page().id == "look_up");
    person.backend.silent = true;
    person.type("look_up.code", "a");
    person.type("look_up.secret", "b");
    person.press("look_up.go");
    CHECK(person.sees("problem"));
    person.press("nav.home");
    CHECK(person.page().id == "start");
    CHECK(person.paths == std::vector<std::string>{"/"});
}

}  // namespace motcua::tests
