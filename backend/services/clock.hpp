#pragma once

#include <cstdint>
#include <functional>

namespace motcua::backend::services {

/// UTC seconds now.
using Clock = std::function<std::int64_t()>;

/// The system's clock, except that it never goes back.
Clock system_clock();

}  // namespace motcua::backend::services
