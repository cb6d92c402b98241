#include "shared/visits/line.hpp"

#include <algorithm>
#include <tuple>

namespace motcua::visits {

bool operator<(const Rank& a, const Rank& b) {
    return std::tie(a.priority, a.effective_at, a.number) < std::tie(b.priority, b.effective_at, b.number);
}

bool is_late(const Entry& entry, const LineRules& rules) {
    return entry.booked_at.has_value() && entry.arrived_at > *entry.booked_at + rules.grace_secs;
}

std::int64_t effective_at(const Entry& entry, const LineRules& rules) {
    if (!entry.booked_at.has_value() || is_late(entry, rules)) {
        return entry.arrived_at;
    }
    return std::max(entry.arrived_at, *entry.booked_at) - rules.credit_secs;
}

Rank rank(const Entry& entry, std::int64_t now, const LineRules& rules) {
    // The wait is counted from the same time that orders a class: who stands before somebody
    // passes the cap before them too, so gaining class never turns two people of one class round.
    const std::int64_t effective = effective_at(entry, rules);
    const bool waited = now - effective > rules.fairness_cap_secs;
    return {waited ? PriorityClass::First : entry.priority, effective, entry.number};
}

std::optional<std::size_t> pick_next(const std::vector<Entry>& line, GroupSet skills, std::int64_t now,
                                     const LineRules& rules) {
    std::optional<std::size_t> best;
    Rank best_rank;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if ((skills & group_bit(line[i].group)) == 0) {
            continue;
        }
        const Rank its = rank(line[i], now, rules);
        if (!best.has_value() || its < best_rank) {
            best = i;
            best_rank = its;
        }
    }
    return best;
}

std::size_t ahead_of(const std::vector<Entry>& line, std::size_t index, std::int64_t now,
                     const LineRules& rules) {
    const Rank own = rank(line[index], now, rules);
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [&](const Entry& other) {
        return other.group == line[index].group && rank(other, now, rules) < own;
    }));
}

Explanation explain(const Entry& entry, const LineRules& rules) {
    const auto minutes = [](std::int64_t secs) { return std::to_string(secs / 60); };
    if (entry.priority == PriorityClass::First) {
        return {"line.rule.first", {{"cap", minutes(rules.fairness_cap_secs)}}};
    }
    if (is_late(entry, rules)) {
        return {"line.rule.late", {{"grace", minutes(rules.grace_secs)}}};
    }
    if (entry.booked_at.has_value()) {
        return {"line.rule.booked", {{"credit", minutes(rules.credit_secs)}}};
    }
    return {"line.rule.walk_in", {{"cap", minutes(rules.fairness_cap_secs)}}};
}

}  // namespace motcua::visits
