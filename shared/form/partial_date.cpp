#include "shared/form/partial_date.hpp"

#include <algorithm>

namespace motcua::form {
namespace {

using calendar::Date;

constexpr std::size_t kYear = 4;
constexpr std::size_t kYearAndMonth = 7;

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<PartialDate> parse_partial(std::string_view text) {
    std::string whole(text);
    if (text.size() == kYear) {
        whole += "-01-01";
    } else if (text.size() == kYearAndMonth) {
        whole += "-01";
    }
    const auto date = calendar::parse_iso(whole);
    if (!date) {
        return std::nullopt;
    }
    return PartialDate{date->year, text.size() >= kYearAndMonth ? date->month : 0,
                       text.size() > kYearAndMonth ? date->day : 0};
}

std::string normalise_partial(std::string_view typed) {
    if (const auto date = calendar::parse_typed(typed)) {
        return calendar::iso(*date);
    }
    const std::size_t sign = typed.find_first_of("/.-");
    if (sign == std::string_view::npos || typed.size() - sign != kYear + 1) {
        return std::string(typed);
    }
    const std::string_view month = typed.substr(0, sign);
    const std::string_view year = typed.substr(sign + 1);
    if (month.size() > 2 || !all_digits(month) || !all_digits(year)) {
        return std::string(typed);
    }
    return std::string(year) + (month.size() == 1 ? "-0" : "-") + std::string(month);
}

std::string shown_partial(std::string_view text) {
    const auto date = parse_partial(text);
    if (!date || date->month == 0) {
        return std::string(text);
    }
    const std::string whole = calendar::vietnamese(first_day_of(*date));
    return date->day == 0 ? whole.substr(3) : whole;
}

Date first_day_of(const PartialDate& date) {
    return {date.year, std::max(date.month, 1), std::max(date.day, 1)};
}

Date last_day_of(const PartialDate& date) {
    Date last{date.year, date.month == 0 ? 12 : date.month, date.day == 0 ? 31 : date.day};
    while (!calendar::is_valid(last)) {
        --last.day;
    }
    return last;
}

}  // namespace motcua::form
