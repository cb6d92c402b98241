#pragma once

#include <cstdint>

namespace motcua::backend::forwarding {

struct BackoffConfig {
    std::int64_t base_millis = 2'000;
    std::int64_t cap_millis = 15 * 60 * 1'000;
};

/// Full jitter: a time between 0 and min(cap, base·2^(attempts-1)), never under a tenth of
/// the base, so that failing rows do not come back together. `unit` is random in [0,1).
std::int64_t backoff_millis(const BackoffConfig& config, int attempts, double unit);

}  // namespace motcua::backend::forwarding
