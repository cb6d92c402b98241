#pragma once

#include <string_view>
#include <vector>

#include "client/ui/text_style.hpp"

namespace motcua::ui {

/// The lines of a text no wider than `width`: broken at spaces and after hyphens and slashes,
/// at '\n', and inside a word only when that word alone is too wide. A no-break space holds.
/// The views point into `text`; there is always at least one line.
std::vector<std::string_view> wrap(std::string_view text, const TextStyle& style, float width,
                                   const Measure& measure);

}  // namespace motcua::ui
