#include "shared/calendar/date.hpp"

#include <array>

namespace motcua::calendar {
namespace {

constexpr std::int64_t kDaySecs = 86400;
constexpr int kLastYear = 9999;

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

std::string padded(std::int64_t number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// Takes `least` to `most` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9') {
        number = number * 10 + (text[count] - '0');
        ++count;
    }
    if (count < least) {
        return std::nullopt;
    }
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::optional<Date> valid_or_none(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const Date date{*year, *month, *day};
    return is_valid(date) ? std::optional<Date>(date) : std::nullopt;
}

std::optional<Date> parse_day_first(std::string_view text) {
    const auto day = take_number(text, 1, 2);
    const char separator = text.empty() ? '\0' : text.front();
    if (separator != '/' && separator != '-' && separator != '.') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto month = take_number(text, 1, 2);
    if (!take(text, separator)) {
        return std::nullopt;
    }
    const auto year = take_number(text, 4, 4);
    return text.empty() ? valid_or_none(year, month, day) : std::nullopt;
}

/// "21112026", as it stands in the QR code of a citizen card and as keypads invite.
std::optional<Date> parse_eight_digits(std::string_view text) {
    const auto day = take_number(text, 2, 2);
    const auto month = take_number(text, 2, 2);
    const auto year = take_number(text, 4, 4);
    return text.empty() ? valid_or_none(year, month, day) : std::nullopt;
}

std::string_view without_outer_spaces(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

}  // namespace

bool operator<(const Date& a, const Date& b) {
    if (a.year != b.year) {
        return a.year < b.year;
    }
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

bool is_valid(const Date& date) {
    return date.year >= 1 && date.year <= kLastYear && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_iso(std::string_view text) {
    const auto year = take_number(text, 4, 4);
    if (!take(text, '-')) {
        return std::nullopt;
    }
    const auto month = take_number(text, 2, 2);
    if (!take(text, '-')) {
        return std::nullopt;
    }
    const auto day = take_number(text, 2, 2);
    return text.empty() ? valid_or_none(year, month, day) : std::nullopt;
}

std::optional<Date> parse_typed(std::string_view text) {
    text = without_outer_spaces(text);
    if (auto date = parse_iso(text)) {
        return date;
    }
    if (auto date = parse_day_first(text)) {
        return date;
    }
    return parse_eight_digits(text);
}

std::optional<int> parse_minute(std::string_view text) {
    const auto hour = take_number(text, 2, 2);
    if (!take(text, ':')) {
        return std::nullopt;
    }
    const auto minute = take_number(text, 2, 2);
    const bool is_time = text.empty() && hour && minute && *hour < 24 && *minute < 60;
    return is_time ? std::optional<int>(*hour * 60 + *minute) : std::nullopt;
}

std::string iso(const Date& date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string vietnamese(const Date& date) {
    return padded(date.day, 2) + "/" + padded(date.month, 2) + "/" + padded(date.year, 4);
}

// The two conversions count from 1 March of year 0, so that the leap day is the last of
// its year and 400 years always have 146,097 days.
std::int64_t days_since_1970(const Date& date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_divide(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (date.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date from_days(std::int64_t days) {
    const std::int64_t since_march_0 = days + 719468;
    const std::int64_t era = floor_divide(since_march_0, 146097);
    const std::int64_t day_of_era = since_march_0 - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    Date date;
    date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    date.month = static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

int weekday(const Date& date) {
    // 1 January 1970 was a Thursday.
    const std::int64_t days = days_since_1970(date) + 4;
    return static_cast<int>(days - floor_divide(days, 7) * 7);
}

Date day_in_vietnam(std::int64_t utc_secs) {
    return from_days(floor_divide(utc_secs + kVietnamOffsetSecs, kDaySecs));
}

std::string time_in_vietnam(std::int64_t utc_secs) {
    const std::int64_t local = utc_secs + kVietnamOffsetSecs;
    const std::int64_t secs_of_day = local - floor_divide(local, kDaySecs) * kDaySecs;
    return padded(secs_of_day / 3600, 2) + ":" + padded(secs_of_day / 60 % 60, 2);
}

std::int64_t utc_secs(const Date& date, int hour, int minute) {
    return days_since_1970(date) * kDaySecs + hour * 3600 + minute * 60 - kVietnamOffsetSecs;
}

}  // namespace motcua::calendar
