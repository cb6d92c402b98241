#include "backend/services/upkeep.hpp"

#include "backend/services/uploads.hpp"

namespace motcua::backend::services {

namespace {

// Clients try again within minutes; a week covers a phone that was off.
constexpr std::int64_t kKeepAnswersSecs = 7 * 86400;

}  // namespace

Result<void> tidy(storage::Storage& storage, const Bookings& bookings, const Line& line,
                  std::int64_t now_secs) {
    return storage::write_and_wait(
        storage, [&bookings, &line, now_secs](storage::Stores& stores) -> Result<void> {
            bookings.settle(stores, "", 0);
            line.end_days_before(stores);
            stores.waiting.drop_until(now_secs);
            stores.fair.drop_until(now_secs);
            stores.staff.delete_expired_sessions(now_secs);
            stores.line.clear_counters();
            stores.uploads.delete_unclaimed(now_secs - Uploads::kKeepUnclaimedSecs);
            stores.answers.delete_before(now_secs - kKeepAnswersSecs);
            return {};
        });
}

}  // namespace motcua::backend::services
