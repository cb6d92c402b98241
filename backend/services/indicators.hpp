#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/stores.hpp"
#include "shared/calendar/date.hpp"
#include "shared/visits/indicators.hpp"

namespace motcua::backend::services {

inline constexpr int kMostIndicatorDays = 92;

/// Indicators of one part of the visits: "all"/"", "service"/its code, "hour"/"8" (of coming, in Vietnam).
struct IndicatorRow {
    std::string kind;
    std::string key;
    visits::Indicators values;
};

/// Of an office from the log of its visits on these days; services and hours with any visit, in order.
struct OfficeIndicators {
    std::string office;
    calendar::Date from;
    calendar::Date until;  ///< The last day
    storage::ChainHead head;
    std::vector<IndicatorRow> rows;
};
OfficeIndicators office_indicators(storage::Stores& stores, std::string_view office,
                                   const calendar::Date& from, const calendar::Date& until);

/// RFC 4180, one line a row; the head of the log in each, so that a sheet says what it was made from.
std::string indicators_csv(const OfficeIndicators& indicators);

}  // namespace motcua::backend::services
