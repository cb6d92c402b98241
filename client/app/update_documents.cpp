#include <utility>

#include "client/app/files.hpp"
#include "client/app/update.hpp"

namespace motcua::app {

namespace {

/// What is missing for a paper: a finding's code, "" when nothing is.
std::string missing(const State& state, const checklist::Item& item) {
    const std::string& document = item.document->id;
    const auto provision = provision_of(state, document, item.choices);
    if (!item.choices.empty() && !provision) {
        return "document_missing";
    }
    if (provision != form::Provision::Attached) {
        return "";
    }
    if (files_at(state, document).empty()) {
        return "document_no_file";
    }
    return any_failed_at(state, document) ? "document_not_sent" : "";
}

}  // namespace

void choose_document(Turn& turn, const Choose& choose) {
    State& state = turn.state;
    for (const checklist::Item& item : papers_needed(state)) {
        if (document_id(item.document->id) != choose.id) {
            continue;
        }
        for (const form::Provision provision : item.choices) {
            if (choose.option == form::provision_name(provision)) {
                state.dossier.papers[item.document->id].provision = provision;
                state.dossier.questions.errors.erase(item.document->id);
            }
        }
    }
}

/// "more.<paper>": shows what else there is to know about it, or hides it again.
bool press_document(Turn& turn, std::string_view id) {
    constexpr std::string_view kMore = "more.";
    if (turn.state.where.place != Place::Documents || id.substr(0, kMore.size()) != kMore) {
        return false;
    }
    for (const checklist::Item& item : papers_needed(turn.state)) {
        if (id.substr(kMore.size()) == item.document->id) {
            bool& shown = turn.state.dossier.papers[item.document->id].more_shown;
            shown = !shown;
        }
    }
    return true;
}

void continue_documents(Turn& turn) {
    State& state = turn.state;
    bool any = false;
    for (const checklist::Item& item : papers_needed(state)) {
        const std::string& document = item.document->id;
        state.dossier.questions.errors.erase(document);
        const std::string code = missing(state, item);
        if (!code.empty()) {
            state.dossier.questions.errors.insert_or_assign(document, Finding{document, code, {}});
            any = true;
        }
    }
    if (any) {
        return show_summary(turn);
    }
    if (state.from_check) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    go_further(turn);
}

}  // namespace motcua::app
