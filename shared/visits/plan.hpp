#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"
#include "shared/visits/serve.hpp"
#include "shared/visits/stream.hpp"

/// Days to simulate: assets/visits/plans and docs/cli.md, `simulate`.
namespace motcua::visits {

struct ServiceGroup {
    std::string id;
    double share = 1;  ///< Of all visits, 0 … 1
    double mean_secs = 900;
    double cv = 0.8;  ///< Deviation of the service time over its mean
};

/// Counters that know the same services at the same times.
struct CounterRow {
    int count = 1;
    GroupSet groups = 0;
    std::vector<Shift> shifts;  ///< Seconds of the day
};

/// Part of the day in which this share of those without an appointment comes, evenly.
struct WalkInPeriod {
    Shift when;  ///< Seconds of the day
    double share = 0;
};

enum class Placement {
    Even,     ///< Over the counters' time
    OffPeak,  ///< Where those without an appointment leave room: the load as level as it gets
};

struct Target {
    double mean_secs = 15 * 60;
    double within_secs = 30 * 60;
    double share_within = 0.95;
};

struct Plan {
    std::string name_vi;
    std::string name_en;
    std::string agency;    ///< Of assets/agencies; "" = none
    bool invented = true;  ///< The load is made up
    double visits_a_day = 100;
    double booked = 0;  ///< Share of them with an appointment
    Placement placement = Placement::OffPeak;
    double no_shows = 0;      ///< Share of appointments
    double first_class = 0;   ///< Share of visits called first by law
    double early_secs = 300;  ///< How much before their time people check in: mean and deviation
    double early_deviation_secs = 300;
    std::vector<ServiceGroup> groups;
    std::vector<CounterRow> counters;
    std::vector<WalkInPeriod> walk_ins;
    LineRules rules;
    Target target;
    int days = 200;
    std::uint64_t seed = 1;
};

/// InvalidInput with findings "plan.<reason>" at the JSON path of everything wrong.
Result<Plan> read_plan(const json::Value& file);

/// The booked times of a day, in order, as seconds of it.
std::vector<std::int64_t> booked_times(const Plan& plan);
/// One day's visits, in order of arrival; seconds of the day.
std::vector<Visit> make_day(const Plan& plan, Stream stream);
std::vector<Counter> counters_of(const Plan& plan);

}  // namespace motcua::visits
