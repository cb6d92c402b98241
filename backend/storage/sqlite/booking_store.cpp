#include "backend/storage/sqlite/booking_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kBooking =
    "SELECT id, dossier, office, starts_at, state, hold_until FROM bookings WHERE id = ?";
constexpr const char* kLiveBooking = R"sql(
SELECT id, dossier, office, starts_at, state, hold_until FROM bookings
WHERE dossier = ? AND state IN ('held', 'confirmed'))sql";
constexpr const char* kAdd = R"sql(
INSERT INTO bookings (id, dossier, office, starts_at, state, hold_until) VALUES (?, ?, ?, ?, ?, ?))sql";
constexpr const char* kChange = R"sql(
UPDATE bookings SET office = ?, starts_at = ?, state = ?, hold_until = ?, version = version + 1
WHERE id = ?)sql";
constexpr const char* kExpiredOfSlot = R"sql(
DELETE FROM seat_claims WHERE office = ? AND starts_at = ? AND free_after < ? RETURNING booking)sql";
constexpr const char* kExpiredOfAll = "DELETE FROM seat_claims WHERE free_after < ? RETURNING booking";
constexpr const char* kExpire = R"sql(
UPDATE bookings SET state = 'expired', version = version + 1 WHERE id = ? AND state = 'held')sql";
constexpr const char* kLanes = "SELECT lanes FROM slots WHERE office = ? AND starts_at = ?";
constexpr const char* kTaken =
    "SELECT lane FROM seat_claims WHERE office = ? AND starts_at = ? ORDER BY lane";
constexpr const char* kMoveClaim =
    "UPDATE seat_claims SET office = ?, starts_at = ?, lane = ?, free_after = ? WHERE booking = ?";
constexpr const char* kAddClaim =
    "INSERT INTO seat_claims (office, starts_at, lane, free_after, booking) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kKeepClaim = "UPDATE seat_claims SET free_after = NULL WHERE booking = ?";
constexpr const char* kExtendClaim = "UPDATE seat_claims SET free_after = ? WHERE booking = ?";

const char* name_of(BookingState state) {
    switch (state) {
        case BookingState::Held:
            return "held";
        case BookingState::Confirmed:
            return "confirmed";
        case BookingState::Expired:
            return "expired";
    }
    return "expired";
}

BookingState state_named(const std::string& name) {
    if (name == "held") {
        return BookingState::Held;
    }
    return name == "confirmed" ? BookingState::Confirmed : BookingState::Expired;
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
                         .state = state_named(query.text_at(4)),
                         .hold_until_secs = query.integer_at(5)};
}

std::optional<BookingRecord> SqliteBookingStore::booking(std::string_view id) {
    return one(kBooking, id);
}

std::optional<BookingRecord> SqliteBookingStore::live_booking(std::string_view dossier) {
    return one(kLiveBooking, dossier);
}

void SqliteBookingStore::add(const BookingRecord& booking) {
    Query(connection_, kAdd)
        .text(booking.id)
        .text(booking.dossier)
        .text(booking.office)
        .integer(booking.starts_at_secs)
        .text(name_of(booking.state))
        .integer(booking.hold_until_secs)
        .run();
}

void SqliteBookingStore::change(const BookingRecord& booking) {
    Query(connection_, kChange)
        .text(booking.office)
        .integer(booking.starts_at_secs)
        .text(name_of(booking.state))
        .integer(booking.hold_until_secs)
        .text(booking.id)
        .run();
}

int SqliteBookingStore::expire_claims(std::string_view office, std::int64_t starts_at_secs,
                                      std::int64_t now_secs) {
    std::vector<std::string> freed;
    {
        Query query(connection_, office.empty() ? kExpiredOfAll : kExpiredOfSlot);
        if (!office.empty()) {
            query.text(office).integer(starts_at_secs);
        }
        query.integer(now_secs);
        while (query.step()) {
            freed.push_back(query.text_at(0));
        }
    }
    for (const std::string& booking : freed) {
        Query(connection_, kExpire).text(booking).run();
    }
    return static_cast<int>(freed.size());
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

bool SqliteBookingStore::claim_lane(std::string_view booking, std::string_view office,
                                    std::int64_t starts_at_secs, std::int64_t free_after_secs) {
    const int lane = free_lane(office, starts_at_secs);
    if (lane == 0) {
        return false;
    }
    const auto run = [&](const char* sql) {
        return Query(connection_, sql)
            .text(office)
            .integer(starts_at_secs)
            .integer(lane)
            .integer(free_after_secs)
            .text(booking)
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
