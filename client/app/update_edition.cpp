#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/update.hpp"

namespace motcua::app {

namespace {

bool leads_from(const catalogue::Procedure& to, std::string_view edition) {
    return std::any_of(to.migrations.begin(), to.migrations.end(),
                       [&](const auto& migration) { return migration.from_edition == edition; });
}

/// The newest edition between that of the dossier and `to` which leads to it; "" when there is none.
std::string edition_between(const State& state, const catalogue::Procedure& to) {
    std::string between;
    for (const Listed& listed : state.index) {
        const bool later = state.procedure->edition < listed.edition && listed.edition < to.edition;
        if (listed.code == to.code && later && between < listed.edition && leads_from(to, listed.edition)) {
            between = listed.edition;
        }
    }
    return between;
}

void want_edition(Turn& turn, const std::string& edition) {
    turn.state.procedure_edition = edition;
    want_procedure(turn);
}

void stop_changing(Turn& turn, Change state) {
    turn.state.dossier.change = {state, {}, {}};
    turn.state.procedure_edition = turn.state.procedure->edition;
    turn.state.procedure_load = Load::Ready;
    if (turn.state.where.place == Place::Check) {
        show_summary(turn);
    }
}

}  // namespace

void change_edition(Turn& turn, form::Findings why) {
    DossierPart& dossier = turn.state.dossier;
    dossier.hand_in.stage = Stage::Idle;
    dossier.hand_in.refused = std::move(why);
    dossier.change = {Change::Asked, {}, {}};
    go_to(turn, {Place::Check, 0});
    say(turn.state.shell, {"edition.asked", {}});
    want_index(turn);
}

void find_present_edition(Turn& turn) {
    State& state = turn.state;
    const Listed* present = in_force(state, state.procedure_code);
    state.dossier.change.editions.clear();
    if (present == nullptr) {
        return stop_changing(turn, Change::Closed);
    }
    if (present->edition == state.procedure->edition) {
        return stop_changing(turn, Change::None);
    }
    want_edition(turn, present->edition);
}

void take_edition(Turn& turn, catalogue::Procedure procedure) {
    State& state = turn.state;
    std::vector<catalogue::Procedure>& editions = state.dossier.change.editions;
    editions.push_back(std::move(procedure));
    if (!leads_from(editions.back(), state.procedure->edition)) {
        const std::string between = edition_between(state, editions.back());
        if (!between.empty()) {
            return want_edition(turn, between);
        }
    }
    state.procedure_edition = editions.front().edition;
    carry_over(turn);
    const bool left = state.where.place == Place::Start || state.where.place == Place::LookUp;
    state.resume = {Place::Procedure, 0};
    if (!left) {
        go_to(turn, state.resume);
    }
    say_at_once(state.shell, {"edition.changed", {}});
}

}  // namespace motcua::app
