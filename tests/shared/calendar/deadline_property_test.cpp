#include <catch2/catch.hpp>

#include "shared/calendar/deadline.hpp"
#include "tests/shared/support/calendars.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::calendar;
using tests::Random;

namespace {

const std::vector<Unit> kUnits = {Unit::WorkingHour, Unit::WorkingDay, Unit::CalendarDay, Unit::SameDay};

std::int64_t random_time(Random& random) {
    return random.between(utc_secs({2025, 1, 1}, 0, 0), utc_secs({2030, 1, 1}, 0, 0));
}

Limit random_limit(Random& random) {
    Limit limit;
    limit.unit = random.one_of(kUnits);
    limit.value = static_cast<int>(random.below(40));
    if (random.one_in(3)) {
        limit.cut_off_minute = static_cast<int>(random.between(8 * 60, 17 * 60));
    }
    return limit;
}

std::vector<Suspension> random_suspensions(Random& random, std::int64_t received) {
    std::vector<Suspension> suspensions;
    for (std::size_t i = random.below(3); i > 0; --i) {
        const std::int64_t from = received + random.between(-86400, 20 * 86400);
        const std::int64_t length = random.between(0, 20 * 86400);
        suspensions.push_back({from, from + length});
    }
    return suspensions;
}

Deadline compute(std::int64_t received, const Limit& limit, const OfficeHours& hours,
                 const Calendar& calendar, const std::vector<Suspension>& suspensions = {}) {
    auto result = deadline(received, limit, hours, calendar, suspensions);
    REQUIRE(result.ok());
    return *std::move(result);
}

}  // namespace

TEST_CASE("no deadline lies on a day of rest, before receipt, or outside of the hours",
          "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    const std::vector<OfficeHours> offices = {standard_hours(), police_hours()};
    Random random(11);
    for (int i = 0; i < 4000; ++i) {
        const std::int64_t received = random_time(random);
        const Limit limit = random_limit(random);
        const OfficeHours& hours = random.one_of(offices);
        const auto suspensions = random_suspensions(random, received);
        const Deadline result = compute(received, limit, hours, calendar, suspensions);
        REQUIRE(result.due_at_secs.has_value());
        const Date date = day_in_vietnam(*result.due_at_secs);
        CAPTURE(received, limit.value, static_cast<int>(limit.unit), iso(date));
        CHECK_FALSE(is_rest(calendar.day(date)));
        CHECK(result.began_at_secs >= received - 59);
        CHECK(*result.due_at_secs >= result.began_at_secs);
        const int minute = minute_of_day(local_minute(*result.due_at_secs));
        CHECK(((minute >= 420 && minute <= 690) || (minute >= 810 && minute <= 1020)));
        for (const SkippedDay& day : result.skipped) {
            CHECK((day.suspended || is_rest(day.day)));
            CHECK(day.date < date);
        }
    }
}

TEST_CASE("who hands in later is never served earlier by the law", "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    const OfficeHours hours = standard_hours();
    Random random(12);
    for (int i = 0; i < 4000; ++i) {
        const std::int64_t first = random_time(random);
        const std::int64_t later = first + random.between(0, random.one_in(2) ? 4 * 3600 : 10 * 86400);
        const Limit limit = random_limit(random);
        CAPTURE(first, later, limit.value, static_cast<int>(limit.unit), limit.cut_off_minute.value_or(-1));
        CHECK(*compute(first, limit, hours, calendar).due_at_secs <=
              *compute(later, limit, hours, calendar).due_at_secs);
    }
}

TEST_CASE("a limit in two parts ends where the whole ends", "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    const OfficeHours hours = standard_hours();
    Random random(13);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t received = random_time(random);
        const Unit unit = random.one_in(2) ? Unit::WorkingHour : Unit::WorkingDay;
        const int a = static_cast<int>(random.between(1, 30));
        const int b = static_cast<int>(random.between(1, 30));
        const Deadline part = compute(received, {.value = a, .unit = unit}, hours, calendar);
        CAPTURE(received, a, b, static_cast<int>(unit));
        CHECK(*compute(*part.due_at_secs, {.value = b, .unit = unit}, hours, calendar).due_at_secs ==
              *compute(received, {.value = a + b, .unit = unit}, hours, calendar).due_at_secs);
    }
}

TEST_CASE("eight working hours are one working day", "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    const OfficeHours hours = standard_hours();
    const WorkingTime work(hours, calendar);
    Random random(14);
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t received = random_time(random);
        const int count = static_cast<int>(random.between(1, 20));
        const Deadline in_hours =
            compute(received, {.value = 8 * count, .unit = Unit::WorkingHour}, hours, calendar);
        const Deadline in_days =
            compute(received, {.value = count, .unit = Unit::WorkingDay}, hours, calendar);
        CAPTURE(received, count);
        // Closing time and the next opening are the same moment of working time.
        CHECK(work.begin_of(local_minute(*in_hours.due_at_secs)) == local_minute(*in_days.due_at_secs));
    }
}

TEST_CASE("a wait moves the deadline by the working time it takes", "[calendar][deadline]") {
    const Calendar calendar = tests::vietnam();
    const OfficeHours hours = standard_hours();
    const WorkingTime work(hours, calendar);
    Random random(15);
    int moved = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t received = random_time(random);
        const Limit limit{.value = static_cast<int>(random.between(1, 80)), .unit = Unit::WorkingHour};
        const Deadline usual = compute(received, limit, hours, calendar);
        const std::int64_t from = usual.began_at_secs + random.between(0, 5 * 86400);
        const std::int64_t until = from + random.between(0, 10 * 86400);
        const Deadline late = compute(received, limit, hours, calendar, {{from, until}});
        CAPTURE(received, limit.value, from, until);
        const bool in_time = local_minute(from) < local_minute(*usual.due_at_secs);
        const std::int64_t wait = in_time ? work.minutes_between(local_minute(from), local_minute(until)) : 0;
        CHECK(work.minutes_between(local_minute(*usual.due_at_secs), local_minute(*late.due_at_secs)) ==
              wait);
        moved += wait > 0 ? 1 : 0;
    }
    CHECK(moved > 500);
}
