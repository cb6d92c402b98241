#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "backend/security/token.hpp"
#include "backend/services/clock.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::services {

/// What a puzzle is for. Its answer is worth nothing for anything else.
struct PuzzleSubject {
    std::string_view route;
    std::string office;
    std::string about;  ///< The dossier; "": nobody in particular
};

/// Work that the device of whoever asks has to do, when an office is asked for more than people do by hand:
/// whoever asks a thousand times works a thousand times. In calm times nobody is asked for any. A puzzle is
/// signed and kept nowhere; docs/API.md (Work) is what clients go by.
class Puzzles {
public:
    /// An office may be asked so many times at once, and once more every second, before it is work.
    static constexpr std::int64_t kCalm = 60;
    static constexpr int kLeastBits = 12;
    static constexpr int kMostBits = 18;  ///< A quarter of a million hashes: seconds on a slow telephone
    static constexpr std::int64_t kSolveSecs = 180;

    Puzzles(Clock clock, security::TokenHasher hasher)
        : clock_(std::move(clock)), hasher_(std::move(hasher)) {}
    void set_calm(std::int64_t requests) { calm_ = requests; }

    /// Counts the request, and makes sure that its work was done, which is then spent with the command
    /// this belongs to. On the writer's thread. TooMany with another puzzle in the argument "puzzle":
    /// work_needed when `work` is "", else work_forged, work_other (for something else), work_wrong,
    /// work_expired, work_spent.
    Result<void> check(storage::Stores& stores, const PuzzleSubject& subject, std::string_view work);

    /// How much work a request for the office would be now; 0: none.
    [[nodiscard]] int bits_now(std::string_view office) const;

private:
    Result<void> spend(storage::Stores& stores, const PuzzleSubject& subject, std::string_view work);
    [[nodiscard]] std::string make(const PuzzleSubject& subject, int bits) const;
    [[nodiscard]] std::string sign(std::string_view text) const;
    void count(const std::string& office);

    Clock clock_;
    security::TokenHasher hasher_;
    std::int64_t calm_ = kCalm;
    /// When each office will have been asked as seldom as once a second.
    std::map<std::string, std::int64_t, std::less<>> calm_at_;
};

}  // namespace motcua::backend::services
