#include "backend/services/statistics.hpp"

#include <cstddef>

#include "shared/calendar/date.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kDaySecs = 86400;
constexpr std::int64_t kHourSecs = 3600;

std::int64_t day_number(std::int64_t utc_secs) {
    return calendar::days_since_1970(calendar::day_in_vietnam(utc_secs));
}

}  // namespace

Statistics statistics(storage::Stores& stores, std::string_view office, std::int64_t now_secs) {
    const std::int64_t today = day_number(now_secs);
    const std::int64_t first = today - kStatisticsDays + 1;
    const std::int64_t midnight = calendar::utc_secs(calendar::from_days(today), 0, 0);
    Statistics found;
    for (std::int64_t day = first; day <= today; ++day) {
        found.received.push_back({.day = calendar::iso(calendar::from_days(day)), .count = 0});
    }
    const std::int64_t begin = midnight - (kStatisticsDays - 1) * kDaySecs;
    for (const storage::DayCount& count : stores.dossiers.received(office, begin, midnight + kDaySecs)) {
        found.received[static_cast<std::size_t>(count.day - first)].count = count.count;
    }
    for (const storage::SlotRecord& slot :
         stores.offices.slots(office, midnight, midnight + kDaySecs, now_secs)) {
        const auto hour = static_cast<int>((slot.starts_at_secs - midnight) / kHourSecs);
        if (found.hours.empty() || found.hours.back().hour != hour) {
            found.hours.push_back({.hour = hour});
        }
        found.hours.back().seats += slot.lanes;
        found.hours.back().booked += slot.lanes - slot.free;
    }
    return found;
}

}  // namespace motcua::backend::services
