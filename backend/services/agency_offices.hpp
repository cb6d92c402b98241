#pragma once

#include <filesystem>
#include <vector>

#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::services {

/// The offices of every agency in `folder` (assets/agencies), for trying out: their names say
/// that nothing is really received there.
Result<std::vector<storage::OfficeRecord>> demonstration_offices(const std::filesystem::path& folder);

}  // namespace motcua::backend::services
