#include "shared/visits/simulate.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::visits {
namespace {

constexpr double kQuarterHour = 15 * 60;
constexpr double kHalfHour = 30 * 60;
constexpr std::int64_t kHour = 3600;
constexpr int kShareSteps = 10;  ///< 0, 10 … 90 %

/// One visit of one day.
struct Sample {
    int day = 0;
    int hour = 0;
    int group = 0;
    bool first_class = false;
    bool booked = false;
    double wait_secs = 0;
};

double quantile(const std::vector<double>& sorted, double share) {
    const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    return sorted[std::min(at, sorted.size() - 1)];
}

double share_up_to(const std::vector<double>& sorted, double limit) {
    const auto end = std::upper_bound(sorted.begin(), sorted.end(), limit);
    return static_cast<double>(end - sorted.begin()) / static_cast<double>(sorted.size());
}

/// The mean's standard error with the days as clusters: visits of one day are not independent.
double standard_error(const std::vector<double>& day_sums, const std::vector<double>& day_counts, double mean,
                      double count) {
    double squares = 0;
    for (std::size_t day = 0; day < day_sums.size(); ++day) {
        const double off = day_sums[day] - mean * day_counts[day];
        squares += off * off;
    }
    const auto days = static_cast<double>(day_sums.size());
    return std::sqrt(squares * days / (days - 1)) / count;
}

template <class Keep>
Figures figures_of(const std::vector<Sample>& samples, const Plan& plan, Keep keep) {
    std::vector<double> waits;
    std::vector<double> day_sums(static_cast<std::size_t>(plan.days));
    std::vector<double> day_counts(day_sums.size());
    double sum = 0;
    for (const Sample& sample : samples) {
        if (keep(sample)) {
            waits.push_back(sample.wait_secs);
            sum += sample.wait_secs;
            day_sums[static_cast<std::size_t>(sample.day)] += sample.wait_secs;
            day_counts[static_cast<std::size_t>(sample.day)] += 1;
        }
    }
    Figures figures;
    figures.visits = static_cast<std::int64_t>(waits.size());
    if (waits.empty()) {
        return figures;
    }
    std::sort(waits.begin(), waits.end());
    const auto count = static_cast<double>(waits.size());
    figures.mean_secs = sum / count;
    figures.standard_error_secs = standard_error(day_sums, day_counts, figures.mean_secs, count);
    figures.median_secs = quantile(waits, 0.5);
    figures.p80_secs = quantile(waits, 0.8);
    figures.p95_secs = quantile(waits, 0.95);
    figures.within_15 = share_up_to(waits, kQuarterHour);
    figures.within_30 = share_up_to(waits, kHalfHour);
    figures.within_target = share_up_to(waits, plan.target.within_secs);
    return figures;
}

/// From when somebody waits.
std::int64_t begins_at(const Entry& entry) {
    return std::max(entry.arrived_at, entry.booked_at.value_or(entry.arrived_at));
}

std::int64_t staffed_secs(const Plan& plan) {
    std::int64_t secs = 0;
    for (const CounterRow& row : plan.counters) {
        for (const Shift& shift : row.shifts) {
            secs += row.count * (shift.until - shift.from);
        }
    }
    return secs;
}

double add_day(const std::vector<Visit>& visits, const Course& course, int day,
               std::vector<Sample>& samples) {
    double sum = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const Entry& entry = visits[i].entry;
        if (!course.called_at[i]) {
            continue;  // A group that nobody serves; read_plan() refuses it.
        }
        const std::int64_t wait = std::max<std::int64_t>(0, *course.called_at[i] - begins_at(entry));
        const auto hour = static_cast<int>(std::clamp<std::int64_t>(begins_at(entry) / kHour, 0, 23));
        samples.push_back({day, hour, entry.group, entry.priority == PriorityClass::First,
                           entry.booked_at.has_value(), static_cast<double>(wait)});
        sum += static_cast<double>(wait);
    }
    return sum;
}

/// The plan with that many counters for each that it has, one a row at least.
Plan with_counters(const Plan& plan, int wanted, int now) {
    Plan scaled = plan;
    int given = 0;
    int before = 0;
    for (CounterRow& row : scaled.counters) {
        before += row.count;
        const int until = static_cast<int>(std::lround(static_cast<double>(before) * wanted / now));
        row.count = std::max(1, until - given);
        given += row.count;
    }
    return scaled;
}

int count_of(const Plan& plan) {
    int count = 0;
    for (const CounterRow& row : plan.counters) {
        count += row.count;
    }
    return count;
}

}  // namespace

Report simulate(const Plan& plan, const Progress& progress) {
    std::vector<Sample> samples;
    std::int64_t busy = 0;
    int good_days = 0;
    Stream seeds(plan.seed);
    const std::vector<Counter> counters = counters_of(plan);
    for (int day = 0; day < plan.days; ++day) {
        const std::vector<Visit> visits = make_day(plan, seeds.fork());
        const Course course = serve(visits, counters, plan.rules);
        busy += course.busy_secs;
        const double sum = add_day(visits, course, day, samples);
        good_days += sum <= plan.target.mean_secs * static_cast<double>(visits.size()) ? 1 : 0;
        if (progress) {
            progress(day + 1, plan.days);
        }
    }
    Report report;
    report.all = figures_of(samples, plan, [](const Sample&) { return true; });
    report.first_class = figures_of(samples, plan, [](const Sample& one) { return one.first_class; });
    report.walk_ins = figures_of(samples, plan, [](const Sample& one) { return !one.booked; });
    report.booked = figures_of(samples, plan, [](const Sample& one) { return one.booked; });
    for (int hour = 0; hour < 24; ++hour) {
        report.hours.push_back(
            figures_of(samples, plan, [hour](const Sample& one) { return one.hour == hour; }));
    }
    for (int group = 0; group < static_cast<int>(plan.groups.size()); ++group) {
        report.groups.push_back(
            figures_of(samples, plan, [group](const Sample& one) { return one.group == group; }));
    }
    const double staffed = static_cast<double>(staffed_secs(plan)) * plan.days;
    report.utilisation = static_cast<double>(busy) / staffed;
    report.days_in_target = static_cast<double>(good_days) / plan.days;
    return report;
}

bool meets(const Figures& figures, const Target& target) {
    return figures.mean_secs <= target.mean_secs && figures.within_target >= target.share_within;
}

std::vector<Choice> recommend(const Plan& plan, const Progress& progress) {
    const int now = count_of(plan);
    const int least = static_cast<int>(plan.counters.size());
    const int most = std::max(2 * now, least);
    std::vector<Choice> choices;
    for (int count = least; count <= most; ++count) {
        Choice choice;
        choice.counters = count;
        for (int step = 0; step < kShareSteps && !choice.reached; ++step) {
            Plan tried = with_counters(plan, count, now);
            tried.booked = static_cast<double>(step) / kShareSteps;
            const Report report = simulate(tried);
            if (step == 0 || report.all.mean_secs < choice.figures.mean_secs ||
                meets(report.all, plan.target)) {
                choice.reached = meets(report.all, plan.target);
                choice.booked = tried.booked;
                choice.figures = report.all;
                choice.utilisation = report.utilisation;
            }
        }
        choices.push_back(choice);
        if (progress) {
            progress(count - least + 1, most - least + 1);
        }
        if (choice.reached && choice.booked == 0) {
            break;
        }
    }
    return choices;
}

}  // namespace motcua::visits
