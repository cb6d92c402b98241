#include <algorithm>
#include <utility>

#include "client/app/update.hpp"
#include "client/app/view.hpp"

namespace motcua::app {

namespace {

bool was_gone_through(const State& state, const Location& where) {
    const DossierPart& dossier = state.dossier;
    const auto& visited = in_trial(state.where) ? dossier.questions.visited : dossier.aside.visited;
    return where.place == Place::Trial &&
           visited.contains(trial_place(checklist::deciding(*state.procedure)[where.group]));
}

const form::Answers& trial_answers(const State& state) {
    return in_trial(state.where) ? state.dossier.questions.answers : state.dossier.aside.answers;
}

/// The first page that was not gone through; the result when there is none.
Location first_open_page(const State& state) {
    for (const Location& where : trial_steps(state, trial_answers(state))) {
        if (!was_gone_through(state, where)) {
            return where;
        }
    }
    return {Place::TrialResult, 0};
}

/// "trial.edit.<n>": changes the answer of the n-th page.
bool press_edit(Turn& turn, std::string_view id) {
    for (const Location& where : trial_steps(turn.state, trial_answers(turn.state))) {
        if (where.place == Place::Trial && id == "trial.edit." + std::to_string(where.group)) {
            go_to(turn, where);
            return true;
        }
    }
    return false;
}

bool is_answered(const State& state, const form::Answers& answers, const form::Spot& spot) {
    for (const std::string& id : form::answer_ids(*spot.question, spot.id)) {
        if (!answers.contains(id)) {
            return false;
        }
    }
    return form::check_question(*state.procedure, spot, answers, state.shell.today(), state.places).empty();
}

/// What was answered in the trial, as answers of the dossier. A page on which nothing is left to answer
/// counts as gone through; of the others, and of all when somebody helps, who may have answered for
/// themselves, it is remembered that something stands there already.
void take_over(State& state) {
    QuestionPart& part = state.dossier.questions;
    part.answers = current_answers(state);
    part.visited.clear();
    const form::Journey walk = current_walk(state);
    for (const catalogue::Group* group : walk.groups) {
        const std::vector<form::Spot> spots = spots_of(walk, *group);
        const auto answered = std::count_if(spots.begin(), spots.end(), [&](const form::Spot& spot) {
            return is_answered(state, part.answers, spot);
        });
        const bool is_whole = answered == static_cast<std::ptrdiff_t>(spots.size()) && !group->repeat;
        if (is_whole && !state.dossier.helper.on) {
            part.visited.insert(group->id);
        } else if (answered > 0) {
            part.prefilled.insert(group->id);
        }
    }
}

}  // namespace

bool press_trial(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "trial" && state.where.place == Place::Procedure && can_try(state)) {
        go_to(turn, first_open_page(state));
    } else if (id == "print" && state.where.place == Place::TrialResult) {
        turn.effects.emplace_back(PrintPage{});
    } else {
        return state.where.place == Place::TrialResult && press_edit(turn, id);
    }
    return true;
}

void continue_trial(Turn& turn) {
    State& state = turn.state;
    const std::vector<checklist::Deciding> pages = checklist::deciding(*state.procedure);
    const checklist::Deciding& page = pages[state.where.group];
    if (is_page_right(turn, *page.group, trial_spots(current_walk(state), page))) {
        state.dossier.questions.visited.insert(trial_place(page));
        go_to(turn, first_open_page(state));
    }
}

void leave_trial_page(Turn& turn) {
    const std::vector<Location> all = trial_steps(turn.state, trial_answers(turn.state));
    const std::size_t now = step_number(all, turn.state.where);
    go_to(turn, now > 1 ? all[now - 2] : Location{Place::Procedure, 0});
}

void begin_with_trial(Turn& turn) {
    DossierPart& dossier = turn.state.dossier;
    take_over(turn.state);
    const Location next = first_open_step(turn.state);
    dossier.aside = {dossier.questions.answers, dossier.questions.visited};
    go_to(turn, next);
    dossier.aside = {};
}

bool visit_trial(Turn& turn, const std::string& page) {
    State& state = turn.state;
    if (page.compare(0, 5, "trial") != 0 || !can_try(state)) {
        return false;
    }
    for (const Location& where : trial_steps(state, trial_answers(state))) {
        if (page == page_id(state, where)) {
            go_to(turn, where);
            return true;
        }
        if (!was_gone_through(state, where)) {
            break;
        }
    }
    return true;
}

}  // namespace motcua::app
