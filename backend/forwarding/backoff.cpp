#include "backend/forwarding/backoff.hpp"

#include <algorithm>

namespace motcua::backend::forwarding {

std::int64_t backoff_millis(const BackoffConfig& config, int attempts, double unit) {
    std::int64_t ceiling = config.base_millis;
    for (int i = 1; i < attempts && ceiling < config.cap_millis; ++i) {
        ceiling *= 2;
    }
    ceiling = std::min(ceiling, config.cap_millis);
    const std::int64_t least = std::max<std::int64_t>(config.base_millis / 10, 1);
    return std::max(least, static_cast<std::int64_t>(static_cast<double>(ceiling) * unit));
}

}  // namespace motcua::backend::forwarding
