#include "shared/visits/serve.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "shared/visits/stream.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::visits;
using tests::Random;

namespace {

constexpr double kServiceSecs = 900;
constexpr int kBatches = 60;
constexpr int kBatchVisits = 4000;

struct Estimate {
    double mean = 0;
    double standard_error = 0;
};

/// Waits of a long run, and how far its batches are apart.
Estimate waits_of(const std::vector<Visit>& visits, const Course& course) {
    std::vector<double> means;
    for (int batch = 0; batch < kBatches; ++batch) {
        double sum = 0;
        for (int i = 0; i < kBatchVisits; ++i) {
            const auto at = static_cast<std::size_t>(batch) * kBatchVisits + static_cast<std::size_t>(i);
            sum += static_cast<double>(course.called_at[at].value() - visits[at].entry.arrived_at);
        }
        means.push_back(sum / kBatchVisits);
    }
    Estimate estimate;
    for (const double mean : means) {
        estimate.mean += mean / kBatches;
    }
    double squares = 0;
    for (const double mean : means) {
        squares += (mean - estimate.mean) * (mean - estimate.mean);
    }
    estimate.standard_error = std::sqrt(squares / (kBatches - 1) / kBatches);
    return estimate;
}

/// People who come at random, `load` of what the counters can do.
std::vector<Visit> poisson(double load, int counters, bool fixed_service, std::uint64_t seed) {
    Stream arrivals(seed);
    Stream services = arrivals.fork();
    std::vector<Visit> visits;
    double now = 0;
    for (int i = 0; i < kBatches * kBatchVisits; ++i) {
        now += arrivals.exponential(kServiceSecs / load / counters);
        Visit visit;
        visit.entry.number = i;
        visit.entry.arrived_at = static_cast<std::int64_t>(now);
        visit.service_secs =
            fixed_service ? static_cast<std::int64_t>(kServiceSecs)
                          : static_cast<std::int64_t>(std::llround(services.exponential(kServiceSecs)));
        visits.push_back(visit);
    }
    return visits;
}

Estimate long_run(double load, int counters, bool fixed_service, std::uint64_t seed) {
    const std::vector<Visit> visits = poisson(load, counters, fixed_service, seed);
    return waits_of(visits, serve(visits, std::vector<Counter>(static_cast<std::size_t>(counters)), {}));
}

/// Erlang's C formula: the mean wait in M/M/c, by the recursion of his B formula.
double erlang_c_wait(double load, int counters) {
    const double traffic = load * counters;
    double blocked = 1;
    for (int c = 1; c <= counters; ++c) {
        blocked = traffic * blocked / (c + traffic * blocked);
    }
    const double delayed = blocked / (1 - load * (1 - blocked));
    return delayed * kServiceSecs / (counters * (1 - load));
}

void check_close(const Estimate& estimate, double exact) {
    CAPTURE(estimate.mean, estimate.standard_error, exact);
    // A tolerance that says something: the run knows its mean well.
    CHECK(estimate.standard_error < 0.05 * exact);
    CHECK(std::abs(estimate.mean - exact) < 3.5 * estimate.standard_error);
}

}  // namespace

TEST_CASE("one counter and random service wait as M/M/1 does", "[visits][serve]") {
    check_close(long_run(0.5, 1, false, 31), kServiceSecs * 0.5 / (1 - 0.5));
    check_close(long_run(0.7, 1, false, 32), kServiceSecs * 0.7 / (1 - 0.7));
}

TEST_CASE("several counters wait as Erlang's C formula says", "[visits][serve]") {
    // One counter is M/M/1: the formula itself is right.
    CHECK(erlang_c_wait(0.7, 1) == Approx(kServiceSecs * 0.7 / (1 - 0.7)));
    check_close(long_run(0.7, 2, false, 33), erlang_c_wait(0.7, 2));
    check_close(long_run(0.83, 4, false, 34), erlang_c_wait(0.83, 4));
    check_close(long_run(0.85, 8, false, 35), erlang_c_wait(0.85, 8));
}

TEST_CASE("equal service times wait as M/D/1 does", "[visits][serve]") {
    check_close(long_run(0.7, 1, true, 36), kServiceSecs * 0.7 / (2 * (1 - 0.7)));
}

TEST_CASE("who goes first moves waits between people and leaves their mean", "[visits][serve]") {
    std::vector<Visit> visits = poisson(0.7, 3, false, 37);
    const std::vector<Counter> counters(3);
    const Estimate plain = waits_of(visits, serve(visits, counters, {}));
    Stream stream(38);
    for (Visit& visit : visits) {
        visit.entry.priority = stream.chance(0.3) ? PriorityClass::First : PriorityClass::Everybody;
    }
    const Course course = serve(visits, counters, {});
    const Estimate mixed = waits_of(visits, course);
    CHECK(std::abs(mixed.mean - plain.mean) < 3 * (mixed.standard_error + plain.standard_error));
    double first = 0;
    double count = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (visits[i].entry.priority == PriorityClass::First) {
            first += static_cast<double>(*course.called_at[i] - visits[i].entry.arrived_at);
            count += 1;
        }
    }
    CHECK(first / count < 0.8 * mixed.mean);
}

TEST_CASE("nobody waits beside a free counter, and nobody is served twice at a time", "[visits][serve]") {
    Random random(39);
    for (int round = 0; round < 200; ++round) {
        std::vector<Visit> visits;
        std::int64_t now = 0;
        for (int i = 0; i < 60; ++i) {
            now += random.between(0, 600);
            Visit visit;
            visit.entry = {.number = i, .arrived_at = now};
            visit.entry.group = static_cast<int>(random.below(3));
            visit.service_secs = random.between(1, 1500);
            visits.push_back(visit);
        }
        std::vector<Counter> counters(3);
        for (Counter& counter : counters) {
            counter.skills = 1 + random.below(7);
            counter.shifts = {{0, 7200}, {10800, 20000}};
        }
        const Course course = serve(visits, counters, {});
        GroupSet served = 0;
        for (const Counter& counter : counters) {
            served |= counter.skills;
        }
        std::int64_t busy = 0;
        for (std::size_t i = 0; i < visits.size(); ++i) {
            const bool can = (served & group_bit(visits[i].entry.group)) != 0;
            REQUIRE(course.called_at[i].has_value() == can);
            if (!can) {
                continue;
            }
            const std::int64_t at = *course.called_at[i];
            CHECK(at >= visits[i].entry.arrived_at);
            CHECK_FALSE((at >= 7200 && at < 10800));
            busy += visits[i].service_secs;
            const auto at_once = std::count_if(visits.begin(), visits.end(), [&](const Visit& other) {
                const auto began = course.called_at[static_cast<std::size_t>(other.entry.number)];
                return began && *began <= at && at < *began + other.service_secs;
            });
            CHECK(at_once <= 3);
        }
        CHECK(course.busy_secs == busy);
    }
}

TEST_CASE("a call nobody could make earlier: the rule holds at each of them", "[visits][serve]") {
    Random random(40);
    for (int round = 0; round < 100; ++round) {
        std::vector<Visit> visits;
        std::int64_t now = 0;
        for (int i = 0; i < 50; ++i) {
            now += random.between(1, 500);
            Visit visit;
            visit.entry = {.number = i, .arrived_at = now};
            if (random.one_in(3)) {
                visit.entry.booked_at = now + random.between(-1200, 1200);
            }
            visit.service_secs = random.between(60, 900);
            visits.push_back(visit);
        }
        const Course course = serve(visits, std::vector<Counter>(1), {});
        for (std::size_t i = 0; i < visits.size(); ++i) {
            const std::int64_t at = *course.called_at[i];
            for (std::size_t j = 0; j < visits.size(); ++j) {
                if (visits[j].entry.arrived_at <= at && *course.called_at[j] > at) {
                    CHECK(rank(visits[i].entry, at, {}) < rank(visits[j].entry, at, {}));
                }
            }
        }
    }
}

TEST_CASE("it ends as soon as the one that is watched is called", "[visits][serve]") {
    const std::vector<Visit> visits = poisson(0.9, 2, false, 41);
    const Course whole = serve(visits, std::vector<Counter>(2), {});
    const Course part = serve(visits, std::vector<Counter>(2), {}, 100);
    CHECK(part.called_at[100] == whole.called_at[100]);
    CHECK_FALSE(part.called_at[200].has_value());
}
