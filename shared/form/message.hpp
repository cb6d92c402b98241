#pragma once

#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"

namespace motcua::form {

/// What the procedure itself says when one of its checks does not hold; nullptr when it
/// leaves the sentence to assets/lang, or the finding is not one of a check.
const catalogue::Text* message_of(const catalogue::Procedure& procedure, const Finding& finding);

}  // namespace motcua::form
