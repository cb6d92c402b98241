#include "backend/storage/sqlite/pickup_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

using visits::pickup::Event;
using visits::pickup::State;

constexpr const char* kPutArea = R"sql(
INSERT INTO pickup_areas (office, stop_secs, verified) VALUES (?, ?, ?)
ON CONFLICT (office) DO UPDATE SET stop_secs = excluded.stop_secs, verified = excluded.verified)sql";
constexpr const char* kDropCommunes = "DELETE FROM pickup_communes WHERE office = ?";
constexpr const char* kDropWays = "DELETE FROM pickup_ways WHERE office = ?";
constexpr const char* kAddCommune =
    "INSERT INTO pickup_communes (office, commune, travel_secs) VALUES (?, ?, ?)";
constexpr const char* kAddWay =
    "INSERT INTO pickup_ways (office, commune, other, travel_secs) VALUES (?, ?, ?, ?)";
constexpr const char* kArea = "SELECT stop_secs, verified FROM pickup_areas WHERE office = ?";
constexpr const char* kCommunes =
    "SELECT commune, travel_secs FROM pickup_communes WHERE office = ? ORDER BY travel_secs, commune";
constexpr const char* kWays = "SELECT commune, other, travel_secs FROM pickup_ways WHERE office = ?";
constexpr const char* kPutWindow = R"sql(
INSERT INTO pickup_windows (office, starts_at, minutes, stops) VALUES (?, ?, ?, ?)
ON CONFLICT (office, starts_at) DO UPDATE SET minutes = excluded.minutes, stops = excluded.stops)sql";
constexpr const char* kWindows = R"sql(
SELECT starts_at, minutes, stops,
    max(0, stops - (SELECT count(*) FROM pickup_seats s WHERE s.office = w.office AND s.starts_at = w.starts_at))
FROM pickup_windows w WHERE office = ? AND starts_at >= ? AND starts_at < ? ORDER BY starts_at)sql";
constexpr const char* kPickup = R"sql(
SELECT id, dossier, office, starts_at, state, version, coalesce(courier, ''), contact FROM pickups
WHERE id = ?)sql";
// Ids that were made later sort later.
constexpr const char* kLatestOf = R"sql(
SELECT id, dossier, office, starts_at, state, version, coalesce(courier, ''), contact FROM pickups
WHERE dossier = ? ORDER BY id DESC LIMIT 1)sql";
constexpr const char* kPickups = R"sql(
SELECT id, dossier, office, starts_at, state, version, coalesce(courier, ''), contact FROM pickups
WHERE office = ? AND starts_at >= ? AND starts_at < ? AND state <> 'cancelled' ORDER BY starts_at, id)sql";
constexpr const char* kInState = R"sql(
SELECT id, dossier, office, starts_at, state, version, coalesce(courier, ''), contact FROM pickups
WHERE office = ? AND state = ? ORDER BY starts_at, id)sql";
constexpr const char* kEvents = R"sql(
SELECT event, from_state, to_state, at, role FROM pickup_events WHERE pickup = ? ORDER BY version)sql";
constexpr const char* kAdd = R"sql(
INSERT INTO pickups (office, starts_at, state, version, courier, contact, id, dossier)
VALUES (?, ?, ?, ?, nullif(?, ''), ?, ?, ?))sql";
constexpr const char* kChange = R"sql(
UPDATE pickups SET office = ?, starts_at = ?, state = ?, version = ?, courier = nullif(?, ''), contact = ?
WHERE id = ? AND dossier = ? AND state = ? AND version = ?)sql";
constexpr const char* kAddEvent = R"sql(
INSERT INTO pickup_events (pickup, version, event, from_state, to_state, starts_at, at, role, user)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))sql";
constexpr const char* kLiveOther = R"sql(
SELECT 1 FROM pickups
WHERE dossier = ? AND id <> ? AND state IN ('requested', 'on_the_way', 'collected'))sql";
constexpr const char* kStops = "SELECT stops FROM pickup_windows WHERE office = ? AND starts_at = ?";
constexpr const char* kTaken =
    "SELECT seat FROM pickup_seats WHERE office = ? AND starts_at = ? ORDER BY seat";
constexpr const char* kMoveSeat =
    "UPDATE pickup_seats SET office = ?, starts_at = ?, seat = ? WHERE pickup = ?";
constexpr const char* kAddSeat =
    "INSERT INTO pickup_seats (office, starts_at, seat, pickup) VALUES (?, ?, ?, ?)";
constexpr const char* kHasSeat =
    "SELECT 1 FROM pickup_seats WHERE office = ? AND starts_at = ? AND pickup = ?";
constexpr const char* kLeaveSeat = "DELETE FROM pickup_seats WHERE pickup = ?";

State state_at(const Query& row, int column) {
    return visits::pickup::state_named(row.text_at(column)).value_or(State::None);
}

PickupRecord pickup_at(const Query& row) {
    return {.id = row.text_at(0),
            .dossier = row.text_at(1),
            .office = row.text_at(2),
            .starts_at_secs = row.integer_at(3),
            .state = state_at(row, 4),
            .version = row.small_at(5),
            .courier = row.text_at(6),
            .contact = {row.blob_at(7)}};
}

std::vector<PickupRecord> all_pickups(Query& query) {
    std::vector<PickupRecord> found;
    while (query.step()) {
        found.push_back(pickup_at(query));
    }
    return found;
}

}  // namespace

void SqlitePickupStore::put_area(const PickupArea& area) {
    Query(connection_, kPutArea)
        .text(area.office)
        .integer(area.stop_secs)
        .integer(area.verified ? 1 : 0)
        .run();
    Query(connection_, kDropCommunes).text(area.office).run();
    Query(connection_, kDropWays).text(area.office).run();
    for (const PickupArea::Commune& commune : area.communes) {
        Query(connection_, kAddCommune)
            .text(area.office)
            .text(commune.code)
            .integer(commune.travel_secs)
            .run();
    }
    for (const PickupArea::Way& way : area.ways) {
        Query(connection_, kAddWay)
            .text(area.office)
            .text(way.commune)
            .text(way.other)
            .integer(way.travel_secs)
            .run();
    }
}

std::optional<PickupArea> SqlitePickupStore::area(std::string_view office) {
    Query query(connection_, kArea);
    if (!query.text(office).step()) {
        return std::nullopt;
    }
    PickupArea area{.office = std::string(office),
                    .stop_secs = query.integer_at(0),
                    .verified = query.integer_at(1) != 0,
                    .communes = {},
                    .ways = {}};
    Query communes(connection_, kCommunes);
    communes.text(office);
    while (communes.step()) {
        area.communes.push_back({communes.text_at(0), communes.integer_at(1)});
    }
    Query ways(connection_, kWays);
    ways.text(office);
    while (ways.step()) {
        area.ways.push_back({ways.text_at(0), ways.text_at(1), ways.integer_at(2)});
    }
    return area;
}

void SqlitePickupStore::put_window(const PickupWindow& window) {
    Query(connection_, kPutWindow)
        .text(window.office)
        .integer(window.starts_at_secs)
        .integer(window.minutes)
        .integer(window.stops)
        .run();
}

std::vector<PickupWindow> SqlitePickupStore::windows(std::string_view office, std::int64_t from_secs,
                                                     std::int64_t until_secs) {
    std::vector<PickupWindow> found;
    Query query(connection_, kWindows);
    query.text(office).integer(from_secs).integer(until_secs);
    while (query.step()) {
        found.push_back({.office = std::string(office),
                         .starts_at_secs = query.integer_at(0),
                         .minutes = query.small_at(1),
                         .stops = query.small_at(2),
                         .free = query.small_at(3)});
    }
    return found;
}

std::optional<PickupRecord> SqlitePickupStore::one(const char* sql, std::string_view key) {
    Query query(connection_, sql);
    query.text(key);
    return query.step() ? std::optional(pickup_at(query)) : std::nullopt;
}

std::optional<PickupRecord> SqlitePickupStore::pickup(std::string_view id) {
    return one(kPickup, id);
}

std::optional<PickupRecord> SqlitePickupStore::latest_of(std::string_view dossier) {
    return one(kLatestOf, dossier);
}

std::vector<PickupRecord> SqlitePickupStore::pickups(std::string_view office, std::int64_t from_secs,
                                                     std::int64_t until_secs) {
    Query query(connection_, kPickups);
    query.text(office).integer(from_secs).integer(until_secs);
    return all_pickups(query);
}

std::vector<PickupRecord> SqlitePickupStore::in_state(std::string_view office, State state) {
    Query query(connection_, kInState);
    query.text(office).text(visits::pickup::name(state));
    return all_pickups(query);
}

std::vector<PickupEventRecord> SqlitePickupStore::events(std::string_view pickup) {
    std::vector<PickupEventRecord> found;
    Query query(connection_, kEvents);
    query.text(pickup);
    while (query.step()) {
        found.push_back({.event = query.text_at(0),
                         .from = state_at(query, 1),
                         .to = state_at(query, 2),
                         .at_secs = query.integer_at(3),
                         .role = query.text_at(4)});
    }
    return found;
}

bool SqlitePickupStore::write(const PickupRecord& after, State before) {
    const bool begins = before == State::None;
    Query query(connection_, begins ? kAdd : kChange);
    query.text(after.office)
        .integer(after.starts_at_secs)
        .text(visits::pickup::name(after.state))
        .integer(after.version)
        .text(after.courier)
        .blob(after.contact.bytes)
        .text(after.id)
        .text(after.dossier);
    if (!begins) {
        query.text(visits::pickup::name(before)).integer(after.version - 1);
    }
    return query.run() == 1;
}

std::optional<PickupRecord> SqlitePickupStore::step_to(const PickupRecord& pickup, State to,
                                                       std::string_view event, const PickupPerson& person,
                                                       std::int64_t now_secs) {
    PickupRecord after = pickup;
    after.state = to;
    ++after.version;
    if (!write(after, pickup.state)) {
        return std::nullopt;
    }
    Query(connection_, kAddEvent)
        .text(after.id)
        .integer(after.version)
        .text(event)
        .text(visits::pickup::name(pickup.state))
        .text(visits::pickup::name(to))
        .integer(after.starts_at_secs)
        .integer(now_secs)
        .text(person.role)
        .text(person.user)
        .run();
    if (to == State::Cancelled) {
        Query(connection_, kLeaveSeat).text(after.id).run();
    }
    return after;
}

std::optional<PickupRecord> SqlitePickupStore::step(const PickupRecord& pickup, Event event,
                                                    const PickupPerson& person, std::int64_t now_secs) {
    const auto to = visits::pickup::next(pickup.state, event);
    return to ? step_to(pickup, *to, visits::pickup::name(event), person, now_secs) : std::nullopt;
}

std::optional<PickupRecord> SqlitePickupStore::undo(const PickupRecord& pickup, const PickupPerson& person,
                                                    std::int64_t now_secs) {
    const std::vector<PickupEventRecord> all = events(pickup.id);
    const auto event = all.empty() ? std::nullopt : visits::pickup::event_named(all.back().event);
    if (!event || !visits::pickup::undone(pickup.state, all.back().from, *event)) {
        return std::nullopt;
    }
    {
        Query other(connection_, kLiveOther);
        if (other.text(pickup.dossier).text(pickup.id).step()) {
            return std::nullopt;
        }
    }
    PickupRecord before = pickup;
    if (all.back().from == State::Requested) {
        before.courier.clear();
    }
    return step_to(before, all.back().from, "undo", person, now_secs);
}

int SqlitePickupStore::free_seat(const PickupRecord& pickup) {
    Query stops(connection_, kStops);
    if (!stops.text(pickup.office).integer(pickup.starts_at_secs).step()) {
        return 0;
    }
    int candidate = 1;
    Query taken(connection_, kTaken);
    taken.text(pickup.office).integer(pickup.starts_at_secs);
    while (taken.step() && taken.small_at(0) == candidate) {
        ++candidate;
    }
    return candidate <= stops.small_at(0) ? candidate : 0;
}

bool SqlitePickupStore::claim_seat(const PickupRecord& pickup) {
    const auto bind = [&](Query& query) -> Query& {
        return query.text(pickup.office).integer(pickup.starts_at_secs);
    };
    {
        Query has(connection_, kHasSeat);
        if (bind(has).text(pickup.id).step()) {
            return true;
        }
    }
    const int seat = free_seat(pickup);
    if (seat == 0) {
        return false;
    }
    const auto run = [&](const char* sql) {
        Query query(connection_, sql);
        return bind(query).integer(seat).text(pickup.id).run();
    };
    return run(kMoveSeat) == 1 || run(kAddSeat) == 1;
}

}  // namespace motcua::backend::storage::sqlite
