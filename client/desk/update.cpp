#include "client/desk/update.hpp"

#include <utility>

namespace motcua::desk {

namespace {

void take_start(Turn& turn, const app::Start& start) {
    State& state = turn.state;
    app::Shell shell = app::begun_shell(state.shell, start);
    state = State{};
    state.shell = std::move(shell);
    state.random = start.random;
    app::want_language(state.shell, state.shell.lang, turn.effects);
    turn.effects.emplace_back(app::FetchAsset{"procedures/index"});
    send(turn, Purpose::Session, "GET", "/api/v1/staff/session");
}

void take(Turn& turn, const app::Start& start) {
    take_start(turn, start);
}

void take(Turn& turn, const app::Asset& asset) {
    if (!app::take_language(turn.state.shell, asset)) {
        take_asset(turn, asset);
    }
}

void take(Turn& turn, const app::Press& press) {
    if (!app::press_language(turn.state.shell, press.id, turn.effects)) {
        press_list(turn, press.id) || press_statistics(turn, press.id) || press_indicators(turn, press.id) ||
            press_counter(turn, press.id) || press_dossier(turn, press.id);
    }
}

void take_field(Turn& turn, const std::string& id, const std::string& value) {
    State& state = turn.state;
    if (state.where == Place::List && id == "list.search") {
        return search_list(turn, value);
    }
    if (state.where == Place::Counter && id == "check_in.code") {
        state.check_in_code = value;
    }
    if (state.where != Place::SignIn) {
        return;
    }
    if (id == "user") {
        state.user = value;
    } else if (id == "password") {
        state.password = value;
    }
}

void take(Turn& turn, const app::Input& input) {
    take_field(turn, input.id, input.value);
}
void take(Turn& turn, const app::Commit& commit) {
    take_field(turn, commit.id, commit.value);
}

void take(Turn& turn, const app::Choose& choose) {
    State& state = turn.state;
    const bool known = choose.option == "handed_in" || choose.option == "received_by_clerk";
    if (state.where == Place::List && choose.id == "filter" && known && state.filter != choose.option) {
        state.filter = choose.option;
        state.wish.page = 1;
        state.lines.clear();
        want_list(turn);
    }
    if (state.where == Place::Indicators && choose.id == "period") {
        choose_period(turn, choose.option);
    }
    if (state.where == Place::Counter) {
        choose_at_counter(turn, choose.id, choose.option);
    }
}

void take(Turn& turn, const app::Toggle& toggle) {
    if (turn.state.where == Place::Counter) {
        toggle_at_counter(turn, toggle.id, toggle.on);
    }
}

void take(Turn& turn, const app::HttpAnswer& answer) {
    const auto found = turn.state.calls.find(answer.call);
    if (found == turn.state.calls.end()) {
        return;
    }
    const Purpose purpose = found->second;
    turn.state.calls.erase(found);
    switch (purpose) {
        case Purpose::Session:
            return take_session(turn, answer);
        case Purpose::SignIn:
            return take_sign_in(turn, answer);
        case Purpose::SignOut:
            return take_sign_out(turn);
        case Purpose::List:
            return take_list(turn, answer);
        case Purpose::Dossier:
            return take_dossier(turn, answer);
        case Purpose::Receive:
            return take_received(turn, answer);
        case Purpose::Statistics:
            return take_statistics(turn, answer);
        case Purpose::Line:
            return take_line(turn, answer);
        case Purpose::LineAction:
            return take_line_action(turn, answer);
        case Purpose::LineOffer:
            return take_offer(turn, answer);
        case Purpose::CheckIn:
            return take_check_in(turn, answer);
        case Purpose::Indicators:
            return take_indicators(turn, answer);
        case Purpose::CountedVisits:
            return take_counted_visits(turn, answer);
    }
}

void take(Turn& turn, const app::Visit& visit) {
    visit_page(turn, visit.page);
}

void take(Turn& turn, const app::Woke& woke) {
    wake_line(turn, woke.call);
}

// The desk has no such controls.
void take(Turn&, const app::Files&) {}
void take(Turn&, const app::UploadProgress&) {}
void take(Turn&, const app::UploadAnswer&) {}
void take(Turn&, const app::Signed&) {}
void take(Turn&, const app::Stirred&) {}

}  // namespace

void update(State& state, const app::Message& message, std::vector<app::Effect>& effects) {
    state.shell.now_secs = message.now_secs;
    Turn turn{state, effects};
    std::visit([&turn](const auto& event) { take(turn, event); }, message.event);
}

void send(Turn& turn, Purpose purpose, std::string method, std::string path, std::string body,
          std::string idempotency_key) {
    State& state = turn.state;
    std::erase_if(state.calls, [purpose](const auto& call) { return call.second == purpose; });
    std::vector<std::pair<std::string, std::string>> headers = {{"Accept-Language", state.shell.lang}};
    if (method != "GET") {
        headers.emplace_back("X-Requested-With", "motcua");
    }
    if (!body.empty()) {
        headers.emplace_back("Content-Type", "application/json");
    }
    if (!idempotency_key.empty()) {
        headers.emplace_back("Idempotency-Key", std::move(idempotency_key));
    }
    const int call = app::next_call(state.shell);
    state.calls.emplace(call, purpose);
    turn.effects.emplace_back(app::HttpCall{.call = call,
                                            .method = std::move(method),
                                            .path = std::move(path),
                                            .headers = std::move(headers),
                                            .body = std::move(body)});
}

void lose_session(Turn& turn) {
    State& state = turn.state;
    const bool anywhere = state.where != Place::Opening && state.where != Place::SignIn;
    const Place place = anywhere ? state.where : Place::List;
    state.after_sign_in = place == Place::CountedVisits ? Place::Indicators : place;
    state.clerk.reset();
    state.receiving = false;
    state.confirming = false;
    // What was on screen is personal: it comes again after signing in.
    state.lines.clear();
    state.arriving.clear();
    state.detail.reset();
    state.list_load = app::Load::Absent;
    state.dossier_load = app::Load::Absent;
    state.statistics = {};
    state.statistics_load = app::Load::Absent;
    state.indicators = {};
    state.indicators_load = app::Load::Absent;
    state.counted = {};
    state.line = {};
    state.line_load = app::Load::Absent;
    state.line_acting = false;
    state.draft = {};
    state.check_in_code.clear();
    state.checked_in = 0;
    go_to(turn, Place::SignIn);
    state.problem = {"desk.session_lost", {}};
    app::say_at_once(state.shell, state.problem);
}

void go_to(Turn& turn, Place place) {
    turn.state.where = place;
    turn.state.problem = {};
    turn.state.summary_shown = false;
    turn.state.marked = false;
    app::focus_on(turn.state.shell);
}

}  // namespace motcua::desk
