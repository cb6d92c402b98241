#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/form/form.hpp"

/// What a procedure costs and how long it takes for these answers, on this day. Estimates: the
/// office decides, and the screen says so.
namespace motcua::form {

struct FeeLine {
    const catalogue::Fee* fee = nullptr;  ///< Owned by the procedure
    std::int64_t amount_dong = 0;         ///< Base: its part of the sum. Reduction: what remains of the sum
    bool known = true;                    ///< false: the amount is not known here, `amount_dong` says nothing
};

struct FeeEstimate {
    std::vector<FeeLine> base;         ///< The base layers that apply
    std::optional<FeeLine> reduction;  ///< The best of the reductions that apply
    std::vector<FeeLine> possible;     ///< Reductions that hang on a proof, better than the amount
    /// To pay; nullopt when a base amount is not known here, or the file has none for this day.
    std::optional<std::int64_t> amount_dong;
    bool verified = false;  ///< Every layer that counts has been compared with its source
};

/// The layers in force on `today` that apply; the greatest benefit wins (NQ 66.22/2026/NQ-CP, Điều 5).
FeeEstimate estimate_fee(const catalogue::Procedure& procedure, const Answers& answers,
                         const calendar::Date& today);

/// The time limit that counts; nullptr when the file has none for this case.
const catalogue::TimeLimit* time_limit(const catalogue::Procedure& procedure, const Answers& answers,
                                       const calendar::Date& today);

}  // namespace motcua::form
