#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"

namespace motcua::backend::services {

/// "29461-261121-0001": unit, day, number of that day, as the national codes are built.
std::string dossier_code(std::string_view unit, const calendar::Date& day, std::int64_t serial);
/// The day's part of the code: "261121".
std::string code_day(const calendar::Date& day);

/// The second secret of a receipt, ten symbols shown "XXXXX-XXXXX", without 0, O, 1 and I:
/// 50 bits, asked of a server that limits tries.
std::string receipt_secret();
/// What a person typed as dossier_code would have written it: capital letters, whatever stands between its
/// parts.
std::string normalise_dossier_code(std::string_view typed);

/// What a person typed as receipt_secret would have written it; "" when it cannot be one.
std::string normalise_receipt_secret(std::string_view typed);

/// A QR code as rows of '0' and '1' joined by '\n'; "" when the text is too long.
std::string qr_rows(const std::string& text);

}  // namespace motcua::backend::services
