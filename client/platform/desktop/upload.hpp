#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "client/app/message.hpp"

namespace motcua::kiosk {

/// Sends a file by the upload protocol of docs/API.md: announced, then part after part, each
/// tried again while the line is bad. For the worker's thread.
app::UploadAnswer upload_file(const std::string& server, const app::Upload& upload, const std::string& bytes,
                              const std::string& lang, const std::function<void(std::int64_t)>& sent);

}  // namespace motcua::kiosk
