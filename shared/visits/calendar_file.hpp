#pragma once

#include <cstdint>
#include <string>

namespace motcua::visits {

/// An appointment as a calendar knows it.
struct CalendarEntry {
    std::string uid;  ///< The same as long as it is the same appointment
    int sequence = 0;
    bool cancelled = false;
    std::int64_t starts_at_secs = 0;
    int minutes = 0;
    std::int64_t written_at_secs = 0;
    std::string summary;
    std::string description;
    std::string location;
    std::string reminder;  ///< Said a day before
};

/// An iCalendar file (RFC 5545) of one event, at Vietnamese wall-clock time. A file with a greater
/// sequence replaces what the calendar had of the same uid.
std::string calendar_file(const CalendarEntry& entry);

}  // namespace motcua::visits
