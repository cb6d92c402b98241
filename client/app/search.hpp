#pragma once

#include <string>
#include <vector>

#include "client/app/state.hpp"
#include "shared/form/form.hpp"

namespace motcua::app {

/// One thing that can be chosen.
struct Found {
    std::string id;
    std::string name;
    std::string hint;
};
struct SearchResult {
    std::vector<Found> matches;
    bool exact = false;   ///< The typed text is the whole name of the only match.
    bool more = false;    ///< There are others that are not listed.
    bool former = false;  ///< None is called so today: they are what older places belong to, see their hints.
};

/// A procedure that was looked for.
struct FoundProcedure {
    const Listed* listed = nullptr;
    std::string
        by;  ///< Other words for it that were meant: "hộ khẩu"; "" when its own name and summary say it
    bool near = false;  ///< It lacks a word that was typed, or has the words in passing only
};
/// What a text typed on the start page finds among the procedures offered today: the best first, those that
/// are only near last. Without a text all of them, in the order of the index.
std::vector<FoundProcedure> found_procedures(const State& state, const std::string& typed);

/// What the text in the search field of this answer finds: provinces, communes of the
/// chosen province, or options of a long choice.
SearchResult search(const State& state, const form::Spot& spot, const std::string& field);

}  // namespace motcua::app
