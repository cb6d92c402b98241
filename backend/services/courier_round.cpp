#include "backend/services/courier_round.hpp"

#include <algorithm>
#include <utility>

#include "backend/services/refuse.hpp"
#include "shared/calendar/date.hpp"

namespace motcua::backend::services {

namespace {

using visits::pickup::State;

constexpr std::int64_t kMinuteSecs = 60;
constexpr std::int64_t kHourSecs = 3600;
constexpr std::int64_t kFarSecs = 24 * kHourSecs;
/// After the last window ends the courier has so long to be back.
constexpr std::int64_t kWayBackSecs = 2 * kHourSecs;

/// From the office to the commune; as good as never when it is no longer gone to.
std::int64_t from_office(const storage::PickupArea& area, const std::string& commune) {
    for (const auto& each : area.communes) {
        if (each.code == commune) {
            return each.travel_secs;
        }
    }
    return kFarSecs;
}

std::int64_t between(const storage::PickupArea& area, const std::string& one, const std::string& other) {
    if (one == other) {
        return 0;
    }
    for (const auto& way : area.ways) {
        if ((way.commune == one && way.other == other) || (way.commune == other && way.other == one)) {
            return way.travel_secs;
        }
    }
    return from_office(area, one) + from_office(area, other);
}

json::Value array_of(const std::vector<std::string>& texts) {
    json::Array items;
    for (const std::string& text : texts) {
        items.emplace_back(text);
    }
    return items;
}

std::string undo_of(const std::vector<storage::PickupEventRecord>& events, State now) {
    const auto event = events.empty() ? std::nullopt : visits::pickup::event_named(events.back().event);
    return event && visits::pickup::undone(now, events.back().from, *event) ? events.back().event : "";
}

}  // namespace

HalfDay half_day(const calendar::Date& day, bool morning) {
    constexpr int kNoon = 12;
    const std::int64_t noon = calendar::utc_secs(day, kNoon, 0);
    return morning ? HalfDay{calendar::utc_secs(day, 0, 0), noon} : HalfDay{noon, noon + kNoon * kHourSecs};
}

visits::Errand errand_of(const storage::PickupArea& area, const std::vector<std::string>& communes,
                         const std::vector<storage::PickupWindow>& windows) {
    visits::Errand errand;
    errand.capacity = static_cast<std::int64_t>(communes.size());
    errand.travel_secs.assign(communes.size() + 1, std::vector<std::int64_t>(communes.size() + 1, 0));
    std::int64_t longest = 0;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const std::int64_t opens = windows[i].starts_at_secs;
        const std::int64_t closes = opens + kMinuteSecs * windows[i].minutes;
        errand.stops.push_back({.opens_at = opens, .closes_at = closes, .service_secs = area.stop_secs});
        errand.starts_at = i == 0 ? opens : std::min(errand.starts_at, opens);
        errand.ends_by = std::max(errand.ends_by, closes + kWayBackSecs);
        const std::int64_t way = from_office(area, communes[i]);
        longest = way == kFarSecs ? longest : std::max(longest, way);
        errand.travel_secs[0][i + 1] = way;
        errand.travel_secs[i + 1][0] = way;
        for (std::size_t j = 0; j < i; ++j) {
            errand.travel_secs[i + 1][j + 1] = between(area, communes[i], communes[j]);
            errand.travel_secs[j + 1][i + 1] = errand.travel_secs[i + 1][j + 1];
        }
    }
    errand.starts_at -= longest;  // At the first door when its window opens.
    return errand;
}

Result<json::Value> CourierRound::stop(storage::Stores& stores, const Clerk& courier,
                                       const storage::PickupRecord& pickup, int minutes, std::int64_t at_secs,
                                       std::string_view lang) const {
    const auto dossier = stores.dossiers.dossier(pickup.dossier);
    if (!dossier) {
        return Error{.code = ErrorCode::Internal, .detail = "a pickup without its dossier", .findings = {}};
    }
    MC_TRY_ASSIGN(const PickupContact where, pickups_.contact(pickup));
    MC_TRY_ASSIGN(const std::string name, dossiers_.applicant(dossier->applicant, dossier->id));
    MC_TRY_ASSIGN(const std::vector<std::string> papers, pickups_.papers(*dossier, lang));
    const bool own = pickup.courier == courier.user;
    const bool at_door = own && pickup.state == State::OnTheWay;
    const bool over = pickup.state != State::Requested && pickup.state != State::OnTheWay;
    return json::Value(
        json::Object{{"pickup", pickup.id},
                     {"state", std::string(visits::pickup::name(pickup.state))},
                     {"code", dossier->code},
                     {"name", over ? "" : name},
                     {"starts_at", pickup.starts_at_secs},
                     {"minutes", minutes},
                     {"at", at_secs == 0 ? json::Value() : json::Value(at_secs)},
                     {"commune", pickups_.commune_name(where.commune)},
                     // What is no longer needed is no longer told.
                     {"line", over ? "" : where.line},
                     {"telephone", over ? "" : where.telephone},
                     {"papers", array_of(papers)},
                     {"number", at_door ? pickups_.number_of(pickup, Holder::Courier) : ""},
                     {"other", !own && !pickup.courier.empty()},
                     {"received", dossier->state != "handed_in"},
                     {"undo", own ? undo_of(stores.pickups.events(pickup.id), pickup.state) : ""}});
}

Result<json::Value> CourierRound::stops(storage::Stores& stores, const Clerk& courier, const HalfDay& half,
                                        std::string_view lang, std::int64_t& travel_secs) const {
    const auto area = stores.pickups.area(courier.office);
    const auto all = stores.pickups.pickups(courier.office, half.from_secs, half.until_secs);
    const auto windows = stores.pickups.windows(courier.office, half.from_secs, half.until_secs);
    std::vector<std::string> communes;
    std::vector<storage::PickupWindow> own;
    for (const storage::PickupRecord& pickup : all) {
        MC_TRY_ASSIGN(const PickupContact where, pickups_.contact(pickup));
        communes.push_back(where.commune);
        own.push_back(*std::find_if(windows.begin(), windows.end(), [&](const auto& window) {
            return window.starts_at_secs == pickup.starts_at_secs;
        }));
    }
    json::Array told;
    if (!area) {
        return json::Value(std::move(told));
    }
    // Those that are done stay in the plan: it does not change while the courier follows it.
    const visits::Route route = visits::plan_route(errand_of(*area, communes, own));
    travel_secs = route.travel_secs;
    for (std::size_t i = 0; i < route.order.size(); ++i) {
        const std::size_t which = route.order[i];
        MC_TRY_ASSIGN(json::Value one,
                      stop(stores, courier, all[which], own[which].minutes, route.at[i], lang));
        told.push_back(std::move(one));
    }
    for (const std::size_t which : route.unmet) {
        MC_TRY_ASSIGN(json::Value one, stop(stores, courier, all[which], own[which].minutes, 0, lang));
        told.push_back(std::move(one));
    }
    return json::Value(std::move(told));
}

Result<json::Value> CourierRound::carried(storage::Stores& stores, const Clerk& staff,
                                          std::string_view lang) const {
    json::Array told;
    for (const storage::PickupRecord& pickup : stores.pickups.in_state(staff.office, State::Collected)) {
        const bool courier = staff.role == storage::kCourierRole;
        const auto dossier = stores.dossiers.dossier(pickup.dossier);
        if (!dossier || (courier && pickup.courier != staff.user)) {
            continue;
        }
        MC_TRY_ASSIGN(const std::vector<std::string> papers, pickups_.papers(*dossier, lang));
        const auto carrier = stores.staff.staff(pickup.courier);
        told.push_back(json::Object{{"pickup", pickup.id},
                                    {"state", std::string(visits::pickup::name(pickup.state))},
                                    {"code", dossier->code},
                                    {"papers", array_of(papers)},
                                    {"courier", carrier ? carrier->name : ""},
                                    {"number", courier ? "" : pickups_.number_of(pickup, Holder::Office)}});
    }
    return json::Value(std::move(told));
}

Result<json::Value> CourierRound::tell(storage::Stores& stores, const Clerk& staff, const HalfDay& half,
                                       std::string_view lang) const {
    const auto office = stores.offices.office(staff.office);
    std::int64_t travel_secs = 0;
    json::Value doors(json::Array{});
    if (staff.role == storage::kCourierRole) {
        MC_TRY_ASSIGN(doors, stops(stores, staff, half, lang, travel_secs));
    }
    MC_TRY_ASSIGN(json::Value in_hand, carried(stores, staff, lang));
    return json::Value(json::Object{{"role", staff.role},
                                    {"office", office ? office->name : ""},
                                    {"from", half.from_secs},
                                    {"until", half.until_secs},
                                    {"travel_secs", travel_secs},
                                    {"stops", std::move(doors)},
                                    {"carried", std::move(in_hand)}});
}

}  // namespace motcua::backend::services
