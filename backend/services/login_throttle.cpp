#include <algorithm>

#include "backend/services/staff.hpp"

namespace motcua::backend::services {

namespace {

// Names are made up by who guesses: what is remembered of them is bounded.
constexpr std::size_t kMaxNames = 10'000;

}  // namespace

std::int64_t LoginThrottle::wait_secs(const std::string& user, std::int64_t now_secs) {
    const std::lock_guard lock(mutex_);
    const auto found = by_user_.find(user);
    if (found == by_user_.end() || found->second.count < kFreeTries) {
        return 0;
    }
    return std::max<std::int64_t>(0, found->second.latest_secs + kWaitSecs - now_secs);
}

void LoginThrottle::failed(const std::string& user, std::int64_t now_secs) {
    const std::lock_guard lock(mutex_);
    if (by_user_.size() >= kMaxNames) {
        std::erase_if(by_user_,
                      [&](const auto& entry) { return entry.second.latest_secs + kWaitSecs < now_secs; });
    }
    if (by_user_.size() >= kMaxNames && !by_user_.contains(user)) {
        return;
    }
    Failures& failures = by_user_[user];
    failures.count += 1;
    failures.latest_secs = now_secs;
}

void LoginThrottle::succeeded(const std::string& user) {
    const std::lock_guard lock(mutex_);
    by_user_.erase(user);
}

}  // namespace motcua::backend::services
