#pragma once

#include <cstdint>
#include <string_view>

#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::services {

/// How often one client may do a thing: `most` times at once, and once more every `refill_secs`.
struct Allowance {
    std::string_view kind;
    std::int64_t most = 0;
    std::int64_t refill_secs = 0;
};

/// Behind one address may be a whole hall, or a telephone network's customers of a town.
inline constexpr Allowance kTicketAllowance{"tickets", 30, 20};
inline constexpr Allowance kWaitingAllowance{"waiting", 30, 20};
inline constexpr Allowance kChangeAllowance{"changes", 60, 10};
inline constexpr Allowance kUploadAllowance{"uploads", 200, 3};

/// Takes one of it, inside the writer's transaction: what cannot be counted is not done, and what is
/// refused afterwards costs nothing. TooMany, with the seconds until there is one more. `client` as
/// client_name() says it; "" has no limit.
Result<void> take_allowance(storage::Stores& stores, const Allowance& allowance, std::string_view client,
                            std::int64_t now_secs);

}  // namespace motcua::backend::services
