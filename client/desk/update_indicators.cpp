#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"

namespace motcua::desk {

namespace {

constexpr int kOk = 200;
constexpr int kUnauthenticated = 401;

void want_visits(Turn& turn) {
    State& state = turn.state;
    const WhichFigure& which = state.which_figure;
    state.visits_load = app::Load::Asked;
    send(turn, Purpose::CountedVisits, "GET",
         "/api/v1/staff/indicators/visits?" + days_query(state.shell.now_secs, state.period_days) +
             "&kind=" + which.kind + "&key=" + which.key + "&figure=" + which.figure);
}

/// "figure.wait": of all visits; "row.service.1.004873", "row.hour.8": those of a row.
std::optional<WhichFigure> figure_of(const State& state, std::string_view id) {
    constexpr std::string_view kFigure = "figure.";
    if (id.substr(0, kFigure.size()) == kFigure) {
        return WhichFigure{"all", "", std::string(id.substr(kFigure.size()))};
    }
    for (const IndicatorRow& row : state.indicators.rows) {
        if (id == row_id(row)) {
            return WhichFigure{row.kind, row.key, "visits"};
        }
    }
    return std::nullopt;
}

}  // namespace

std::string days_query(std::int64_t now_secs, int days) {
    const calendar::Date today = calendar::day_in_vietnam(now_secs);
    const calendar::Date from = calendar::from_days(calendar::days_since_1970(today) - days + 1);
    return "from=" + calendar::iso(from) + "&until=" + calendar::iso(today);
}

std::string row_id(const IndicatorRow& row) {
    // "" is something else than a service of the office's.
    return "row." + row.kind + "." + (row.key.empty() ? kNoneOption : row.key);
}

void want_indicators(Turn& turn) {
    turn.state.indicators_load = app::Load::Asked;
    send(turn, Purpose::Indicators, "GET",
         "/api/v1/staff/indicators?" + days_query(turn.state.shell.now_secs, turn.state.period_days));
}

void take_indicators(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto found = answer.status == kOk ? read_indicators(answer.body) : std::nullopt;
    state.indicators_load = found ? app::Load::Ready : app::Load::Failed;
    if (!found) {
        app::say(state.shell, app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    state.indicators = *std::move(found);
}

void take_counted_visits(Turn& turn, const app::HttpAnswer& answer) {
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto found = answer.status == kOk ? read_counted_visits(answer.body) : std::nullopt;
    state.visits_load = found ? app::Load::Ready : app::Load::Failed;
    if (!found) {
        app::say(state.shell, app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    state.counted = *std::move(found);
}

void choose_period(Turn& turn, const std::string& option) {
    State& state = turn.state;
    for (const int days : kPeriods) {
        if (option == std::to_string(days) && days != state.period_days) {
            state.period_days = days;
            state.indicators = {};
            want_indicators(turn);
        }
    }
}

bool press_indicators(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "nav.indicators" && state.clerk && state.where != Place::Indicators) {
        go_to(turn, Place::Indicators);
        want_indicators(turn);
        return true;
    }
    if (state.where == Place::CountedVisits && id == "retry.visits") {
        want_visits(turn);
        return true;
    }
    if (state.where != Place::Indicators) {
        return false;
    }
    if (id == "retry.indicators" || id == "indicators.refresh") {
        want_indicators(turn);
    } else if (id == "waits.table") {
        if (state.open_tables.erase("waits") == 0) {
            state.open_tables.insert("waits");
        }
    } else if (auto which = figure_of(state, id)) {
        state.which_figure = *std::move(which);
        state.counted = {};
        go_to(turn, Place::CountedVisits);
        want_visits(turn);
    } else {
        return false;
    }
    return true;
}

}  // namespace motcua::desk
