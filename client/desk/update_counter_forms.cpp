#include <algorithm>
#include <utility>

#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"
#include "shared/json/read.hpp"
#include "shared/text/text.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr int kUnauthenticated = 401;

/// "transfer": the event a form about a visit ends in.
const char* event_of(CounterForm form) {
    switch (form) {
        case CounterForm::Transfer:
            return "transfer";
        case CounterForm::Refer:
            return "refer";
        case CounterForm::Reclassify:
            return "reclassify";
        case CounterForm::Services:
        case CounterForm::None:
            break;
    }
    return "";
}

/// The option of the class this visit stands in.
std::string class_of(const State& state, const LineVisit& visit) {
    for (const protocol::Named& one : state.offer.priority) {
        if (one.name == visit.priority) {
            return one.id;
        }
    }
    return kNoneOption;
}

void open_form(Turn& turn, CounterForm form) {
    State& state = turn.state;
    state.draft = {.form = form};
    if (form == CounterForm::Services) {
        state.draft.services = {state.line.services.begin(), state.line.services.end()};
        return app::focus_on(state.shell, "form.services");
    }
    if (!state.line.here.empty()) {
        const LineVisit& visit = state.line.here.front();
        state.draft.visit = visit.id;
        state.draft.chosen = form == CounterForm::Reclassify ? class_of(state, visit) : "";
    }
    app::focus_on(state.shell, "form.choice");
}

void send_services(Turn& turn) {
    const State& state = turn.state;
    json::Array services;
    for (const std::string& code : state.draft.services) {
        services.push_back(code);
    }
    act(turn, "PUT", "/api/v1/staff/counter",
        {{"counter", state.line.counter}, {"services", std::move(services)}});
}

void send_form(Turn& turn) {
    State& state = turn.state;
    const CounterDraft& draft = state.draft;
    if (draft.form == CounterForm::Services) {
        return send_services(turn);
    }
    if (state.line.here.empty() || state.line.here.front().id != draft.visit) {
        return;
    }
    if (draft.chosen.empty()) {
        state.problem = {"desk.choose_one", {}};
        app::say_at_once(state.shell, state.problem);
        return app::focus_on(state.shell, "form.choice");
    }
    const LineVisit& visit = state.line.here.front();
    const bool about_class = draft.form == CounterForm::Reclassify;
    act(turn, "POST", "/api/v1/staff/line/steps",
        {{"visit", visit.id},
         {"version", visit.version},
         {"event", event_of(draft.form)},
         {about_class ? "priority" : "service", draft.chosen == kNoneOption ? "" : draft.chosen}});
}

void close_form(Turn& turn) {
    State& state = turn.state;
    app::focus_on(state.shell, state.draft.form == CounterForm::Services ? "services.title" : "here.title");
    state.draft = {};
}

void send_check_in(Turn& turn) {
    State& state = turn.state;
    const std::string code = text::squeeze(state.check_in_code);
    state.checked_in = 0;
    if (code.empty()) {
        state.problem = {"desk.check_in_missing", {}};
        app::say_at_once(state.shell, state.problem);
        return app::focus_on(state.shell, "check_in.code");
    }
    act(turn, "POST", "/api/v1/staff/line/tickets", {{"code", code}, {"priority", ""}}, Purpose::CheckIn);
}

/// Of the visit that was checked in last: it waits.
bool undo_check_in(Turn& turn) {
    for (const LineVisit& visit : turn.state.line.waiting) {
        if (visit.number == turn.state.checked_in) {
            act(turn, "POST", "/api/v1/staff/line/steps",
                {{"visit", visit.id}, {"version", visit.version}, {"event", "undo"}});
            turn.state.checked_in = 0;
            return true;
        }
    }
    return false;
}

}  // namespace

void take_offer(Turn& turn, const app::HttpAnswer& answer) {
    // Without it there is less to choose from; it is asked for again with the line.
    if (auto offer = answer.status == kOk ? read_offer(answer.body) : std::nullopt) {
        turn.state.offer = *std::move(offer);
    }
}

void take_check_in(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.line_acting = false;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    const auto ticket = json::read(answer.body);
    const std::int64_t number = answer.status == kCreated && ticket ? ticket->integer_or("number", 0) : 0;
    if (number == 0) {
        state.problem = why_not(state, answer);
        app::say_at_once(state.shell, state.problem);
    } else {
        state.checked_in = number;
        state.check_in_code.clear();
        app::say(state.shell, {"desk.checked_in", {{"number", std::to_string(number)}}});
    }
    want_line(turn);
}

bool press_counter_form(Turn& turn, std::string_view id) {
    if (id == "form.transfer") {
        open_form(turn, CounterForm::Transfer);
    } else if (id == "form.refer") {
        open_form(turn, CounterForm::Refer);
    } else if (id == "form.reclassify") {
        open_form(turn, CounterForm::Reclassify);
    } else if (id == "form.change_services") {
        open_form(turn, CounterForm::Services);
    } else if (id == "form.send") {
        send_form(turn);
    } else if (id == "form.close") {
        close_form(turn);
    } else if (id == "check_in.send") {
        send_check_in(turn);
    } else {
        return id == "check_in.undo" && undo_check_in(turn);
    }
    return true;
}

void choose_at_counter(Turn& turn, const std::string& id, const std::string& option) {
    if (id == "form.choice") {
        turn.state.draft.chosen = option;
        turn.state.problem = {};
    }
}

void toggle_at_counter(Turn& turn, std::string_view id, bool on) {
    constexpr std::string_view kGroup = "form.services/";
    const auto& known = turn.state.offer.services;
    for (const protocol::Named& one : known) {
        if (id.substr(0, kGroup.size()) == kGroup && id.substr(kGroup.size()) == one.id) {
            auto& chosen = turn.state.draft.services;
            on ? static_cast<void>(chosen.insert(one.id)) : static_cast<void>(chosen.erase(one.id));
        }
    }
}

}  // namespace motcua::desk
