#include "shared/checklist/checklist.hpp"

#include "shared/form/journey.hpp"

namespace motcua::checklist {
namespace {

using catalogue::Document;
using form::Provision;

std::vector<Provision> choices_for(const Document& document) {
    if (document.generated) {
        return {};
    }
    if (document.kind == catalogue::DocumentKind::Digital) {
        return {Provision::Attached};
    }
    std::vector<Provision> choices;
    if (!document.present_only) {
        choices.push_back(Provision::Attached);
    }
    choices.push_back(Provision::AtCounter);
    if (!document.state_source.empty()) {
        choices.push_back(Provision::StateHasIt);
    }
    return choices;
}

}  // namespace

std::vector<Item> needed(const catalogue::Procedure& procedure, const form::Answers& answers) {
    const form::Answers effective = form::effective(procedure, answers);
    const auto lookup = form::lookup_in_answers(effective);
    std::vector<Item> items;
    for (const Document& document : procedure.documents) {
        // A rule that cannot be evaluated asks for its paper: a clerk can waive it.
        if (document.required_if.is_null() || form::holds(document.required_if, lookup, true)) {
            items.push_back({&document, choices_for(document)});
        }
    }
    return items;
}

}  // namespace motcua::checklist
