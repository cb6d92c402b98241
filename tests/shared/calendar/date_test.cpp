#include "shared/calendar/date.hpp"

#include <catch2/catch.hpp>

using namespace motcua::calendar;

TEST_CASE("days that exist are told from those that do not", "[calendar]") {
    CHECK(is_valid({2026, 11, 21}));
    CHECK(is_valid({2024, 2, 29}));
    CHECK(is_valid({2000, 2, 29}));
    CHECK_FALSE(is_valid({2023, 2, 29}));
    CHECK_FALSE(is_valid({1900, 2, 29}));
    CHECK_FALSE(is_valid({2026, 4, 31}));
    CHECK_FALSE(is_valid({2026, 0, 1}));
    CHECK_FALSE(is_valid({2026, 13, 1}));
    CHECK_FALSE(is_valid({2026, 1, 0}));
    CHECK_FALSE(is_valid({0, 1, 1}));
    CHECK_FALSE(is_valid({10000, 1, 1}));
}

TEST_CASE("ISO days are read in one form only", "[calendar]") {
    CHECK(parse_iso("2026-11-21") == Date{2026, 11, 21});
    CHECK(parse_iso("0001-01-01") == Date{1, 1, 1});
    for (const char* text :
         {"", "2026-11-2", "2026-1-21", "26-11-21", "2026/11/21", "2026-11-21 ", " 2026-11-21", "2026-11-211",
          "2026-13-01", "2026-02-30", "+026-11-21", "2026-11", "20261121", "-026-11-21", "0000-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso(text).has_value());
    }
}

TEST_CASE("days are read in all the ways people write them", "[calendar]") {
    for (const char* text : {"1/3/1990", "01/03/1990", "1-3-1990", "01.03.1990", " 1/3/1990 ", "1990-03-01",
                             "01031990", "01/3/1990"}) {
        CAPTURE(text);
        CHECK(parse_typed(text) == Date{1990, 3, 1});
    }
}

TEST_CASE("what could be read in two ways or is no day is not read", "[calendar]") {
    for (const char* text :
         {"", " ", "1/3/90", "1/3-1990", "31/4/1990", "29/2/2023", "1/13/1990", "3/1990", "1990", "1/3/1990x",
          "1//1990", "1 3 1990", "/3/1990", "111/3/1990", "1/3/19900", "1031990", "ngày 1", "1990/03/01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_typed(text).has_value());
    }
}

TEST_CASE("days are written for machines and for people", "[calendar]") {
    CHECK(iso({2026, 3, 7}) == "2026-03-07");
    CHECK(iso({987, 12, 31}) == "0987-12-31");
    CHECK(vietnamese({2026, 3, 7}) == "07/03/2026");
}

TEST_CASE("days are ordered", "[calendar]") {
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
    CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
    CHECK(Date{2026, 1, 1} < Date{2026, 1, 2});
    CHECK_FALSE(Date{2026, 1, 1} < Date{2026, 1, 1});
    CHECK_FALSE(Date{2026, 2, 1} < Date{2026, 1, 31});
}

TEST_CASE("counting days forward and back meets every day of four hundred years", "[calendar]") {
    std::int64_t day = days_since_1970({1799, 12, 31});
    Date previous{1799, 12, 31};
    int day_of_week = weekday(previous);
    for (; previous.year < 2200; ++day) {
        const Date date = from_days(day + 1);
        REQUIRE(is_valid(date));
        REQUIRE(previous < date);
        REQUIRE(days_since_1970(date) == day + 1);
        REQUIRE(parse_iso(iso(date)) == date);
        REQUIRE(parse_typed(vietnamese(date)) == date);
        day_of_week = (day_of_week + 1) % 7;
        REQUIRE(weekday(date) == day_of_week);
        previous = date;
    }
    CHECK(days_since_1970({2200, 1, 1}) - days_since_1970({1800, 1, 1}) == 146097);
}

TEST_CASE("known days fall on known weekdays", "[calendar]") {
    CHECK(days_since_1970({1970, 1, 1}) == 0);
    CHECK(weekday({1970, 1, 1}) == 4);
    CHECK(weekday({1945, 9, 2}) == 0);
    CHECK(weekday({2026, 11, 21}) == 6);
    CHECK(weekday({1, 1, 1}) == 1);
}

TEST_CASE("the day in Vietnam begins seven hours before that of UTC", "[calendar]") {
    const std::int64_t midnight_utc = days_since_1970({2026, 11, 21}) * 86400;
    CHECK(day_in_vietnam(midnight_utc) == Date{2026, 11, 21});
    CHECK(time_in_vietnam(midnight_utc) == "07:00");
    CHECK(day_in_vietnam(midnight_utc + 17 * 3600 - 1) == Date{2026, 11, 21});
    CHECK(time_in_vietnam(midnight_utc + 17 * 3600 - 1) == "23:59");
    CHECK(day_in_vietnam(midnight_utc + 17 * 3600) == Date{2026, 11, 22});
    CHECK(time_in_vietnam(midnight_utc + 17 * 3600) == "00:00");
}

TEST_CASE("wall-clock times come back from UTC", "[calendar]") {
    for (const Date& date : {Date{1969, 12, 31}, Date{1970, 1, 1}, Date{2026, 11, 21}, Date{2100, 2, 28}}) {
        for (const int hour : {0, 6, 7, 13, 23}) {
            const std::int64_t secs = utc_secs(date, hour, 30);
            CHECK(day_in_vietnam(secs) == date);
            CHECK(time_in_vietnam(secs) == (hour < 10 ? "0" : "") + std::to_string(hour) + ":30");
        }
    }
}

TEST_CASE("times far outside history give a day and do not crash", "[calendar]") {
    CHECK(day_in_vietnam(-62135596800).year <= 1);
    CHECK(day_in_vietnam(9007199254740991).year > 9999);
    CHECK(day_in_vietnam(-9007199254740991).year < 0);
}
