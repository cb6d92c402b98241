#include "shared/visits/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::visits {
namespace {

/// Nothing has been learned of a group yet.
constexpr std::int64_t kUnknownServiceSecs = 15 * 60;

std::int64_t draw(const std::vector<std::int64_t>& secs, std::size_t from, Stream& stream) {
    const auto count = static_cast<double>(secs.size() - from);
    return secs[from + static_cast<std::size_t>(stream.uniform() * count)];
}

std::int64_t draw_service(const LearnedService& learned, Stream& stream) {
    return learned.secs.empty() ? kUnknownServiceSecs : draw(learned.secs, 0, stream);
}

/// What is left of a service that has taken `elapsed`. Longer than any before: as much again as
/// the group's median, because something is out of the ordinary.
std::int64_t draw_rest(const LearnedService& learned, std::int64_t elapsed, Stream& stream) {
    const auto& secs = learned.secs;
    if (secs.empty()) {
        return kUnknownServiceSecs;
    }
    const auto longer = std::upper_bound(secs.begin(), secs.end(), elapsed);
    return longer == secs.end()
               ? secs[secs.size() / 2]
               : draw(secs, static_cast<std::size_t>(longer - secs.begin()), stream) - elapsed;
}

const LearnedService& learned_of(const LineNow& line, int group) {
    static const LearnedService kNone;
    const auto at = static_cast<std::size_t>(group);
    return at < line.learned.size() ? line.learned[at] : kNone;
}

std::vector<Counter> drawn_counters(const LineNow& line, Stream& stream) {
    std::vector<Counter> counters;
    for (const CounterNow& counter : line.counters) {
        std::int64_t rest = 0;
        if (counter.serves_group >= 0) {
            rest = draw_rest(learned_of(line, counter.serves_group), line.now - counter.since, stream);
        }
        counters.push_back({counter.skills, counter.shifts, line.now + rest});
    }
    return counters;
}

}  // namespace

WaitEstimate estimate_wait(const LineNow& line, std::size_t index, Stream stream, int runs) {
    std::vector<Visit> visits;
    for (const Entry& entry : line.line) {
        visits.push_back({entry, 0});
    }
    // serve() takes people as they come; the number, which stays, tells who is watched.
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit& a, const Visit& b) { return a.entry.arrived_at < b.entry.arrived_at; });
    const auto watched = static_cast<std::size_t>(
        std::find_if(visits.begin(), visits.end(),
                     [&](const Visit& visit) { return visit.entry.number == line.line[index].number; }) -
        visits.begin());
    std::vector<std::int64_t> waits;
    for (int run = 0; run < runs; ++run) {
        for (Visit& visit : visits) {
            visit.service_secs = draw_service(learned_of(line, visit.entry.group), stream);
        }
        const Course course = serve(visits, drawn_counters(line, stream), line.rules, watched);
        if (!course.called_at[watched]) {
            return {0, 0, false};
        }
        waits.push_back(*course.called_at[watched] - line.now);
    }
    std::sort(waits.begin(), waits.end());
    const auto at = [&waits](double share) {
        return waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))];
    };
    return {at(0.5), at(kBoundShare), true};
}

std::int64_t bound_correction(std::vector<std::int64_t> errors, double share) {
    if (errors.empty()) {
        return 0;
    }
    std::sort(errors.begin(), errors.end());
    const auto wanted = static_cast<std::size_t>(std::ceil(share * static_cast<double>(errors.size() + 1)));
    return errors[std::min(wanted, errors.size()) - 1];
}

}  // namespace motcua::visits
