#include <algorithm>
#include <cmath>

#include "shared/visits/plan.hpp"

namespace motcua::visits {
namespace {

/// How finely the room for appointments is looked at.
constexpr std::int64_t kSlotSecs = 15 * 60;
constexpr std::int64_t kSlots = 24 * 3600 / kSlotSecs;
constexpr int kHalvings = 60;

double overlap(const Shift& a, std::int64_t from, std::int64_t until) {
    return static_cast<double>(std::max<std::int64_t>(0, std::min(a.until, until) - std::max(a.from, from)));
}

/// One part of the day: what the counters can do in it, in seconds of work, and what those
/// without an appointment bring.
struct Slot {
    double capacity = 0;
    double walk_ins = 0;  ///< Visits
};

std::vector<Slot> slots_of(const Plan& plan) {
    std::vector<Slot> slots(static_cast<std::size_t>(kSlots));
    const double walk_ins = plan.visits_a_day * (1 - plan.booked);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::int64_t from = static_cast<std::int64_t>(i) * kSlotSecs;
        for (const CounterRow& row : plan.counters) {
            for (const Shift& shift : row.shifts) {
                slots[i].capacity += row.count * overlap(shift, from, from + kSlotSecs);
            }
        }
        for (const WalkInPeriod& period : plan.walk_ins) {
            slots[i].walk_ins += walk_ins * period.share * overlap(period.when, from, from + kSlotSecs) /
                                 static_cast<double>(period.when.until - period.when.from);
        }
    }
    return slots;
}

/// Appointments in each slot when every slot is filled up to `level` visits a second of capacity.
std::vector<double> filled(const std::vector<Slot>& slots, double level) {
    std::vector<double> booked;
    booked.reserve(slots.size());
    for (const Slot& slot : slots) {
        booked.push_back(std::max(0.0, level * slot.capacity - slot.walk_ins));
    }
    return booked;
}

double sum(const std::vector<double>& numbers) {
    double all = 0;
    for (const double number : numbers) {
        all += number;
    }
    return all;
}

/// Like water into a vessel: the level at which `count` appointments fit.
std::vector<double> level_out(const std::vector<Slot>& slots, double count) {
    double low = 0;
    double high = 1;  // One visit a second
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (sum(filled(slots, middle)) < count ? low : high) = middle;
    }
    return filled(slots, high);
}

std::vector<double> by_capacity(const std::vector<Slot>& slots) {
    std::vector<double> weights;
    weights.reserve(slots.size());
    for (const Slot& slot : slots) {
        weights.push_back(slot.capacity);
    }
    return weights;
}

int draw_group(const Plan& plan, Stream& stream) {
    double left = stream.uniform();
    for (std::size_t i = 0; i + 1 < plan.groups.size(); ++i) {
        left -= plan.groups[i].share;
        if (left < 0) {
            return static_cast<int>(i);
        }
    }
    return static_cast<int>(plan.groups.size()) - 1;
}

Visit draw_visit(const Plan& plan, std::int64_t arrived_at, Stream& stream) {
    Visit visit;
    visit.entry.arrived_at = arrived_at;
    visit.entry.group = draw_group(plan, stream);
    visit.entry.priority = stream.chance(plan.first_class) ? PriorityClass::First : PriorityClass::Everybody;
    const ServiceGroup& group = plan.groups[static_cast<std::size_t>(visit.entry.group)];
    visit.service_secs = std::llround(stream.lognormal(group.mean_secs, group.cv));
    return visit;
}

}  // namespace

std::vector<std::int64_t> booked_times(const Plan& plan) {
    const std::vector<Slot> slots = slots_of(plan);
    const double count = std::round(plan.visits_a_day * plan.booked);
    const std::vector<double> weights =
        plan.placement == Placement::OffPeak ? level_out(slots, count) : by_capacity(slots);
    const double step = sum(weights) / std::max(1.0, count);
    std::vector<std::int64_t> times;
    std::size_t slot = 0;
    double before = 0;  // Weight of the slots before this one
    for (double due = step / 2; static_cast<double>(times.size()) < count; due += step) {
        while (slot + 1 < weights.size() && before + weights[slot] <= due) {
            before += weights[slot++];
        }
        const double part = weights[slot] > 0 ? std::min(1.0, (due - before) / weights[slot]) : 0;
        const auto within = static_cast<std::int64_t>(part * static_cast<double>(kSlotSecs));
        times.push_back(static_cast<std::int64_t>(slot) * kSlotSecs + within / 60 * 60);
    }
    return times;
}

std::vector<Visit> make_day(const Plan& plan, Stream stream) {
    Stream walk_in_stream = stream.fork();
    Stream booked_stream = stream.fork();
    std::vector<Visit> visits;
    for (const WalkInPeriod& period : plan.walk_ins) {
        const double expected = plan.visits_a_day * (1 - plan.booked) * period.share;
        const auto length = static_cast<double>(period.when.until - period.when.from);
        for (double at = 0; expected > 0;) {
            at += walk_in_stream.exponential(length / expected);
            if (at >= length) {
                break;
            }
            visits.push_back(
                draw_visit(plan, period.when.from + static_cast<std::int64_t>(at), walk_in_stream));
        }
    }
    for (const std::int64_t booked_at : booked_times(plan)) {
        const double early = booked_stream.normal(plan.early_secs, plan.early_deviation_secs);
        Visit visit = draw_visit(plan, booked_at - std::llround(early), booked_stream);
        visit.entry.booked_at = booked_at;
        if (!booked_stream.chance(plan.no_shows)) {
            visits.push_back(visit);
        }
    }
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit& a, const Visit& b) { return a.entry.arrived_at < b.entry.arrived_at; });
    for (std::size_t i = 0; i < visits.size(); ++i) {
        visits[i].entry.number = static_cast<std::int64_t>(i);
    }
    return visits;
}

std::vector<Counter> counters_of(const Plan& plan) {
    std::vector<Counter> counters;
    for (const CounterRow& row : plan.counters) {
        for (int i = 0; i < row.count; ++i) {
            counters.push_back({row.groups, row.shifts, 0});
        }
    }
    return counters;
}

}  // namespace motcua::visits
