#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/visits/line.hpp"

/// A day at an office as discrete events, with the line's own rule (line.hpp).
namespace motcua::visits {

/// Somebody who comes, and how long serving them takes.
struct Visit {
    Entry entry;  ///< Its number is unique among the visits
    std::int64_t service_secs = 0;
};

struct Shift {
    std::int64_t from = 0;
    std::int64_t until = 0;
};

struct Counter {
    GroupSet skills = ~GroupSet{0};
    /// In order; none: always there. After the last one it stays until everybody has been served.
    std::vector<Shift> shifts;
    std::int64_t free_at = 0;  ///< Serves somebody until then
};

struct Course {
    /// For each visit; nullopt: no counter served its group.
    std::vector<std::optional<std::int64_t>> called_at;
    std::int64_t busy_secs = 0;
};

/// Everybody is called by pick_next() as soon as a counter that serves them is free; of several,
/// the one that knows the fewest services, then the one that has been free the longest. Service
/// takes one second at least.
/// `visits` are in order of arrival. With `watched` (an index) it ends as soon as that one is called.
Course serve(const std::vector<Visit>& visits, std::vector<Counter> counters, const LineRules& rules,
             std::optional<std::size_t> watched = std::nullopt);

}  // namespace motcua::visits
