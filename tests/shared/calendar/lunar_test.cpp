#include "shared/calendar/lunar.hpp"

#include <catch2/catch.hpp>
#include <ostream>

using namespace motcua::calendar;

namespace motcua::calendar {

// For Catch2's messages.
static std::ostream& operator<<(std::ostream& out, const LunarDate& date) {
    return out << date.day << "/" << date.month << (date.leap ? " leap " : " ") << date.year;
}

}  // namespace motcua::calendar

TEST_CASE("Tết and the Hùng Kings' day fall where printed calendars have them", "[calendar][lunar]") {
    struct Row {
        Date tet;
        Date hung_kings;
    };
    // 2030: UTC+8 would give 3 February.
    for (const Row& row : {Row{{2025, 1, 29}, {2025, 4, 7}}, Row{{2026, 2, 17}, {2026, 4, 26}},
                           Row{{2027, 2, 6}, {2027, 4, 16}}, Row{{2028, 1, 26}, {2028, 4, 4}},
                           Row{{2029, 2, 13}, {2029, 4, 23}}, Row{{2030, 2, 2}, {2030, 4, 12}},
                           Row{{2031, 1, 23}, {2031, 4, 1}}, Row{{2032, 2, 11}, {2032, 4, 19}},
                           Row{{2033, 1, 31}, {2033, 4, 9}}, Row{{2034, 2, 19}, {2034, 4, 28}},
                           Row{{2035, 2, 8}, {2035, 4, 17}}}) {
        CAPTURE(row.tet.year);
        CHECK(from_lunar({row.tet.year, 1, 1, false}) == row.tet);
        CHECK(from_lunar({row.tet.year, 3, 10, false}) == row.hung_kings);
        CHECK(to_lunar(row.tet) == LunarDate{row.tet.year, 1, 1, false});
        CHECK(to_lunar(row.hung_kings) == LunarDate{row.tet.year, 3, 10, false});
    }
}

TEST_CASE("Vietnam's calendar keeps its own days where China's differ", "[calendar][lunar]") {
    CHECK(from_lunar({1968, 1, 1, false}) == Date{1968, 1, 29});  // China 30 January
    CHECK(from_lunar({1985, 1, 1, false}) == Date{1985, 1, 21});  // China 20 February
    CHECK(from_lunar({2007, 1, 1, false}) == Date{2007, 2, 17});  // China 18 February
    CHECK(from_lunar({2026, 8, 15, false}) == Date{2026, 9, 25});
}

TEST_CASE("leap months repeat the number of the month before", "[calendar][lunar]") {
    struct Row {
        Date first;
        int month;
    };
    for (const Row& row : {Row{{2017, 7, 23}, 6}, Row{{2020, 5, 23}, 4}, Row{{2023, 3, 22}, 2},
                           Row{{2025, 7, 25}, 6}, Row{{2028, 6, 23}, 5}, Row{{2033, 12, 22}, 11}}) {
        CAPTURE(row.first.year);
        CHECK(to_lunar(row.first) == LunarDate{row.first.year, row.month, 1, true});
        CHECK(from_lunar({row.first.year, row.month, 1, true}) == row.first);
        CHECK(to_lunar(from_days(days_since_1970(row.first) - 1))->month == row.month);
    }
    CHECK_FALSE(from_lunar({2026, 6, 1, true}).has_value());
    CHECK_FALSE(from_lunar({2025, 5, 1, true}).has_value());
}

TEST_CASE("every day from 1900 to 2100 goes to the lunar calendar and back", "[calendar][lunar]") {
    const std::int64_t last = days_since_1970({2100, 12, 31});
    LunarDate before = *to_lunar({1899, 12, 31});
    int wrong = 0;
    for (std::int64_t day = days_since_1970({1900, 1, 1}); day <= last; ++day) {
        const auto lunar = to_lunar(from_days(day));
        const bool follows = lunar && (lunar->day == before.day + 1 || (lunar->day == 1 && before.day >= 29));
        if (!follows || lunar->day > 30 || from_lunar(*lunar) != from_days(day)) {
            ++wrong;
            CAPTURE(iso(from_days(day)));
            CHECK(lunar == before);
        }
        before = lunar.value_or(before);
    }
    CHECK(wrong == 0);
}

TEST_CASE("lunar days that do not exist are not converted", "[calendar][lunar]") {
    CHECK_FALSE(from_lunar({2026, 0, 1, false}).has_value());
    CHECK_FALSE(from_lunar({2026, 13, 1, false}).has_value());
    CHECK_FALSE(from_lunar({2026, 1, 0, false}).has_value());
    CHECK_FALSE(from_lunar({2026, 1, 31, false}).has_value());
    // Month 12 of the year before Tết 2026 had 29 days.
    CHECK(from_lunar({2025, 12, 29, false}) == Date{2026, 2, 16});
    CHECK_FALSE(from_lunar({2025, 12, 30, false}).has_value());
    CHECK_FALSE(from_lunar({kFirstLunarYear - 1, 1, 1, false}).has_value());
    CHECK_FALSE(from_lunar({kLastLunarYear + 1, 1, 1, false}).has_value());
    CHECK_FALSE(to_lunar({kFirstLunarYear, 1, 1}).has_value());
    CHECK_FALSE(to_lunar({kLastLunarYear + 1, 1, 1}).has_value());
    CHECK_FALSE(to_lunar({2026, 2, 30}).has_value());
}
