#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"

namespace motcua::cli {

/// The whole file; NotFound when it cannot be read.
Result<std::string> read_whole(const std::string& path);

/// Writes a whole file, beside the old one first, so that nobody reads half of it. A secret can
/// be read by its owner alone, and is never written over. Unavailable when that does not work.
enum class Access { Everybody, Secret };
Result<void> write_whole(const std::string& path, std::string_view bytes, Access access = Access::Everybody);

}  // namespace motcua::cli
