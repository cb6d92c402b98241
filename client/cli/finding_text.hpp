#pragma once

#include <string>

#include "shared/core/result.hpp"

namespace motcua::cli {

/// What a finding on a procedure file means, for those who write such files. A code that the
/// table lacks stands for itself.
std::string finding_text(const Finding& finding);

}  // namespace motcua::cli
