#pragma once

#include <map>
#include <set>

#include "shared/form/check_value.hpp"
#include "shared/form/journey.hpp"

namespace motcua::form {

/// What there is to say about the answers, question by question.
struct Judgement {
    Journey journey;
    std::map<const catalogue::Question*, Findings> findings;
    /// Whether these are asked hangs on an answer that is missing or wrong: nothing is said
    /// about them until it is right.
    std::set<const catalogue::Question*> undecided;
    catalogue::Names unsettled;  ///< As in Surroundings
};

/// First every answer in itself, in file order, then the rules between answers. A rule is
/// not tried while it reads an answer that is wrong in itself, so that one mistake is
/// reported once and at its own place.
Judgement judge(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today,
                const places::Places& places);

}  // namespace motcua::form
