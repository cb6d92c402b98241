#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/calendar/date.hpp"
#include "shared/core/result.hpp"
#include "shared/identity/identity.hpp"

namespace motcua::identity {

/// What a prefilled answer says about where it came from, when it was read from a card's QR code.
/// The code is printed, not signed: it saves typing and proves nothing.
inline constexpr std::string_view kFromCardQr = "card_qr";

/// The line in the QR code of a citizen card:
/// `number|old number|name|ddMMyyyy|sex|address|ddMMyyyy` (born, issued). What cannot be read is
/// left empty and has a finding with the member's name as its field; texts are NFC, one line.
struct CardQr {
    std::string number;                  ///< 12 digits
    std::string old_card;                ///< 9 digits; empty for those who never had such a card
    std::string name;                    ///< as printed
    std::optional<calendar::Date> born;  ///< empty also where the card gives the year alone
    std::optional<Sex> sex;
    /// Permanent residence as printed, mostly before the mergers of 2025. Never an answer: it goes
    /// through places::OldUnits::propose, and the person chooses.
    std::string address;
    std::optional<calendar::Date> issued;
    std::vector<Finding> findings;
};

/// Reads what a scanner gives. Six fields are enough (without the day of issue or the old number),
/// further ones are ignored: later cards add some. "card_qr" when it is another kind of code.
Result<CardQr> read_card_qr(std::string_view scanned);

}  // namespace motcua::identity
