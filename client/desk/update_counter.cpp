#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kUnauthenticated = 401;
constexpr int kEveryMillis = 4000;
constexpr const char* kLine = "/api/v1/staff/line";

void step(Turn& turn, const LineVisit& visit, const std::string& event) {
    act(turn, "POST", std::string(kLine) + "/steps",
        {{"visit", visit.id}, {"version", visit.version}, {"event", event}});
}

/// "here.start", "last.undo", "aside.call.<id>": an event of somebody in that list.
bool press_visit(Turn& turn, std::string_view id) {
    const TodaysLine& line = turn.state.line;
    for (const auto& [list, visits] :
         {std::pair<std::string_view, const std::vector<LineVisit>*>{"here.", &line.here},
          {"last.", &line.last},
          {"aside.", &line.aside}}) {
        if (id.substr(0, list.size()) != list) {
            continue;
        }
        const std::string_view rest = id.substr(list.size());
        const std::string event(rest.substr(0, rest.find('.')));
        for (const LineVisit& visit : *visits) {
            if (rest == event || rest == event + "." + visit.id) {
                step(turn, visit, event);
                return true;
            }
        }
    }
    return false;
}

void ask_later(Turn& turn) {
    State& state = turn.state;
    if (state.where == Place::Counter) {
        state.line_timer = app::next_call(state.shell);
        turn.effects.emplace_back(app::Wait{state.line_timer, kEveryMillis});
    }
}

}  // namespace

void act(Turn& turn, const char* method, const std::string& path, json::Object body, Purpose purpose) {
    State& state = turn.state;
    constexpr std::size_t kPrefixDigits = 16;
    state.line_acting = true;
    state.problem = {};
    const std::string key =
        "line-" + state.random.substr(0, kPrefixDigits) + "-" + std::to_string(state.shell.last_call);
    send(turn, purpose, method, path,
         method == std::string("DELETE") ? "" : json::write(json::Value(std::move(body))), key);
}

app::Sentence why_not(const State& state, const app::HttpAnswer& answer) {
    const auto body = json::read(answer.body);
    const auto findings = body ? protocol::findings_at(*body, "findings") : std::vector<Finding>{};
    if (!findings.empty() && state.shell.texts().has("finding." + findings.front().code)) {
        return {"finding." + findings.front().code, findings.front().args};
    }
    return app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
}

void want_line(Turn& turn) {
    State& state = turn.state;
    if (state.line_load != app::Load::Ready) {
        state.line_load = app::Load::Asked;
    }
    send(turn, Purpose::Line, "GET", kLine);
    if (state.offer.services.empty() && state.clerk) {
        send(turn, Purpose::LineOffer, "GET", "/api/v1/line?office=" + state.clerk->office);
    }
}

void wake_line(Turn& turn, int call) {
    State& state = turn.state;
    if (call == state.line_timer && state.where == Place::Counter) {
        state.line_timer = 0;
        want_line(turn);
    }
}

void take_line(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    ask_later(turn);
    auto line = answer.status == kOk ? read_line(answer.body) : std::nullopt;
    if (!line) {
        state.line_load = app::Load::Failed;
        return;
    }
    // An action under way answers with what came of it; this was asked for before.
    if (!state.line_acting) {
        state.line = *std::move(line);
    }
    state.line_load = app::Load::Ready;
}

void take_line_action(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.line_acting = false;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto line = answer.status == kOk ? read_line(answer.body) : std::nullopt;
    if (!line) {
        state.problem = why_not(state, answer);
        app::say_at_once(state.shell, state.problem);
        return want_line(turn);
    }
    const bool formed = std::exchange(state.draft, {}).form != CounterForm::None;
    const std::int64_t before = state.line.here.empty() ? 0 : state.line.here.front().number;
    state.line = *std::move(line);
    state.line_load = app::Load::Ready;
    if (!state.line.here.empty() && state.line.here.front().number != before) {
        app::say(state.shell, {"desk.called", {{"number", std::to_string(state.line.here.front().number)}}});
        app::focus_on(state.shell, "here.title");
    } else if (state.line.here.empty() && before != 0) {
        app::focus_on(state.shell, "counter.next");
    } else if (formed) {
        app::focus_on(state.shell, before != 0 ? "here.title" : "services.title");
    }
}

bool press_counter(Turn& turn, std::string_view id) {
    constexpr std::string_view kSit = "sit.";
    State& state = turn.state;
    if (id == "nav.counter" && state.clerk && state.where != Place::Counter) {
        go_to(turn, Place::Counter);
        want_line(turn);
        return true;
    }
    if (state.where != Place::Counter || state.line_acting) {
        return false;
    }
    if (id == "counter.next") {
        act(turn, "POST", std::string(kLine) + "/next", {});
    } else if (id == "counter.leave") {
        act(turn, "DELETE", "/api/v1/staff/counter", {});
    } else if (id == "retry.line") {
        state.line_load = app::Load::Asked;
        want_line(turn);
    } else if (id.substr(0, kSit.size()) == kSit) {
        for (const LineCounter& counter : state.line.counters) {
            if (id.substr(kSit.size()) == std::to_string(counter.counter)) {
                act(turn, "PUT", "/api/v1/staff/counter",
                    {{"counter", counter.counter}, {"services", json::Array{}}});
            }
        }
    } else {
        return press_counter_form(turn, id) || press_visit(turn, id);
    }
    return true;
}

}  // namespace motcua::desk
