#include "shared/visits/serve.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace motcua::visits {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

bool is_there(const Counter& counter, std::int64_t now) {
    return counter.shifts.empty() || now >= counter.shifts.back().until ||
           std::any_of(counter.shifts.begin(), counter.shifts.end(),
                       [now](const Shift& shift) { return shift.from <= now && now < shift.until; });
}

/// When something changes at a counter by itself; a moment after `now`.
std::int64_t next_change(const Counter& counter, std::int64_t now) {
    std::int64_t next = counter.free_at > now ? counter.free_at : kNever;
    for (const Shift& shift : counter.shifts) {
        next = shift.from > now ? std::min(next, shift.from) : next;
    }
    // Overtime begins: somebody who came in the last break is still to be served.
    if (!counter.shifts.empty() && counter.shifts.back().until > now) {
        next = std::min(next, counter.shifts.back().until);
    }
    return next;
}

int count_of(GroupSet set) {
    int count = 0;
    for (; set != 0; set &= set - 1) {
        ++count;
    }
    return count;
}

class Day {
public:
    Day(const std::vector<Visit>& visits, std::vector<Counter> counters, const LineRules& rules)
        : visits_(visits), counters_(std::move(counters)), rules_(rules) {
        course_.called_at.resize(visits.size());
    }

    Course run(std::optional<std::size_t> watched) {
        std::int64_t now = std::numeric_limits<std::int64_t>::min();
        while (!watched || !course_.called_at[*watched]) {
            now = next_moment(now);
            if (now == kNever) {
                break;
            }
            admit(now);
            while (call(now)) {
            }
        }
        return std::move(course_);
    }

private:
    [[nodiscard]] std::int64_t next_moment(std::int64_t now) const {
        std::int64_t next = next_visit_ < visits_.size() ? visits_[next_visit_].entry.arrived_at : kNever;
        if (!line_.empty()) {
            for (const Counter& counter : counters_) {
                next = std::min(next, next_change(counter, now));
            }
        }
        return next;
    }

    void admit(std::int64_t now) {
        for (; next_visit_ < visits_.size() && visits_[next_visit_].entry.arrived_at <= now; ++next_visit_) {
            line_.push_back(visits_[next_visit_].entry);
            who_.push_back(next_visit_);
        }
    }

    /// One call, to the counter that suits best; false: nobody can be called now.
    bool call(std::int64_t now) {
        Counter* best = nullptr;
        std::optional<std::size_t> next;
        for (Counter& counter : counters_) {
            if (line_.empty() || counter.free_at > now || !is_there(counter, now) ||
                (best != nullptr && !suits_better(counter, *best))) {
                continue;
            }
            if (const auto its = pick_next(line_, counter.skills, now, rules_)) {
                best = &counter;
                next = its;
            }
        }
        if (best == nullptr) {
            return false;
        }
        const std::size_t visit = who_[*next];
        const std::int64_t service = std::max<std::int64_t>(1, visits_[visit].service_secs);
        course_.called_at[visit] = now;
        course_.busy_secs += service;
        best->free_at = now + service;
        line_[*next] = line_.back();
        line_.pop_back();
        who_[*next] = who_.back();
        who_.pop_back();
        return true;
    }

    static bool suits_better(const Counter& a, const Counter& b) {
        return std::tuple(count_of(a.skills), a.free_at) < std::tuple(count_of(b.skills), b.free_at);
    }

    const std::vector<Visit>& visits_;
    std::vector<Counter> counters_;
    const LineRules& rules_;
    std::vector<Entry> line_;
    std::vector<std::size_t> who_;  ///< Index of the visit, beside line_
    std::size_t next_visit_ = 0;
    Course course_;
};

}  // namespace

Course serve(const std::vector<Visit>& visits, std::vector<Counter> counters, const LineRules& rules,
             std::optional<std::size_t> watched) {
    return Day(visits, std::move(counters), rules).run(watched);
}

}  // namespace motcua::visits
