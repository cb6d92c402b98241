#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backend/storage/stores.hpp"
#include "shared/calendar/calendar.hpp"
#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::backend::services {

/// Opening hours of an office's booking counter: a slot every `minutes` on the given days.
struct SlotPlan {
    struct Hours {
        int from_minutes = 0;  ///< after midnight, Vietnam
        int until_minutes = 0;
    };
    std::vector<int> weekdays;  ///< 1 = Monday … 7 = Sunday
    std::vector<Hours> hours;
    int minutes = 30;
    int lanes = 1;
    std::vector<calendar::Date> closed_days;  ///< The office's own, besides the country's days off
};

/// A demonstration account as the file names it; its password is no secret.
struct DemonstrationClerk {
    std::string user;
    std::string name;
    std::string office;
    std::string password;
    std::string role = storage::kClerkRole;  ///< May be left out
};

/// Where couriers fetch papers, and when; `lanes` of the windows are the doors of one.
struct PickupPlan {
    SlotPlan windows;
    std::vector<storage::PickupArea> areas;
};

/// assets/offices/<name>.json. Each office carries source, date and a verified flag; a file
/// without them is refused.
struct OfficesFile {
    std::vector<storage::OfficeRecord> offices;
    SlotPlan plan;
    int counters = 0;  ///< At each office; "counters" may be left out
    std::vector<DemonstrationClerk> clerks;
    std::optional<PickupPlan> pickup;
};
Result<OfficesFile> read_offices(const json::Value& value);

/// Every slot of the plan on `days` days from the day of `now` on, none on days of rest. A
/// Saturday worked for another day is planned as that day.
std::vector<storage::SlotRecord> planned_slots(const SlotPlan& plan, const calendar::Calendar& calendar,
                                               const std::string& office, std::int64_t now_secs, int days);

/// Stores offices and the slots of the coming days; run at start and once a day.
void put_offices(storage::Stores& stores, const OfficesFile& file, const calendar::Calendar& calendar,
                 std::int64_t now_secs);

}  // namespace motcua::backend::services
