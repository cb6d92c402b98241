#pragma once

#include <cstdint>
#include <vector>

namespace motcua::json::detail {

/// A natural number of any size: what exact conversions between binary and decimal need, no more.
class BigNumber {
public:
    explicit BigNumber(std::uint64_t value);

    void multiply(std::uint32_t factor, std::uint32_t plus = 0);
    void multiply_by_power_of_ten(int exponent);
    void shift_left(int bits);
    void add(const BigNumber& other);
    /// `other` must not be larger.
    void subtract(const BigNumber& other);
    [[nodiscard]] int bits() const;
    [[nodiscard]] bool is_zero() const { return words_.empty(); }
    /// Below, at or above 0 as a is less than, equal to or greater than b.
    static int compare(const BigNumber& a, const BigNumber& b);

private:
    void push(std::uint32_t word);
    void trim();

    std::vector<std::uint32_t> words_;  ///< The lowest first; the highest is not 0
};

}  // namespace motcua::json::detail
