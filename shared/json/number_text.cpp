#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "shared/json/big_number.hpp"
#include "shared/json/number.hpp"
#include "shared/json/value.hpp"

namespace motcua::json {
namespace {

using detail::BigNumber;

constexpr int kFractionBits = 52;
constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kFractionBits;
constexpr int kLeastExponent = -1074;
// ECMAScript writes numbers in full from 1e-7 (exclusive) to 1e21.
constexpr int kLongestWhole = 21;
constexpr int kMostLeadingZeros = 5;

/// 0.d1d2d3… times 10 to the power of `point`.
struct Digits {
    std::string digits;
    int point = 0;
};

/// Steele and White's algorithm with the improvements of Dybvig and Burger ("Printing
/// floating-point numbers quickly and accurately", 1996): the number and half the distances to
/// its neighbours are fractions over `scale_`; digits are taken off until what is left cannot be
/// mistaken for a neighbour.
class ShortestDigits {
public:
    ShortestDigits(std::uint64_t significand, int exponent);
    Digits take();

private:
    void scale();
    void multiply_by_ten();
    [[nodiscard]] bool near_above() const;
    [[nodiscard]] bool near_below() const;

    int magnitude_;  ///< The number is at least 2 to this power
    bool even_;      ///< Ties go to even, so the borders belong to an even number
    BigNumber left_;
    BigNumber scale_{2};
    BigNumber above_{1};
    BigNumber below_{1};
    int point_ = 0;
};

ShortestDigits::ShortestDigits(std::uint64_t significand, int exponent)
    : magnitude_(BigNumber(significand).bits() - 1 + exponent),
      even_(significand % 2 == 0),
      left_(significand) {
    left_.shift_left(1);
    if (exponent >= 0) {
        left_.shift_left(exponent);
        above_.shift_left(exponent);
        below_.shift_left(exponent);
    } else {
        scale_.shift_left(-exponent);
    }
    // Below a power of two the neighbours lie half as far apart.
    if (significand == kHiddenBit && exponent > kLeastExponent) {
        left_.shift_left(1);
        scale_.shift_left(1);
        above_.shift_left(1);
    }
    scale();
}

void ShortestDigits::scale() {
    constexpr double kLog10Of2 = 0.30102999566398120;
    // At most one too small: near_above() tells.
    point_ = static_cast<int>(std::ceil(magnitude_ * kLog10Of2 - 1e-10));
    if (point_ >= 0) {
        scale_.multiply_by_power_of_ten(point_);
    } else {
        left_.multiply_by_power_of_ten(-point_);
        above_.multiply_by_power_of_ten(-point_);
        below_.multiply_by_power_of_ten(-point_);
    }
    if (near_above()) {
        ++point_;
    } else {
        multiply_by_ten();
    }
}

void ShortestDigits::multiply_by_ten() {
    left_.multiply(10);
    above_.multiply(10);
    below_.multiply(10);
}

bool ShortestDigits::near_above() const {
    BigNumber sum = left_;
    sum.add(above_);
    return BigNumber::compare(sum, scale_) >= (even_ ? 0 : 1);
}

bool ShortestDigits::near_below() const {
    return BigNumber::compare(left_, below_) < (even_ ? 1 : 0);
}

Digits ShortestDigits::take() {
    Digits out{"", point_};
    while (true) {
        int digit = 0;
        for (; BigNumber::compare(left_, scale_) >= 0; ++digit) {
            left_.subtract(scale_);
        }
        const bool down = near_below();
        const bool up = near_above();
        if (down || up) {
            left_.shift_left(1);
            const int half = BigNumber::compare(left_, scale_);
            const bool nearer_up = half > 0 || (half == 0 && digit % 2 == 1);
            digit += up && (!down || nearer_up) ? 1 : 0;
        }
        out.digits.push_back(static_cast<char>('0' + digit));
        if (down || up) {
            return out;
        }
        multiply_by_ten();
    }
}

Digits digits_of(double positive) {
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof positive);
    std::memcpy(&bits, &positive, sizeof bits);
    const auto biased = static_cast<int>(bits >> kFractionBits);
    const std::uint64_t fraction = bits & (kHiddenBit - 1);
    return biased == 0 ? ShortestDigits(fraction, kLeastExponent).take()
                       : ShortestDigits(fraction | kHiddenBit, biased - 1 + kLeastExponent).take();
}

std::string zeros(int count) {
    return std::string(static_cast<std::size_t>(count), '0');
}

std::string in_full(const Digits& number) {
    const auto count = static_cast<int>(number.digits.size());
    if (number.point <= 0) {
        return "0." + zeros(-number.point) + number.digits;
    }
    if (count <= number.point) {
        return number.digits + zeros(number.point - count);
    }
    const auto point = static_cast<std::size_t>(number.point);
    return number.digits.substr(0, point) + "." + number.digits.substr(point);
}

std::string with_exponent(const Digits& number) {
    const int exponent = number.point - 1;
    std::string text = number.digits.substr(0, 1);
    if (number.digits.size() > 1) {
        text += "." + number.digits.substr(1);
    }
    return text + (exponent < 0 ? "e-" : "e+") + std::to_string(exponent < 0 ? -exponent : exponent);
}

}  // namespace

std::string number_text(double number) {
    if (std::isnan(number)) {
        return "NaN";
    }
    if (std::fabs(number) <= static_cast<double>(kMaxInteger) && std::trunc(number) == number) {
        return std::to_string(static_cast<std::int64_t>(number));
    }
    const std::string sign = number < 0 ? "-" : "";
    if (std::isinf(number)) {
        return sign + "Infinity";
    }
    const Digits digits = digits_of(std::fabs(number));
    const bool full = digits.point >= -kMostLeadingZeros && digits.point <= kLongestWhole;
    return sign + (full ? in_full(digits) : with_exponent(digits));
}

}  // namespace motcua::json
