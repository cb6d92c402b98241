#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/i18n/texts.hpp"

/// The one rule by which people are called, whoever asks: the backend, a kiosk without a line to
/// it, the desk, the simulator. docs/line.md says it in words.
namespace motcua::visits {

/// First in the line by law (assets/visits/priority.json), and everybody else.
enum class PriorityClass : std::uint8_t { First, Everybody };

struct LineRules {
    /// Who has waited longer than this stands with the first class: nobody starves.
    std::int64_t fairness_cap_secs = 30 * 60;
    /// Who checks in later than this after the booked time stands with those who did not book.
    std::int64_t grace_secs = 15 * 60;
    /// How much earlier than it is a booked time counts. Less than the cap.
    std::int64_t credit_secs = 5 * 60;
};

/// Service groups of an office are numbered from 0; a set of them is a bit each.
using GroupSet = std::uint64_t;
inline constexpr int kMostGroups = 64;
constexpr GroupSet group_bit(int group) {
    return GroupSet{1} << static_cast<unsigned>(group);
}

/// Somebody who waits. Times are UTC seconds.
struct Entry {
    std::int64_t number = 0;  ///< Of the ticket: no two of a day are the same
    PriorityClass priority = PriorityClass::Everybody;
    std::int64_t arrived_at = 0;            ///< Took a ticket or checked in
    std::optional<std::int64_t> booked_at;  ///< nullopt: without an appointment
    int group = 0;                          ///< Service group asked for
};

/// Lower is called earlier; no two entries with different numbers are equal.
struct Rank {
    PriorityClass priority = PriorityClass::Everybody;
    std::int64_t effective_at = 0;
    std::int64_t number = 0;
    bool operator==(const Rank&) const = default;
};
bool operator<(const Rank& a, const Rank& b);

/// Came later than the grace allows.
bool is_late(const Entry& entry, const LineRules& rules);
/// Arrival; with an appointment in its window the later of arrival and booked time, less the credit.
std::int64_t effective_at(const Entry& entry, const LineRules& rules);
/// Once two entries stand in one class their order never changes again; that of two whose classes
/// differ by law changes once at most, when the wait of the other passes the cap.
Rank rank(const Entry& entry, std::int64_t now, const LineRules& rules);

/// The index of who is called next to a counter that serves these groups; nullopt: nobody waits for it.
std::optional<std::size_t> pick_next(const std::vector<Entry>& line, GroupSet skills, std::int64_t now,
                                     const LineRules& rules);
/// How many of the same service group are before this one.
std::size_t ahead_of(const std::vector<Entry>& line, std::size_t index, std::int64_t now,
                     const LineRules& rules);

/// Why somebody stands where they stand: a text of assets/lang and what fills it in.
struct Explanation {
    std::string key;
    i18n::Args args;
};
Explanation explain(const Entry& entry, const LineRules& rules);

}  // namespace motcua::visits
