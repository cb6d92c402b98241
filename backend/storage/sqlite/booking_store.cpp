#include "backend/storage/sqlite/booking_store.hpp"

#include "backend/storage/sqlite/event_chain.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kBooking = R"sql(
SELECT id, coalesce(dossier, ''), office, coalesce(starts_at, 0), state, hold_until, version
FROM bookings WHERE id = ?)sql";
// The states of the index one_live_booking_per_dossier.
constexpr const char* kLiveBooking = R"sql(
SELECT id, dossier, office, starts_at, state, hold_until, version FROM bookings
WHERE dossier = ? AND state NOT IN ('served', 'no_show', 'left', 'expired', 'cancelled'))sql";
constexpr const char* kAdd = R"sql(
INSERT INTO bookings (office, starts_at, state, hold_until, version, id, dossier)
VALUES (?, nullif(?, 0), ?, ?, ?, ?, nullif(?, '')))sql";
constexpr const char* kChange = R"sql(
UPDATE bookings SET office = ?, starts_at = nullif(?, 0), state = ?, hold_until = ?, version = ?
WHERE id = ? AND dossier IS nullif(?, '') AND state = ? AND version = ?)sql";
constexpr const char* kStepsTaken = "SELECT count(*) FROM visit_events WHERE booking = ? AND event = ?";
// An appointment that has begun and that nobody checked in for keeps nobody from the next.
constexpr const char* kFreePersonOfBegun = R"sql(
DELETE FROM person_claims WHERE who = ?1 AND service_group = ?2
AND booking IN (SELECT id FROM bookings WHERE state = 'confirmed' AND starts_at <= ?3))sql";
constexpr const char* kClaimPerson = R"sql(
INSERT INTO person_claims (who, service_group, booking) VALUES (?, ?, ?)
ON CONFLICT (who, service_group) DO NOTHING)sql";
constexpr const char* kFreePerson = "DELETE FROM person_claims WHERE booking = ?";
constexpr const char* kEndedOfSlot = R"sql(
SELECT office, starts_at, lane, coalesce(booking, ''), free_after, coalesce(offered_to, ''), offered_until
FROM seat_claims
WHERE office = ?1 AND starts_at = ?2 AND (free_after < ?3 OR offered_until < ?3))sql";
constexpr const char* kEndedOfAll = R"sql(
SELECT office, starts_at, lane, coalesce(booking, ''), free_after, coalesce(offered_to, ''), offered_until
FROM seat_claims
WHERE free_after < ?1 OR offered_until < ?1)sql";
constexpr const char* kClaimOf = R"sql(
SELECT office, starts_at, lane, coalesce(booking, ''), free_after, coalesce(offered_to, ''), offered_until
FROM seat_claims
WHERE booking = ?)sql";
constexpr const char* kOfferTo = R"sql(
SELECT office, starts_at, lane, coalesce(booking, ''), free_after, coalesce(offered_to, ''), offered_until
FROM seat_claims
WHERE offered_to = ?)sql";
constexpr const char* kPutClaim = R"sql(
INSERT INTO seat_claims (office, starts_at, lane, free_after, booking, offered_to, offered_until)
VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, 0)))sql";
constexpr const char* kDropClaim = "DELETE FROM seat_claims WHERE office = ? AND starts_at = ? AND lane = ?";
constexpr const char* kLanes = "SELECT lanes FROM slots WHERE office = ? AND starts_at = ?";
constexpr const char* kTaken =
    "SELECT lane FROM seat_claims WHERE office = ? AND starts_at = ? ORDER BY lane";
constexpr const char* kMoveClaim =
    "UPDATE seat_claims SET office = ?, starts_at = ?, lane = ?, free_after = ?, client = nullif(?, '') "
    "WHERE booking = ?";
constexpr const char* kAddClaim = R"sql(
INSERT INTO seat_claims (office, starts_at, lane, free_after, client, booking)
VALUES (?, ?, ?, ?, nullif(?, ''), ?))sql";
constexpr const char* kHeldBy = R"sql(
SELECT count(*), coalesce(min(c.free_after), 0) FROM seat_claims c JOIN bookings b ON b.id = c.booking
WHERE c.client = ? AND c.free_after >= ? AND b.dossier <> ?)sql";
constexpr const char* kKeepClaim =
    "UPDATE seat_claims SET free_after = NULL, client = NULL WHERE booking = ?";
constexpr const char* kExtendClaim = "UPDATE seat_claims SET free_after = ? WHERE booking = ?";

SeatClaim claim_at(const Query& row) {
    return {.office = row.text_at(0),
            .starts_at_secs = row.integer_at(1),
            .lane = row.small_at(2),
            .booking = row.text_at(3),
            .free_after_secs = row.optional_integer_at(4),
            .offered_to = row.text_at(5),
            .offered_until_secs = row.optional_integer_at(6).value_or(0)};
}

}  // namespace

std::optional<BookingRecord> SqliteBookingStore::one(const char* sql, std::string_view key) {
    Query query(connection_, sql);
    query.text(key);
    if (!query.step()) {
        return std::nullopt;
    }
    return BookingRecord{.id = query.text_at(0),
                         .dossier = query.text_at(1),
                         .office = query.text_at(2),
                         .starts_at_secs = query.integer_at(3),
                         .state = visits::state_named(query.text_at(4)).value_or(visits::State::None),
                         .hold_until_secs = query.integer_at(5),
                         .version = query.small_at(6)};
}

std::optional<BookingRecord> SqliteBookingStore::booking(std::string_view id) {
    return one(kBooking, id);
}

std::optional<BookingRecord> SqliteBookingStore::live_booking(std::string_view dossier) {
    return one(kLiveBooking, dossier);
}

bool SqliteBookingStore::write(const BookingRecord& booking, visits::State before) {
    const bool begins = before == visits::State::None;
    Query query(connection_, begins ? kAdd : kChange);
    query.text(booking.office)
        .integer(booking.starts_at_secs)
        .text(visits::name(booking.state))
        .integer(booking.hold_until_secs)
        .integer(booking.version)
        .text(booking.id)
        .text(booking.dossier);
    if (!begins) {
        query.text(visits::name(before)).integer(booking.version - 1);
    }
    return query.run() == 1;
}

std::optional<BookingRecord> SqliteBookingStore::step(const BookingRecord& booking, visits::Event event,
                                                      std::int64_t now_secs) {
    const auto to = visits::next(booking.state, event);
    return to ? step_to(booking, *to, visits::name(event), {}, now_secs) : std::nullopt;
}

std::optional<BookingRecord> SqliteBookingStore::step_to(const BookingRecord& booking, visits::State to,
                                                         std::string_view event, const TicketRecord& ticket,
                                                         std::int64_t now_secs) {
    BookingRecord after = booking;
    after.state = to;
    ++after.version;
    if (!write(after, booking.state)) {
        return std::nullopt;
    }
    append_event(connection_, {.booking = after.id,
                               .version = after.version,
                               .event = std::string(event),
                               .from = std::string(visits::name(booking.state)),
                               .to = std::string(visits::name(after.state)),
                               .office = after.office,
                               .starts_at_secs = after.starts_at_secs,
                               .at_secs = now_secs,
                               .counter = ticket.counter,
                               .service = ticket.service,
                               .arrived_at_secs = ticket.arrived_at_secs,
                               .priority = ticket.priority});
    if (visits::is_terminal(after.state)) {
        free_person_of(after.id);
    }
    return after;
}

int SqliteBookingStore::steps_taken(std::string_view booking, visits::Event event) {
    Query query(connection_, kStepsTaken);
    query.text(booking).text(visits::name(event));
    return query.step() ? query.small_at(0) : 0;
}

bool SqliteBookingStore::claim_person(std::string_view who, std::string_view service_group,
                                      std::string_view booking, std::int64_t now_secs) {
    Query(connection_, kFreePersonOfBegun).text(who).text(service_group).integer(now_secs).run();
    return Query(connection_, kClaimPerson).text(who).text(service_group).text(booking).run() == 1;
}

void SqliteBookingStore::free_person_of(std::string_view booking) {
    Query(connection_, kFreePerson).text(booking).run();
}

std::vector<SeatClaim> SqliteBookingStore::ended_claims(std::string_view office, std::int64_t starts_at_secs,
                                                        std::int64_t now_secs) {
    std::vector<SeatClaim> ended;
    Query query(connection_, office.empty() ? kEndedOfAll : kEndedOfSlot);
    if (!office.empty()) {
        query.text(office).integer(starts_at_secs);
    }
    query.integer(now_secs);
    while (query.step()) {
        ended.push_back(claim_at(query));
    }
    return ended;
}

std::optional<SeatClaim> SqliteBookingStore::one_claim(const char* sql, std::string_view key) {
    Query query(connection_, sql);
    query.text(key);
    return query.step() ? std::optional(claim_at(query)) : std::nullopt;
}

std::optional<SeatClaim> SqliteBookingStore::claim_of(std::string_view booking) {
    return one_claim(kClaimOf, booking);
}

std::optional<SeatClaim> SqliteBookingStore::offer_to(std::string_view dossier) {
    return one_claim(kOfferTo, dossier);
}

void SqliteBookingStore::add_claim(const SeatClaim& claim) {
    Query(connection_, kPutClaim)
        .text(claim.office)
        .integer(claim.starts_at_secs)
        .integer(claim.lane)
        .optional_integer(claim.free_after_secs)
        .text(claim.booking)
        .text(claim.offered_to)
        .integer(claim.offered_until_secs)
        .run();
}

void SqliteBookingStore::drop_claim(const SeatClaim& claim) {
    Query(connection_, kDropClaim).text(claim.office).integer(claim.starts_at_secs).integer(claim.lane).run();
}

int SqliteBookingStore::free_lane(std::string_view office, std::int64_t starts_at_secs) {
    Query lanes(connection_, kLanes);
    lanes.text(office).integer(starts_at_secs);
    if (!lanes.step()) {
        return 0;
    }
    int candidate = 1;
    Query taken(connection_, kTaken);
    taken.text(office).integer(starts_at_secs);
    while (taken.step() && taken.small_at(0) == candidate) {
        ++candidate;
    }
    return candidate <= lanes.small_at(0) ? candidate : 0;
}

HeldSeats SqliteBookingStore::held_by(std::string_view client, std::string_view dossier,
                                      std::int64_t now_secs) {
    Query query(connection_, kHeldBy);
    query.text(client).integer(now_secs).text(dossier);
    return query.step() ? HeldSeats{.count = query.small_at(0), .first_ends_at_secs = query.integer_at(1)}
                        : HeldSeats{};
}

bool SqliteBookingStore::claim_lane(const BookingRecord& booking, std::optional<std::int64_t> free_after_secs,
                                    std::string_view client) {
    int lane = 0;
    const auto offer = offer_to(booking.dossier);
    if (offer && offer->office == booking.office && offer->starts_at_secs == booking.starts_at_secs) {
        drop_claim(*offer);
        lane = offer->lane;
    } else {
        lane = free_lane(booking.office, booking.starts_at_secs);
    }
    if (lane == 0) {
        return false;
    }
    const auto run = [&](const char* sql) {
        return Query(connection_, sql)
            .text(booking.office)
            .integer(booking.starts_at_secs)
            .integer(lane)
            .optional_integer(free_after_secs)
            .text(client)
            .text(booking.id)
            .run();
    };
    return run(kMoveClaim) == 1 || run(kAddClaim) == 1;
}

bool SqliteBookingStore::keep_claim(std::string_view booking) {
    return Query(connection_, kKeepClaim).text(booking).run() == 1;
}

bool SqliteBookingStore::extend_claim(std::string_view booking, std::int64_t free_after_secs) {
    return Query(connection_, kExtendClaim).integer(free_after_secs).text(booking).run() == 1;
}

}  // namespace motcua::backend::storage::sqlite
