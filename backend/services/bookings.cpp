#include "backend/services/bookings.hpp"

#include <algorithm>

#include "backend/security/token.hpp"
#include "backend/services/refuse.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::int64_t kDaySecs = 86400;
constexpr std::size_t kBookingIdBytes = 16;

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

protocol::Office protocol_office(const storage::OfficeRecord& office) {
    return {.id = office.id,
            .name = office.name,
            .address = office.address,
            .commune = office.commune,
            .verified = office.verified,
            .lat = office.lat,
            .lon = office.lon,
            .province = storage::province_of(office)};
}

std::vector<protocol::Office> Bookings::offices(storage::Stores& stores, std::string_view procedure) const {
    std::vector<protocol::Office> found;
    for (const storage::OfficeRecord& office : stores.offices.offices(procedure)) {
        found.push_back(protocol_office(office));
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

Result<void> Bookings::check_slot(storage::Stores& stores, std::string_view office,
                                  std::int64_t starts_at_secs) const {
    const std::int64_t now = clock_();
    if (!stores.offices.slot(office, starts_at_secs, now)) {
        return refuse(ErrorCode::InvalidInput, "starts_at", "slot_unknown");
    }
    if (starts_at_secs <= now) {
        return refuse(ErrorCode::InvalidInput, "starts_at", "slot_past");
    }
    return {};
}

Result<void> Bookings::check_client(storage::Stores& stores, const HoldRequest& request) const {
    if (request.client.empty()) {
        return {};
    }
    const std::int64_t now = clock_();
    const storage::HeldSeats held = stores.bookings.held_by(request.client, request.dossier, now);
    if (held.count < kMostHolds) {
        return {};
    }
    const std::int64_t secs = std::max<std::int64_t>(1, held.first_ends_at_secs - now + 1);
    return Error{
        .code = ErrorCode::TooMany,
        .detail = "holds_many",
        .findings = {{"",
                      "holds_many",
                      {{"minutes", std::to_string((secs + 59) / 60)}, {"secs", std::to_string(secs)}}}}};
}

Result<protocol::Booking> Bookings::hold(storage::Stores& stores, const HoldRequest& request) const {
    const std::int64_t now = clock_();
    if (!stores.offices.office(request.office)) {
        return refuse(ErrorCode::InvalidInput, "office", "office_unknown");
    }
    MC_TRY(check_slot(stores, request.office, request.starts_at_secs));
    settle(stores, request.office, request.starts_at_secs);

    const auto live = stores.bookings.live_booking(request.dossier);
    if ((live && live->state != visits::State::Held) || stores.dossiers.has(request.dossier)) {
        return refuse(ErrorCode::Conflict, "dossier", "dossier_handed_in");
    }
    MC_TRY(check_client(stores, request));
    const std::int64_t hold_until = now + kHoldSecs;
    const std::int64_t free_after = hold_until + kGraceSecs;
    storage::BookingRecord wanted = live.value_or(
        storage::BookingRecord{.id = security::ordered_token(kBookingIdBytes), .dossier = request.dossier});
    const bool stays = live && at_same_slot(*live, request);
    wanted.office = request.office;
    wanted.starts_at_secs = request.starts_at_secs;
    wanted.hold_until_secs = hold_until;
    // The booking row comes first because the claim refers to it; on a full slot the
    // storage undoes both, and the seat held before stays.
    const auto booking = stores.bookings.step(wanted, visits::Event::Hold, now);
    if (!booking) {
        return refuse(ErrorCode::Conflict, "dossier", "booking_lost");
    }
    if (stays && stores.bookings.extend_claim(booking->id, free_after)) {
        return answer(*booking);
    }
    const auto seat = stores.bookings.claim_of(booking->id);
    if (!stores.bookings.claim_lane(*booking, free_after, request.client)) {
        return refuse(ErrorCode::Conflict, "starts_at", "slot_full");
    }
    stop_waiting(stores, request.dossier);
    if (seat) {
        pass_on(stores, *seat, now);
    }
    return answer(*booking);
}

Result<void> Bookings::confirm(storage::Stores& stores, std::string_view booking_id,
                               const HoldRequest& expected) const {
    settle(stores, expected.office, expected.starts_at_secs);
    const auto booking = stores.bookings.booking(booking_id);
    if (!booking || booking->dossier != expected.dossier || !at_same_slot(*booking, expected) ||
        !stores.bookings.keep_claim(booking_id) ||
        !stores.bookings.step(*booking, visits::Event::Confirm, clock_())) {
        return refuse(ErrorCode::Conflict, "appointment", "booking_lost");
    }
    return {};
}

std::optional<std::int64_t> Bookings::change_until(const storage::BookingRecord& booking) const {
    return booking.state == visits::State::Confirmed && clock_() < booking.starts_at_secs
               ? std::optional(booking.starts_at_secs)
               : std::nullopt;
}

Result<void> Bookings::check_changeable(const storage::BookingRecord& booking) const {
    if (change_until(booking)) {
        return {};
    }
    return refuse(ErrorCode::Conflict, "appointment",
                  booking.state == visits::State::Cancelled ? "appointment_cancelled" : "appointment_begun");
}

Result<storage::BookingRecord> Bookings::move(storage::Stores& stores, const storage::BookingRecord& booking,
                                              std::int64_t starts_at_secs) const {
    MC_TRY(check_changeable(booking));
    if (booking.starts_at_secs == starts_at_secs) {
        return booking;
    }
    MC_TRY(check_slot(stores, booking.office, starts_at_secs));
    settle(stores, booking.office, starts_at_secs);
    storage::BookingRecord wanted = booking;
    wanted.starts_at_secs = starts_at_secs;
    const auto moved = stores.bookings.step(wanted, visits::Event::Move, clock_());
    const auto seat = stores.bookings.claim_of(booking.id);
    if (!moved || !seat || !stores.bookings.claim_lane(*moved, std::nullopt, "")) {
        return refuse(ErrorCode::Conflict, "starts_at", "slot_full");
    }
    stop_waiting(stores, booking.dossier);
    pass_on(stores, *seat, cooled_at_secs(*moved));
    return *moved;
}

Result<storage::BookingRecord> Bookings::cancel(storage::Stores& stores,
                                                const storage::BookingRecord& booking) const {
    if (booking.state == visits::State::Cancelled) {
        return booking;
    }
    MC_TRY(check_changeable(booking));
    const auto cancelled = stores.bookings.step(booking, visits::Event::Cancel, clock_());
    if (!cancelled) {
        return refuse(ErrorCode::Conflict, "appointment", "appointment_begun");
    }
    stop_waiting(stores, booking.dossier);
    give_up_seat(stores, *cancelled);
    return *cancelled;
}

void Bookings::give_up_seat(storage::Stores& stores, const storage::BookingRecord& booking) const {
    if (const auto seat = stores.bookings.claim_of(booking.id)) {
        stores.bookings.drop_claim(*seat);
        pass_on(stores, *seat, cooled_at_secs(booking));
    }
}

Result<storage::BookingRecord> Bookings::book_again(storage::Stores& stores,
                                                    const storage::BookingRecord& booking,
                                                    std::int64_t starts_at_secs) const {
    if (booking.state != visits::State::Cancelled) {
        if (change_until(booking) && booking.starts_at_secs == starts_at_secs) {
            return booking;
        }
        return refuse(ErrorCode::Conflict, "appointment", "person_has_appointment");
    }
    const std::int64_t now = clock_();
    MC_TRY(check_slot(stores, booking.office, starts_at_secs));
    settle(stores, booking.office, starts_at_secs);
    const storage::BookingRecord wanted{.id = security::ordered_token(kBookingIdBytes),
                                        .dossier = booking.dossier,
                                        .office = booking.office,
                                        .starts_at_secs = starts_at_secs,
                                        .hold_until_secs = now};
    const auto held = stores.bookings.step(wanted, visits::Event::Hold, now);
    if (!held || !stores.bookings.claim_lane(*held, std::nullopt, "")) {
        return refuse(ErrorCode::Conflict, "starts_at", "slot_full");
    }
    const auto booked = stores.bookings.step(*held, visits::Event::Confirm, now);
    return booked ? Result(*booked) : refuse(ErrorCode::Conflict, "appointment", "booking_lost");
}

void Bookings::settle(storage::Stores& stores, std::string_view office, std::int64_t starts_at_secs) const {
    const std::int64_t now = clock_();
    for (const storage::SeatClaim& seat : stores.bookings.ended_claims(office, starts_at_secs, now)) {
        stores.bookings.drop_claim(seat);
        if (const auto booking = stores.bookings.booking(seat.booking)) {
            stores.bookings.step(*booking, visits::Event::Expire, now);
        }
        if (!seat.offered_to.empty()) {
            // They were not there when their turn came.
            stores.waiting.leave(seat.offered_to);
        }
        pass_on(stores, seat, seat.free_after_secs.value_or(now));
    }
}

bool Bookings::stop_waiting(storage::Stores& stores, std::string_view dossier) const {
    const bool waited = stores.waiting.leave(dossier);
    if (const auto offer = stores.bookings.offer_to(dossier)) {
        stores.bookings.drop_claim(*offer);
        pass_on(stores, *offer, offer->free_after_secs.value_or(0));
    }
    return waited;
}

void Bookings::pass_on(storage::Stores& stores, storage::SeatClaim seat, std::int64_t public_at_secs) const {
    const std::int64_t now = clock_();
    const auto next = stores.waiting.first(seat.office, seat.starts_at_secs);
    if (seat.starts_at_secs <= now || (!next && public_at_secs <= now)) {
        return;
    }
    seat.booking.clear();
    seat.offered_to = next ? next->dossier : "";
    seat.offered_until_secs = next ? now + kOfferSecs : 0;
    seat.free_after_secs = std::max(public_at_secs, seat.offered_until_secs);
    stores.bookings.add_claim(seat);
}

std::int64_t Bookings::cooled_at_secs(const storage::BookingRecord& booking) const {
    constexpr int kHex = 16;
    const std::string drawn = hasher_.hash("cooling", booking.id + "/" + std::to_string(booking.version));
    const auto number = static_cast<std::int64_t>(std::stoul(drawn.substr(0, 8), nullptr, kHex));
    return clock_() + kCoolLeastSecs + number % (kCoolMostSecs - kCoolLeastSecs + 1);
}

}  // namespace motcua::backend::services
