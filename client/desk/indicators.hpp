#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What an office's log says of its waits, as docs/API.md has it (docs/line.md, Indicators).
namespace motcua::desk {

struct Spread {
    std::int64_t count = 0;
    std::int64_t median_secs = 0;
    std::int64_t p90_secs = 0;
};

/// Of all visits, of a service's or of those who came in an hour.
struct IndicatorRow {
    std::string kind;
    std::string key;
    std::int64_t visits = 0;
    Spread wait;
    Spread way;
    Spread service;
    std::int64_t within_15 = 0;
    std::int64_t within_30 = 0;
    std::int64_t booked = 0;
    std::int64_t no_shows = 0;
};

struct Indicators {
    std::int64_t definitions = 0;  ///< Their version
    std::string from;              ///< ISO
    std::string until;             ///< The last day
    std::int64_t log_events = 0;   ///< What it counts from
    std::string log_hash;
    std::int64_t promises = 0;  ///< Bounds that people were told
    std::int64_t kept = 0;
    std::vector<IndicatorRow> rows;
};

/// A visit behind a number.
struct CountedVisit {
    std::int64_t number = 0;  ///< 0 = it never had one
    std::string service;
    std::int64_t came_at_secs = 0;
    bool no_show = false;
    std::optional<std::int64_t> wait_secs;
    std::optional<std::int64_t> way_secs;
    std::optional<std::int64_t> service_secs;
};
struct CountedVisits {
    std::int64_t total = 0;
    std::vector<CountedVisit> visits;
};

/// Which number is looked into.
struct WhichFigure {
    std::string kind;
    std::string key;
    std::string figure;
};

/// "from=2026-11-17&until=2026-11-23": so many days, today the last of them.
std::string days_query(std::int64_t now_secs, int days);
/// "row.service.1.004873": the node of this row.
std::string row_id(const IndicatorRow& row);

}  // namespace motcua::desk
