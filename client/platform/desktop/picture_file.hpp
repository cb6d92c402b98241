#pragma once

#include <string>

#include "client/platform/desktop/window.hpp"
#include "shared/core/result.hpp"

namespace motcua::kiosk {

/// Writes a PNG, or a BMP when the name ends in ".bmp".
Result<void> save_picture(const Picture& picture, const std::string& path);

}  // namespace motcua::kiosk
