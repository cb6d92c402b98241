#pragma once

#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"
#include "shared/form/standing.hpp"

namespace motcua::checklist {

/// One paper this person needs.
struct Item {
    const catalogue::Document* document = nullptr;  ///< Owned by the procedure.
    std::vector<form::Provision> choices;           ///< How it may be given; empty when generated.
};

/// The papers needed for these answers, in the procedure's order.
std::vector<Item> needed(const catalogue::Procedure& procedure, const form::Answers& answers,
                         const calendar::Date& today);
std::vector<Item> needed(form::Standing& standing);

}  // namespace motcua::checklist
