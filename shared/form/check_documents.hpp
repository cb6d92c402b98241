#pragma once

#include "shared/form/form.hpp"

namespace motcua::form {

/// Adds what is wrong with the papers: those of the checklist in its order, then those
/// that are given without being needed.
void check_documents(const catalogue::Procedure& procedure, const Form& form, Findings& findings);

}  // namespace motcua::form
