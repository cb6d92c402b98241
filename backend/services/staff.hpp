#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/security/token.hpp"
#include "backend/services/assets.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/services/uploads.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/form/form.hpp"
#include "shared/json/value.hpp"

namespace motcua::backend::services {

/// Whoever is signed in.
struct Clerk {
    std::string user;
    std::string name;
    std::string office;
    std::string role;  ///< storage::kClerkRole or kCourierRole
};

/// Slows down guessing: after some failures, a user name (or whatever is guessed at) waits.
class LoginThrottle {
public:
    static constexpr int kFreeTries = 5;
    static constexpr std::int64_t kWaitSecs = 60;

    /// How many seconds to wait; 0 = may try now.
    std::int64_t wait_secs(const std::string& user, std::int64_t now_secs);
    void failed(const std::string& user, std::int64_t now_secs);
    void succeeded(const std::string& user);

private:
    struct Failures {
        int count = 0;
        std::int64_t latest_secs = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Failures> by_user_;
};

/// A session just begun: the cookie's value leaves the house once.
struct NewSession {
    Clerk clerk;
    std::string token;
    storage::SessionRecord record;
};

struct FileContent {
    std::string name;
    std::string media_type;
    std::string bytes;
};

struct DossierPage {
    std::vector<storage::DossierLine> lines;
    std::vector<std::string> applicants;  ///< of each line
    /// Of each line, likewise: when its time limit ends, as Staff::due_at_secs.
    std::vector<std::optional<std::int64_t>> due_at_secs;
    int pages = 1;
};

/// What a clerk does to a dossier that waits, and undoes again; each is an event of its own.
enum class Mark { Received, TakenBack };

/// What clerks do.
class Staff {
public:
    static constexpr std::int64_t kSessionSecs = 8 * 3600;
    static constexpr int kPageLines = 20;

    Staff(const Assets& assets, const Dossiers& dossiers, const Uploads& uploads,
          const security::TokenHasher& hasher, Clock clock);

    /// Slow on purpose (argon2id). TooMany, Unauthenticated.
    Result<NewSession> sign_in(storage::Stores& stores, const std::string& user, std::string_view password);
    /// The clerk whose session this is; nullopt when there is none or it ended.
    std::optional<Clerk> clerk(storage::Stores& stores, std::string_view token) const;
    void sign_out(storage::Stores& stores, std::string_view token) const;

    Result<DossierPage> list(storage::Stores& stores, const Clerk& clerk, std::string_view state,
                             int page) const;
    /// The dossier as docs/API.md describes it. NotFound also for those of other offices.
    Result<json::Value> detail(storage::Stores& stores, const Clerk& clerk, std::string_view id) const;
    Result<FileContent> file(storage::Stores& stores, const Clerk& clerk, std::string_view id,
                             int index) const;
    /// Conflict when it no longer has this version.
    Result<json::Value> mark(storage::Stores& stores, const Clerk& clerk, std::string_view id, int version,
                             Mark mark) const;

private:
    /// When the time limit ends: counted from when a clerk marked the dossier received, until then from its
    /// appointment. nullopt when it cannot be told.
    std::optional<std::int64_t> due_at_secs(storage::Stores& stores, const storage::DossierRecord& dossier,
                                            const form::Form& form) const;
    /// The same; nullopt also when the dossier cannot be opened: a list shows its other lines.
    std::optional<std::int64_t> due_at_secs(storage::Stores& stores, std::string_view id) const;
    Result<storage::DossierRecord> find(storage::Stores& stores, const Clerk& clerk,
                                        std::string_view id) const;

    const Assets& assets_;
    const Dossiers& dossiers_;
    const Uploads& uploads_;
    const security::TokenHasher& hasher_;
    Clock clock_;
    LoginThrottle throttle_;
};

}  // namespace motcua::backend::services
