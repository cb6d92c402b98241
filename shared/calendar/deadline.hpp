#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/calendar/office_hours.hpp"
#include "shared/core/result.hpp"

namespace motcua::calendar {

enum class Unit { WorkingHour, WorkingDay, CalendarDay, SameDay };
/// As procedure files name them: "working_hour", "working_day", "calendar_day", "same_day".
std::optional<Unit> unit_of(std::string_view name);

/// The most that a limit may be, in any unit.
inline constexpr int kMaxLimit = 1000;

/// How long an authority may take.
struct Limit {
    int value = 0;  ///< 0 … kMaxLimit; means nothing with SameDay
    Unit unit = Unit::WorkingDay;
    /// What is received after this minute of the day counts as received the next working day
    /// (15:00 for certification and civil status: NĐ 23/2015, Điều 7).
    std::optional<int> cut_off_minute;
};

/// The clock stands still while a supplement or a payment is awaited. Open end: still waiting.
struct Suspension {
    std::int64_t from_secs = 0;
    std::optional<std::int64_t> until_secs;
};

/// When the clock began to run.
enum class Start {
    OnReceipt,
    AtOpening,    ///< Received while no working time ran
    AfterCutOff,  ///< Received too late to count for that day
};

/// A day on which the clock did not run.
struct SkippedDay {
    Date date;
    Day day;
    bool suspended = false;  ///< A working day, wholly within a suspension
};

struct Deadline {
    std::int64_t began_at_secs = 0;
    Start start = Start::OnReceipt;
    std::optional<std::int64_t> due_at_secs;  ///< nullopt: suspended with an open end
    std::vector<SkippedDay> skipped;          ///< In order; with calendar days only those that moved an end
    bool expected = false;                    ///< A notice that is not in the calendar may move it
};

/// UTC seconds in and out; what counts is the minute of the clock in Vietnam. Rules
/// (docs/calendar.md): working hours end where they are used up; working days keep the time of
/// day at which the clock began; calendar days end at closing time, of the next working day when
/// they would end on a day of rest; the same day ends at its closing time.
/// InvalidInput names what is out of range ("received_at", "limit", "hours", "suspensions.0"),
/// among it days that the calendar does not cover.
Result<Deadline> deadline(std::int64_t received_at_secs, const Limit& limit, const OfficeHours& hours,
                          const Calendar& calendar, const std::vector<Suspension>& suspensions = {});

}  // namespace motcua::calendar
