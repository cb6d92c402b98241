#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/calendar/date.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/text.hpp"
#include "shared/json/value.hpp"

namespace motcua::calendar {

enum class DayKind {
    Working,
    Weekend,      ///< Saturday or Sunday and nothing else
    Holiday,      ///< Named by the law, or off by a notice that names it
    Substitute,   ///< Off because the holiday fell on a weekend (BLLĐ 2019, Điều 111 khoản 3)
    SwappedOff,   ///< Off, and a weekend day is worked for it
    SwappedWork,  ///< That weekend day
};

/// What we have a day's kind from.
enum class Basis {
    Law,        ///< The week and the law alone
    Announced,  ///< A notice in the calendar file
    Expected,   ///< Computed where a notice will decide, and none is in the file yet
};

struct Day {
    DayKind kind = DayKind::Working;
    Basis basis = Basis::Law;
    int holiday = -1;      ///< The holiday behind it, in Calendar::holidays(); -1: none
    int works_as = 0;      ///< Weekday whose opening hours apply, 0 = Sunday (not the day's own when swapped)
    bool verified = true;  ///< false: what it rests on was not compared with its source
    bool operator==(const Day&) const = default;
};
bool is_rest(const Day& day);

/// A day that is not what the week says, by its number since 1970.
struct DayEntry {
    std::int64_t day = 0;
    Day what;
};

struct Holiday {
    std::string id;
    i18n::Text name;
    bool lunar = false;
    int month = 1;
    int day = 1;
    int days = 1;             ///< Days off that the law gives
    std::vector<int> begins;  ///< Where they may begin, from the holiday's day, rising
    /// Which of them to expect without a notice; nullopt: what makes the longest run of days off.
    std::optional<int> expect;
    Date since{1, 1, 1};
    bool verified = false;
};

/// One notice: off from `first` to `last`, weekends and substitute days included.
struct Announcement {
    struct Swap {
        Date off;
        Date work;
    };
    int holiday = -1;  ///< In CalendarFile::holidays
    Date first;
    Date last;
    std::vector<Swap> swaps;
    bool verified = false;
};

/// What assets/calendar/vn.json says.
struct CalendarFile {
    struct Year {
        int year = 0;
        std::vector<Announcement> announced;
    };
    std::vector<Holiday> holidays;
    std::vector<Year> years;  ///< One after the other
};
/// InvalidInput has a finding for everything wrong, its JSON path as the field
/// ("years.1.announced.0.last") and the reason as the code ("calendar.…", docs/calendar.md).
Result<CalendarFile> read_file(const json::Value& value);

/// Which days the state works. A holiday that is announced each year and has no notice in the
/// file yet stands where notices have usually put it; its days are marked as expected, and so
/// are the working days that another choice would take.
class Calendar {
public:
    explicit Calendar(const CalendarFile& file);
    /// Findings as read_file().
    static Result<Calendar> read(const json::Value& value);

    /// What was computed, as data: a reader that is small enough for a page's first module, for
    /// whoever gets the calendar from us and not from the file.
    [[nodiscard]] json::Value table() const;
    /// InvalidInput with findings "calendar.…"; names and days only, not the holidays' rules.
    static Result<Calendar> read_table(const json::Value& value);

    /// Outside of covers(): the week alone, as expected.
    [[nodiscard]] Day day(const Date& date) const;
    /// The file's years and ten more.
    static constexpr int kYearsAhead = 10;
    [[nodiscard]] bool covers(int year) const {
        return year >= first_year_ && year <= last_known_year_ + kYearsAhead;
    }
    [[nodiscard]] int first_year() const { return first_year_; }
    /// The last year in the file; what comes later nobody has looked at.
    [[nodiscard]] int last_known_year() const { return last_known_year_; }
    /// The days of a year that are not what the week says, in order.
    [[nodiscard]] std::vector<Date> special_days(int year) const;
    [[nodiscard]] const std::vector<Holiday>& holidays() const { return holidays_; }
    /// The holiday behind a day; nullptr: none.
    [[nodiscard]] const Holiday* holiday_of(const Day& day) const {
        return day.holiday < 0 ? nullptr : &holidays_[static_cast<std::size_t>(day.holiday)];
    }

private:
    Calendar() = default;

    std::vector<Holiday> holidays_;
    std::vector<DayEntry> entries_;  ///< In order
    int first_year_ = 0;
    int last_known_year_ = 0;
};

/// The holiday's day in a year, as days since 1970.
std::int64_t day_of_holiday(const Holiday& holiday, int year);

}  // namespace motcua::calendar
