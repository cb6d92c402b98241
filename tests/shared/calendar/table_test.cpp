#include <catch2/catch.hpp>
#include <string>

#include "shared/calendar/calendar.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/support/calendars.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::calendar;
using tests::findings_of;
using tests::Lines;

namespace {

Lines findings_in_days(const std::string& days) {
    const auto value = json::read(
        R"({"v":1,"first_year":2026,"last_known_year":2026,"holidays":[{"id":"a","vi":"a","en":"a"}],"days":)" +
        days + "}");
    REQUIRE(value.ok());
    return findings_of(Calendar::read_table(*value));
}

int different_days(const Calendar& a, const Calendar& b) {
    int different = 0;
    for (std::int64_t day = days_since_1970({2024, 1, 1}); day <= days_since_1970({2039, 1, 1}); ++day) {
        different += a.day(from_days(day)) == b.day(from_days(day)) ? 0 : 1;
    }
    return different;
}

}  // namespace

TEST_CASE("a calendar's table says the same of every day", "[calendar]") {
    const Calendar calendar = tests::vietnam();
    const auto value = json::read(json::write(calendar.table()));
    REQUIRE(value.ok());
    const auto copy = Calendar::read_table(*value);
    REQUIRE(copy.ok());
    CHECK(copy->last_known_year() == calendar.last_known_year());
    CHECK(different_days(*copy, calendar) == 0);
    const Day culture = copy->day({2026, 11, 24});
    REQUIRE(copy->holiday_of(culture) != nullptr);
    CHECK(copy->holiday_of(culture)->name.in("vi") == "Ngày Văn hóa Việt Nam 24/11");
}

TEST_CASE("a table that cannot be true is refused", "[calendar]") {
    CHECK(findings_in_days("[[20461,2,0,0,1,0],[20462,3,2,-1,2,1]]") == Lines{"ok"});
    CHECK(findings_of(Calendar::read_table(json::Value())) == Lines{"calendar.type"});
    for (const char* days : {"[[20461,2,0,0,1]]", "[20461]", "[[20461,6,0,0,1,0]]", "[[20461,-1,0,0,1,0]]",
                             "[[20461,2,3,0,1,0]]", "[[20461,2,0,1,1,0]]", "[[20461,2,0,-2,1,0]]",
                             "[[20461,2,0,0,7,0]]", "[[20461,2,0,0,1,2]]", "[[20461,2,0,0,1,true]]",
                             "[[20462,2,0,0,1,0],[20461,2,0,0,1,0]]", "[[9000000,2,0,0,1,0]]"}) {
        CAPTURE(days);
        CHECK(findings_in_days(days) == Lines{"days: calendar.range"});
    }
}
