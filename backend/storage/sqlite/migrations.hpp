#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::storage::sqlite {

/// The number of the newest migration.
int newest_version();
int version_of(Connection& connection);

/// Brings the database to the newest version, each step in a transaction of its own.
/// Unavailable when it was written by a newer program.
Result<void> migrate(Connection& connection);

}  // namespace motcua::backend::storage::sqlite
