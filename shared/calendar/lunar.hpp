#pragma once

#include <optional>

#include "shared/calendar/date.hpp"

namespace motcua::calendar {

/// A day of the Vietnamese lunar calendar.
struct LunarDate {
    int year = 1970;    ///< Named by the Gregorian year in which it begins
    int month = 1;      ///< 1 … 12
    int day = 1;        ///< 1 … 30
    bool leap = false;  ///< In the month that repeats the number of the one before
    bool operator==(const LunarDate&) const = default;
};

/// Lunar years that are computed. By one rule and UTC+7 throughout: what people went by before
/// 1968, when the state fixed this rule, differs on some days.
inline constexpr int kFirstLunarYear = 1890;
inline constexpr int kLastLunarYear = 2198;

/// Source: the rules and truncated series published by Hồ Ngọc Đức ("Computing the Vietnamese
/// lunar calendar"), after Jean Meeus, Astronomical Formulae for Calculators (1979), chapter 32
/// (new moons), and Astronomical Algorithms (1998), chapter 25 (the sun). Computed in integers,
/// so that every platform agrees. nullopt outside of the years above.
std::optional<LunarDate> to_lunar(const Date& date);
/// nullopt also for a day that does not exist: day 30 of a short month, a leap month that is none.
std::optional<Date> from_lunar(const LunarDate& date);

}  // namespace motcua::calendar
