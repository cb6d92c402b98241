#include "backend/services/offices_file.hpp"

#include <filesystem>
#include <set>

#include "backend/services/assets.hpp"
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

TEST_CASE("the demonstration offices are read, none of them verified", "[backend][services]") {
    const auto file = read_offices(demonstration());
    REQUIRE(file.ok());
    REQUIRE(file->offices.size() == 3);
    std::set<std::string> communes;
    for (const auto& office : file->offices) {
        communes.insert(office.commune);
        CHECK_FALSE(office.verified);
        CHECK(office.name.find("minh họa") != std::string::npos);
        CHECK(office.address.empty());
    }
    CHECK(communes == std::set<std::string>{"29461", "29467", "29506"});
    CHECK(file->clerks.size() == 3);
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
    json::Object offices;
    for (const auto& [name, member] : *whole.object()) {
        offices.emplace_back(name, member);
    }
    json::Object office;
    for (const auto& [name, member] : *whole.array_at("offices")[0].object()) {
        if (name != "from") {
            office.emplace_back(name, member);
        }
    }
    for (auto& [name, member] : offices) {
        if (name == "offices") {
            member = json::Array{json::Value(office)};
        }
    }
    const auto file = read_offices(offices);
    REQUIRE_FALSE(file.ok());
    CHECK(file.error().findings[0].field == "offices.0.from");
}

}  // namespace motcua::tests
