#pragma once

#include "client/app/state.hpp"

/// Which days of an office's slots are shown at once, and which slots can be had.
namespace motcua::app {

/// Whole weeks, as many as one request may ask for (docs/API.md).
inline constexpr std::int64_t kDaysShown = 14;

/// The Monday of this day's week.
calendar::Date monday_of(const calendar::Date& day);
/// It has room, or it is the one held for this dossier.
bool is_offered(const AppointmentPart& part, const protocol::Slot& slot);

}  // namespace motcua::app
