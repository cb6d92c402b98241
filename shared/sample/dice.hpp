#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace motcua::sample {

/// Where randomness comes from: each call gives 64 bits.
using Bits = std::function<std::uint64_t()>;

/// Draws from them: the same on every platform for the same bits, unlike the distributions of
/// <random>. One draw a statement: compilers evaluate the operands of one in different orders.
class Dice {
public:
    explicit Dice(Bits bits) : bits_(std::move(bits)) {}

    /// 0 … bound - 1
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(bits_() % bound); }
    /// least … most
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(bits_() % static_cast<std::uint64_t>(most - least + 1));
    }
    bool one_in(std::size_t chances) { return below(chances) == 0; }
    template <class T>
    const T& one_of(const std::vector<T>& items) {
        return items[below(items.size())];
    }
    std::string digits(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text.push_back(static_cast<char>('0' + below(10)));
        }
        return text;
    }

private:
    Bits bits_;
};

}  // namespace motcua::sample
