#include "shared/json/big_number.hpp"

#include <algorithm>
#include <cstddef>

namespace motcua::json::detail {
namespace {

constexpr int kWordBits = 32;

}  // namespace

BigNumber::BigNumber(std::uint64_t value) {
    push(static_cast<std::uint32_t>(value));
    push(static_cast<std::uint32_t>(value >> 32U));
    trim();
}

void BigNumber::push(std::uint32_t word) {
    words_.push_back(word);
}

void BigNumber::trim() {
    while (!words_.empty() && words_.back() == 0) {
        words_.pop_back();
    }
}

void BigNumber::multiply(std::uint32_t factor, std::uint32_t plus) {
    std::uint64_t carry = plus;
    for (std::uint32_t& word : words_) {
        carry += std::uint64_t{word} * factor;
        word = static_cast<std::uint32_t>(carry);
        carry >>= 32U;
    }
    if (carry != 0) {
        push(static_cast<std::uint32_t>(carry));
    }
}

void BigNumber::multiply_by_power_of_ten(int exponent) {
    for (; exponent >= 9; exponent -= 9) {
        multiply(1000000000);
    }
    for (; exponent > 0; --exponent) {
        multiply(10);
    }
}

void BigNumber::shift_left(int bits) {
    multiply(std::uint32_t{1} << static_cast<unsigned>(bits % kWordBits));
    words_.insert(words_.begin(), is_zero() ? 0U : static_cast<std::size_t>(bits / kWordBits), 0U);
}

void BigNumber::add(const BigNumber& other) {
    words_.resize(std::max(words_.size(), other.words_.size()));
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        carry += std::uint64_t{words_[i]} + (i < other.words_.size() ? other.words_[i] : 0U);
        words_[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32U;
    }
    if (carry != 0) {
        push(static_cast<std::uint32_t>(carry));
    }
}

void BigNumber::subtract(const BigNumber& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::uint64_t taken = borrow + (i < other.words_.size() ? other.words_[i] : 0U);
        borrow = words_[i] < taken ? 1 : 0;
        words_[i] = static_cast<std::uint32_t>(words_[i] - taken);
    }
    trim();
}

int BigNumber::bits() const {
    if (is_zero()) {
        return 0;
    }
    int bits = static_cast<int>(words_.size() - 1) * kWordBits;
    for (std::uint32_t top = words_.back(); top != 0; top >>= 1U) {
        ++bits;
    }
    return bits;
}

int BigNumber::compare(const BigNumber& a, const BigNumber& b) {
    if (a.words_.size() != b.words_.size()) {
        return a.words_.size() < b.words_.size() ? -1 : 1;
    }
    for (std::size_t i = a.words_.size(); i-- > 0;) {
        if (a.words_[i] != b.words_[i]) {
            return a.words_[i] < b.words_[i] ? -1 : 1;
        }
    }
    return 0;
}

}  // namespace motcua::json::detail
