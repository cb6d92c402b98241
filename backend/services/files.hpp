#pragma once

#include <filesystem>
#include <string>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

namespace motcua::backend::services {

/// The whole file; NotFound when it cannot be read.
Result<std::string> read_file(const std::filesystem::path& file);

/// The whole file as JSON.
Result<json::Value> read_json_file(const std::filesystem::path& file);

/// The error with the file's name and its findings in its detail.
Error in_file(const std::filesystem::path& file, Error error);

}  // namespace motcua::backend::services
