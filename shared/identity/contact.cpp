#include <algorithm>

#include "shared/identity/identity.hpp"

namespace motcua::identity {
namespace {

constexpr std::size_t kMobileDigits = 10;
constexpr std::size_t kLandlineDigits = 11;
constexpr std::size_t kOldCardDigits = 9;
// RFC 5321 4.5.3.1: 64 octets before the @, 255 after it, 254 usable in all.
constexpr std::size_t kMaxLocalPart = 64;
constexpr std::size_t kMaxEmail = 254;
constexpr std::size_t kMaxLabel = 63;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

bool any_of(std::string_view set, char c) {
    return set.find(c) != std::string_view::npos;
}

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

/// Words of `allowed` characters joined by single dots.
template <class Allowed>
bool is_dotted(std::string_view text, Allowed allowed) {
    if (text.empty() || text.front() == '.' || text.back() == '.' ||
        text.find("..") != std::string_view::npos) {
        return false;
    }
    return std::all_of(text.begin(), text.end(), [&](char c) { return c == '.' || allowed(c); });
}

bool labels_fit(std::string_view domain) {
    while (!domain.empty()) {
        const std::string_view label = domain.substr(0, domain.find('.'));
        if (label.size() > kMaxLabel || label.front() == '-' || label.back() == '-') {
            return false;
        }
        domain.remove_prefix(std::min(domain.size(), label.size() + 1));
    }
    return true;
}

bool is_domain(std::string_view domain) {
    if (!is_dotted(domain, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '-'; }) ||
        !labels_fit(domain)) {
        return false;
    }
    const std::size_t last_dot = domain.rfind('.');
    if (last_dot == std::string_view::npos) {
        return false;
    }
    const std::string_view top = domain.substr(last_dot + 1);
    return top.size() >= 2 && is_ascii_letter(top.front());
}

}  // namespace

std::string compact_number(std::string_view typed) {
    static constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    std::string digits;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (is_digit(typed[i])) {
            digits.push_back(typed[i]);
        } else if (starts_with(typed.substr(i), kNoBreakSpace)) {
            ++i;
        } else if (!any_of(" .-\t", typed[i])) {
            return std::string(typed);
        }
    }
    return digits.empty() ? std::string(typed) : digits;
}

std::string normalise_phone(std::string_view typed) {
    const std::size_t plus = typed.find('+');
    const bool leading_plus = plus != std::string_view::npos && typed.find_first_not_of(" \t") == plus;
    const std::string digits = compact_number(leading_plus ? typed.substr(plus + 1) : typed);
    if (!all_digits(digits) || digits.empty()) {
        return std::string(typed);
    }
    const bool with_country = starts_with(digits, "84") && digits.size() >= kMobileDigits + 1;
    if (with_country) {
        return "0" + digits.substr(digits[2] == '0' ? 3 : 2);
    }
    return leading_plus ? std::string(typed) : digits;
}

// Number ranges as given out by the ministry: 03x, 05x, 07x, 08x, 09x, ten digits.
bool is_mobile(std::string_view text) {
    if (text.size() != kMobileDigits || !all_digits(text) || text[0] != '0') {
        return false;
    }
    switch (text[1]) {
        case '3':
            return any_of("23456789", text[2]);
        case '5':
            return any_of("25689", text[2]);
        case '7':
            return any_of("06789", text[2]);
        case '8':
            return any_of("123456789", text[2]);
        case '9':
            return true;
        default:
            return false;
    }
}

std::string_view check_phone(std::string_view text) {
    const bool landline = text.size() == kLandlineDigits && all_digits(text) && starts_with(text, "02");
    return landline || is_mobile(text) ? "" : "phone";
}

std::string_view check_passport(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') {
        ++letters;
    }
    const std::string_view digits = text.substr(letters);
    const bool fits = letters >= 1 && letters <= 2 && digits.size() >= 6 && digits.size() <= 8;
    return fits && all_digits(digits) ? "" : "passport";
}

std::string_view check_old_card(std::string_view text) {
    return text.size() == kOldCardDigits && all_digits(text) ? "" : "old_card";
}

std::string_view check_id_or_passport(std::string_view text) {
    return check_old_card(text).empty() || check_citizen_id(text).empty() || check_passport(text).empty()
               ? ""
               : "id_or_passport";
}

std::string_view check_email(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || text.size() > kMaxEmail) {
        return "email";
    }
    const std::string_view local = text.substr(0, at);
    const bool local_fits = local.size() <= kMaxLocalPart && is_dotted(local, [](char c) {
                                return is_ascii_letter(c) || is_digit(c) || any_of("!#$%&'*+-/=?^_`{|}~", c);
                            });
    return local_fits && is_domain(text.substr(at + 1)) ? "" : "email";
}

}  // namespace motcua::identity
