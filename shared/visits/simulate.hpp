#pragma once

#include <functional>
#include <vector>

#include "shared/visits/plan.hpp"

namespace motcua::visits {

/// Waits of a set of visits. With an appointment the wait counts from the booked time, from
/// check-in when that is later; called before it is no wait.
struct Figures {
    std::int64_t visits = 0;
    double mean_secs = 0;
    double standard_error_secs = 0;  ///< Of the mean, from the difference between days
    double median_secs = 0;
    double p80_secs = 0;
    double p95_secs = 0;
    double within_15 = 0;  ///< Share called within 15 minutes
    double within_30 = 0;
    double within_target = 0;
};

struct Report {
    Figures all;
    Figures first_class;
    Figures walk_ins;
    Figures booked;
    std::vector<Figures> hours;   ///< 24, by the hour the wait began
    std::vector<Figures> groups;  ///< As in the plan
    double utilisation = 0;       ///< Work over the counters' time; above 1: overtime
    double days_in_target = 0;    ///< Share of days whose mean is in the target
};

/// What is told while it runs: how many of how many days are done.
using Progress = std::function<void(std::int64_t done, std::int64_t all)>;

/// The plan's days, the same from the same seed.
Report simulate(const Plan& plan, const Progress& progress = {});
bool meets(const Figures& figures, const Target& target);

/// What a number of counters needs for the target.
struct Choice {
    int counters = 0;
    bool reached = false;
    double booked = 0;  ///< The least share of appointments that reaches it, else the best one
    Figures figures;
    double utilisation = 0;
};
/// By search: from one counter a row up to the first number that reaches the target without any
/// appointment, or twice the plan's; shares of appointments in steps of 10 %, as the plan places
/// them. The rows keep their proportion.
std::vector<Choice> recommend(const Plan& plan, const Progress& progress = {});

}  // namespace motcua::visits
