#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "shared/calendar/calendar.hpp"

namespace motcua::calendar {

inline constexpr int kMinutesADay = 24 * 60;

/// A stretch of opening time, in minutes after midnight; the end is outside.
struct OpenSpan {
    int from_minute = 0;
    int until_minute = 0;
    bool operator==(const OpenSpan&) const = default;
};

/// When an office is open in a week: for each weekday (0 = Sunday) its spans in order. What is
/// open on a Saturday or Sunday receives; working time runs on working days alone.
struct OfficeHours {
    std::array<std::vector<OpenSpan>, 7> weekdays;
};

/// Monday to Friday 07:00–11:30 and 13:30–17:00: eight hours, one working day.
OfficeHours standard_hours();
/// The same and Saturday 07:00–11:30, when the police of communes receive (procedure 1.004194).
OfficeHours police_hours();
/// Spans are in order and within their day, and Monday to Friday have one each at least.
bool is_valid(const OfficeHours& hours);

/// Working time of an office, counted in minutes of the clock in Vietnam since 1970 began
/// there ("local minutes").
class WorkingTime {
public:
    /// Both must outlive it; `hours` is valid.
    WorkingTime(const OfficeHours& hours, const Calendar& calendar) : hours_(hours), calendar_(calendar) {}

    /// Working time of a day: none on days of rest.
    [[nodiscard]] const std::vector<OpenSpan>& spans(std::int64_t day) const;
    [[nodiscard]] bool is_working_day(std::int64_t day) const { return !spans(day).empty(); }
    /// This minute, or the next one in which working time runs.
    [[nodiscard]] std::int64_t begin_of(std::int64_t minute) const;
    /// The day itself, or the next working day.
    [[nodiscard]] std::int64_t working_day_from(std::int64_t day) const;
    /// The working day that many working days after a working day.
    [[nodiscard]] std::int64_t add_days(std::int64_t day, int count) const;
    /// The time of day on a working day: in a break the end of the break, after closing the closing.
    [[nodiscard]] std::int64_t within(std::int64_t day, int minute_of_day) const;
    /// The end of that much working time: 17:00, not 07:00 of the next day.
    [[nodiscard]] std::int64_t add_minutes(std::int64_t minute, std::int64_t count) const;
    [[nodiscard]] std::int64_t minutes_between(std::int64_t from, std::int64_t until) const;

private:
    const OfficeHours& hours_;
    const Calendar& calendar_;
};

/// Is somebody there to receive? Opening hours on days that are not holidays.
bool is_open(const OfficeHours& hours, const Calendar& calendar, std::int64_t utc_secs);

std::int64_t local_minute(std::int64_t utc_secs);
std::int64_t utc_secs_of_local(std::int64_t minute);
std::int64_t day_of_minute(std::int64_t minute);
int minute_of_day(std::int64_t minute);

}  // namespace motcua::calendar
