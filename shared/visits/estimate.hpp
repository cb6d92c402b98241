#pragma once

#include <cstdint>
#include <vector>

#include "shared/visits/serve.hpp"
#include "shared/visits/stream.hpp"

/// How long somebody who stands in the line will wait: a median, and a bound that holds for four
/// people of five. Pure: the same answer for the same line and seed.
namespace motcua::visits {

/// Service times of a group as they were, in order; the latest few hundred are enough.
struct LearnedService {
    std::vector<std::int64_t> secs;
};

/// A counter as it is now.
struct CounterNow {
    GroupSet skills = ~GroupSet{0};
    std::vector<Shift> shifts;
    /// Group and beginning of the service going on, which for who is on the way is the call; -1: free.
    int serves_group = -1;
    std::int64_t since = 0;
};

/// All times on one clock, shifts too.
struct LineNow {
    std::int64_t now = 0;
    std::vector<Entry> line;
    std::vector<CounterNow> counters;
    std::vector<LearnedService> learned;  ///< By service group
    LineRules rules;
};

struct WaitEstimate {
    std::int64_t median_secs = 0;
    std::int64_t bound_secs = 0;  ///< 80 %, as simulated: to be corrected by past errors
    bool served = true;           ///< false: no counter that is there serves the group
};

inline constexpr int kEstimateRuns = 200;
inline constexpr double kBoundShare = 0.8;

/// Draws what is left of each service going on from the learned times longer than it already
/// takes, and new ones from all of them, and serves the line `runs` times by the line's rule
/// (after Whitt 1999, "Predicting queueing delays"). People who will come later are left out:
/// those called first by law among them are what the correction learns.
WaitEstimate estimate_wait(const LineNow& line, std::size_t index, Stream stream, int runs = kEstimateRuns);

/// What to add to a simulated bound so that it holds for `share` of the cases: the conformal
/// quantile of past errors (wait as it was, less the bound then given). None: 0.
std::int64_t bound_correction(std::vector<std::int64_t> errors, double share = kBoundShare);

}  // namespace motcua::visits
