#include "shared/visits/route.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace motcua::visits {
namespace {

using Order = std::vector<std::size_t>;

/// Its length when the order keeps windows, capacity and end; fills in the times.
std::optional<std::int64_t> walk(const Errand& errand, const Order& order,
                                 std::vector<std::int64_t>* times = nullptr) {
    std::int64_t now = errand.starts_at;
    std::int64_t travel = 0;
    std::int64_t load = 0;
    std::size_t place = 0;
    for (const std::size_t index : order) {
        const Stop& stop = errand.stops[index];
        const std::int64_t way = errand.travel_secs[place][index + 1];
        travel += way;
        load += stop.load;
        now = std::max(now + way, stop.opens_at);
        if (now > stop.closes_at || load > errand.capacity) {
            return std::nullopt;
        }
        if (times != nullptr) {
            times->push_back(now);
        }
        now += stop.service_secs;
        place = index + 1;
    }
    const std::int64_t home = errand.travel_secs[place][0];
    return now + home > errand.ends_by ? std::nullopt : std::optional(travel + home);
}

/// Puts `stop` in where the route stays shortest; false: nowhere.
bool insert_cheapest(const Errand& errand, Order& order, std::size_t stop) {
    std::optional<std::int64_t> best;
    Order best_order;
    for (std::size_t at = 0; at <= order.size(); ++at) {
        Order tried = order;
        tried.insert(tried.begin() + static_cast<std::ptrdiff_t>(at), stop);
        const auto length = walk(errand, tried);
        if (length && (!best || *length < *best)) {
            best = length;
            best_order = std::move(tried);
        }
    }
    if (best) {
        order = std::move(best_order);
    }
    return best.has_value();
}

/// Keeps `tried` when it is shorter.
bool take_if_shorter(const Errand& errand, Order tried, Order& order, std::int64_t& length) {
    const auto its = walk(errand, tried);
    if (!its || *its >= length) {
        return false;
    }
    order = std::move(tried);
    length = *its;
    return true;
}

/// Turns the part from `first` to `last` round, or moves it whole behind the stop at `to`.
bool improve_part(const Errand& errand, Order& order, std::int64_t& length, std::size_t first,
                  std::size_t last) {
    const auto begin = static_cast<std::ptrdiff_t>(first);
    const auto end = static_cast<std::ptrdiff_t>(last) + 1;
    Order turned = order;
    std::reverse(turned.begin() + begin, turned.begin() + end);
    if (take_if_shorter(errand, std::move(turned), order, length)) {
        return true;
    }
    constexpr std::size_t kLongestMoved = 3;
    if (last - first >= kLongestMoved) {
        return false;
    }
    Order rest = order;
    const Order part(order.begin() + begin, order.begin() + end);
    rest.erase(rest.begin() + begin, rest.begin() + end);
    for (std::size_t to = 0; to <= rest.size(); ++to) {
        Order moved = rest;
        moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(to), part.begin(), part.end());
        if (take_if_shorter(errand, std::move(moved), order, length)) {
            return true;
        }
    }
    return false;
}

bool improve_once(const Errand& errand, Order& order, std::int64_t& length) {
    for (std::size_t first = 0; first < order.size(); ++first) {
        for (std::size_t last = first; last < order.size(); ++last) {
            if (improve_part(errand, order, length, first, last)) {
                return true;
            }
        }
    }
    return false;
}

/// Shortens the route, and tries after each round whether a stop left out fits now.
Order improved(const Errand& errand, Order order, Order& unmet) {
    bool more = true;
    while (more) {
        auto length = walk(errand, order);
        while (length && improve_once(errand, order, *length)) {
        }
        const std::size_t before = unmet.size();
        Order still;
        for (const std::size_t stop : unmet) {
            if (!insert_cheapest(errand, order, stop)) {
                still.push_back(stop);
            }
        }
        unmet.swap(still);
        more = unmet.size() < before;
    }
    return order;
}

/// From the stops in this order: each goes in where it costs least, or, with `as_given`, at the end.
Route built(const Errand& errand, const Order& stops, bool as_given) {
    Order order;
    Order unmet;
    for (const std::size_t stop : stops) {
        Order longer = order;
        longer.push_back(stop);
        if (as_given && walk(errand, longer)) {
            order = std::move(longer);
        } else if (as_given || !insert_cheapest(errand, order, stop)) {
            unmet.push_back(stop);
        }
    }
    Route route = timed(errand, improved(errand, std::move(order), unmet));
    std::sort(unmet.begin(), unmet.end());
    route.unmet = std::move(unmet);
    return route;
}

bool is_better(const Route& a, const Route& b) {
    return a.unmet.size() != b.unmet.size() ? a.unmet.size() < b.unmet.size() : a.travel_secs < b.travel_secs;
}

}  // namespace

Route timed(const Errand& errand, const std::vector<std::size_t>& order) {
    Route route;
    const auto length = walk(errand, order, &route.at);
    if (!length) {
        return {};
    }
    route.order = order;
    route.travel_secs = *length;
    return route;
}

Route plan_route(const Errand& errand) {
    Order given(errand.stops.size());
    std::iota(given.begin(), given.end(), std::size_t{0});
    // Which stop goes in first matters: those whose window closes first, those far away, as given.
    Order by_window = given;
    std::stable_sort(by_window.begin(), by_window.end(), [&](std::size_t a, std::size_t b) {
        return errand.stops[a].closes_at < errand.stops[b].closes_at;
    });
    Order by_distance = given;
    std::stable_sort(by_distance.begin(), by_distance.end(), [&](std::size_t a, std::size_t b) {
        return errand.travel_secs[0][a + 1] > errand.travel_secs[0][b + 1];
    });
    Route best = built(errand, given, true);
    for (const Order* order : {&by_window, &by_distance, &given}) {
        Route route = built(errand, *order, false);
        if (is_better(route, best)) {
            best = std::move(route);
        }
    }
    return best;
}

}  // namespace motcua::visits
