#pragma once

#include <string_view>

namespace motcua::catalogue::coerce {

/// Number(text): the whole text, without outer white space, is a number; else NaN. "" is 0.
double number_of(std::string_view text);
/// parseFloat(text): the decimal number that the text begins with, or NaN.
double leading_number(std::string_view text);

}  // namespace motcua::catalogue::coerce
