#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr int kUnauthenticated = 401;

void sign_in(Turn& turn) {
    State& state = turn.state;
    state.problem = {};
    if (text::squeeze(state.user).empty() || state.password.empty()) {
        state.problem = {"desk.sign_in_missing", {}};
        app::say_at_once(state.shell, state.problem);
        return;
    }
    json::Object body;
    body.emplace_back("user", text::squeeze(state.user));
    body.emplace_back("password", state.password);
    state.signing_in = true;
    send(turn, Purpose::SignIn, "POST", "/api/v1/staff/session", json::write(json::Value(std::move(body))));
}

void enter(Turn& turn) {
    State& state = turn.state;
    const Place place = state.after_sign_in;
    state.after_sign_in = Place::List;
    go_to(turn, place);
    want_list(turn);
    if (place == Place::Dossier) {
        want_dossier(turn);
    }
}

void turn_page(Turn& turn, int pages) {
    State& state = turn.state;
    const int page = state.page + pages;
    if (page >= 1 && page <= state.pages) {
        state.page = page;
        want_list(turn);
    }
}

void fail_sign_in(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.problem = answer.status == kUnauthenticated ? app::Sentence{"desk.sign_in_wrong", {}}
                                                      : app::problem_of(answer.status, answer.body);
    app::say_at_once(state.shell, state.problem);
    app::focus_on(state.shell, "password");
}

}  // namespace

void want_list(Turn& turn) {
    State& state = turn.state;
    state.list_load = app::Load::Asked;
    send(turn, Purpose::List, "GET",
         "/api/v1/staff/dossiers?state=" + state.filter + "&page=" + std::to_string(state.page));
}

void take_session(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.clerk = answer.status == kOk ? read_clerk(answer.body) : std::nullopt;
    if (state.clerk) {
        return enter(turn);
    }
    go_to(turn, Place::SignIn);
    if (answer.status != kUnauthenticated) {
        state.problem = app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
    }
}

void take_sign_in(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    state.signing_in = false;
    state.password.clear();
    state.clerk = answer.status == kCreated || answer.status == kOk ? read_clerk(answer.body) : std::nullopt;
    if (!state.clerk) {
        return fail_sign_in(turn, answer);
    }
    enter(turn);
}

void take_sign_out(Turn& turn) {
    State& state = turn.state;
    state.clerk.reset();
    state.user.clear();
    state.lines.clear();
    state.detail.reset();
    state.dossier_id.clear();
    state.page = 1;
    state.calls.clear();
    go_to(turn, Place::SignIn);
    app::say(state.shell, {"desk.signed_out", {}});
}

void take_list(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto reply = answer.status == kOk ? read_list(answer.body) : std::nullopt;
    if (!reply) {
        state.list_load = app::Load::Failed;
        app::say(state.shell, app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    state.lines = std::move(reply->lines);
    state.pages = reply->pages;
    state.list_load = app::Load::Ready;
    if (state.page > state.pages) {
        state.page = state.pages;
        want_list(turn);
    }
}

bool press_list(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "sign_in" && state.where == Place::SignIn && !state.signing_in) {
        sign_in(turn);
    } else if (id == "sign_out" && state.clerk) {
        send(turn, Purpose::SignOut, "DELETE", "/api/v1/staff/session");
    } else if ((id == "list.refresh" || id == "retry.list") && state.where == Place::List) {
        want_list(turn);
    } else if (id == "list.next" && state.where == Place::List) {
        turn_page(turn, 1);
    } else if (id == "list.previous" && state.where == Place::List) {
        turn_page(turn, -1);
    } else if ((id == "nav.home" || id == "back") && state.clerk && state.where != Place::List) {
        go_to(turn, Place::List);
        want_list(turn);
    } else {
        return false;
    }
    return true;
}

}  // namespace motcua::desk
