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

TEST_CASE("a procedure's page made at build time stands until somebody goes on from it",
          "[client][address]") {
    Person person(app::make_citizen_application());
    person.standing = "2026-11-21";
    person.start("/thu-tuc/1.004873");
    CHECK(person.stands());
    std::vector<std::string> needed = {"lang/vi", "procedures/1.004873@2026-11-21"};
    CHECK(person.asked == needed);
    needed.emplace_back("procedures/index");
    SECTION("to the first question") {
        person.press("continue");
        CHECK_FALSE(person.stands());
        CHECK(person.page().id == "question.cho_ai");
        CHECK_FALSE(person.page().busy);
        CHECK(person.asked == needed);
    }
    SECTION("to the start page") {
        person.press("nav.home");
        CHECK(person.sees("procedure.1.004873"));
        CHECK(person.asked == needed);
    }
    SECTION("to the page as it is today") {
        person.send(app::Stirred{});
        CHECK_FALSE(person.stands());
        needed.emplace_back("calendar");
        CHECK(person.asked == needed);
        CHECK(person.sees("expected"));
        CHECK(person.page().focus.epoch == 0);
    }
}

TEST_CASE("a page made at build time does not stand when it has become another", "[client][address]") {
    Person person(app::make_citizen_application());
    person.standing = "2026-11-21";
    SECTION("the procedure cannot be had") {
        person.unavailable = "procedures/1.004873@2026-11-21";
        person.start("/thu-tuc/1.004873");
        CHECK(person.sees("retry.procedure"));
    }
    SECTION("the texts cannot be had") {
        person.unavailable = "lang/vi";
        person.start("/thu-tuc/1.004873");
        CHECK(person.sees("lang.retry"));
    }
    SECTION("its edition is not in force today") {
        person.now_secs = 0;
        person.start("/thu-tuc/1.004873");
        CHECK(person.sees("closed"));
    }
    CHECK_FALSE(person.stands());
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
