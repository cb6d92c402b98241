#include "shared/catalogue/text_number.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "shared/json/number.hpp"

namespace motcua::catalogue::coerce {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kInfinity = "Infinity";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of the white space at the beginning, as ECMAScript's WhiteSpace and LineTerminator have it.
std::size_t space_bytes(std::string_view text) {
    static constexpr std::array<std::string_view, 19> kWide = {
        "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
        "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};
    if (text.empty()) {
        return 0;
    }
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) {
        return 1;
    }
    for (const std::string_view space : kWide) {
        if (text.substr(0, space.size()) == space) {
            return space.size();
        }
    }
    return 0;
}

std::string_view without_leading_space(std::string_view text) {
    while (const std::size_t bytes = space_bytes(text)) {
        text.remove_prefix(bytes);
    }
    return text;
}

bool is_blank(std::string_view text) {
    return without_leading_space(text).empty();
}

/// How many digits follow at `at`.
std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - at;
}

std::size_t exponent_bytes(std::string_view text, std::size_t at) {
    if (at >= text.size() || (text[at] != 'e' && text[at] != 'E')) {
        return 0;
    }
    std::size_t sign = at + 1;
    if (sign < text.size() && (text[sign] == '+' || text[sign] == '-')) {
        ++sign;
    }
    const std::size_t digits = digits_at(text, sign);
    return digits == 0 ? 0 : sign + digits - at;
}

/// The decimal number a text begins with, and how many bytes it takes; 0 when there is none.
struct Scanned {
    double number = kNaN;
    std::size_t bytes = 0;
};

Scanned scan(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    const std::size_t begin = negative || (!text.empty() && text[0] == '+') ? 1 : 0;
    const double sign = negative ? -1 : 1;
    if (text.substr(begin, kInfinity.size()) == kInfinity) {
        return {sign * std::numeric_limits<double>::infinity(), begin + kInfinity.size()};
    }
    const std::size_t whole = digits_at(text, begin);
    std::size_t end = begin + whole;
    std::size_t fraction = 0;
    if (end < text.size() && text[end] == '.') {
        fraction = digits_at(text, end + 1);
        end += whole + fraction > 0 ? 1 + fraction : 0;
    }
    if (whole + fraction == 0) {
        return {};
    }
    end += exponent_bytes(text, end);
    return {sign * json::nearest_double(text.substr(begin, end - begin)), end};
}

/// The value of a digit up to base 16; 16 for what is none.
unsigned digit_value(char c) {
    if (is_digit(c)) {
        return static_cast<unsigned>(c - '0');
    }
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? static_cast<unsigned>(small - 'a') + 10 : 16;
}

/// 0x…, 0o… and 0b…, rounded to the nearest double.
double prefixed_number(std::string_view digits, unsigned bits_each) {
    constexpr std::uint64_t kFull = std::uint64_t{1} << 60U;
    std::uint64_t number = 0;
    int dropped_bits = 0;
    for (const char c : digits) {
        const unsigned digit = digit_value(c);
        if (digit >> bits_each != 0) {
            return kNaN;
        }
        if (number < kFull) {
            number = number << bits_each | digit;
        } else {
            // Far past the precision of a double: only whether there is more counts.
            number |= digit != 0 ? 1U : 0U;
            dropped_bits += static_cast<int>(bits_each);
        }
    }
    return std::ldexp(static_cast<double>(number), dropped_bits);
}

unsigned bits_of_prefix(std::string_view text) {
    if (text.size() < 3 || text[0] != '0') {
        return 0;
    }
    switch (text[1] | 0x20) {
        case 'x':
            return 4;
        case 'o':
            return 3;
        case 'b':
            return 1;
        default:
            return 0;
    }
}

}  // namespace

double number_of(std::string_view text) {
    text = without_leading_space(text);
    if (text.empty()) {
        return 0;
    }
    if (const unsigned bits = bits_of_prefix(text); bits != 0) {
        std::size_t end = 2;
        while (end < text.size() && space_bytes(text.substr(end)) == 0) {
            ++end;
        }
        return is_blank(text.substr(end)) && end > 2 ? prefixed_number(text.substr(2, end - 2), bits) : kNaN;
    }
    const Scanned scanned = scan(text);
    return scanned.bytes > 0 && is_blank(text.substr(scanned.bytes)) ? scanned.number : kNaN;
}

double leading_number(std::string_view text) {
    return scan(without_leading_space(text)).number;
}

}  // namespace motcua::catalogue::coerce
