#pragma once

#include <string_view>

#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"

namespace motcua::form {

/// The code of what is wrong with the number of an identity paper, "" when nothing is:
/// its shape by the kind of paper, then whether a citizen ID fits the birth date and sex
/// that the question's rules know of the same person.
std::string_view check_paper_number(const catalogue::Question& question, std::string_view number,
                                    const Answers& effective);

}  // namespace motcua::form
