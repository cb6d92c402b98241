#include "client/app/update.hpp"

#include <algorithm>
#include <utility>

#include "client/app/rows.hpp"
#include "client/app/slot_days.hpp"

namespace motcua::app {

namespace {

/// What the address bar shows: a procedure has an address of its own, the steps of a dossier have none.
std::string path_of(const State& state) {
    switch (state.where.place) {
        case Place::LookUp:
        case Place::Appointment:
        case Place::Move:
        case Place::Wait:
        case Place::Pickup:
        case Place::PickupForm:
            return std::string(kLookUpPath);
        case Place::Start:
        case Place::Receipt:
            return "/";
        case Place::Procedure:
        case Place::Trial:
        case Place::TrialResult:
        case Place::Helper:
        case Place::Questions:
        case Place::Documents:
        case Place::Office:
        case Place::Time:
        case Place::Check:
        case Place::Sign:
        case Place::HandingIn:
            return std::string(kProcedurePath) + state.procedure_code;
    }
    return "/";
}

bool asks_address(const catalogue::Group& group) {
    return std::any_of(group.questions.begin(), group.questions.end(), [](const catalogue::Question& each) {
        return each.type == catalogue::QuestionType::Address;
    });
}

/// Pages that say when a result may be expected; those after them have it from there.
bool counts_days(Place place) {
    return place == Place::Procedure || place == Place::TrialResult || place == Place::Check;
}

/// What a page needs before it can be shown, beyond what is in the state; the table of places already
/// on the page after the first, as long as the procedure asks for an address at all.
void prepare(Turn& turn) {
    State& state = turn.state;
    if (state.where.place == Place::Office) {
        want_offices(turn);
        want_places(turn);  // Offices are told by their provinces.
    } else if (state.where.place == Place::Time) {
        want_slots(turn);
    } else if (counts_days(state.where.place)) {
        want_calendar(turn);
    } else if (const catalogue::Group* group = present_group(state); group != nullptr) {
        if (group->repeat) {
            fill_rows(state, *group);
        }
        if (asks_address(*group) ||
            (!state.dossier.questions.visited.empty() &&
             std::any_of(state.procedure->groups.begin(), state.procedure->groups.end(), asks_address))) {
            want_places(turn);
        }
    }
}

void begin_or_go_on(Turn& turn) {
    if (turn.state.procedure) {
        go_to(turn, first_open_step(turn.state));
    }
}

void press_continue(Turn& turn) {
    switch (turn.state.where.place) {
        case Place::Procedure:
            return begin_or_go_on(turn);
        case Place::Trial:
            return continue_trial(turn);
        case Place::TrialResult:
            return begin_with_trial(turn);
        case Place::Helper:
            return continue_helper(turn);
        case Place::Questions:
            return continue_questions(turn);
        case Place::Documents:
            return continue_documents(turn);
        case Place::Office:
            return continue_office(turn);
        case Place::Time:
            return continue_time(turn);
        case Place::Check:
            return continue_check(turn);
        case Place::Move:
        case Place::Wait:
            return continue_slip(turn);
        case Place::PickupForm:
            return continue_pickup(turn);
        case Place::Start:
        case Place::Sign:
        case Place::HandingIn:
        case Place::Receipt:
        case Place::LookUp:
        case Place::Appointment:
        case Place::Pickup:
            return;
    }
}

void take(Turn& turn, const Press& press) {
    const std::string& id = press.id;
    if (id == "continue") {
        return press_continue(turn);
    }
    if (id == "back") {
        return go_back(turn);
    }
    if (press_language(turn.state.shell, id, turn.effects)) {
        return;
    }
    press_layer(turn, id) || press_start(turn, id) || press_helper(turn, id) || press_trial(turn, id) ||
        press_question(turn, id) || press_document(turn, id) || press_file(turn, id) ||
        press_appointment(turn, id) || press_hand_in(turn, id) || press_receipt(turn, id) ||
        press_look_up(turn, id) || press_pickup(turn, id) || press_slip(turn, id) || press_expected(turn, id);
}

bool asks_questions(const State& state) {
    return state.where.place == Place::Questions || state.where.place == Place::Trial;
}

void take(Turn& turn, const Input& input) {
    if (asks_questions(turn.state) && !input_search(turn, input.id, input.value)) {
        input_question(turn, input);
    }
    input_helper(turn, input.id, input.value);
    input_start(turn, input.id, input.value);
    input_look_up(turn, input.id, input.value) || input_pickup(turn, input.id, input.value);
}

void take(Turn& turn, const Commit& commit) {
    if (asks_questions(turn.state) && !commit_search(turn, commit.id, commit.value)) {
        commit_question(turn, commit);
    }
    commit_helper(turn, commit.id, commit.value);
    input_start(turn, commit.id, commit.value);
    input_look_up(turn, commit.id, commit.value) || input_pickup(turn, commit.id, commit.value);
}

void take(Turn& turn, const Choose& choose) {
    switch (turn.state.where.place) {
        case Place::Helper:
            return commit_helper(turn, choose.id, choose.option);
        case Place::Trial:
        case Place::Questions:
            return choose_question(turn, choose);
        case Place::Documents:
            return choose_document(turn, choose);
        case Place::Office:
        case Place::Time:
        case Place::Move:
            return choose_appointment(turn, choose);
        case Place::Wait:
            return choose_wish(turn, choose);
        case Place::PickupForm:
            return choose_pickup(turn, choose);
        case Place::Start:
        case Place::Procedure:
        case Place::TrialResult:
        case Place::Check:
        case Place::Sign:
        case Place::HandingIn:
        case Place::Receipt:
        case Place::LookUp:
        case Place::Appointment:
        case Place::Pickup:
            return;
    }
}

void take(Turn& turn, const Toggle& toggle) {
    toggle_helper(turn, toggle);
    if (asks_questions(turn.state)) {
        toggle_question(turn, toggle);
    }
}

/// The purpose of a call that is still waited for; the call is then over.
std::optional<Purpose> close_call(State& state, int call) {
    const auto found = state.calls.find(call);
    if (found == state.calls.end()) {
        return std::nullopt;
    }
    const Purpose purpose = found->second;
    state.calls.erase(found);
    return purpose;
}

void take(Turn& turn, const HttpAnswer& answer) {
    const auto purpose = close_call(turn.state, answer.call);
    if (!purpose) {
        return;
    }
    switch (*purpose) {
        case Purpose::Offices:
            return take_offices(turn, answer);
        case Purpose::Slots:
            return take_slots(turn, turn.state.dossier.appointment, answer);
        case Purpose::Hold:
            return take_hold(turn, answer);
        case Purpose::HandIn:
            return take_hand_in(turn, answer);
        case Purpose::Status:
            return take_status(turn, answer);
        case Purpose::LookUp:
            return take_look_up(turn, answer);
        case Purpose::Slip:
            return take_slip(turn, answer);
        case Purpose::SlipSlots:
            return take_slip_slots(turn, answer);
        case Purpose::Pickup:
            return take_pickup(turn, answer);
        case Purpose::Upload:
        case Purpose::Sign:
        case Purpose::StatusWait:
        case Purpose::RetryWait:
        case Purpose::SlipWait:
        case Purpose::Idle:
            return;  // These are not answered by HTTP.
    }
}

void take(Turn& turn, const UploadAnswer& answer) {
    if (close_call(turn.state, answer.call) == Purpose::Upload) {
        take_upload(turn, answer);
    }
}

void take(Turn& turn, const Signed& answer) {
    if (close_call(turn.state, answer.call) == Purpose::Sign) {
        take_signed(turn, answer);
    }
}

void take(Turn& turn, const Woke& woke) {
    const auto purpose = close_call(turn.state, woke.call);
    if (purpose == Purpose::StatusWait) {
        ask_status(turn);
    } else if (purpose == Purpose::RetryWait) {
        advance(turn);
    } else if (purpose == Purpose::SlipWait) {
        take_slip_wait(turn);
    } else if (purpose == Purpose::Idle) {
        take_idle(turn);
    }
}

void take(Turn&, const Stirred&) {}

/// Somebody did this; the others are the platform's own and its answers.
bool is_persons(const Event& event) {
    return std::holds_alternative<Press>(event) || std::holds_alternative<Input>(event) ||
           std::holds_alternative<Commit>(event) || std::holds_alternative<Choose>(event) ||
           std::holds_alternative<Toggle>(event) || std::holds_alternative<Files>(event) ||
           std::holds_alternative<Visit>(event) || std::holds_alternative<Stirred>(event);
}

void take(Turn& turn, const UploadProgress& progress) {
    take_progress(turn, progress);
}
void take(Turn& turn, const Visit& visit) {
    visit_page(turn, visit.page);
}
void take(Turn& turn, const Files& files) {
    take_files(turn, files);
}
void take(Turn& turn, const Start& start) {
    take_start(turn, start);
}
void take(Turn& turn, const Asset& asset) {
    take_asset(turn, asset);
}

}  // namespace

void update(State& state, const Message& message, std::vector<Effect>& effects) {
    state.shell.now_secs = message.now_secs;
    Turn turn{state, effects};
    if (is_persons(message.event)) {
        note_person(turn);
    }
    std::visit([&turn](const auto& event) { take(turn, event); }, message.event);
    if (is_persons(message.event)) {
        leave_standing_page(turn);
    }
    keep_watch(turn);
}

void go_to(Turn& turn, Location where) {
    go_to_node(turn, where, "");
}

void go_to_node(Turn& turn, Location where, std::string node) {
    State& state = turn.state;
    const std::string path_before = path_of(state);
    if (!(state.where == where)) {
        drop_removed(turn);
        forget_removed_row(turn);
        state.dossier.helper.dropped = false;
    }
    if (in_trial(state.where) != in_trial(where)) {
        QuestionPart& questions = state.dossier.questions;
        std::swap(questions.answers, state.dossier.aside.answers);
        questions.visited.swap(state.dossier.aside.visited);
        questions.typed.clear();
        questions.errors.clear();
    }
    state.where = where;
    state.summary_shown = false;
    state.wished_procedure.clear();
    state.dossier.appointment.office_asked = false;
    state.dossier.questions.searched.clear();
    focus_on(state.shell, std::move(node));
    if (std::string path = path_of(state); path != path_before) {
        turn.effects.emplace_back(SetPath{std::move(path)});
    }
    prepare(turn);
}

void go_on(Turn& turn) {
    const std::vector<Location> all = steps(turn.state);
    const std::size_t now = step_number(all, turn.state.where);  // 0 on the procedure's page
    if (now < all.size()) {
        go_to(turn, all[now]);
    }
}

void go_further(Turn& turn) {
    if (turn.state.dossier.change.state == Change::None) {
        return go_on(turn);
    }
    go_to(turn, first_open_step(turn.state));
}

void go_back(Turn& turn) {
    State& state = turn.state;
    if (in_trial(state.where)) {
        return leave_trial_page(turn);
    }
    if (state.where.place == Place::HandingIn) {
        return cancel_hand_in(turn);
    }
    if (state.where.place == Place::PickupForm) {
        return show_pickup(turn, Place::Pickup);
    }
    if (is_slips(state)) {
        return state.where.place == Place::Appointment ? go_to(turn, {state.slip->opened_from, 0})
                                                       : show_slip(turn, Place::Appointment);
    }
    const std::vector<Location> all = steps(state);
    const std::size_t now = step_number(all, state.where);
    if (state.from_check && now != 0) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    if (now > 1) {
        return go_to(turn, all[now - 2]);
    }
    go_to(turn, {now == 1 ? Place::Procedure : Place::Start, 0});
}

void show_summary(Turn& turn) {
    turn.state.summary_shown = true;
    focus_on(turn.state.shell, "errors");
}

int open_call(Turn& turn, Purpose purpose) {
    const int call = next_call(turn.state.shell);
    turn.state.calls.emplace(call, purpose);
    return call;
}

void forget_calls(Turn& turn, Purpose purpose) {
    std::erase_if(turn.state.calls, [purpose](const auto& call) { return call.second == purpose; });
}

void send(Turn& turn, Purpose purpose, std::string method, std::string path, std::string body,
          std::string idempotency_key) {
    forget_calls(turn, purpose);
    Headers headers = {{"Accept-Language", turn.state.shell.lang}};
    if (!body.empty()) {
        headers.emplace_back("Content-Type", "application/json");
    }
    if (!idempotency_key.empty()) {
        headers.emplace_back("Idempotency-Key", std::move(idempotency_key));
    }
    turn.effects.emplace_back(HttpCall{.call = open_call(turn, purpose),
                                       .method = std::move(method),
                                       .path = std::move(path),
                                       .headers = std::move(headers),
                                       .body = std::move(body)});
}

}  // namespace motcua::app
