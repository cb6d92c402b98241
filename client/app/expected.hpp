#pragma once

#include <cstdint>
#include <vector>

#include "client/app/state.hpp"

namespace motcua::app {

/// Adds a row: the day on which a result may be expected when the time limit is counted from that
/// moment, and how it is counted when the person asks. Nothing while the calendar is not here, and
/// for limits of several steps or none: when one step ends and the next begins nobody here knows.
/// `key` is the text before the day, "expected.today" or "expected.received".
void add_expected(const State& state, std::vector<page::Node>& rows, const char* key,
                  const catalogue::TimeLimit& limit, std::int64_t from_secs);

}  // namespace motcua::app
