#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/storage/stores.hpp"
#include "shared/calendar/date.hpp"
#include "shared/visits/indicators.hpp"

namespace motcua::backend::services {

inline constexpr int kMostIndicatorDays = 92;
/// No more are shown of the visits behind a number.
inline constexpr std::size_t kMostCountedVisits = 500;

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

/// A visit as it stands behind a number: no more of it than its number and times.
struct CountedVisit {
    std::int64_t number = 0;  ///< Of its ticket; 0: it never had one
    std::string service;
    visits::VisitTimes times;
};
/// Which number: a row of OfficeIndicators and what of it.
struct WhichFigure {
    std::string kind;
    std::string key;
    visits::Figure figure = visits::Figure::Visits;
};
/// The visits of these days that it is made from, by when they came.
std::vector<CountedVisit> counted_visits(storage::Stores& stores, std::string_view office,
                                         const calendar::Date& from, const calendar::Date& until,
                                         const WhichFigure& which);

/// RFC 4180, one line a row; the head of the log in each, so that a sheet says what it was made from.
std::string indicators_csv(const OfficeIndicators& indicators);

}  // namespace motcua::backend::services
