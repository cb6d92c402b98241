#pragma once

#include <vector>

#include "shared/form/form.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {

/// Adds what is wrong with the papers: those of the checklist in its order, then those
/// that are given without being needed. Nothing is said about a paper whose need hangs on
/// an unsettled answer.
void check_documents(Standing& standing, const std::vector<GivenDocument>& documents, Findings& findings);

}  // namespace motcua::form
