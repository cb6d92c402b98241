#include "backend/services/puzzles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "backend/services/refuse.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::backend::services {

namespace {

constexpr std::size_t kIdBytes = 16;
constexpr std::size_t kMacDigits = 32;
constexpr std::size_t kSubjectDigits = 16;
/// A flood makes work of an office for so long at most after it has ended.
constexpr std::int64_t kMostLoad = 1200;

/// "1.ENDS_AT.BITS.SUBJECT.ID.MAC:NUMBER"
struct Work {
    std::string_view puzzle;  ///< Without the number
    std::string_view text;    ///< Without MAC and number
    std::string_view mac;
    std::array<std::string_view, 5> fields;
};

std::optional<Work> parse(std::string_view work) {
    Work parsed;
    parsed.puzzle = work.substr(0, work.find(':'));
    const std::size_t end = parsed.puzzle.rfind('.');
    if (parsed.puzzle.size() == work.size() || end == std::string_view::npos) {
        return std::nullopt;
    }
    parsed.text = parsed.puzzle.substr(0, end);
    parsed.mac = parsed.puzzle.substr(end + 1);
    std::string_view rest = parsed.text;
    for (std::string_view& field : parsed.fields) {
        field = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(field.size() + 1, rest.size()));
    }
    return parsed;
}

/// Of a puzzle that we have signed.
std::int64_t number_in(std::string_view field) {
    std::int64_t number = 0;
    std::from_chars(field.data(), field.data() + field.size(), number);
    return number;
}

int leading_zero_bits(const crypto::Digest& digest) {
    constexpr int kByteBits = 8;
    int zeros = 0;
    for (const std::uint8_t byte : digest) {
        for (int bit = kByteBits - 1; bit >= 0; --bit, ++zeros) {
            if ((byte >> bit & 1) != 0) {
                return zeros;
            }
        }
    }
    return zeros;
}

/// What the puzzle names, as one word.
std::string word_of(const PuzzleSubject& subject) {
    const std::string whole = std::string(subject.route) + "\n" + subject.office + "\n" + subject.about;
    return crypto::hex(crypto::sha256(whole)).substr(0, kSubjectDigits);
}

}  // namespace

std::string Puzzles::sign(std::string_view text) const {
    return hasher_.hash("puzzle", text).substr(0, kMacDigits);
}

std::string Puzzles::make(const PuzzleSubject& subject, int bits) const {
    const std::string text = "1." + std::to_string(clock_() + kSolveSecs) + "." + std::to_string(bits) + "." +
                             word_of(subject) + "." + security::random_token(kIdBytes);
    return text + "." + sign(text);
}

void Puzzles::count(const std::string& office) {
    const std::int64_t now = clock_();
    std::int64_t& calm_at = calm_at_[office];
    calm_at = std::min(std::max(calm_at, now) + 1, now + kMostLoad);
}

int Puzzles::bits_now(std::string_view office) const {
    const auto found = calm_at_.find(office);
    const std::int64_t load = found == calm_at_.end() ? 0 : found->second - clock_();
    if (load <= calm_) {
        return 0;
    }
    // Twice as many requests make each four times as much work.
    int bits = kLeastBits;
    for (std::int64_t reached = 2 * calm_; reached < load && bits < kMostBits; reached *= 2) {
        bits += 2;
    }
    return bits;
}

Result<void> Puzzles::spend(storage::Stores& stores, const PuzzleSubject& subject, std::string_view work) {
    const auto told = [](std::string_view finding) { return refuse(ErrorCode::TooMany, "work", finding); };
    const auto parsed = parse(work);
    if (!parsed || !security::equal_constant_time(parsed->mac, sign(parsed->text))) {
        return told("work_forged");
    }
    const auto& [version, ends_at, bits, about, id] = parsed->fields;
    if (about != word_of(subject)) {
        return told("work_other");
    }
    if (number_in(ends_at) <= clock_()) {
        return told("work_expired");
    }
    if (leading_zero_bits(crypto::sha256(work)) < number_in(bits)) {
        return told("work_wrong");
    }
    return stores.fair.spend_work(id, number_in(ends_at)) ? Result<void>() : told("work_spent");
}

Result<void> Puzzles::check(storage::Stores& stores, const PuzzleSubject& subject, std::string_view work) {
    if (!stores.offices.office(subject.office)) {
        return {};  // Whatever was asked will be refused.
    }
    count(subject.office);
    const int bits = bits_now(subject.office);
    if (work.empty() && bits == 0) {
        return {};
    }
    Result<void> spent =
        work.empty() ? refuse(ErrorCode::TooMany, "work", "work_needed") : spend(stores, subject, work);
    if (spent) {
        return spent;
    }
    Error error = spent.error();
    error.findings[0].args = {{"puzzle", make(subject, std::max(bits, kLeastBits))}, {"secs", "0"}};
    return error;
}

}  // namespace motcua::backend::services
