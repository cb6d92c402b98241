#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "backend/services/appointments.hpp"
#include "backend/services/bookings.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/appointment.hpp"

namespace motcua::backend::services {

/// Who waits: a dossier that is being filled in, known to its maker alone, or one that was handed
/// in and whose slip says so.
struct WaitingPerson {
    std::string dossier;  ///< "" when there is a slip
    std::optional<Slip> slip;
};

struct Wish {
    std::string office;  ///< "" with a slip: its own
    std::int64_t from_secs = 0;
    std::int64_t until_secs = 0;
};

/// Those who want a time that is full. A seat that becomes free is held for the first of them, and
/// then for the next, before everybody may have it (Bookings::settle).
class WaitingList {
public:
    WaitingList(const Dossiers& dossiers, const Bookings& bookings, Clock clock);

    /// At the end of the list, in place of what they waited for before; the same wish again changes
    /// nothing. InvalidInput: no time of the office begins in the wish. Conflict: one of them is
    /// free; the dossier was handed in and there is no slip; its appointment cannot be moved.
    Result<protocol::Waiting> join(storage::Stores& stores, const WaitingPerson& person,
                                   const Wish& wish) const;
    /// NotFound: does not wait. Passes on what others did not take, so it has to be a command.
    /// nullopt: does not wait (any more).
    Result<std::optional<protocol::Waiting>> status(storage::Stores& stores,
                                                    const WaitingPerson& person) const;
    /// NotFound: does not wait.
    Result<void> leave(storage::Stores& stores, const WaitingPerson& person) const;

private:
    Result<std::string> dossier_of(storage::Stores& stores, const WaitingPerson& person) const;
    Result<storage::WaitingRecord> wanted(storage::Stores& stores, const WaitingPerson& person,
                                          const Wish& wish) const;
    /// That the wish has times and none of them is free.
    Result<void> check_full(storage::Stores& stores, const storage::WaitingRecord& wanted) const;
    Result<protocol::Waiting> tell(storage::Stores& stores, std::string_view dossier) const;

    const Dossiers& dossiers_;
    const Bookings& bookings_;
    Clock clock_;
};

}  // namespace motcua::backend::services
