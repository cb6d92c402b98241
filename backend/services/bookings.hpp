#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
};

/// Who comes when. Seats are claim rows with a unique key, so no fault here can give one
/// lane to two people.
class Bookings {
public:
    static constexpr std::int64_t kHoldSecs = 20 * 60;
    /// The seat stays this much longer than the person is told, so that who confirms in
    /// time never loses it on the way.
    static constexpr std::int64_t kGraceSecs = 30;

    explicit Bookings(Clock clock) : clock_(std::move(clock)) {}

    std::vector<protocol::Office> offices(storage::Stores& stores, std::string_view procedure) const;

    /// Slots of `days` days from `from` on that still lie ahead. NotFound: no such office.
    Result<std::vector<protocol::Slot>> slots(storage::Stores& stores, std::string_view office,
                                              const calendar::Date& from, int days) const;

    /// Holds a seat for 20 minutes; a live hold of the same dossier moves there, or is
    /// renewed when it is there already. Conflict: the slot is full, or the dossier has
    /// been handed in.
    Result<protocol::Booking> hold(storage::Stores& stores, const HoldRequest& request) const;

    /// Makes a hold lasting. Conflict when it ran out or is another one than asked for.
    Result<void> confirm(storage::Stores& stores, std::string_view booking,
                         const HoldRequest& expected) const;

private:
    Clock clock_;
};

}  // namespace motcua::backend::services
