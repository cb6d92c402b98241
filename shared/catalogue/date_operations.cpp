#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "shared/calendar/date.hpp"
#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/operations.hpp"

/// Operations on days, which json-logic-js does not have.
namespace motcua::catalogue::operations {
namespace {

using calendar::Date;

constexpr int kMonthsAYear = 12;
// More than all days of the years 1 to 9999: whatever is added past it leaves them.
constexpr double kMostDays = 4000000;

std::optional<Date> date_of(const Term& term) {
    return term.is_text() ? calendar::parse_iso(term.text()) : std::nullopt;
}

std::optional<std::int64_t> whole_number(const Term& term, Work& work) {
    const bool given = term.is_number() || (term.is_text() && !term.text().empty());
    const double number = given ? coerce::to_number(term, work) : 0.5;
    if (std::trunc(number) != number || !(std::fabs(number) <= kMostDays)) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

/// The same day so many months later; the last of the month when that one is shorter.
Date months_later(const Date& date, std::int64_t months) {
    const std::int64_t count = (date.year * std::int64_t{kMonthsAYear} + date.month - 1) + months;
    Date later;
    later.year = static_cast<int>(count / kMonthsAYear);
    later.month = static_cast<int>(count % kMonthsAYear) + 1;
    later.day = date.day;
    while (later.day > 28 && !calendar::is_valid(later)) {
        --later.day;
    }
    return later;
}

std::optional<Date> later(const Date& date, std::int64_t count, std::string_view unit) {
    Date day;
    if (unit == "days") {
        day = calendar::from_days(calendar::days_since_1970(date) + count);
    } else if (unit == "months" || unit == "years") {
        day = months_later(date, unit == "years" ? count * kMonthsAYear : count);
    } else {
        return std::nullopt;
    }
    return calendar::is_valid(day) ? std::optional<Date>(day) : std::nullopt;
}

}  // namespace

Term date_before(Terms arguments, Work& /*work*/) {
    const auto a = date_of(arguments[0]);
    const auto b = date_of(arguments[1]);
    return a && b ? Term(*a < *b) : Term::null();
}

Term date_after(Terms arguments, Work& /*work*/) {
    const auto a = date_of(arguments[0]);
    const auto b = date_of(arguments[1]);
    return a && b ? Term(*b < *a) : Term::null();
}

Term date_add(Terms arguments, Work& work) {
    const auto date = date_of(arguments[0]);
    const auto count = whole_number(arguments[1], work);
    if (!date || !count || !arguments[2].is_text()) {
        return Term::null();
    }
    const auto sum = later(*date, *count, arguments[2].text());
    return sum ? work.keep(calendar::iso(*sum)) : Term::null();
}

Term date_diff_days(Terms arguments, Work& /*work*/) {
    const auto from = date_of(arguments[0]);
    const auto to = date_of(arguments[1]);
    if (!from || !to) {
        return Term::null();
    }
    return Term(static_cast<double>(calendar::days_since_1970(*to) - calendar::days_since_1970(*from)));
}

Term age_years(Terms arguments, Work& /*work*/) {
    const auto born = date_of(arguments[0]);
    const auto on = date_of(arguments[1]);
    if (!born || !on) {
        return Term::null();
    }
    const bool had_birthday = on->month > born->month || (on->month == born->month && on->day >= born->day);
    return Term(static_cast<double>(on->year - born->year - (had_birthday ? 0 : 1)));
}

}  // namespace motcua::catalogue::operations
