#pragma once

#include <optional>
#include <string_view>

#include "client/page/page.hpp"

namespace motcua::page {

/// The opposites of role_name and tone_name.
std::optional<Role> role_from(std::string_view name);
std::optional<Tone> tone_from(std::string_view name);

}  // namespace motcua::page
