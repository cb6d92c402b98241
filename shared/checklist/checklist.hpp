#pragma once

#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/form/form.hpp"

namespace motcua::checklist {

/// One paper this person needs.
struct Item {
    const catalogue::Document* document = nullptr;  ///< Owned by the procedure.
    std::vector<form::Provision> choices;           ///< How it may be given; empty when generated.
};

/// The papers needed for these answers, in the procedure's order.
std::vector<Item> needed(const catalogue::Procedure& procedure, const form::Answers& answers);

}  // namespace motcua::checklist
