#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "shared/json/big_number.hpp"
#include "shared/json/number.hpp"

namespace motcua::json {
namespace {

using detail::BigNumber;

// A number half way between two doubles has at most 767 digits; digits past these can only say
// that there is more.
constexpr std::size_t kDigitsThatCount = 800;
constexpr int kLargestExponent = 310;
constexpr int kSmallestExponent = -325;
constexpr int kMostExponent = 100000000;
// Up to here both the digits and the power of ten are doubles without loss.
constexpr std::size_t kExactDigits = 15;
constexpr int kExactPower = 22;
// 53 bits, one to round by, and one because the quotient may come out a bit short.
constexpr int kQuotientBits = 55;
constexpr std::uint64_t kLargestSignificand = (std::uint64_t{1} << 53U) - 1;
constexpr int kLeastExponent = -1074;

/// digits times 10 to the power of `exponent`, without zeros at either end.
struct Decimal {
    std::string digits;
    std::int64_t exponent = 0;
};

std::int64_t exponent_of(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    std::int64_t exponent = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), kMostExponent);
        }
    }
    return negative ? -exponent : exponent;
}

Decimal decimal_of(std::string_view text) {
    Decimal out;
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    bool fraction = false;
    for (const char c : text.substr(0, mark)) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        out.exponent -= fraction ? 1 : 0;
        if (c != '0' || !out.digits.empty()) {
            out.digits.push_back(c);
        }
    }
    while (!out.digits.empty() && out.digits.back() == '0') {
        out.digits.pop_back();
        ++out.exponent;
    }
    if (mark < text.size()) {
        out.exponent += exponent_of(text.substr(mark + 1));
    }
    if (out.digits.size() > kDigitsThatCount) {
        out.exponent += static_cast<std::int64_t>(out.digits.size() - kDigitsThatCount) - 1;
        out.digits.resize(kDigitsThatCount);
        out.digits.push_back('1');
    }
    return out;
}

double short_number(const Decimal& decimal) {
    std::int64_t whole = 0;
    for (const char c : decimal.digits) {
        whole = whole * 10 + (c - '0');
    }
    double power = 1;
    for (std::int64_t i = std::abs(decimal.exponent); i > 0; --i) {
        power *= 10;
    }
    const auto number = static_cast<double>(whole);
    return decimal.exponent < 0 ? number / power : number * power;
}

/// above / below, rounded to the nearest double.
double quotient(BigNumber above, BigNumber below) {
    int exponent = above.bits() - below.bits() - (kQuotientBits - 1);
    exponent = std::max(exponent, kLeastExponent - 1);
    if (exponent > 0) {
        below.shift_left(exponent);
    } else {
        above.shift_left(-exponent);
    }
    below.shift_left(kQuotientBits - 1);
    std::uint64_t bits = 0;
    for (int i = 0; i < kQuotientBits; ++i) {
        const bool fits = BigNumber::compare(above, below) >= 0;
        bits = bits << 1U | (fits ? 1U : 0U);
        if (fits) {
            above.subtract(below);
        }
        above.shift_left(1);
    }
    const unsigned dropped = bits >> 1U > kLargestSignificand ? 2 : 1;
    const std::uint64_t rest = bits & ((std::uint64_t{1} << dropped) - 1);
    const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
    std::uint64_t significand = bits >> dropped;
    if (rest > half || (rest == half && (!above.is_zero() || significand % 2 == 1))) {
        ++significand;
    }
    return std::ldexp(static_cast<double>(significand), exponent + static_cast<int>(dropped));
}

}  // namespace

double nearest_double(std::string_view text) {
    const Decimal decimal = decimal_of(text);
    const std::int64_t magnitude = decimal.exponent + static_cast<std::int64_t>(decimal.digits.size());
    if (decimal.digits.empty() || magnitude < kSmallestExponent) {
        return 0;
    }
    if (magnitude > kLargestExponent) {
        return std::numeric_limits<double>::infinity();
    }
    if (decimal.digits.size() <= kExactDigits && std::abs(decimal.exponent) <= kExactPower) {
        return short_number(decimal);
    }
    BigNumber above(0);
    for (const char c : decimal.digits) {
        above.multiply(10, static_cast<std::uint32_t>(c - '0'));
    }
    BigNumber below(1);
    const auto exponent = static_cast<int>(decimal.exponent);
    (exponent < 0 ? below : above).multiply_by_power_of_ten(std::abs(exponent));
    return quotient(std::move(above), std::move(below));
}

}  // namespace motcua::json
