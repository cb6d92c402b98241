#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Numbers, amounts of money and lists as answers hold them.
namespace motcua::form {

/// The value of a canonical number: digits, perhaps a point and more digits, no leading zeros that
/// mean nothing, at most 15 digits; nullopt for everything else.
std::optional<double> number_value(std::string_view answer);
/// How many decimals a number has.
int decimals_of(std::string_view number);

/// "2,5", "2.5", "1.250", "1.250,5" as a canonical number, read as numbers with at most `scale`
/// decimals are written in Vietnam; what cannot be read stays.
std::string normalise_number(std::string_view typed, int scale);
/// "1.250.000 đ", "1,250,000 VND", "1250000" → "1250000"; what cannot be read stays.
std::string normalise_money(std::string_view typed);

/// "2,5", "12.500": as numbers are written in Vietnam, where points group digits by three.
std::string shown_number(std::string_view number);
/// "1.250.000 đ"
std::string shown_dong(std::string_view digits);

/// "7h30", "7:30", "0730", "7 giờ" → "07:30"; what cannot be read stays.
std::string normalise_time(std::string_view typed);

/// The texts between commas; none of "".
std::vector<std::string_view> between_commas(std::string_view list);

}  // namespace motcua::form
