#include "shared/calendar/deadline.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/shared/support/calendars.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::calendar;
using tests::findings_of;
using tests::Lines;

namespace {

constexpr Limit kSameDay{.value = 0, .unit = Unit::SameDay, .cut_off_minute = 15 * 60};

std::int64_t at(int month, int day, int hour, int minute, int year = 2026) {
    return utc_secs({year, month, day}, hour, minute);
}

Limit days(int count) {
    return {.value = count, .unit = Unit::WorkingDay};
}
Limit hours(int count) {
    return {.value = count, .unit = Unit::WorkingHour};
}
Limit calendar_days(int count) {
    return {.value = count, .unit = Unit::CalendarDay};
}

Deadline compute(std::int64_t received, const Limit& limit, const std::vector<Suspension>& suspensions = {}) {
    auto result = deadline(received, limit, standard_hours(), tests::vietnam(), suspensions);
    REQUIRE(result.ok());
    return *std::move(result);
}

/// "27/11/2026 10:00", or "open".
std::string due(const Deadline& deadline) {
    return deadline.due_at_secs ? vietnamese(day_in_vietnam(*deadline.due_at_secs)) + " " +
                                      time_in_vietnam(*deadline.due_at_secs)
                                : "open";
}
std::string due(std::int64_t received, const Limit& limit, const std::vector<Suspension>& suspensions = {}) {
    return due(compute(received, limit, suspensions));
}

/// "24/11/2026 culture_day"
std::vector<std::string> skipped(const Deadline& deadline) {
    const Calendar calendar = tests::vietnam();
    std::vector<std::string> lines;
    for (const SkippedDay& day : deadline.skipped) {
        std::string why = day.suspended ? "suspended" : "weekend";
        if (day.day.kind == DayKind::Substitute) {
            why = "substitute";
        } else if (day.day.kind == DayKind::Holiday) {
            why = calendar.holiday_of(day.day)->id;
        }
        lines.push_back(vietnamese(day.date) + " " + why);
    }
    return lines;
}

std::string refused(std::int64_t received, const Limit& limit, const OfficeHours& hours = standard_hours(),
                    const std::vector<Suspension>& suspensions = {}) {
    return findings_of(deadline(received, limit, hours, tests::vietnam(), suspensions)).front();
}

}  // namespace

TEST_CASE("three working days skip 24 November and keep the time of day", "[calendar][deadline]") {
    const Deadline result = compute(at(11, 23, 10, 0), days(3));
    CHECK(due(result) == "27/11/2026 10:00");
    CHECK(result.start == Start::OnReceipt);
    CHECK(result.began_at_secs == at(11, 23, 10, 0));
    CHECK(skipped(result) == Lines{"24/11/2026 culture_day"});
    CHECK_FALSE(result.expected);
    // Eight hours are one working day.
    CHECK(due(at(11, 23, 10, 0), hours(24)) == "27/11/2026 10:00");
}

TEST_CASE("the same day ends at closing time, after 15:00 on the next working day", "[calendar][deadline]") {
    CHECK(due(at(11, 23, 9, 0), kSameDay) == "23/11/2026 17:00");
    CHECK(due(at(11, 23, 15, 0), kSameDay) == "23/11/2026 17:00");
    const Deadline late = compute(at(11, 23, 15, 1), kSameDay);
    CHECK(due(late) == "25/11/2026 17:00");
    CHECK(late.start == Start::AfterCutOff);
    CHECK(late.began_at_secs == at(11, 25, 7, 0));
    CHECK(skipped(late) == Lines{"24/11/2026 culture_day"});
    CHECK(due(at(11, 27, 16, 0), kSameDay) == "30/11/2026 17:00");
    CHECK(due(at(11, 28, 9, 0), kSameDay) == "30/11/2026 17:00");
    // A cut-off also moves the first of several days.
    CHECK(due(at(11, 25, 15, 1), {.value = 1, .unit = Unit::WorkingDay, .cut_off_minute = 900}) ==
          "27/11/2026 07:00");
}

TEST_CASE("seven working days from 28 January 2027 cross Tết", "[calendar][deadline]") {
    const Deadline result = compute(at(1, 28, 10, 0, 2027), days(7));
    CHECK(due(result) == "15/02/2027 10:00");
    // The notice for 2027 is not in the calendar.
    CHECK(result.expected);
    CHECK(skipped(result) == Lines{"30/01/2027 weekend", "31/01/2027 weekend", "04/02/2027 tet",
                                   "05/02/2027 tet", "06/02/2027 tet", "07/02/2027 tet", "08/02/2027 tet",
                                   "09/02/2027 substitute", "10/02/2027 substitute", "13/02/2027 weekend",
                                   "14/02/2027 weekend"});
    CHECK_FALSE(compute(at(1, 28, 10, 0, 2027), days(3)).expected);
    // The first working day after the expected Tết may still become a day off.
    CHECK(compute(at(2, 10, 10, 0, 2027), days(0)).expected);
    // Nobody has looked at 2028.
    CHECK(compute(at(12, 30, 10, 0, 2027), days(2)).expected);
    CHECK_FALSE(compute(at(12, 28, 10, 0, 2027), days(2)).expected);
}

TEST_CASE("the clock begins when working time runs", "[calendar][deadline]") {
    const Deadline early = compute(at(11, 23, 5, 0), hours(1));
    CHECK(early.start == Start::AtOpening);
    CHECK(due(early) == "23/11/2026 08:00");
    CHECK(due(at(11, 23, 12, 0), hours(1)) == "23/11/2026 14:30");
    CHECK(due(at(11, 23, 11, 30), hours(1)) == "23/11/2026 14:30");
    CHECK(due(at(11, 23, 17, 0), hours(1)) == "25/11/2026 08:00");
    CHECK(due(at(11, 28, 9, 0), days(1)) == "01/12/2026 07:00");
    CHECK(due(at(11, 23, 12, 0), days(3)) == "27/11/2026 13:30");
}

TEST_CASE("working hours step over the break and end where they are used up", "[calendar][deadline]") {
    CHECK(due(at(11, 23, 11, 0), hours(1)) == "23/11/2026 14:00");
    CHECK(due(at(11, 23, 10, 30), hours(1)) == "23/11/2026 11:30");
    CHECK(due(at(11, 23, 7, 0), hours(8)) == "23/11/2026 17:00");
    CHECK(due(at(11, 23, 7, 0), hours(9)) == "25/11/2026 08:00");
    CHECK(due(at(11, 23, 10, 0), hours(8)) == "25/11/2026 10:00");
    CHECK(due(at(11, 23, 10, 0), hours(0)) == "23/11/2026 10:00");
}

TEST_CASE("calendar days count rest, and do not end on it", "[calendar][deadline]") {
    CHECK(due(at(11, 20, 9, 0), calendar_days(3)) == "23/11/2026 17:00");
    const Deadline moved = compute(at(11, 19, 9, 0), calendar_days(5));
    CHECK(due(moved) == "25/11/2026 17:00");
    // The weekend in the middle was counted; only the holiday moved the end.
    CHECK(skipped(moved) == Lines{"24/11/2026 culture_day"});
    CHECK_FALSE(moved.expected);
    CHECK(compute(at(2, 1, 9, 0, 2027), calendar_days(5)).expected);
    // Tết lies within, and moves nothing.
    CHECK_FALSE(compute(at(2, 1, 9, 0, 2027), calendar_days(30)).expected);
}

TEST_CASE("the clock stands still while a supplement is awaited", "[calendar][deadline]") {
    const std::int64_t received = at(11, 23, 10, 0);
    const std::vector<Suspension> week = {{at(11, 25, 10, 0), at(12, 2, 10, 0)}};
    // One of three working days had passed.
    const Deadline result = compute(received, days(3), week);
    CHECK(due(result) == "04/12/2026 10:00");
    CHECK(skipped(result) == Lines{"24/11/2026 culture_day", "26/11/2026 suspended", "27/11/2026 suspended",
                                   "28/11/2026 weekend", "29/11/2026 weekend", "30/11/2026 suspended",
                                   "01/12/2026 suspended"});
    CHECK(due(received, hours(24), week) == "04/12/2026 10:00");
    CHECK(due(received, calendar_days(3), week) == "03/12/2026 17:00");
    CHECK(due(received, kSameDay, {{at(11, 23, 14, 0), at(11, 23, 15, 30)}}) == "25/11/2026 17:00");
    // Two waits move twice, one inside the other once.
    CHECK(due(received, days(3),
              {{at(11, 26, 10, 0), at(11, 27, 10, 0)}, {at(11, 25, 10, 0), at(11, 26, 9, 0)}}) ==
          "01/12/2026 09:00");
    CHECK(due(received, days(3), {week[0], {at(11, 26, 10, 0), at(11, 27, 10, 0)}}) == "04/12/2026 10:00");
}

TEST_CASE("while the end of a wait is open there is no date", "[calendar][deadline]") {
    const Deadline result = compute(at(11, 23, 10, 0), days(3), {{at(11, 25, 10, 0), std::nullopt}});
    CHECK(due(result) == "open");
    CHECK(skipped(result) == Lines{"24/11/2026 culture_day"});
    CHECK(due(at(11, 23, 10, 0), days(3),
              {{at(11, 25, 10, 0), std::nullopt}, {at(11, 25, 11, 0), at(11, 25, 14, 0)}}) == "open");
}

TEST_CASE("a wait before the clock began or after it ended moves nothing", "[calendar][deadline]") {
    const std::string usual = "27/11/2026 10:00";
    CHECK(due(at(11, 23, 10, 0), days(3), {{at(11, 20, 10, 0), at(11, 23, 9, 0)}}) == usual);
    CHECK(due(at(11, 23, 10, 0), days(3), {{at(11, 27, 10, 0), at(12, 9, 10, 0)}}) == usual);
    CHECK(due(at(11, 23, 10, 0), days(3), {{at(11, 27, 10, 0), std::nullopt}}) == usual);
    CHECK(due(at(11, 23, 10, 0), days(3), {{at(11, 25, 10, 0), at(11, 25, 10, 0)}}) == usual);
}

TEST_CASE("offices keep their own hours", "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    // Open on Saturday morning to receive; working time begins on Monday all the same.
    CHECK(is_open(police_hours(), calendar, at(11, 28, 9, 0)));
    CHECK_FALSE(is_open(police_hours(), calendar, at(11, 28, 14, 0)));
    CHECK_FALSE(is_open(standard_hours(), calendar, at(11, 28, 9, 0)));
    CHECK_FALSE(is_open(police_hours(), calendar, at(11, 24, 9, 0)));
    CHECK(is_open(standard_hours(), calendar, at(1, 10, 9, 0)));
    CHECK_FALSE(is_open(standard_hours(), calendar, at(11, 23, 11, 30)));
    const auto saturday = deadline(at(11, 28, 9, 0), days(1), police_hours(), calendar);
    REQUIRE(saturday.ok());
    CHECK(due(*saturday) == "01/12/2026 07:00");
    // A Friday that closes early pulls what ends later into its hours.
    OfficeHours short_friday = standard_hours();
    short_friday.weekdays[5] = {{8 * 60, 11 * 60}};
    const auto friday = deadline(at(11, 26, 16, 0), days(1), short_friday, calendar);
    REQUIRE(friday.ok());
    CHECK(due(*friday) == "27/11/2026 11:00");
}

TEST_CASE("a Saturday worked for a Friday counts as a working day", "[calendar][deadline]") {
    // Thursday 8 January 2026; Saturday the 10th is worked.
    CHECK(due(at(1, 8, 10, 0), days(2)) == "10/01/2026 10:00");
    CHECK(due(at(1, 8, 10, 0), days(3)) == "12/01/2026 10:00");
}

TEST_CASE("receipts and limits out of range are refused", "[calendar][deadline]") {
    const std::int64_t now = at(11, 23, 10, 0);
    CHECK(refused(at(1, 1, 0, 0, 2020), days(1)) == "received_at: deadline.range");
    CHECK(refused(INT64_MAX, days(1)) == "received_at: deadline.range");
    CHECK(refused(now, days(-1)) == "limit: deadline.range");
    CHECK(refused(now, days(1001)) == "limit: deadline.range");
    CHECK(refused(at(12, 1, 10, 0, 2037), days(100)) == "limit: deadline.range");
    CHECK(refused(now, {.value = 0, .unit = Unit::SameDay, .cut_off_minute = 1440}) ==
          "limit: deadline.range");
}

TEST_CASE("hours and suspensions that cannot be are refused", "[calendar][deadline]") {
    const std::int64_t now = at(11, 23, 10, 0);
    CHECK(refused(now, days(1), OfficeHours{}) == "hours: deadline.range");
    OfficeHours crossed = standard_hours();
    crossed.weekdays[3] = {{800, 900}, {700, 750}};
    CHECK(refused(now, days(1), crossed) == "hours: deadline.range");
    CHECK(refused(now, days(1), standard_hours(), {{now, now + 60}, {now, now - 60}}) ==
          "suspensions.1: deadline.range");
}

TEST_CASE("units have the names of procedure files", "[calendar][deadline]") {
    CHECK(unit_of("working_hour") == Unit::WorkingHour);
    CHECK(unit_of("working_day") == Unit::WorkingDay);
    CHECK(unit_of("calendar_day") == Unit::CalendarDay);
    CHECK(unit_of("same_day") == Unit::SameDay);
    CHECK_FALSE(unit_of("day").has_value());
}
