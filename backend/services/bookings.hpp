#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/security/token.hpp"
#include "backend/services/clock.hpp"
#include "backend/storage/stores.hpp"
#include "shared/calendar/date.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::backend::services {

struct HoldRequest {
    std::string dossier;
    std::string office;
    std::int64_t starts_at_secs = 0;
    /// Who asks, as client_name() says it; "" for an office's own desk, which has no limit.
    std::string client = {};
};

/// What people are told of an office.
protocol::Office protocol_office(const storage::OfficeRecord& office);

/// Who comes when. Seats are claim rows with a unique key, so no fault here can give one
/// lane to two people.
class Bookings {
public:
    static constexpr std::int64_t kHoldSecs = 20 * 60;
    /// The seat stays this much longer than the person is told, so that who confirms in
    /// time never loses it on the way.
    static constexpr std::int64_t kGraceSecs = 30;

    /// Seats that one client may hold at once without handing in.
    static constexpr int kMostHolds = 20;

    /// A freed seat is this long for the first who waits for it.
    static constexpr std::int64_t kOfferSecs = 10 * 60;
    /// An appointment's seat that was given up comes back to everybody after a time between
    /// these, which nobody can know: giving one up for somebody in particular wins nothing.
    static constexpr std::int64_t kCoolLeastSecs = 10 * 60;
    static constexpr std::int64_t kCoolMostSecs = 40 * 60;

    /// `hasher` draws those times.
    Bookings(Clock clock, security::TokenHasher hasher)
        : clock_(std::move(clock)), hasher_(std::move(hasher)) {}

    std::vector<protocol::Office> offices(storage::Stores& stores, std::string_view procedure) const;

    /// Slots of `days` days from `from` on that still lie ahead. NotFound: no such office.
    Result<std::vector<protocol::Slot>> slots(storage::Stores& stores, std::string_view office,
                                              const calendar::Date& from, int days) const;

    /// Holds a seat for 20 minutes; a live hold of the same dossier moves there, or is
    /// renewed when it is there already. Conflict: the slot is full, or the dossier has
    /// been handed in. TooMany: the client holds kMostHolds others.
    Result<protocol::Booking> hold(storage::Stores& stores, const HoldRequest& request) const;

    /// Makes a hold lasting. Conflict when it ran out or is another one than asked for.
    Result<void> confirm(storage::Stores& stores, std::string_view booking,
                         const HoldRequest& expected) const;

    /// To another time at the same office: the new seat is taken and the old one left in one
    /// step, or nothing happens. Conflict: full, or the appointment may not be changed any more.
    Result<storage::BookingRecord> move(storage::Stores& stores, const storage::BookingRecord& booking,
                                        std::int64_t starts_at_secs) const;
    /// Conflict when the appointment may not be changed any more.
    Result<storage::BookingRecord> cancel(storage::Stores& stores,
                                          const storage::BookingRecord& booking) const;
    /// A new booking for the dossier of a cancelled one, at the same office. The same time again: it is there
    /// already. Conflict: full, or the booking stands.
    Result<storage::BookingRecord> book_again(storage::Stores& stores, const storage::BookingRecord& booking,
                                              std::int64_t starts_at_secs) const;
    /// Passes on the seat of a visit that is over.
    void give_up_seat(storage::Stores& stores, const storage::BookingRecord& booking) const;
    /// Until when a booking may be moved and cancelled: until it begins. nullopt: not any more.
    [[nodiscard]] std::optional<std::int64_t> change_until(const storage::BookingRecord& booking) const;

    /// Passes on the seats of holds and offers that ran out: of one slot, or of all when `office`
    /// is "". Being right needs nobody to call it at a time: who wants a seat does it first.
    void settle(storage::Stores& stores, std::string_view office, std::int64_t starts_at_secs) const;
    /// Takes the dossier off the waiting list, and passes on what was offered to it. False: it did
    /// not wait.
    bool stop_waiting(storage::Stores& stores, std::string_view dossier) const;

private:
    /// TooMany, with the seconds until one of the client's other holds ends.
    Result<void> check_client(storage::Stores& stores, const HoldRequest& request) const;
    /// InvalidInput: no such slot, or it has begun.
    Result<void> check_slot(storage::Stores& stores, std::string_view office,
                            std::int64_t starts_at_secs) const;
    /// Conflict: it has begun, or it is no appointment any more.
    Result<void> check_changeable(const storage::BookingRecord& booking) const;

    /// Gives a seat that is in nobody's hands to the first who waits for it, else to everybody
    /// from `public_at_secs` on.
    void pass_on(storage::Stores& stores, storage::SeatClaim seat, std::int64_t public_at_secs) const;
    [[nodiscard]] std::int64_t cooled_at_secs(const storage::BookingRecord& booking) const;

    Clock clock_;
    security::TokenHasher hasher_;
};

}  // namespace motcua::backend::services
