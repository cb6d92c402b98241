#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/places/places.hpp"

namespace motcua::places {

/// How well a unit answers what was typed; the smaller the better.
enum class Rank {
    Exact,       ///< the whole name
    Prefix,      ///< the name begins so
    Words,       ///< each typed word begins the next word of the name: "ng trai"
    LaterWords,  ///< the same from a later word on: "cu" in "Trà Cú"
    Initials,    ///< "hcm"
    Inside,      ///< somewhere in a word, or only the kind fits
    None,
};

SearchKey search_key_of(std::string_view full);

/// What a person typed, ready to be compared with many units.
class Query {
public:
    /// `key` is text::search_key of the typed text, `spelling` its text::spelling_key.
    Query(std::string_view key, std::string_view spelling);

    [[nodiscard]] Rank rank(const SearchKey& unit) const;
    /// Does the unit have the marks that were typed? True when none were.
    [[nodiscard]] bool agrees(std::string_view unit_full) const;

private:
    /// One way to understand the text: "x loc" is Xuân Lộc and also xã Lộc….
    struct Reading {
        std::string_view kind;  ///< "xa ", or "" when the text names no kind
        std::string name;
        std::uint32_t letters = 0;  ///< of `name`
    };

    std::vector<Reading> readings_;
    std::string marked_;  ///< the spelling; empty when it is worth no comparison
};

}  // namespace motcua::places
