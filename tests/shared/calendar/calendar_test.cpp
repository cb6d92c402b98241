#include "shared/calendar/calendar.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/shared/support/calendars.hpp"

using namespace motcua;
using namespace motcua::calendar;

namespace {

/// The shipped holidays with one year and no notices.
CalendarFile unannounced(int year) {
    auto file = read_file(tests::calendar_json());
    REQUIRE(file.ok());
    file->years = {{year, {}}};
    return *std::move(file);
}

std::string id_of(const Calendar& calendar, const Day& day) {
    const Holiday* holiday = calendar.holiday_of(day);
    return holiday == nullptr ? "" : holiday->id;
}

/// First and last day of the run of days off around a day.
std::vector<Date> run_around(const Calendar& calendar, const Date& date) {
    std::int64_t first = days_since_1970(date);
    while (is_rest(calendar.day(from_days(first - 1)))) {
        --first;
    }
    std::int64_t last = days_since_1970(date);
    while (is_rest(calendar.day(from_days(last + 1)))) {
        ++last;
    }
    return {from_days(first), from_days(last)};
}

int weekdays_off(const Calendar& calendar, int year) {
    int count = 0;
    for (std::int64_t day = days_since_1970({year, 1, 1}); day <= days_since_1970({year, 12, 31}); ++day) {
        const int at = weekday(from_days(day));
        count += is_rest(calendar.day(from_days(day))) && at != 0 && at != 6 ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("the week and the law give days of rest", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    const Day monday = calendar.day({2026, 11, 23});
    CHECK(monday.kind == DayKind::Working);
    CHECK(monday.basis == Basis::Law);
    CHECK(monday.works_as == 1);
    CHECK_FALSE(is_rest(monday));
    const Day culture = calendar.day({2026, 11, 24});
    CHECK(culture.kind == DayKind::Holiday);
    CHECK(culture.basis == Basis::Law);
    CHECK(id_of(calendar, culture) == "culture_day");
    CHECK_FALSE(culture.verified);
    CHECK(calendar.day({2026, 11, 28}).kind == DayKind::Weekend);
    CHECK(calendar.day({2026, 11, 29}).kind == DayKind::Weekend);
    REQUIRE(calendar.holiday_of(culture) != nullptr);
    CHECK(calendar.holiday_of(culture)->name.in("vi") == "Ngày Văn hóa Việt Nam 24/11");
    CHECK(calendar.holiday_of(monday) == nullptr);
}

TEST_CASE("24 November is a holiday from 2026 on", "[calendar]") {
    CHECK(tests::vietnam().day({2025, 11, 24}).kind == DayKind::Working);
    CHECK(tests::vietnam().day({2027, 11, 24}).kind == DayKind::Holiday);
}

TEST_CASE("a holiday on a weekend is made good on the next working day", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    // Giỗ Tổ 2026 is a Sunday, 1 May 2027 and 1 January 2028 are Saturdays.
    CHECK(calendar.day({2026, 4, 26}).kind == DayKind::Holiday);
    CHECK(calendar.day({2026, 4, 27}).kind == DayKind::Substitute);
    CHECK(id_of(calendar, calendar.day({2026, 4, 27})) == "hung_kings");
    CHECK(calendar.day({2027, 5, 3}).kind == DayKind::Substitute);
    CHECK(calendar.day({2028, 1, 3}).kind == DayKind::Substitute);
    // 30 April 2028 is a Sunday and 1 May is a holiday itself.
    CHECK(calendar.day({2028, 5, 1}).kind == DayKind::Holiday);
    CHECK(calendar.day({2028, 5, 2}).kind == DayKind::Substitute);
    CHECK(id_of(calendar, calendar.day({2028, 5, 2})) == "victory_day");
    CHECK(calendar.day({2028, 5, 3}).kind == DayKind::Working);
}

TEST_CASE("what is announced stands, with its swapped days", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    CHECK(run_around(calendar, {2026, 2, 17}) == std::vector<Date>{{2026, 2, 14}, {2026, 2, 22}});
    CHECK(calendar.day({2026, 2, 16}).basis == Basis::Announced);
    // No substitute on top of what the notice says.
    CHECK(calendar.day({2026, 2, 23}).kind == DayKind::Working);
    CHECK(calendar.day({2026, 1, 2}).kind == DayKind::SwappedOff);
    const Day worked = calendar.day({2026, 1, 10});
    CHECK(worked.kind == DayKind::SwappedWork);
    CHECK_FALSE(is_rest(worked));
    // A Saturday worked for a Friday keeps the Friday's hours.
    CHECK(worked.works_as == 5);
    CHECK(run_around(calendar, {2026, 9, 2}) == std::vector<Date>{{2026, 8, 29}, {2026, 9, 2}});
}

TEST_CASE("what is not announced yet is expected, and says so", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    CHECK(run_around(calendar, {2027, 2, 6}) == std::vector<Date>{{2027, 2, 4}, {2027, 2, 10}});
    CHECK(calendar.day({2027, 2, 4}).basis == Basis::Expected);
    CHECK(calendar.day({2027, 2, 10}).basis == Basis::Expected);
    // Mùng 1 is off whatever the notice will say.
    CHECK(calendar.day({2027, 2, 6}).basis == Basis::Law);
    // If the days off begin one day before mùng 1 instead, this Thursday is one of them.
    const Day thursday = calendar.day({2027, 2, 11});
    CHECK(thursday.kind == DayKind::Working);
    CHECK(thursday.basis == Basis::Expected);
    CHECK(id_of(calendar, thursday) == "tet");
    CHECK(calendar.day({2027, 2, 12}).basis == Basis::Law);
    CHECK(calendar.day({2027, 9, 2}).basis == Basis::Law);
    CHECK(calendar.day({2027, 9, 3}).kind == DayKind::Holiday);
    CHECK(calendar.day({2027, 9, 3}).basis == Basis::Expected);
    CHECK(calendar.day({2027, 9, 1}).basis == Basis::Expected);
}

TEST_CASE("the expected days are those that notices have given", "[calendar]") {
    struct Row {
        Date holiday;
        Date first;
        Date last;
    };
    // Tết 2020: notice of 2020; 2023: 8056/VPCP-KGVX; 2024 and its 2/9: the ministry's notice;
    // 2025 and 2026 as in assets/calendar/vn.json.
    for (const Row& row :
         {Row{{2020, 1, 25}, {2020, 1, 23}, {2020, 1, 29}}, Row{{2023, 1, 22}, {2023, 1, 20}, {2023, 1, 26}},
          Row{{2024, 2, 10}, {2024, 2, 8}, {2024, 2, 14}}, Row{{2025, 1, 29}, {2025, 1, 25}, {2025, 2, 2}},
          Row{{2026, 2, 17}, {2026, 2, 14}, {2026, 2, 22}}, Row{{2023, 9, 2}, {2023, 9, 1}, {2023, 9, 4}},
          Row{{2024, 9, 2}, {2024, 8, 31}, {2024, 9, 3}}, Row{{2025, 9, 2}, {2025, 8, 30}, {2025, 9, 2}}}) {
        CAPTURE(iso(row.holiday));
        const Calendar calendar(unannounced(row.holiday.year));
        CHECK(run_around(calendar, row.holiday) == std::vector<Date>{row.first, row.last});
    }
}

TEST_CASE("a notice for one holiday leaves no substitute for another inside it", "[calendar]") {
    CalendarFile file = unannounced(2027);
    Announcement notice;
    for (std::size_t i = 0; i < file.holidays.size(); ++i) {
        notice.holiday = file.holidays[i].id == "victory_day" ? static_cast<int>(i) : notice.holiday;
    }
    notice.first = {2027, 4, 30};
    notice.last = {2027, 5, 3};
    file.years[0].announced.push_back(notice);
    const Calendar calendar(file);
    CHECK(calendar.day({2027, 5, 3}).kind == DayKind::Holiday);
    CHECK(calendar.day({2027, 5, 4}).kind == DayKind::Working);
}

TEST_CASE("every year of ten keeps the days the law gives", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    for (int year = 2027; year <= calendar.last_known_year() + Calendar::kYearsAhead; ++year) {
        CAPTURE(year);
        // 1 + 5 + 1 + 1 + 1 + 2 + 1, each on a weekday or made good on one.
        CHECK(weekdays_off(calendar, year) == 12);
    }
    CHECK(calendar.special_days(2027).front() == Date{2027, 1, 1});
    CHECK(calendar.special_days(2027).back() == Date{2027, 11, 24});
}

TEST_CASE("years outside of the calendar know the week alone", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    CHECK(calendar.covers(2025));
    CHECK_FALSE(calendar.covers(2024));
    CHECK(calendar.covers(2037));
    CHECK_FALSE(calendar.covers(2038));
    CHECK(calendar.day({2038, 1, 1}).kind == DayKind::Working);
    CHECK(calendar.day({2038, 1, 1}).basis == Basis::Expected);
}
