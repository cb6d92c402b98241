#include <algorithm>
#include <iterator>
#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/list.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr int kUnauthenticated = 401;
/// The list is sorted and searched here, so that all of it has to be here: 500 dossiers are more than
/// an office has waiting.
constexpr int kMostPages = 25;

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
    } else if (place == Place::Statistics) {
        want_statistics(turn);
    } else if (place == Place::Counter) {
        want_line(turn);
    } else if (place == Place::Indicators) {
        want_indicators(turn);
    }
}

void turn_page(Turn& turn, int pages) {
    State& state = turn.state;
    const int page = state.wish.page + pages;
    if (page >= 1 && page <= pages_of(lines_shown(state).size())) {
        state.wish.page = page;
        app::focus_on(state.shell, "dossiers");
    }
}

void ask_page(Turn& turn) {
    const State& state = turn.state;
    send(turn, Purpose::List, "GET",
         "/api/v1/staff/dossiers?state=" + state.filter + "&page=" + std::to_string(state.pages_here + 1));
}

/// A second press turns the order round.
bool press_sort(Turn& turn, std::string_view id) {
    ListWish& wish = turn.state.wish;
    for (const SortBy by : sort_columns()) {
        if (id == std::string("sort.") + sort_name(by)) {
            wish.descending = wish.by == by && !wish.descending;
            wish.by = by;
            wish.page = 1;
            app::say(turn.state.shell, {wish.descending ? "desk.sorted_down" : "desk.sorted_up", {}});
            return true;
        }
    }
    return false;
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
    state.arriving.clear();
    state.pages_here = 0;
    ask_page(turn);
}

void search_list(Turn& turn, const std::string& typed) {
    State& state = turn.state;
    if (state.wish.typed == typed) {
        return;
    }
    state.wish.typed = typed;
    state.wish.page = 1;
    const std::size_t found = lines_shown(state).size();
    app::say(state.shell, {found == 0 ? "search.none" : "search.found", {{"count", std::to_string(found)}}});
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
    state.wish = {};
    state.statistics = {};
    state.statistics_load = app::Load::Absent;
    state.indicators = {};
    state.indicators_load = app::Load::Absent;
    state.counted = {};
    state.line = {};
    state.line_load = app::Load::Absent;
    state.line_acting = false;
    state.offer = {};
    state.draft = {};
    state.check_in_code.clear();
    state.checked_in = 0;
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
    std::move(reply->lines.begin(), reply->lines.end(), std::back_inserter(state.arriving));
    ++state.pages_here;
    if (state.pages_here < std::min(reply->pages, kMostPages)) {
        return ask_page(turn);
    }
    state.more_lines = reply->pages > kMostPages;
    state.lines = std::exchange(state.arriving, {});
    state.list_load = app::Load::Ready;
    state.wish.page = std::min(state.wish.page, pages_of(lines_shown(state).size()));
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
    } else if (state.where == Place::List && press_sort(turn, id)) {
        return true;
    } else if ((id == "nav.home" || id == "back") && state.clerk && state.where != Place::List) {
        go_to(turn, Place::List);
        want_list(turn);
    } else {
        return false;
    }
    return true;
}

}  // namespace motcua::desk
