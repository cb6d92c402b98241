#pragma once

#include <cstdint>

#include "backend/services/bookings.hpp"
#include "backend/services/line.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::services {

/// Tidies what has run out: holds, visits of days that are over, sessions and who sat at a counter
/// with one, unfinished uploads, first answers. Nothing depends on it for being right; whoever reads
/// checks times itself.
Result<void> tidy(storage::Storage& storage, const Bookings& bookings, const Line& line,
                  std::int64_t now_secs);

}  // namespace motcua::backend::services
