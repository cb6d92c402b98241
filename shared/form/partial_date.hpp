#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"

namespace motcua::form {

/// A day of which only the year, or the month and the year, may be known.
struct PartialDate {
    int year = 0;
    int month = 0;  ///< 0 = not known
    int day = 0;    ///< 0 = not known
};

/// "1990", "1990-03", "1990-03-27", nothing else.
std::optional<PartialDate> parse_partial(std::string_view text);
/// "1990", "3/1990", "27/3/1990" → the canonical form; what cannot be read stays.
std::string normalise_partial(std::string_view typed);
/// "1990", "03/1990", "27/03/1990"
std::string shown_partial(std::string_view text);

/// The days it may mean.
calendar::Date first_day_of(const PartialDate& date);
calendar::Date last_day_of(const PartialDate& date);

}  // namespace motcua::form
