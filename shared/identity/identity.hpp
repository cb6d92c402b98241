#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/date.hpp"

/// Numbers and addresses that identify a person. The check_… functions return the code of
/// what is wrong (text key "finding.<code>"), "" when nothing is. None of them can tell
/// whether the number was ever given out: Vietnamese citizen IDs have no check digit. The
/// typed text goes through the normalise_… function of its kind first.
namespace motcua::identity {

enum class Sex { Male, Female };

/// What the 12 digits of a citizen ID say (PPP G YY SSSSSS).
struct CitizenId {
    std::string province;         ///< Where the birth was registered: one of the 63 codes before 2025, "001"
    bool province_known = false;  ///< false: born abroad, or mistyped; worth a remark, never a refusal
    Sex sex = Sex::Male;
    int birth_year = 1900;
    bool operator==(const CitizenId&) const = default;
};

/// nullopt unless the text is 12 digits.
std::optional<CitizenId> read_citizen_id(std::string_view text);

/// "citizen_id_digits": something else than digits. "citizen_id_length": not 12 of them.
std::string_view check_citizen_id(std::string_view text);

/// Whether a well-formed citizen ID fits what else is known: "citizen_id_birth_year",
/// "citizen_id_sex". Says nothing about a malformed one.
std::string_view check_citizen_id_fits(std::string_view text, const std::optional<calendar::Date>& born,
                                       std::optional<Sex> sex);

/// Is this one of the 63 codes of provinces before the mergers of 2025, "001"…"096"?
bool is_citizen_id_province(std::string_view code);

/// What people type as a citizen ID or phone: without spaces, dots and dashes between the
/// digits. Text that holds anything else is returned as it is.
std::string compact_number(std::string_view typed);

/// "+84 90 123 45 67" or "84901234567" → "0901234567"; else compact_number.
std::string normalise_phone(std::string_view typed);
/// Vietnamese mobile or landline number in the form 0…: "phone".
std::string_view check_phone(std::string_view text);
/// Mobile numbers only (a message can be sent there).
bool is_mobile(std::string_view text);

/// One or two capital letters and 6 to 8 digits, as Vietnamese passports have been: "passport".
std::string_view check_passport(std::string_view text);
/// 9 digits, as identity cards had before the citizen ID; old papers still show them: "old_card".
std::string_view check_old_card(std::string_view text);
/// A citizen ID, an old 9-digit identity card, or a passport: "id_or_passport".
std::string_view check_id_or_passport(std::string_view text);

/// "0100109106 001", "0100109106001" → "0100109106-001"; else compact_number.
std::string normalise_tax_code(std::string_view typed);
/// 10 digits, the last a check digit; 10 digits, a dash and 3 more, not 000, for a dependent
/// unit; or 12 digits: since 1 July 2025 persons and household businesses have their citizen
/// ID as tax code (Thông tư 86/2024/TT-BTC). "tax_code_digits", "tax_code_length",
/// "tax_code_check", "tax_code_branch".
/// The check digit catches every single wrong digit, and every swap of two digits but that of
/// the 2nd with the 7th and of the 3rd with the 10th. 12 digits cannot be checked.
std::string_view check_tax_code(std::string_view text);

/// name@host.tld as mail is used, not all of RFC 5321: "email".
std::string_view check_email(std::string_view text);

}  // namespace motcua::identity
