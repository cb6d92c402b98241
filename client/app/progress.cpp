#include "client/app/journey.hpp"
#include "client/app/offices.hpp"

namespace motcua::app {

namespace {

bool group_done(const State& state, std::size_t group) {
    const auto& visited = state.dossier.questions.visited;
    return visited.find(state.procedure->groups[group].id) != visited.end();
}

/// Is there a group that is asked and was not continued from?
bool any_question_open(const State& state) {
    const form::Journey walk = current_walk(state);
    for (std::size_t i = 0; i < state.procedure->groups.size(); ++i) {
        if (walk.asks(state.procedure->groups[i]) && !group_done(state, i)) {
            return true;
        }
    }
    return false;
}

bool papers_given(const State& state) {
    for (const checklist::Item& item : papers_needed(state)) {
        const auto provision = provision_of(state, item.document->id, item.choices);
        if (!item.choices.empty() && !provision) {
            return false;
        }
    }
    return !any_question_open(state);
}

}  // namespace

bool step_done(const State& state, const Location& where) {
    const DossierPart& dossier = state.dossier;
    switch (where.place) {
        case Place::Helper:
            return form::check_helper(dossier.helper.who).empty();
        case Place::Questions:
            return group_done(state, where.group);
        case Place::Documents:
            return papers_given(state);
        case Place::Office:
            return !dossier.appointment.office.empty() && !office_obstacle(state);
        case Place::Time:
            return dossier.appointment.booking.has_value();
        case Place::Start:
        case Place::Procedure:
        case Place::Trial:
        case Place::TrialResult:
        case Place::Check:
        case Place::Sign:
        case Place::HandingIn:
        case Place::Receipt:
        case Place::LookUp:
        case Place::Appointment:
        case Place::Move:
        case Place::Wait:
        case Place::Pickup:
        case Place::PickupForm:
            return false;
    }
    return false;
}

Location first_open_step(const State& state) {
    const std::vector<Location> all = steps(state);
    for (const Location& where : all) {
        if (!step_done(state, where)) {
            return where;
        }
    }
    return all.empty() ? state.where : all.back();
}

}  // namespace motcua::app
