#include <catch2/catch.hpp>
#include <string>

#include "shared/calendar/calendar.hpp"
#include "tests/shared/support/calendars.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using namespace motcua::calendar;
using tests::findings_of;
using tests::Lines;

namespace {

const std::string kFrom = R"("from":{"source":"x","checked_on":"2026-11-21","verified":false})";
const std::string kTet =
    R"({"id":"tet","name":{"vi":"Tết","en":"Tết"},"lunar":"01-01","days":5,"begins":[-2,-1],)" + kFrom + "}";

Result<CalendarFile> read_text(const std::string& text) {
    const auto value = json::read(text);
    REQUIRE(value.ok());
    return read_file(*value);
}

/// A file with these holidays and these years.
Lines findings_in(const std::string& holidays, const std::string& years) {
    return findings_of(read_text(R"({"v":1,"holidays":[)" + holidays + R"(],"years":[)" + years + "]}"));
}

/// A file whose only notice is this one.
Lines findings_in_notice(const std::string& notice) {
    return findings_in(kTet, R"({"year":2027,"announced":[{)" + notice + "," + kFrom + "}]}");
}

}  // namespace

TEST_CASE("the shipped calendar is read", "[calendar]") {
    const auto file = read_file(tests::calendar_json());
    REQUIRE(findings_of(file) == Lines{"ok"});
    CHECK(file->holidays.size() == 7);
    CHECK(file->years.front().year == 2025);
    CHECK(file->years.back().year == 2027);
}

TEST_CASE("an office adds a year's notice", "[calendar]") {
    CHECK(findings_in_notice(R"("holiday":"tet","first":"2027-02-04","last":"2027-02-10")") == Lines{"ok"});
    CHECK(findings_in_notice(R"("holiday":"tet","first":"2027-02-04","last":"2027-02-11",)"
                             R"("swaps":[{"off":"2027-02-11","work":"2027-02-20"}])") == Lines{"ok"});
}

TEST_CASE("a holiday may have a name in further languages", "[calendar]") {
    std::string tet = kTet;
    tet.replace(tet.find(R"("en":"Tết")"), std::string(R"("en":"Tết")").size(), R"("en":"Tết","km":"តេត")");
    const auto file =
        read_text(R"({"v":1,"holidays":[)" + tet + R"(],"years":[{"year":2027,"announced":[]}]})");
    REQUIRE(findings_of(file) == Lines{"ok"});
    CHECK(file->holidays[0].name.in("km") == "តេត");
    CHECK(file->holidays[0].name.in("fr") == "Tết");
}

TEST_CASE("everything wrong in a calendar file is found with its path", "[calendar]") {
    CHECK(findings_of(read_text("[]")) == Lines{"calendar.type"});
    CHECK(findings_of(read_text("{}")) ==
          Lines{"v: calendar.missing", "holidays: calendar.missing", "years: calendar.missing"});
    CHECK(findings_in(kTet, "") == Lines{"years: calendar.range"});
    CHECK(findings_in(kTet + "," + kTet, R"({"year":2027,"announced":[]})") ==
          Lines{"holidays.1.id: calendar.duplicate"});
    CHECK(findings_in(R"({"id":"Tet","name":{"vi":""},"solar":"02-30","days":0,"more":1})",
                      R"({"year":2027,"announced":[]},{"year":2029,"announced":[]})") ==
          Lines{"holidays.0.id: calendar.id", "holidays.0.name.vi: calendar.range",
                "holidays.0.name.en: calendar.missing", "holidays.0.solar: calendar.date",
                "holidays.0.days: calendar.range", "holidays.0.from: calendar.missing",
                "holidays.0.more: calendar.unknown", "years.1.year: calendar.order"});
    for (const char* day : {"1-1", "00-01", "13-01", "11-01", "01-00", "01-30", "01/01", "0a-01"}) {
        CAPTURE(day);
        CHECK(findings_in(R"({"id":"a","name":{"vi":"a","en":"a"},"lunar":")" + std::string(day) + "\"," +
                              kFrom + "}",
                          R"({"year":2027,"announced":[]})") == Lines{"holidays.0.lunar: calendar.date"});
    }
}

TEST_CASE("days off can only begin where the holiday is one of them", "[calendar]") {
    for (const char* begins : {"[1]", "[-5]", "[-1,-2]", "[-1,-1]", "[\"-1\"]"}) {
        CAPTURE(begins);
        CHECK(findings_in(R"({"id":"a","name":{"vi":"a","en":"a"},"solar":"01-01","days":5,"begins":)" +
                              std::string(begins) + "," + kFrom + "}",
                          R"({"year":2027,"announced":[]})") == Lines{"holidays.0.begins: calendar.range"});
    }
}

TEST_CASE("only a beginning that may be can be expected", "[calendar]") {
    CHECK(
        findings_in(
            R"({"id":"a","name":{"vi":"a","en":"a"},"solar":"09-02","days":2,"begins":[-1,0],"expect":-2,)" +
                kFrom + "}",
            R"({"year":2027,"announced":[]})") == Lines{"holidays.0.expect: calendar.range"});
}

TEST_CASE("a notice must fit the holiday it names", "[calendar]") {
    CHECK(findings_in_notice(R"("holiday":"tết","first":"2027-02-04","last":"2027-02-10")") ==
          Lines{"years.0.announced.0.holiday: calendar.holiday"});
    CHECK(findings_in_notice(R"("holiday":"tet","first":"2027-02-07","last":"2027-02-10")") ==
          Lines{"years.0.announced.0.first: calendar.holiday_day"});
    CHECK(findings_in_notice(R"("holiday":"tet","first":"2027-02-10","last":"2027-02-04")") ==
          Lines{"years.0.announced.0.last: calendar.range"});
    CHECK(findings_in_notice(R"("holiday":"tet","first":"2027-01-04","last":"2027-02-10")") ==
          Lines{"years.0.announced.0.last: calendar.range"});
    CHECK(findings_in_notice(R"("holiday":"tet","first":"4/2/2027","last":"2027-02-10","swaps":[])") ==
          Lines{"years.0.announced.0.first: calendar.date"});
    const std::string notice = R"({"holiday":"tet","first":"2027-02-04","last":"2027-02-10",)" + kFrom + "}";
    CHECK(findings_in(kTet, R"({"year":2027,"announced":[)" + notice + "," + notice + "]}") ==
          Lines{"years.0.announced.1.holiday: calendar.duplicate"});
}

TEST_CASE("a swap takes a working day off and a weekend day for it", "[calendar]") {
    const auto swap = [](const std::string& off, const std::string& work) {
        return findings_in_notice(
            R"("holiday":"tet","first":"2027-02-04","last":"2027-02-11","swaps":[{"off":")" + off +
            R"(","work":")" + work + R"("}])");
    };
    const std::string pair = "years.0.announced.0.swaps.0";
    CHECK(swap("2027-02-12", "2027-02-20") == Lines{pair + ".off: calendar.swap"});
    CHECK(swap("2027-02-06", "2027-02-20") == Lines{pair + ".off: calendar.swap"});
    CHECK(swap("2027-02-11", "2027-02-19") == Lines{pair + ".work: calendar.swap"});
    CHECK(swap("2027-02-11", "2027-02-07") == Lines{pair + ".work: calendar.swap"});
    CHECK(swap("2027-02-11", "2027-05-01") == Lines{pair + ".work: calendar.swap"});
    CHECK(swap("2027-02-11", "20/2") == Lines{pair + ".work: calendar.date"});
}
