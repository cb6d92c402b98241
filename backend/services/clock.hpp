#pragma once

#include <cstdint>
#include <functional>

namespace motcua::backend::services {

/// UTC seconds now.
using Clock = std::function<std::int64_t()>;
/// Milliseconds now.
using Millis = std::function<std::int64_t()>;

/// `wall`, except that it neither goes back nor stands still: when `wall` does, time goes on at half
/// the speed of `steady` until `wall` has caught up. May be called from every thread.
Millis never_back(Millis wall, Millis steady);

/// The system's clock, kept so.
Millis system_millis();

Clock in_seconds(Millis millis);

}  // namespace motcua::backend::services
