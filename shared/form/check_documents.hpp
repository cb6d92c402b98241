#pragma once

#include "shared/catalogue/rule_reads.hpp"
#include "shared/form/form.hpp"

namespace motcua::form {

/// Adds what is wrong with the papers: those of the checklist in its order, then those
/// that are given without being needed. Nothing is said about a paper whose need hangs on
/// an unsettled answer.
void check_documents(const catalogue::Procedure& procedure, const Form& form,
                     const catalogue::Names& unsettled, Findings& findings);

}  // namespace motcua::form
