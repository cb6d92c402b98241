#pragma once

#include <cstdint>
#include <vector>

/// The way of a courier who fetches papers at people's homes: one half-day, up to some 40 stops.
namespace motcua::visits {

struct Stop {
    /// Between these the courier has to be at the door; who is early waits. Seconds of the day.
    std::int64_t opens_at = 0;
    std::int64_t closes_at = 0;
    std::int64_t service_secs = 0;
    std::int64_t load = 1;  ///< Of the capacity
};

struct Errand {
    std::vector<Stop> stops;
    /// travel_secs[a][b] from a to b; 0 is the office, stop i is i + 1. Non-negative.
    std::vector<std::vector<std::int64_t>> travel_secs;
    std::int64_t starts_at = 0;
    std::int64_t ends_by = 0;  ///< Back at the office
    std::int64_t capacity = 0;
};

struct Route {
    std::vector<std::size_t> order;  ///< Indexes of stops
    std::vector<std::int64_t> at;    ///< When the courier is at each door
    std::vector<std::size_t> unmet;  ///< Stops that do not fit, in order
    std::int64_t travel_secs = 0;    ///< Office to office
};

/// The route in this order; with an empty `order` in the result when it breaks a window, the
/// capacity or the end.
Route timed(const Errand& errand, const std::vector<std::size_t>& order);

/// A short route: stops are put in one by one where they cost least, then turned round (2-opt) and
/// moved until nothing gets shorter. Never longer than the stops' own order where that fits, and
/// never with fewer stops than it.
Route plan_route(const Errand& errand);

}  // namespace motcua::visits
