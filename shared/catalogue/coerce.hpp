#pragma once

#include <string>
#include <string_view>

#include "shared/catalogue/term.hpp"

/// How JavaScript turns one kind of value into another: JsonLogic leans on it.
namespace motcua::catalogue::coerce {

/// JsonLogic's truth: undefined, null, false, 0, NaN, "" and [] are false.
bool truthy(const Term& term);
/// Number(term)
double to_number(const Term& term, Work& work);
/// parseFloat(term): the number a text begins with.
double parse_float(const Term& term, Work& work);
/// String(term); of a text it is the text itself.
std::string_view to_text(const Term& term, Work& work);
/// What Array.prototype.join appends: String(term), but nothing for undefined and null.
void append_joined(const Term& term, std::string& out, Work& work);

/// a == b
bool loosely_equal(const Term& a, const Term& b, Work& work);
/// a < b
bool less(const Term& a, const Term& b, Work& work);
/// a <= b
bool less_or_equal(const Term& a, const Term& b, Work& work);

}  // namespace motcua::catalogue::coerce
