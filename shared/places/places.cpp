#include "shared/places/places.hpp"

#include <algorithm>

#include "shared/places/search.hpp"
#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

template <class Unit>
struct Ranked {
    Rank rank = Rank::None;
    bool narrowed = false;  ///< by a province that was typed behind the commune
    bool agrees = true;     ///< with the marks that were typed
    const Unit* unit = nullptr;

    bool operator<(const Ranked& other) const {
        if (rank != other.rank || narrowed != other.narrowed) {
            return rank != other.rank ? rank < other.rank : other.narrowed;
        }
        if (agrees != other.agrees) {
            return agrees;
        }
        const int order = unit->key.name().compare(other.unit->key.name());
        return order != 0 ? order < 0 : unit->code < other.unit->code;
    }
};

/// How well the unit fits, or a Ranked that is None.
template <class Unit>
Ranked<Unit> ranked(const Query& query, const Unit& unit, bool narrowed) {
    const Rank rank = query.rank(unit.key);
    // Marks decide between names alike; what only contains the text is not worth the work.
    return {rank, narrowed, rank > Rank::LaterWords || query.agrees(unit.full), &unit};
}

template <class Unit>
std::vector<const Unit*> best(std::vector<Ranked<Unit>> found, std::size_t limit) {
    const std::size_t count = std::min(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end());
    std::vector<const Unit*> units;
    units.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        units.push_back(found[i].unit);
    }
    return units;
}

/// The units that `belongs` lets through, best first.
template <class Unit, class Belongs>
std::vector<const Unit*> find(const std::vector<Unit>& units, std::string_view typed, std::size_t limit,
                              Belongs belongs) {
    const Query query(text::search_key(typed), text::spelling_key(typed));
    std::vector<Ranked<Unit>> found;
    for (const Unit& unit : units) {
        if (!belongs(unit)) {
            continue;
        }
        if (const Ranked<Unit> one = ranked(query, unit, false); one.rank != Rank::None) {
            found.push_back(one);
        }
    }
    return best(std::move(found), limit);
}

/// A typed text whose end names provinces: "tra cu | vinh long".
struct Narrowing {
    Query commune;
    std::vector<std::string_view> provinces;  ///< their codes
};

bool names_province(Rank rank) {
    return rank <= Rank::Words || rank == Rank::Initials;
}

/// The part of `spelling` that has as many words as `key`.
std::string_view same_words(std::string_view spelling, std::string_view key) {
    auto gaps = std::count(key.begin(), key.end(), ' ') + 1;
    const auto end =
        std::find_if(spelling.begin(), spelling.end(), [&gaps](char c) { return c == ' ' && --gaps == 0; });
    return spelling.substr(0, static_cast<std::size_t>(end - spelling.begin()));
}

/// All ways to take the end of the text for a province; of a long text only the last few words.
std::vector<Narrowing> narrowings(const std::vector<Province>& provinces, std::string_view key,
                                  std::string_view spelling) {
    constexpr int kMostWords = 6;
    std::vector<Narrowing> all;
    std::size_t gap = key.rfind(' ');
    for (int i = 0; i < kMostWords && gap != std::string_view::npos && gap > 0; ++i) {
        const std::string_view tail = key.substr(gap + 1);
        std::vector<std::string_view> codes;
        const Query query(tail, tail);
        for (const Province& province : provinces) {
            if (tail.size() > 1 && names_province(query.rank(province.key))) {
                codes.emplace_back(province.code);
            }
        }
        if (!codes.empty()) {
            const std::string_view head = key.substr(0, gap);
            all.push_back({Query(head, same_words(spelling, head)), std::move(codes)});
        }
        gap = key.rfind(' ', gap - 1);
    }
    return all;
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

std::vector<const Commune*> Places::find_communes(std::string_view typed, std::size_t limit) const {
    const std::string key = text::search_key(typed);
    const std::string spelling = text::spelling_key(typed);
    const Query query(key, spelling);
    const std::vector<Narrowing> narrowed = narrowings(provinces_, key, spelling);
    std::vector<Ranked<Commune>> found;
    for (const Commune& commune : communes_) {
        Ranked<Commune> one = ranked(query, commune, false);
        for (const Narrowing& narrowing : narrowed) {
            const auto& codes = narrowing.provinces;
            if (std::find(codes.begin(), codes.end(), commune.province) != codes.end()) {
                one = std::min(one, ranked(narrowing.commune, commune, true));
            }
        }
        if (one.rank != Rank::None) {
            found.push_back(one);
        }
    }
    return best(std::move(found), limit);
}

}  // namespace motcua::places
