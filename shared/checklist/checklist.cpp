#include "shared/checklist/checklist.hpp"

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

std::vector<Item> needed(form::Standing& standing) {
    std::vector<Item> items;
    for (const Document& document : standing.procedure().documents) {
        // A rule that cannot be evaluated asks for its paper: a clerk can waive it.
        if (standing.holds(document.required_if, {}, true)) {
            items.push_back({&document, choices_for(document)});
        }
    }
    return items;
}

std::vector<Item> needed(const catalogue::Procedure& procedure, const form::Answers& answers,
                         const calendar::Date& today) {
    form::Standing standing(procedure, answers, &today);
    return needed(standing);
}

}  // namespace motcua::checklist
