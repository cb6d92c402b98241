#include "shared/places/places.hpp"

#include <algorithm>
#include <array>

#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

/// How well a unit answers what was typed; the smaller the better.
enum class Rank { Exact, Prefix, WordPrefix, Initials, Substring, None };

constexpr std::array<std::string_view, 5> kKinds = {"xa ", "phuong ", "dac khu ", "tinh ", "thanh pho "};

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

/// "thanh pho hue" → "hue"
std::string_view without_kind(std::string_view key) {
    for (const std::string_view kind : kKinds) {
        if (starts_with(key, kind)) {
            return key.substr(kind.size());
        }
    }
    return key;
}

/// "ho chi minh" → "hcm"
std::string initials(std::string_view key) {
    std::string letters;
    bool word_start = true;
    for (const char c : key) {
        if (word_start && c != ' ') {
            letters.push_back(c);
        }
        word_start = c == ' ';
    }
    return letters;
}

/// Search form of what a person typed: "TP. HCM" → "thanh pho hcm".
std::string typed_key(std::string_view typed) {
    std::string key = text::search_key(typed);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kShort = {
        {{"tp ", "thanh pho "}, {"p ", "phuong "}, {"x ", "xa "}}};
    for (const auto& [abbreviation, word] : kShort) {
        if (starts_with(key, abbreviation)) {
            return std::string(word) + key.substr(abbreviation.size());
        }
    }
    return key;
}

Rank rank_of(std::string_view key, std::string_view wanted) {
    const std::string_view name = without_kind(key);
    if (wanted.empty()) {
        return Rank::Prefix;
    }
    if (name == wanted || key == wanted) {
        return Rank::Exact;
    }
    if (starts_with(name, wanted) || starts_with(key, wanted)) {
        return Rank::Prefix;
    }
    const std::size_t at = key.find(wanted);
    if (at != std::string_view::npos && key.find(" " + std::string(wanted)) != std::string_view::npos) {
        return Rank::WordPrefix;
    }
    const std::string_view wanted_name = without_kind(wanted);
    if (wanted_name.size() >= 2 && starts_with(initials(name), wanted_name)) {
        return Rank::Initials;
    }
    return at != std::string_view::npos ? Rank::Substring : Rank::None;
}

/// The units that `belongs` lets through, best first; equals by name, then by code.
template <class Unit, class Belongs>
std::vector<const Unit*> find(const std::vector<Unit>& units, std::string_view typed, std::size_t limit,
                              Belongs belongs) {
    const std::string wanted = typed_key(typed);
    std::vector<std::pair<Rank, const Unit*>> ranked;
    for (const Unit& unit : units) {
        const Rank rank = belongs(unit) ? rank_of(unit.key, wanted) : Rank::None;
        if (rank != Rank::None) {
            ranked.emplace_back(rank, &unit);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first
                                  : without_kind(a.second->key) < without_kind(b.second->key);
    });
    std::vector<const Unit*> found;
    for (const auto& [rank, unit] : ranked) {
        if (found.size() == limit) {
            break;
        }
        found.push_back(unit);
    }
    return found;
}

template <class Unit>
const Unit* by_code(const std::vector<Unit>& sorted, std::string_view code) {
    const auto found =
        std::lower_bound(sorted.begin(), sorted.end(), code,
                         [](const Unit& unit, std::string_view wanted) { return unit.code < wanted; });
    return found != sorted.end() && found->code == code ? &*found : nullptr;
}

}  // namespace

const Province* Places::province(std::string_view code) const {
    return by_code(provinces_, code);
}

const Commune* Places::commune(std::string_view code) const {
    return by_code(communes_, code);
}

std::vector<const Province*> Places::find_provinces(std::string_view typed, std::size_t limit) const {
    return find(provinces_, typed, limit, [](const Province&) { return true; });
}

std::vector<const Commune*> Places::find_communes(std::string_view province, std::string_view typed,
                                                  std::size_t limit) const {
    return find(communes_, typed, limit,
                [province](const Commune& commune) { return commune.province == province; });
}

}  // namespace motcua::places
