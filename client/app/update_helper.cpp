#include <algorithm>
#include <utility>

#include "client/app/update.hpp"

namespace motcua::app {

namespace {

constexpr std::size_t kPrefix = 7;  // "helper."
constexpr const char* kFields[] = {"helper.name", "helper.relation", "helper.phone"};

/// What a field of the page holds; nullptr for other nodes.
std::string* member_of(State& state, std::string_view id) {
    form::Helper& who = state.dossier.helper.who;
    if (state.where.place != Place::Helper) {
        return nullptr;
    }
    return id == "helper.name"       ? &who.name
           : id == "helper.relation" ? &who.relation
           : id == "helper.phone"    ? &who.phone
                                     : nullptr;
}

/// Shows what is wrong now where something was shown, and at `also`; "helper." means everywhere.
void refresh_errors(State& state, std::string_view also) {
    auto& errors = state.dossier.questions.errors;
    const form::Findings findings = form::check_helper(state.dossier.helper.who);
    for (const std::string field : kFields) {
        const bool shown = errors.erase(field) > 0 || field.compare(0, also.size(), also) == 0;
        for (const Finding& finding : findings) {
            if (shown && finding.field == field) {
                errors.emplace(field, finding);
            }
        }
    }
}

void forget_errors(State& state) {
    for (const std::string field : kFields) {
        state.dossier.questions.errors.erase(field);
    }
}

}  // namespace

void toggle_helper(Turn& turn, const Toggle& toggle) {
    State& state = turn.state;
    const bool asked = state.where.place == Place::Procedure || state.where.place == Place::TrialResult;
    if (asked && toggle.id == "helper.on") {
        state.dossier.helper.on = toggle.on;
        forget_errors(state);
    }
}

void input_helper(Turn& turn, const std::string& id, const std::string& value) {
    State& state = turn.state;
    if (std::string* member = member_of(state, id); member != nullptr && id != "helper.relation") {
        state.dossier.questions.typed.insert_or_assign(id, value);
        *member = form::normalise_helper(id.substr(kPrefix), value);
        refresh_errors(state, " ");
    }
}

void commit_helper(Turn& turn, const std::string& id, const std::string& value) {
    State& state = turn.state;
    std::string* member = member_of(state, id);
    if (member == nullptr) {
        return;
    }
    const auto& relations = form::kRelations;
    state.dossier.questions.typed.erase(id);
    if (id != "helper.relation") {
        *member = form::normalise_helper(id.substr(kPrefix), value);
    } else if (std::find(relations.begin(), relations.end(), value) != relations.end()) {
        *member = value;
    }
    // An empty field is not yet wrong.
    refresh_errors(state, member->empty() ? " " : std::string_view(id));
    if (const auto error = state.dossier.questions.errors.find(id);
        error != state.dossier.questions.errors.end()) {
        say(state.shell, {"said", {{"text", field_sentence(state, error->second)}}});
    }
}

bool press_helper(Turn& turn, std::string_view id) {
    State& state = turn.state;
    HelperPart& helper = state.dossier.helper;
    if (id == "helper.off" && state.where.place == Place::Helper) {
        helper.on = false;
        forget_errors(state);
        go_to(turn, {std::exchange(state.from_check, false) ? Place::Check : Place::Procedure, 0});
        helper.dropped = true;
        say(state.shell, {"helper.dropped", {}});
    } else if (id == "helper.undo" && helper.dropped) {
        helper.on = true;
        helper.dropped = false;
        focus_on(state.shell);
        say(state.shell, {"helper.title", {}});
    } else {
        return false;
    }
    return true;
}

void continue_helper(Turn& turn) {
    State& state = turn.state;
    state.dossier.questions.typed.clear();
    refresh_errors(state, "helper.");
    if (!step_done(state, state.where)) {
        return show_summary(turn);
    }
    if (std::exchange(state.from_check, false)) {
        return go_to(turn, {Place::Check, 0});
    }
    go_to(turn, first_open_step(state));
}

}  // namespace motcua::app
