#include "shared/visits/route.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::visits;
using tests::Random;

namespace {

constexpr std::int64_t kHour = 3600;

/// Doors spread over some kilometres around the office, a half-day from 07:30 to 11:30.
Errand random_errand(Random& random, std::size_t stops, std::int64_t window_secs) {
    Errand errand;
    errand.starts_at = 7 * kHour + 1800;
    errand.ends_by = errand.starts_at + 4 * kHour;
    errand.capacity = 100;
    std::vector<std::pair<double, double>> places = {{0, 0}};
    for (std::size_t i = 0; i < stops; ++i) {
        const auto x = static_cast<double>(random.between(-900, 900));
        const auto y = static_cast<double>(random.between(-900, 900));
        places.emplace_back(x, y);
        Stop stop;
        stop.opens_at = errand.starts_at + random.between(0, 4 * kHour - std::min(4 * kHour, window_secs));
        stop.closes_at = stop.opens_at + window_secs;
        stop.service_secs = random.between(60, 300);
        errand.stops.push_back(stop);
    }
    for (const auto& from : places) {
        errand.travel_secs.emplace_back();
        for (const auto& to : places) {
            errand.travel_secs.back().push_back(
                std::llround(std::hypot(from.first - to.first, from.second - to.second)));
        }
    }
    return errand;
}

std::vector<std::size_t> as_given(const Errand& errand) {
    std::vector<std::size_t> order(errand.stops.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// Everything a route promises, computed anew.
void check_kept(const Errand& errand, const Route& route) {
    std::vector<std::size_t> all = route.order;
    all.insert(all.end(), route.unmet.begin(), route.unmet.end());
    std::sort(all.begin(), all.end());
    CHECK(all == as_given(errand));
    REQUIRE(route.at.size() == route.order.size());
    std::int64_t load = 0;
    std::int64_t travel = 0;
    std::int64_t free_at = errand.starts_at;
    std::size_t place = 0;
    for (std::size_t i = 0; i < route.order.size(); ++i) {
        const Stop& stop = errand.stops[route.order[i]];
        const std::int64_t way = errand.travel_secs[place][route.order[i] + 1];
        CHECK(route.at[i] >= free_at + way);
        CHECK(route.at[i] >= stop.opens_at);
        CHECK(route.at[i] <= stop.closes_at);
        free_at = route.at[i] + stop.service_secs;
        travel += way;
        load += stop.load;
        place = route.order[i] + 1;
    }
    travel += errand.travel_secs[place][0];
    CHECK(free_at + errand.travel_secs[place][0] <= errand.ends_by);
    CHECK(load <= errand.capacity);
    CHECK(travel == route.travel_secs);
}

/// The most stops that fit, and the shortest way with them, by trying all orders of all stops.
std::pair<std::size_t, std::int64_t> best_of_all(const Errand& errand) {
    std::size_t most = 0;
    std::int64_t shortest = errand.travel_secs[0][0];
    std::vector<std::size_t> order = as_given(errand);
    do {
        for (std::size_t count = order.size(); count >= std::max<std::size_t>(most, 1); --count) {
            const Route route =
                timed(errand, {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count)});
            if (!route.order.empty()) {
                shortest = count > most ? route.travel_secs : std::min(shortest, route.travel_secs);
                most = count;
                break;
            }
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return {most, shortest};
}

}  // namespace

TEST_CASE("a route keeps windows, capacity and the half-day, and forgets nobody", "[visits][route]") {
    Random random(91);
    for (int round = 0; round < 60; ++round) {
        const std::size_t stops = random.below(41);
        const std::int64_t window = random.one_in(2) ? 4 * kHour : 3600;
        Errand errand = random_errand(random, stops, window);
        errand.capacity = random.between(5, 45);
        check_kept(errand, plan_route(errand));
    }
}

TEST_CASE("a route is never longer than the order given where that fits", "[visits][route]") {
    Random random(92);
    int fitted = 0;
    double ours = 0;
    double given = 0;
    for (int round = 0; round < 60; ++round) {
        const std::size_t stops = 1 + random.below(12);
        const Errand errand = random_errand(random, stops, 4 * kHour);
        const Route as_it_is = timed(errand, as_given(errand));
        const Route route = plan_route(errand);
        if (!as_it_is.order.empty()) {
            ++fitted;
            CHECK(route.unmet.empty());
            CHECK(route.travel_secs <= as_it_is.travel_secs);
            ours += static_cast<double>(route.travel_secs);
            given += static_cast<double>(as_it_is.travel_secs);
        }
    }
    CHECK(fitted > 30);
    CHECK(ours < 0.8 * given);
}

TEST_CASE("on small errands it is as good as trying everything, or nearly", "[visits][route]") {
    Random random(93);
    int same = 0;
    int whole = 0;
    constexpr int kRounds = 40;
    for (int round = 0; round < kRounds; ++round) {
        const Errand errand = random_errand(random, 7, round % 2 == 0 ? 4 * kHour : 5400);
        const auto [most, shortest] = best_of_all(errand);
        const Route route = plan_route(errand);
        CAPTURE(round, most, shortest, route.order.size(), route.travel_secs);
        CHECK(route.order.size() + 1 >= most);
        // Of different stops the lengths cannot be compared.
        if (most == errand.stops.size() && route.unmet.empty()) {
            ++whole;
            CHECK(static_cast<double>(route.travel_secs) <= 1.10 * static_cast<double>(shortest));
            same += route.travel_secs == shortest ? 1 : 0;
        }
    }
    CHECK(whole >= kRounds / 2);
    CHECK(same >= whole * 3 / 4);
}

TEST_CASE("what does not fit is named, and nothing to fetch is no way at all", "[visits][route]") {
    Random random(94);
    CHECK(plan_route(random_errand(random, 0, kHour)).travel_secs == 0);
    Errand errand = random_errand(random, 3, 4 * kHour);
    errand.capacity = 2;
    CHECK(plan_route(errand).unmet.size() == 1);
    errand.capacity = 3;
    errand.stops[1].closes_at = errand.starts_at - 1;
    CHECK(plan_route(errand).unmet == std::vector<std::size_t>{1});
    CHECK(timed(errand, {1}).order.empty());
}
