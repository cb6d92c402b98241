#include "client/cli/clock.hpp"

#include <chrono>

namespace motcua::cli {

Result<calendar::Date> day_or_today(const std::string& day) {
    if (day.empty()) {
        using namespace std::chrono;
        return calendar::day_in_vietnam(
            duration_cast<seconds>(system_clock::now().time_since_epoch()).count());
    }
    const auto date = calendar::parse_typed(day);
    return date ? Result<calendar::Date>(*date)
                : Error{ErrorCode::InvalidInput,
                        day + " is no day; days are written 2026-11-21 or 21/11/2026",
                        {}};
}

}  // namespace motcua::cli
