#include "backend/services/offices_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "backend/services/agency_offices.hpp"
#include "backend/services/files.hpp"
#include "tests/backend/security/temporary_folder.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/shared/support/calendars.hpp"

namespace motcua::tests {

using namespace backend::services;

namespace {

json::Value demonstration() {
    auto value =
        read_json_file(std::filesystem::path(MOTCUA_SOURCE_DIR) / "assets" / "offices" / "demo.json");
    REQUIRE(value.ok());
    return *std::move(value);
}

}  // namespace

TEST_CASE("the agencies' offices serve for trying out, and say so", "[backend][services]") {
    const auto offices =
        demonstration_offices(std::filesystem::path(MOTCUA_SOURCE_DIR) / "assets" / "agencies");
    REQUIRE(offices.ok());
    std::set<std::string> ids;
    std::set<std::string> unit_codes;
    for (const auto& office : *offices) {
        CAPTURE(office.id);
        ids.insert(office.id);
        CHECK(unit_codes.insert(office.unit_code).second);
        CHECK_FALSE(office.procedures.empty());
        CHECK_FALSE(office.verified);
        CHECK(office.name.find("minh họa") != std::string::npos);
    }
    CHECK(ids.size() == offices->size());
    const auto file = read_offices(demonstration());
    REQUIRE(file.ok());
    CHECK(file->offices.empty());
    for (const auto& clerk : file->clerks) {
        CAPTURE(clerk.user);
        CHECK(ids.contains(clerk.office));
    }
}

TEST_CASE("a folder of agencies with a broken file is refused by its name", "[backend][services]") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "broken.json") << R"({"v":1})";
    const auto offices = demonstration_offices(folder.path());
    REQUIRE_FALSE(offices.ok());
    CHECK(offices.error().detail.find("broken.json") != std::string::npos);
}

TEST_CASE("slots stand on working days in opening hours, not on 24 November", "[backend][services]") {
    const auto file = read_offices(demonstration());
    REQUIRE(file.ok());
    const auto slots = planned_slots(file->plan, vietnam(), "tra-cu", monday_seven(), 14);
    // Ten weekdays less one day off, seven slots in the morning and six in the afternoon.
    CHECK(slots.size() == 9 * 13);
    for (const auto& slot : slots) {
        const calendar::Date day = calendar::day_in_vietnam(slot.starts_at_secs);
        const std::string time = calendar::time_in_vietnam(slot.starts_at_secs);
        CAPTURE(calendar::iso(day), time);
        CHECK(calendar::weekday(day) >= 1);
        CHECK(calendar::weekday(day) <= 5);
        CHECK_FALSE(day == calendar::Date{2026, 11, 24});
        CHECK(((time >= "07:30" && time <= "10:30") || (time >= "13:30" && time <= "16:00")));
        CHECK(slot.lanes == 2);
    }
}

TEST_CASE("slots follow the working calendar and the office's own closed days", "[backend][services]") {
    const auto file = read_offices(demonstration());
    REQUIRE(file.ok());
    SlotPlan plan = file->plan;
    const auto days_from = [&](const calendar::Date& first) {
        std::set<std::string> days;
        for (const auto& slot :
             planned_slots(plan, vietnam(), "tra-cu", calendar::utc_secs(first, 7, 0), 7)) {
            days.insert(calendar::iso(calendar::day_in_vietnam(slot.starts_at_secs)));
        }
        return days;
    };
    // Friday 2 January 2026 is off and Saturday the 10th worked for it.
    CHECK(days_from({2026, 1, 1}) == std::set<std::string>{"2026-01-05", "2026-01-06", "2026-01-07"});
    CHECK(days_from({2026, 1, 8}).count("2026-01-10") == 1);
    CHECK(days_from({2027, 2, 4}).empty());
    plan.closed_days = {{2026, 11, 25}};
    CHECK(days_from({2026, 11, 23}) == std::set<std::string>{"2026-11-23", "2026-11-26", "2026-11-27"});
    plan.weekdays = {6};
    CHECK(days_from({2026, 11, 23}) == std::set<std::string>{"2026-11-28"});
}

TEST_CASE("an office without a source, date or verified flag is refused", "[backend][services]") {
    const json::Value whole = demonstration();
    const auto with_office = [&whole](const json::Object& office) {
        json::Object offices;
        for (const auto& [name, member] : *whole.object()) {
            offices.emplace_back(name, name == "offices" ? json::Array{json::Value(office)} : member);
        }
        return read_offices(offices);
    };
    json::Object office = {{"id", "van-phong"},  {"name", "Văn phòng"},  {"address", ""},
                           {"commune", "29461"}, {"unit_code", "29461"}, {"procedures", json::Array{}}};
    const auto without = with_office(office);
    REQUIRE_FALSE(without.ok());
    CHECK(without.error().findings[0].field == "offices.0.from");
    office.emplace_back("from",
                        json::Object{{"source", "Luật"}, {"checked_on", "2026-11-21"}, {"verified", true}});
    CHECK(with_office(office).ok());
}

}  // namespace motcua::tests
