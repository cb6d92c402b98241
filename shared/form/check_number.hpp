#pragma once

#include <string_view>

#include "shared/form/check_value.hpp"

namespace motcua::form {

/// The code of what is wrong with the number of an identity paper in itself, by the kind
/// of paper; "" when nothing is.
std::string_view check_number(const catalogue::Question& question, std::string_view number,
                              const Surroundings& around);

/// The code of what does not fit between a right citizen ID and the birth date and sex
/// that the question's rules know of the same person; "" when nothing.
std::string_view check_number_fits(const catalogue::Question& question, std::string_view number,
                                   const Surroundings& around);

}  // namespace motcua::form
