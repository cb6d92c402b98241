#pragma once

#include <string>
#include <string_view>

/// Numbers as JavaScript writes and reads them. Neither the locale nor the standard library of a
/// platform has a say, so every build gives the same digits.
namespace motcua::json {

/// The fewest digits that are read as the same number, as ECMAScript's Number::toString and
/// RFC 8785 (3.2.2.3) lay them out: "0.1", "1e+21", "0" for -0; "NaN", "Infinity", "-Infinity".
std::string number_text(double number);

/// The double nearest to a decimal number; ties go to the even one, too large is infinite.
/// `text` must be [digits][.digits][e[+|-]digits] with at least one digit before the exponent.
double nearest_double(std::string_view text);

}  // namespace motcua::json
