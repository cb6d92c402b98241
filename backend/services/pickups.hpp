#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backend/security/token.hpp"
#include "backend/services/appointments.hpp"
#include "backend/services/assets.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/services/staff.hpp"
#include "backend/services/vault.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/protocol/pickup.hpp"

namespace motcua::backend::services {

/// Where the courier is to come, and whom to call.
struct PickupContact {
    std::string commune;  ///< Code
    std::string line;
    std::string telephone;
};

struct PickupWish {
    std::int64_t starts_at_secs = 0;
    PickupContact contact;
};

/// Whose number it is: each proves its holder to whoever enters it (docs/pickup.md).
enum class Holder { Citizen, Courier, Office };

/// What a courier does to a pickup.
struct PickupAction {
    std::string pickup;
    std::string state;   ///< As the courier saw it
    std::string event;   ///< visits::pickup::name, or "undo"
    std::string number;  ///< Of the citizen or the office; "": none is needed
};

/// Papers fetched at home: for whoever has the slip of a dossier that was handed in, and for the courier.
class Pickups {
public:
    static constexpr int kDaysAhead = 14;
    /// Until so long before its window ends a pickup may be asked for.
    static constexpr std::int64_t kLeastNoticeSecs = 3600;
    /// So long before its window begins the courier may set out.
    static constexpr std::int64_t kEarliestSecs = 3 * 3600;

    Pickups(const Assets& assets, const Dossiers& dossiers, const Vault& vault,
            const security::TokenHasher& hasher, Clock clock)
        : assets_(assets), dossiers_(dossiers), vault_(vault), hasher_(hasher), clock_(std::move(clock)) {}

    /// `lang` is of the papers' names. NotFound for a wrong pair of code and secret.
    Result<protocol::Pickup> status(storage::Stores& stores, const Slip& slip, std::string_view lang) const;
    /// Asks for a pickup, or changes the one that was asked for, in one step. InvalidInput for what is
    /// wrong with the wish, Conflict when the window is full or the courier has set out.
    Result<protocol::Pickup> request(storage::Stores& stores, const Slip& slip, const PickupWish& wish,
                                     std::string_view lang) const;
    /// Already cancelled: nothing happens. Conflict when the courier has set out.
    Result<protocol::Pickup> cancel(storage::Stores& stores, const Slip& slip, std::string_view lang) const;
    /// Is this the number of the courier who has set out? InvalidInput: no; TooMany after some that were
    /// not.
    Result<protocol::Pickup> meet(storage::Stores& stores, const Slip& slip, const std::string& number,
                                  std::string_view lang);

    /// The pickup after a courier's step. NotFound also for those of other offices.
    Result<storage::PickupRecord> act(storage::Stores& stores, const Clerk& courier,
                                      const PickupAction& action);

    /// Six digits. The courier's is another for each courier.
    [[nodiscard]] std::string number_of(const storage::PickupRecord& pickup, Holder holder) const;
    Result<PickupContact> contact(const storage::PickupRecord& pickup) const;
    /// What there is to be fetched: papers that are handed in and not only shown, as `lang` calls them.
    Result<std::vector<std::string>> papers(const storage::DossierRecord& dossier,
                                            std::string_view lang) const;
    /// "Xã Trà Cú"; the code itself when no such commune is known.
    [[nodiscard]] std::string commune_name(const std::string& code) const;

private:
    Result<protocol::Pickup> tell(storage::Stores& stores, const storage::DossierRecord& dossier,
                                  std::string_view lang) const;
    /// Windows that may still be asked for, with those that are full.
    [[nodiscard]] std::vector<storage::PickupWindow> open_windows(storage::Stores& stores,
                                                                  const std::string& office) const;
    Result<PickupWish> check(storage::Stores& stores, const storage::DossierRecord& dossier,
                             PickupWish wish) const;
    /// A finding's code, or "" when a pickup of the dossier may be asked for.
    Result<std::string> closed(storage::Stores& stores, const storage::DossierRecord& dossier) const;
    Result<void> check_number(const storage::PickupRecord& pickup, Holder holder, const std::string& number);
    [[nodiscard]] storage::Sealed seal(const PickupContact& contact, const std::string& pickup) const;

    const Assets& assets_;
    const Dossiers& dossiers_;
    const Vault& vault_;
    const security::TokenHasher& hasher_;
    Clock clock_;
    LoginThrottle guesses_;
};

}  // namespace motcua::backend::services
