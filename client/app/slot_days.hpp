#pragma once

#include "client/app/state.hpp"

/// Which days of an office's slots are shown at once, and which slots can be had.
namespace motcua::app {

/// Whole weeks, as many as one request may ask for (docs/API.md).
inline constexpr std::int64_t kDaysShown = 14;

/// The Monday of this day's week.
calendar::Date monday_of(const calendar::Date& day);
/// Is it about the appointment of a slip, not that of the dossier in the making?
inline bool is_slips(const State& state) {
    return state.where.place >= Place::Appointment;
}
/// The times that the present page chooses among.
inline const AppointmentPart& times_of(const State& state) {
    return is_slips(state) ? state.slip->times : state.dossier.appointment;
}
inline AppointmentPart& times_of(State& state) {
    return is_slips(state) ? state.slip->times : state.dossier.appointment;
}
/// It has room, or it is the one held for this dossier.
bool is_offered(const AppointmentPart& part, const protocol::Slot& slot);

}  // namespace motcua::app
