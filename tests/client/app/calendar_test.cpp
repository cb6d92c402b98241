#include <catch2/catch.hpp>

#include "shared/calendar/date.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// At the page where a time is chosen; it is Monday 23 November 2026.
Person at_the_calendar() {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    bring_papers(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    return person;
}

}  // namespace

TEST_CASE("an appointment held past midnight is held until a time with its day", "[client][calendar]") {
    constexpr std::int64_t kFifteenHoursAndMoreSecs = 15 * 3600 + 50 * 60;
    Person person = a_citizen();
    reach_check(person);
    CHECK(person.node("held").name.find("/2026") == std::string::npos);
    Person late = a_citizen();
    late.now_secs += kFifteenHoursAndMoreSecs;  // 23:50
    reach_check(late);
    CHECK(late.node("held").name.find("Thứ Ba, 24/11/2026") != std::string::npos);
}

TEST_CASE("the calendar shows two whole weeks, each day with its state in words", "[client][calendar]") {
    Person person = at_the_calendar();
    const page::Node calendar = person.node("day");
    REQUIRE(calendar.role == page::Role::Calendar);
    REQUIRE(calendar.children.size() == 3);
    CHECK(calendar.children[0].children[6].name == "CN");
    CHECK(calendar.children[0].children[6].value == "Chủ nhật");
    for (std::size_t week = 1; week < calendar.children.size(); ++week) {
        CHECK(calendar.children[week].children.size() == 7);
    }
    CHECK(person.node("day.2026-11-23").level == 1);
    CHECK(person.node("day.2026-11-23").hint == "không hẹn");
    CHECK(person.node("day.2026-11-24").selected);
    CHECK(person.node("day.2026-11-24").value == "Thứ Ba, 24/11/2026: còn 4 chỗ");
    CHECK(person.node("day.2026-11-28").value == "Thứ Bảy, 28/11/2026: nghỉ");
    CHECK(person.node("day.2026-11-28").disabled);
    CHECK(calendar.children.back().children.back().id == "day.2026-12-06");
}

TEST_CASE("a day that is pressed shows its times, and says so", "[client][calendar]") {
    Person person = at_the_calendar();
    person.press("day.2026-11-25");
    CHECK(person.node("day.2026-11-25").selected);
    CHECK_FALSE(person.node("day.2026-11-24").selected);
    CHECK(person.node("slot").name == "Chọn giờ, Thứ Tư, 25/11/2026");
    CHECK(person.page().announcement.text == "Chọn giờ, Thứ Tư, 25/11/2026");
    person.send(app::Press{"day.2026-11-28"});
    CHECK(person.node("day.2026-11-25").selected);
    person.send(app::Press{"day.x"});
    CHECK(person.node("day.2026-11-25").selected);
}

TEST_CASE("few places and none are said as such", "[client][calendar]") {
    Person person = at_the_calendar();
    for (auto& [start, free] : person.backend.free_places) {
        free = calendar::day_in_vietnam(start).day == 24 ? 1 : 0;
    }
    person.press("slots.refresh");
    CHECK(person.node("day.2026-11-24").tone == page::Tone::Warning);
    CHECK(person.node("day.2026-11-24").value == "Thứ Ba, 24/11/2026: sắp hết, còn 2 chỗ");
    CHECK(person.node("day.2026-11-25").hint == "hết chỗ");
    CHECK(person.node("day.2026-11-25").disabled);
}

TEST_CASE("later and earlier days are whole weeks from a Monday on, never before today",
          "[client][calendar]") {
    Person person = a_citizen();
    person.now_secs += 2 * 86400;  // Wednesday
    begin(person);
    answer_all(person);
    bring_papers(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    CHECK(person.node("day.2026-11-23").hint == "đã qua");
    CHECK_FALSE(person.sees("slots.earlier"));
    person.press("slots.later");
    CHECK(person.sees("day.2026-12-07"));
    CHECK(person.sees("day.2026-12-20"));
    CHECK_FALSE(person.sees("day.2026-12-06"));
    person.press("slots.earlier");
    CHECK(person.sees("day.2026-11-25"));
    CHECK_FALSE(person.sees("slots.earlier"));
}

TEST_CASE("a holiday is called by its name", "[client][calendar]") {
    Person person = at_the_calendar();
    // 24 November is a holiday too, but here there are slots on it.
    CHECK_FALSE(person.sees("holidays"));
    person.backend.next["GET /api/v1/slots"].push_back({200, R"({"slots":[]})", false});
    person.now_secs += 37 * 86400;  // 30 December
    person.press("slots.refresh");
    CHECK(person.node("day.2027-01-01").hint == "nghỉ");
    CHECK(person.node("day.2027-01-01").value == "Thứ Sáu, 01/01/2027: nghỉ Tết Dương lịch");
    CHECK(person.node("holidays").name == "Thứ Sáu, 01/01/2027: nghỉ Tết Dương lịch");
}

}  // namespace motcua::tests
