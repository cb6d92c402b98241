#pragma once

#include <string>

#include "shared/calendar/date.hpp"
#include "shared/core/result.hpp"

namespace motcua::cli {

/// The day that was asked for, else today in Vietnam; InvalidInput when it is none.
Result<calendar::Date> day_or_today(const std::string& day);

}  // namespace motcua::cli
