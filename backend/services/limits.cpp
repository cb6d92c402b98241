#include "backend/services/limits.hpp"

#include <algorithm>
#include <string>

namespace motcua::backend::services {

Result<void> take_allowance(storage::Stores& stores, const Allowance& allowance, std::string_view client,
                            std::int64_t now_secs) {
    if (client.empty()) {
        return {};
    }
    // The one number kept is when all of it is there again (the generic cell rate algorithm of ATM).
    const std::int64_t full_at = std::max(stores.fair.full_at(allowance.kind, client), now_secs);
    const std::int64_t wait_secs = full_at - now_secs - (allowance.most - 1) * allowance.refill_secs;
    if (wait_secs > 0) {
        return Error{.code = ErrorCode::TooMany,
                     .detail = "requests_many",
                     .findings = {{"", "requests_many", {{"secs", std::to_string(wait_secs)}}}}};
    }
    stores.fair.put_full_at(allowance.kind, client, full_at + allowance.refill_secs);
    return {};
}

}  // namespace motcua::backend::services
