#include "client/app/slot_days.hpp"

namespace motcua::app {

calendar::Date monday_of(const calendar::Date& day) {
    constexpr int kDaysAWeek = 7;
    const int since_monday = (calendar::weekday(day) + kDaysAWeek - 1) % kDaysAWeek;
    return calendar::from_days(calendar::days_since_1970(day) - since_monday);
}

bool is_offered(const AppointmentPart& part, const protocol::Slot& slot) {
    const bool own = part.booking && part.booking->office == part.office &&
                     part.booking->starts_at_secs == slot.starts_at_secs;
    return slot.free > 0 || own;
}

}  // namespace motcua::app
