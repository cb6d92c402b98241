#include "backend/services/clock.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

namespace motcua::backend::services {

namespace {

template <class Source>
std::int64_t millis_of() {
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    return duration_cast<milliseconds>(Source::now().time_since_epoch()).count();
}

/// The latest time told, and when that was.
struct Told {
    std::mutex mutex;
    std::int64_t now = 0;
    std::int64_t steady = 0;
};

}  // namespace

Millis never_back(Millis wall, Millis steady) {
    auto told = std::make_shared<Told>();
    return [told, wall = std::move(wall), steady = std::move(steady)] {
        const std::lock_guard lock(told->mutex);
        const std::int64_t half = (steady() - told->steady) / 2;
        // What is left of halving counts the next time.
        told->steady += 2 * half;
        told->now = std::max(wall(), told->now + half);
        return told->now;
    };
}

Millis system_millis() {
    return never_back(millis_of<std::chrono::system_clock>, millis_of<std::chrono::steady_clock>);
}

Clock in_seconds(Millis millis) {
    constexpr std::int64_t kSecond = 1000;
    return [millis = std::move(millis)] { return millis() / kSecond; };
}

}  // namespace motcua::backend::services
