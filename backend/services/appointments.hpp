#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backend/services/bookings.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/protocol/appointment.hpp"

namespace motcua::backend::services {

/// What is printed on a slip.
struct Slip {
    std::string code;
    std::string secret;
};

/// The appointment of a dossier that was handed in, for whoever has its slip. NotFound for a wrong
/// pair of code and secret, whichever is wrong.
class Appointments {
public:
    /// Free times that a slip is told of.
    static constexpr std::size_t kNextSlots = 12;

    Appointments(const Dossiers& dossiers, const Bookings& bookings, Clock clock);

    Result<protocol::Appointment> status(storage::Stores& stores, const Slip& slip) const;
    /// In one step; already there: nothing happens. Errors as Bookings::move.
    Result<protocol::Appointment> move(storage::Stores& stores, const Slip& slip,
                                       std::int64_t starts_at_secs) const;
    /// After it was cancelled: another of the same dossier, at the same office. Errors as
    /// Bookings::book_again and Dossiers::claim_person.
    Result<protocol::Appointment> book_again(storage::Stores& stores, const Slip& slip,
                                             std::int64_t starts_at_secs) const;
    /// Already cancelled: nothing happens. Errors as Bookings::cancel.
    Result<protocol::Appointment> cancel(storage::Stores& stores, const Slip& slip) const;
    /// For the person's calendar (RFC 5545); of a cancelled one, what takes it out there.
    Result<std::string> calendar_file(storage::Stores& stores, const Slip& slip,
                                      const i18n::Texts& texts) const;

private:
    struct Found {
        storage::DossierRecord dossier;
        storage::BookingRecord booking;
    };
    Result<Found> find(storage::Stores& stores, const Slip& slip) const;
    Result<protocol::Appointment> tell(storage::Stores& stores, const Found& found) const;
    [[nodiscard]] std::vector<protocol::Slot> next_slots(storage::Stores& stores,
                                                         const storage::BookingRecord& booking) const;

    const Dossiers& dossiers_;
    const Bookings& bookings_;
    Clock clock_;
};

}  // namespace motcua::backend::services
