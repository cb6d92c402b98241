#pragma once

#include <cstdint>
#include <vector>

#include "backend/services/offices_file.hpp"
#include "backend/storage/stores.hpp"
#include "shared/calendar/calendar.hpp"
#include "shared/json/shape.hpp"

namespace motcua::backend::services {

/// Reads what "pickup" of an offices file holds besides its windows, which are planned as slots are.
PickupPlan read_pickup(json::Shape& shape, SlotPlan windows, std::vector<Finding>& findings);

/// Stores where couriers go and their windows of the coming days; those of offices that are not there
/// are left out.
void put_pickup_plan(storage::Stores& stores, const PickupPlan& plan, const calendar::Calendar& calendar,
                     std::int64_t now_secs, int days);

}  // namespace motcua::backend::services
