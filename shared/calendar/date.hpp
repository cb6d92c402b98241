#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::calendar {

/// A day of the Gregorian calendar.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    bool operator==(const Date&) const = default;
};
bool operator<(const Date& a, const Date& b);

/// Vietnam is UTC+7 all year round.
inline constexpr std::int64_t kVietnamOffsetSecs = 7 * 3600;

bool is_valid(const Date& date);
/// "2026-11-21", nothing else.
std::optional<Date> parse_iso(std::string_view text);
/// What people type: "21/11/2026", "21-11-2026", "21.11.2026", "1/3/1990", ISO.
std::optional<Date> parse_typed(std::string_view text);
std::string iso(const Date& date);
/// "21/11/2026"
std::string vietnamese(const Date& date);
/// 0 = Sunday … 6 = Saturday
int weekday(const Date& date);
std::int64_t days_since_1970(const Date& date);
Date from_days(std::int64_t days);

/// "07:30" as a minute of the day; nothing else ("24:00" is none).
std::optional<int> parse_minute(std::string_view text);

/// The day and "HH:MM" in Vietnam of a UTC time.
Date day_in_vietnam(std::int64_t utc_secs);
std::string time_in_vietnam(std::int64_t utc_secs);
/// UTC seconds of a Vietnamese wall-clock time.
std::int64_t utc_secs(const Date& date, int hour, int minute);

}  // namespace motcua::calendar
