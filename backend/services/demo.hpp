#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backend/services/offices_file.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::services {

/// Offices, slots and clerk accounts to try the program with.
Result<void> put_demonstration(storage::Storage& storage, const OfficesFile& file,
                               const calendar::Calendar& calendar, std::int64_t now_secs);

/// Has this data ever been a demonstration's? Then it is never to be used in earnest.
Result<bool> is_demonstration(storage::Storage& storage);

}  // namespace motcua::backend::services
