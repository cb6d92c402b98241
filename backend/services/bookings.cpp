#include "backend/services/bookings.hpp"

#include <algorithm>

#include "backend/security/token.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kDaySecs = 86400;
constexpr std::size_t kBookingIdBytes = 16;

Error refuse(ErrorCode code, std::string_view field, std::string_view finding) {
    return {.code = code,
            .detail = std::string(finding),
            .findings = {{std::string(field), std::string(finding), {}}}};
}

protocol::Booking answer(const storage::BookingRecord& booking) {
    return {.id = booking.id,
            .office = booking.office,
            .starts_at_secs = booking.starts_at_secs,
            .hold_until_secs = booking.hold_until_secs};
}

bool at_same_slot(const storage::BookingRecord& booking, const HoldRequest& request) {
    return booking.office == request.office && booking.starts_at_secs == request.starts_at_secs;
}

}  // namespace

std::vector<protocol::Office> Bookings::offices(storage::Stores& stores, std::string_view procedure) const {
    std::vector<protocol::Office> found;
    for (const storage::OfficeRecord& office : stores.offices.offices(procedure)) {
        found.push_back({.id = office.id,
                         .name = office.name,
                         .address = office.address,
                         .commune = office.commune,
                         .verified = office.verified,
                         .lat = office.lat,
                         .lon = office.lon});
    }
    return found;
}

Result<std::vector<protocol::Slot>> Bookings::slots(storage::Stores& stores, std::string_view office,
                                                    const calendar::Date& from, int days) const {
    if (!stores.offices.office(office)) {
        return refuse(ErrorCode::NotFound, "office", "office_unknown");
    }
    const std::int64_t now = clock_();
    const std::int64_t begin = calendar::utc_secs(from, 0, 0);
    std::vector<protocol::Slot> found;
    for (const storage::SlotRecord& slot :
         stores.offices.slots(office, std::max(begin, now + 1), begin + days * kDaySecs, now)) {
        found.push_back({.starts_at_secs = slot.starts_at_secs, .minutes = slot.minutes, .free = slot.free});
    }
    return found;
}

Result<protocol::Booking> Bookings::hold(storage::Stores& stores, const HoldRequest& request) const {
    const std::int64_t now = clock_();
    if (!stores.offices.office(request.office)) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    if (!stores.offices.slot(request.office, request.starts_at_secs, now)) {
        return refuse(ErrorCode::InvalidInput, "starts_at", "slot_unknown");
    }
    if (request.starts_at_secs <= now) {
        return refuse(ErrorCode::InvalidInput, "starts_at", "slot_past");
    }
    stores.bookings.expire_claims(request.office, request.starts_at_secs, now);

    auto live = stores.bookings.live_booking(request.dossier);
    if (live && live->state == storage::BookingState::Confirmed) {
        return refuse(ErrorCode::Conflict, "dossier", "dossier_handed_in");
    }
    const std::int64_t hold_until = now + kHoldSecs;
    const std::int64_t free_after = hold_until + kGraceSecs;
    if (live && at_same_slot(*live, request) && stores.bookings.extend_claim(live->id, free_after)) {
        live->hold_until_secs = hold_until;
        stores.bookings.change(*live);
        return answer(*live);
    }
    storage::BookingRecord booking{.id = live ? live->id : security::random_token(kBookingIdBytes),
                                   .dossier = request.dossier,
                                   .office = request.office,
                                   .starts_at_secs = request.starts_at_secs,
                                   .state = storage::BookingState::Held,
                                   .hold_until_secs = hold_until};
    // The booking row comes first because the claim refers to it; on a full slot the
    // storage undoes both, and the seat held before stays.
    live ? stores.bookings.change(booking) : stores.bookings.add(booking);
    if (!stores.bookings.claim_lane(booking.id, booking.office, booking.starts_at_secs, free_after)) {
        return refuse(ErrorCode::Conflict, "starts_at", "slot_full");
    }
    return answer(booking);
}

Result<void> Bookings::confirm(storage::Stores& stores, std::string_view booking_id,
                               const HoldRequest& expected) const {
    stores.bookings.expire_claims(expected.office, expected.starts_at_secs, clock_());
    auto booking = stores.bookings.booking(booking_id);
    if (!booking || booking->state != storage::BookingState::Held || booking->dossier != expected.dossier ||
        !at_same_slot(*booking, expected) || !stores.bookings.keep_claim(booking_id)) {
        return refuse(ErrorCode::Conflict, "appointment", "booking_lost");
    }
    booking->state = storage::BookingState::Confirmed;
    stores.bookings.change(*booking);
    return {};
}

}  // namespace motcua::backend::services
