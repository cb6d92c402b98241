#pragma once

#include <cstdint>
#include <string_view>

#include "backend/services/pickups.hpp"
#include "backend/services/staff.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/json/value.hpp"
#include "shared/visits/route.hpp"

namespace motcua::backend::services {

/// A half-day of an office in Vietnam, [from, until) in UTC seconds.
struct HalfDay {
    std::int64_t from_secs = 0;
    std::int64_t until_secs = 0;
};
HalfDay half_day(const calendar::Date& day, bool morning);

/// What has to be fetched in the half-day, as the office's area states the ways: within a commune none is
/// known, between two that nothing is stated of it leads past the office.
visits::Errand errand_of(const storage::PickupArea& area, const std::vector<std::string>& communes,
                         const std::vector<storage::PickupWindow>& windows);

/// The doors of a half-day in the order they are gone to, for the courier.
class CourierRound {
public:
    CourierRound(const Pickups& pickups, const Dossiers& dossiers) : pickups_(pickups), dossiers_(dossiers) {}

    /// GET /staff/pickups of docs/API.md: with addresses for couriers, with the office's numbers for clerks.
    Result<json::Value> tell(storage::Stores& stores, const Clerk& staff, const HalfDay& half,
                             std::string_view lang) const;

private:
    Result<json::Value> stop(storage::Stores& stores, const Clerk& courier,
                             const storage::PickupRecord& pickup, int minutes, std::int64_t at_secs,
                             std::string_view lang) const;
    Result<json::Value> stops(storage::Stores& stores, const Clerk& courier, const HalfDay& half,
                              std::string_view lang, std::int64_t& travel_secs) const;
    Result<json::Value> carried(storage::Stores& stores, const Clerk& staff, std::string_view lang) const;

    const Pickups& pickups_;
    const Dossiers& dossiers_;
};

}  // namespace motcua::backend::services
