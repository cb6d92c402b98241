#pragma once

#include <cstdint>

#include "backend/services/bookings.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::services {

/// Tidies what has run out: holds, sessions, unfinished uploads, first answers. Nothing
/// depends on it for being right; whoever reads checks times itself.
Result<void> tidy(storage::Storage& storage, const Bookings& bookings, std::int64_t now_secs);

}  // namespace motcua::backend::services
