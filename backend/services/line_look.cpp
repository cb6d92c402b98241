#include "backend/services/line_look.hpp"

#include <algorithm>

#include "shared/calendar/date.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kLearnSecs = 28 * 86400;
constexpr int kLearnedServices = 300;
constexpr int kLearnedWaits = 400;

/// Fewer for longer lines: a run takes about the square of the line.
int runs_for(std::size_t waiting) {
    constexpr std::size_t kWork = 100'000;
    constexpr std::size_t kFewest = 25;
    const std::size_t affordable = kWork / (waiting * waiting + 1);
    return static_cast<int>(std::clamp(affordable, kFewest, static_cast<std::size_t>(visits::kEstimateRuns)));
}

std::int64_t whole_minutes(std::int64_t secs) {
    constexpr std::int64_t kMinute = 60;
    return std::max<std::int64_t>(0, secs + kMinute - 1) / kMinute * kMinute;
}

}  // namespace

std::int64_t day_number(std::int64_t utc_secs) {
    return calendar::days_since_1970(calendar::day_in_vietnam(utc_secs));
}

LineLook::LineLook(storage::Stores& stores, const storage::OfficeRecord& office, std::int64_t now_secs)
    : office_(office.id), services_(office.procedures), counters_(stores.line.counters(office.id)) {
    std::sort(services_.begin(), services_.end());
    now_.now = now_secs;
    for (storage::VisitRecord& visit : stores.line.live_visits(office.id, day_number(now_secs))) {
        const bool waits = visits::is_waiting(visit.booking.state);
        if (waits) {
            now_.line.push_back(entry_of(visit, group_of(visit.ticket.service)));
        }
        (waits ? waiting_ : others_).push_back(std::move(visit));
    }
    for (const storage::CounterRecord& counter : counters_) {
        if (counter.user.empty()) {
            continue;
        }
        visits::CounterNow one{.skills = skills_of(counter), .shifts = {}};
        const auto here = std::find_if(others_.begin(), others_.end(), [&](const storage::VisitRecord& each) {
            return each.booking.id == counter.visit;
        });
        if (here != others_.end()) {
            one.serves_group = group_of(here->ticket.service);
            one.since = here->since_secs;
        }
        now_.counters.push_back(std::move(one));
    }
}

int LineLook::group_of(const std::string& service) const {
    const auto found = std::find(services_.begin(), services_.end(), service);
    return std::min(static_cast<int>(found - services_.begin()), visits::kMostGroups - 1);
}

visits::GroupSet LineLook::skills_of(const storage::CounterRecord& counter) const {
    visits::GroupSet skills = counter.services.empty() ? ~visits::GroupSet{0} : 0;
    for (const std::string& service : counter.services) {
        skills |= visits::group_bit(group_of(service));
    }
    return skills;
}

visits::Entry LineLook::entry_of(const storage::VisitRecord& visit, int group) {
    return {.number = visit.ticket.number,
            .priority = visit.ticket.priority.empty() ? visits::PriorityClass::Everybody
                                                      : visits::PriorityClass::First,
            .arrived_at = visit.ticket.arrived_at_secs,
            .booked_at = visit.booking.starts_at_secs == 0 ? std::nullopt
                                                           : std::optional(visit.booking.starts_at_secs),
            .group = group};
}

const storage::VisitRecord* LineLook::next(const storage::CounterRecord& counter) const {
    const auto found = visits::pick_next(now_.line, skills_of(counter), now_.now, now_.rules);
    return found ? &waiting_[*found] : nullptr;
}

std::vector<const storage::VisitRecord*> LineLook::in_order(const storage::CounterRecord& counter) const {
    const visits::GroupSet skills = skills_of(counter);
    std::vector<std::size_t> order(waiting_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto is_served = [&](std::size_t i) {
        return (skills & visits::group_bit(now_.line[i].group)) != 0;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (is_served(a) != is_served(b)) {
            return is_served(a);
        }
        return visits::rank(now_.line[a], now_.now, now_.rules) <
               visits::rank(now_.line[b], now_.now, now_.rules);
    });
    std::vector<const storage::VisitRecord*> found;
    for (const std::size_t i : order) {
        found.push_back(&waiting_[i]);
    }
    return found;
}

int LineLook::ahead_of(const storage::VisitRecord& visit) const {
    const auto own = std::find_if(now_.line.begin(), now_.line.end(), [&](const visits::Entry& entry) {
        return entry.number == visit.ticket.number;
    });
    if (own == now_.line.end()) {
        return -1;
    }
    visits::GroupSet served = visits::group_bit(own->group);
    for (const visits::CounterNow& counter : now_.counters) {
        served |= (counter.skills & visits::group_bit(own->group)) != 0 ? counter.skills : 0;
    }
    const visits::Rank rank = visits::rank(*own, now_.now, now_.rules);
    return static_cast<int>(
        std::count_if(now_.line.begin(), now_.line.end(), [&](const visits::Entry& other) {
            return (served & visits::group_bit(other.group)) != 0 &&
                   visits::rank(other, now_.now, now_.rules) < rank;
        }));
}

void LineLook::learn(storage::Stores& stores) {
    now_.learned.resize(services_.size() + 1);
    for (std::size_t group = 0; group < now_.learned.size(); ++group) {
        const std::string service = group < services_.size() ? services_[group] : "";
        auto secs = stores.line.service_secs(office_, service, now_.now - kLearnSecs, kLearnedServices);
        std::sort(secs.begin(), secs.end());
        now_.learned[group].secs = std::move(secs);
    }
}

std::optional<visits::WaitEstimate> LineLook::simulate(storage::Stores& stores,
                                                       const storage::VisitRecord& visit) {
    learn(stores);
    visits::LineNow now = now_;
    const auto stands = std::find_if(now.line.begin(), now.line.end(), [&](const visits::Entry& entry) {
        return entry.number == visit.ticket.number;
    });
    const auto index = static_cast<std::size_t>(stands - now.line.begin());
    if (stands == now.line.end()) {
        now.line.push_back(entry_of(visit, group_of(visit.ticket.service)));
    }
    const auto seed = static_cast<std::uint64_t>(visit.ticket.number);
    const auto found = visits::estimate_wait(now, index, visits::Stream(seed), runs_for(now.line.size()));
    return found.served ? std::optional(found) : std::nullopt;
}

const std::vector<storage::WaitRecord>& LineLook::past_waits(storage::Stores& stores) {
    if (!past_waits_) {
        past_waits_ = stores.line.promised_waits(office_, now_.now - kLearnSecs, kLearnedWaits);
    }
    return *past_waits_;
}

protocol::WaitBounds LineLook::bounds_of(storage::Stores& stores, const visits::WaitEstimate& found) {
    std::vector<std::int64_t> errors;
    for (const storage::WaitRecord& wait : past_waits(stores)) {
        errors.push_back(wait.waited_secs - wait.bound_secs);
    }
    const std::int64_t bound = found.bound_secs + visits::bound_correction(std::move(errors));
    return {.median_secs = whole_minutes(found.median_secs),
            .bound_secs = whole_minutes(std::max(bound, found.median_secs))};
}

std::optional<protocol::WaitBounds> LineLook::estimate(storage::Stores& stores,
                                                       const storage::VisitRecord& visit) {
    const auto found = simulate(stores, visit);
    return found ? std::optional(bounds_of(stores, *found)) : std::nullopt;
}

protocol::Promise LineLook::promise(storage::Stores& stores) {
    protocol::Promise promise;
    for (const storage::WaitRecord& wait : past_waits(stores)) {
        promise.given += wait.told_secs >= 0 ? 1 : 0;
        promise.kept += wait.told_secs >= 0 && wait.waited_secs <= wait.told_secs ? 1 : 0;
    }
    return promise;
}

}  // namespace motcua::backend::services
