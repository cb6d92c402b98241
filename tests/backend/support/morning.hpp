#pragma once

#include <cstdint>
#include <vector>

#include "tests/backend/support/citizen.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

/// An office with three times on one day, one lane each. In the end every invariant holds.
struct Morning {
    Morning() {
        for (int hours = 1; hours <= 3; ++hours) {
            times.push_back(put_one_slot(house.storage(), 1, hours));
        }
    }
    ~Morning() { check_invariants(house.folder() / "motcua.sqlite"); }
    Morning(const Morning&) = delete;
    Morning& operator=(const Morning&) = delete;

    House house;
    std::vector<std::int64_t> times;
};

}  // namespace motcua::tests
