#include "backend/services/clock.hpp"

#include <atomic>
#include <chrono>
#include <memory>

namespace motcua::backend::services {

Clock system_clock() {
    auto latest = std::make_shared<std::atomic<std::int64_t>>(0);
    return [latest] {
        using std::chrono::duration_cast;
        using std::chrono::seconds;
        const std::int64_t now =
            duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
        std::int64_t seen = latest->load();
        while (seen < now && !latest->compare_exchange_weak(seen, now)) {
        }
        return std::max(seen, now);
    };
}

}  // namespace motcua::backend::services
