#include "shared/visits/estimate.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "shared/visits/plan.hpp"

using namespace motcua;
using namespace motcua::visits;

namespace {

constexpr std::int64_t kHour = 3600;

Plan office() {
    Plan plan;
    plan.groups = {{"a", 0.5, 600, 0.7}, {"b", 0.3, 900, 0.8}, {"c", 0.2, 1500, 0.8}};
    plan.counters = {{2, group_bit(0) | group_bit(1), {{0, 8 * kHour}}}, {2, ~GroupSet{0}, {{0, 8 * kHour}}}};
    plan.walk_ins = {{{0, 2 * kHour}, 0.5}, {{2 * kHour, 8 * kHour}, 0.5}};
    plan.visits_a_day = 95;
    plan.booked = 0.2;
    plan.first_class = 0.1;
    return plan;
}

std::vector<LearnedService> learn(const Plan& plan) {
    std::vector<LearnedService> learned(plan.groups.size());
    Stream seeds(61);
    for (int day = 0; day < 20; ++day) {
        for (const Visit& visit : make_day(plan, seeds.fork())) {
            learned[static_cast<std::size_t>(visit.entry.group)].secs.push_back(visit.service_secs);
        }
    }
    for (LearnedService& group : learned) {
        std::sort(group.secs.begin(), group.secs.end());
    }
    return learned;
}

struct Promise {
    std::int64_t bound_secs = 0;
    std::int64_t median_secs = 0;
    std::int64_t wait_secs = 0;
};

/// The line as it stood when this visit took its ticket. Which counter serves whom is rebuilt
/// from who was called when: any free one of those that could.
LineNow line_at(const Plan& plan, const std::vector<Visit>& visits, const Course& course, std::size_t index) {
    LineNow line;
    line.now = visits[index].entry.arrived_at;
    for (const Counter& counter : counters_of(plan)) {
        line.counters.push_back({counter.skills, counter.shifts});
    }
    for (std::size_t i = 0; i <= index; ++i) {
        const std::int64_t called = *course.called_at[i];
        if (called >= line.now) {
            line.line.push_back(visits[i].entry);
        } else if (called + visits[i].service_secs > line.now) {
            for (CounterNow& counter : line.counters) {
                if (counter.serves_group < 0 && (counter.skills & group_bit(visits[i].entry.group)) != 0) {
                    counter.serves_group = visits[i].entry.group;
                    counter.since = called;
                    break;
                }
            }
        }
    }
    return line;
}

/// A day's promises, one for everybody who finds a line.
void add_promises(const Plan& plan, const std::vector<LearnedService>& learned, Stream stream,
                  std::vector<Promise>& promises) {
    const std::vector<Visit> visits = make_day(plan, stream.fork());
    const Course course = serve(visits, counters_of(plan), plan.rules);
    for (std::size_t i = 0; i < visits.size(); ++i) {
        LineNow line = line_at(plan, visits, course, i);
        if (visits[i].entry.booked_at || line.line.size() < 2) {
            continue;
        }
        line.learned = learned;
        const WaitEstimate estimate = estimate_wait(line, line.line.size() - 1, stream.fork(), 40);
        REQUIRE(estimate.served);
        promises.push_back({estimate.bound_secs, estimate.median_secs, *course.called_at[i] - line.now});
    }
}

std::vector<Promise> promises_of(int days, std::uint64_t seed) {
    const Plan plan = office();
    const std::vector<LearnedService> learned = learn(plan);
    std::vector<Promise> promises;
    Stream seeds(seed);
    for (int day = 0; day < days; ++day) {
        add_promises(plan, learned, seeds.fork(), promises);
    }
    return promises;
}

double share_kept(const std::vector<Promise>& promises, std::int64_t correction) {
    const auto kept = std::count_if(promises.begin(), promises.end(), [&](const Promise& promise) {
        return promise.wait_secs <= promise.bound_secs + correction;
    });
    return static_cast<double>(kept) / static_cast<double>(promises.size());
}

}  // namespace

TEST_CASE("the corrected bound holds for four people of five on days not seen before", "[visits][estimate]") {
    std::vector<std::int64_t> errors;
    for (const Promise& promise : promises_of(300, 62)) {
        errors.push_back(promise.wait_secs - promise.bound_secs);
    }
    const std::int64_t correction = bound_correction(errors);
    const std::vector<Promise> later = promises_of(200, 163);
    CAPTURE(errors.size(), correction, later.size());
    const double kept = share_kept(later, correction);
    CAPTURE(share_kept(later, 0), kept);
    CHECK(later.size() > 5000);
    CHECK(kept >= 0.78);
    CHECK(kept <= 0.82);
}

TEST_CASE("the median is far nearer to the wait than the average wait is", "[visits][estimate]") {
    const std::vector<Promise> promises = promises_of(60, 64);
    double ours = 0;
    double mean = 0;
    for (const Promise& promise : promises) {
        mean += static_cast<double>(promise.wait_secs) / static_cast<double>(promises.size());
    }
    double constant = 0;
    for (const Promise& promise : promises) {
        ours += std::abs(static_cast<double>(promise.wait_secs - promise.median_secs));
        constant += std::abs(static_cast<double>(promise.wait_secs) - mean);
    }
    CHECK(ours < 0.6 * constant);
}

TEST_CASE("with equal service times the wait is known exactly", "[visits][estimate]") {
    LineNow line;
    line.now = 10000;
    line.learned = {{std::vector<std::int64_t>(10, 600)}};
    line.counters = {{.serves_group = 0, .since = 9800}, {.serves_group = 0, .since = 9900}};
    line.line = {{.number = 1, .arrived_at = 9950},
                 {.number = 2, .arrived_at = 9960},
                 {.number = 3, .arrived_at = 10000}};
    // The counters are free after 400 and 500 seconds, the first again after 1000.
    for (const auto& [index, wait] : {std::pair{0U, 400}, {1U, 500}, {2U, 1000}}) {
        const WaitEstimate estimate = estimate_wait(line, index, Stream(1));
        CHECK(estimate.median_secs == wait);
        CHECK(estimate.bound_secs == wait);
    }
    line.line[2].group = 3;
    line.counters[0].skills = line.counters[1].skills = group_bit(0);
    CHECK_FALSE(estimate_wait(line, 2, Stream(1)).served);
}

TEST_CASE("a service longer than any before still ends, and nothing learned is no trouble",
          "[visits][estimate]") {
    LineNow line;
    line.now = 10000;
    line.learned = {{{300, 600, 900}}};
    line.counters = {{.serves_group = 0, .since = 1000}};
    line.line = {{.number = 1, .arrived_at = 9990}};
    CHECK(estimate_wait(line, 0, Stream(1)).median_secs == 600);
    line.learned.clear();
    CHECK(estimate_wait(line, 0, Stream(1)).median_secs == 900);
    line.counters[0].serves_group = -1;
    CHECK(estimate_wait(line, 0, Stream(1)).bound_secs == 0);
}

TEST_CASE("the correction is the conformal quantile", "[visits][estimate]") {
    CHECK(bound_correction({}) == 0);
    CHECK(bound_correction({7}) == 7);
    // Of nine errors the eighth: ⌈0.8 · 10⌉.
    CHECK(bound_correction({9, 8, 7, 6, 5, 4, 3, 2, 1}) == 8);
    CHECK(bound_correction({-5, -4, -3, -2}) == -2);
}
