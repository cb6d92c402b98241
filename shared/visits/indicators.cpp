#include "shared/visits/indicators.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace motcua::visits {
namespace {

std::vector<LoggedStep> standing_steps(const VisitLog& log) {
    std::vector<LoggedStep> steps;
    for (const LoggedStep& step : log.steps) {
        if (step.event) {
            steps.push_back(step);
        } else if (!steps.empty()) {
            steps.pop_back();
        }
    }
    return steps;
}

/// Leads away from a counter at which somebody was being served.
bool ends_service(Event event) {
    return event == Event::Finish || event == Event::Park || event == Event::Transfer ||
           event == Event::Refer || event == Event::Leave;
}

/// Follows a visit through its steps.
struct Walk {
    VisitTimes times;
    std::int64_t called_at = 0;
    std::optional<std::int64_t> served_since;

    void take(const LoggedStep& step, std::int64_t booked_at) {
        const Event event = *step.event;
        if (event == Event::Arrive || event == Event::CheckIn) {
            times.came_at_secs = step.at_secs;
        } else if (event == Event::NoShow) {
            times.no_show = true;
            times.came_at_secs = booked_at;
        } else if (event == Event::Call) {
            called_at = step.at_secs;
            if (!times.wait_secs) {
                times.wait_secs =
                    std::max<std::int64_t>(0, step.at_secs - std::max(times.came_at_secs, booked_at));
            }
        } else if (event == Event::Start) {
            served_since = step.at_secs;
            if (!times.way_secs) {
                times.way_secs = step.at_secs - called_at;
            }
        } else if (served_since && ends_service(event)) {
            times.service_secs = times.service_secs.value_or(0) + step.at_secs - *served_since;
            served_since.reset();
        }
    }
};

}  // namespace

VisitTimes times_of(const VisitLog& log) {
    Walk walk;
    walk.times.booked = log.booked_at_secs != 0;
    for (const LoggedStep& step : standing_steps(log)) {
        walk.take(step, log.booked_at_secs);
    }
    return walk.times;
}

Spread spread_of(std::vector<std::int64_t> secs) {
    if (secs.empty()) {
        return {};
    }
    std::sort(secs.begin(), secs.end());
    // The nearest rank: a value that occurred.
    const auto at = [&secs](std::size_t tenths) { return secs[(secs.size() * tenths + 9) / 10 - 1]; };
    constexpr std::size_t kHalf = 5;
    constexpr std::size_t kNine = 9;
    const auto count = static_cast<std::int64_t>(secs.size());
    const std::int64_t sum = std::accumulate(secs.begin(), secs.end(), std::int64_t{0});
    return {static_cast<int>(count), (sum + count / 2) / count, at(kHalf), at(kNine)};
}

std::optional<Figure> figure_named(std::string_view name) {
    constexpr std::array<std::string_view, 8> kNames = {"visits",    "wait",      "way",    "service",
                                                        "within_15", "within_30", "booked", "no_shows"};
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? std::nullopt : std::optional(static_cast<Figure>(found - kNames.begin()));
}

bool counts_in(Figure figure, const VisitTimes& visit) {
    switch (figure) {
        case Figure::Visits:
            return !visit.no_show;
        case Figure::Wait:
            return visit.wait_secs.has_value();
        case Figure::Way:
            return visit.way_secs.has_value();
        case Figure::Service:
            return visit.service_secs.has_value();
        case Figure::Within15:
            return visit.wait_secs && *visit.wait_secs <= kShortWaitSecs;
        case Figure::Within30:
            return visit.wait_secs && *visit.wait_secs <= kLongWaitSecs;
        case Figure::Booked:
            return visit.booked;
        case Figure::NoShows:
            return visit.no_show;
    }
    return false;
}

Indicators indicators_of(const std::vector<VisitTimes>& visits) {
    Indicators found;
    std::vector<std::int64_t> waits;
    std::vector<std::int64_t> ways;
    std::vector<std::int64_t> services;
    const auto count = [](Figure figure, const VisitTimes& visit) {
        return counts_in(figure, visit) ? 1 : 0;
    };
    for (const VisitTimes& visit : visits) {
        found.visits += count(Figure::Visits, visit);
        found.booked += count(Figure::Booked, visit);
        found.no_shows += count(Figure::NoShows, visit);
        found.within_15 += count(Figure::Within15, visit);
        found.within_30 += count(Figure::Within30, visit);
        if (visit.wait_secs) {
            waits.push_back(*visit.wait_secs);
        }
        if (visit.way_secs) {
            ways.push_back(*visit.way_secs);
        }
        if (visit.service_secs) {
            services.push_back(*visit.service_secs);
        }
    }
    found.wait = spread_of(std::move(waits));
    found.way = spread_of(std::move(ways));
    found.service = spread_of(std::move(services));
    return found;
}

}  // namespace motcua::visits
