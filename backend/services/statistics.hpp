#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/stores.hpp"

/// Counts of an office's work: numbers only, nothing of a person.
namespace motcua::backend::services {

inline constexpr int kStatisticsDays = 14;

struct DayReceived {
    std::string day;  ///< "2026-11-23", in Vietnam
    int count = 0;
};
struct HourBooked {
    int hour = 0;    ///< 0-23, in Vietnam
    int seats = 0;   ///< of the slots that start in it
    int booked = 0;  ///< held ones among them
};
struct Statistics {
    std::vector<DayReceived> received;  ///< The last kStatisticsDays days, today last; none left out
    std::vector<HourBooked> hours;      ///< Today's hours that have slots, in order
};

Statistics statistics(storage::Stores& stores, std::string_view office, std::int64_t now_secs);

}  // namespace motcua::backend::services
