#include "backend/services/indicators.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kHourSecs = 3600;
constexpr std::int64_t kDayHours = 24;

int hour_in_vietnam(std::int64_t utc_secs) {
    return static_cast<int>((utc_secs + calendar::kVietnamOffsetSecs) / kHourSecs % kDayHours);
}

template <class Key, class Text>
void add_rows(std::vector<IndicatorRow>& rows, const char* kind,
              const std::map<Key, std::vector<visits::VisitTimes>>& parts, Text text) {
    for (const auto& [key, visits] : parts) {
        rows.push_back({kind, text(key), visits::indicators_of(visits)});
    }
}

std::vector<CountedVisit> visits_of_days(storage::Stores& stores, std::string_view office,
                                         const calendar::Date& from, const calendar::Date& until) {
    std::vector<CountedVisit> visits;
    for (visits::VisitLog& log :
         stores.line.visit_logs(office, calendar::days_since_1970(from), calendar::days_since_1970(until))) {
        const visits::VisitTimes times = visits::times_of(log);
        if (times.came_at_secs != 0) {  // Else its check-in was undone.
            visits.push_back({log.number, std::move(log.service), times});
        }
    }
    return visits;
}

bool is_in_row(const CountedVisit& visit, const WhichFigure& which) {
    if (which.kind == "hour") {
        return std::to_string(hour_in_vietnam(visit.times.came_at_secs)) == which.key;
    }
    return which.kind == "all" || visit.service == which.key;
}

std::string spread_csv(const visits::Spread& spread) {
    return std::to_string(spread.mean_secs) + "," + std::to_string(spread.median_secs) + "," +
           std::to_string(spread.p90_secs);
}

}  // namespace

OfficeIndicators office_indicators(storage::Stores& stores, std::string_view office,
                                   const calendar::Date& from, const calendar::Date& until) {
    OfficeIndicators found{.office = std::string(office),
                           .from = from,
                           .until = until,
                           .head = stores.line.chain_head(office),
                           .rows = {}};
    std::vector<visits::VisitTimes> all;
    std::map<std::string, std::vector<visits::VisitTimes>> by_service;
    std::map<int, std::vector<visits::VisitTimes>> by_hour;
    for (const CountedVisit& visit : visits_of_days(stores, office, from, until)) {
        all.push_back(visit.times);
        by_service[visit.service].push_back(visit.times);
        by_hour[hour_in_vietnam(visit.times.came_at_secs)].push_back(visit.times);
    }
    found.rows.push_back({"all", "", visits::indicators_of(all)});
    add_rows(found.rows, "service", by_service, [](const std::string& code) { return code; });
    add_rows(found.rows, "hour", by_hour, [](int hour) { return std::to_string(hour); });
    return found;
}

std::vector<CountedVisit> counted_visits(storage::Stores& stores, std::string_view office,
                                         const calendar::Date& from, const calendar::Date& until,
                                         const WhichFigure& which) {
    std::vector<CountedVisit> visits = visits_of_days(stores, office, from, until);
    std::erase_if(visits, [&which](const CountedVisit& visit) {
        return !is_in_row(visit, which) || !visits::counts_in(which.figure, visit.times);
    });
    std::sort(visits.begin(), visits.end(), [](const CountedVisit& a, const CountedVisit& b) {
        return std::pair(a.times.came_at_secs, a.number) < std::pair(b.times.came_at_secs, b.number);
    });
    return visits;
}

std::string indicators_csv(const OfficeIndicators& indicators) {
    std::string text =
        "definitions,office,from,until,log_events,log_hash,kind,key,visits,called,wait_mean_secs,"
        "wait_median_secs,wait_p90_secs,within_15_min,within_30_min,way_mean_secs,way_median_secs,way_p90_"
        "secs,"
        "service_mean_secs,service_median_secs,service_p90_secs,booked,no_shows\r\n";
    const std::string head = std::to_string(visits::kIndicatorVersion) + "," + indicators.office + "," +
                             calendar::iso(indicators.from) + "," + calendar::iso(indicators.until) + "," +
                             std::to_string(indicators.head.sequence) + "," + indicators.head.hash + ",";
    for (const IndicatorRow& row : indicators.rows) {
        const visits::Indicators& v = row.values;
        text += head + row.kind + "," + row.key + "," + std::to_string(v.visits) + "," +
                std::to_string(v.wait.count) + "," + spread_csv(v.wait) + "," + std::to_string(v.within_15) +
                "," + std::to_string(v.within_30) + "," + spread_csv(v.way) + "," + spread_csv(v.service) +
                "," + std::to_string(v.booked) + "," + std::to_string(v.no_shows) + "\r\n";
    }
    return text;
}

}  // namespace motcua::backend::services
