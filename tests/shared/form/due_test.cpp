#include "shared/form/due.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::form {
namespace {

calendar::Calendar days_off() {
    auto calendar = calendar::Calendar::read(*json::read(tests::repository_file("assets/calendar/vn.json")));
    REQUIRE(calendar);
    return *std::move(calendar);
}

catalogue::TimeLimit three_working_days() {
    catalogue::TimeLimit limit;
    limit.steps.push_back({{}, 3, "working_day"});
    return limit;
}

}  // namespace

TEST_CASE("a limit ends on a working day, days off left out", "[form][due]") {
    // Friday 20 November 2026, 09:00 in Vietnam; the calendar has Tuesday 24 off.
    const auto deadline =
        deadline_of(three_working_days(), calendar::utc_secs({2026, 11, 20}, 9, 0), days_off());
    REQUIRE(deadline);
    CHECK(calendar::iso(calendar::day_in_vietnam(*deadline->due_at_secs)) == "2026-11-26");
}

TEST_CASE("a limit of several steps, and a form without a limit, are due on no day", "[form][due]") {
    catalogue::TimeLimit limit = three_working_days();
    limit.steps.push_back(limit.steps.front());
    CHECK_FALSE(deadline_of(limit, calendar::utc_secs({2026, 11, 20}, 9, 0), days_off()));
    CHECK_FALSE(
        due_at_secs(catalogue::Procedure{}, Form{}, calendar::utc_secs({2026, 11, 20}, 9, 0), days_off()));
}

}  // namespace motcua::form
