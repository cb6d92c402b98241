#include <optional>
#include <utility>

#include "client/app/problem.hpp"
#include "client/desk/replies.hpp"
#include "client/desk/update.hpp"

namespace motcua::desk {

void want_statistics(Turn& turn) {
    turn.state.statistics_load = app::Load::Asked;
    send(turn, Purpose::Statistics, "GET", "/api/v1/staff/statistics");
}

void take_statistics(Turn& turn, const app::HttpAnswer& answer) {
    constexpr int kOk = 200;
    constexpr int kUnauthenticated = 401;
    State& state = turn.state;
    if (answer.status == kUnauthenticated) {
        return lose_session(turn);
    }
    auto found = answer.status == kOk ? read_statistics(answer.body) : std::nullopt;
    if (!found) {
        state.statistics_load = app::Load::Failed;
        app::say(state.shell, app::problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    state.statistics = *std::move(found);
    state.statistics_load = app::Load::Ready;
}

/// "<chart>.table" shows or hides a chart's table.
bool press_statistics(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "nav.statistics" && state.clerk && state.where != Place::Statistics) {
        go_to(turn, Place::Statistics);
        want_statistics(turn);
        return true;
    }
    if (state.where != Place::Statistics) {
        return false;
    }
    if (id == "statistics.refresh" || id == "retry.statistics") {
        want_statistics(turn);
        return true;
    }
    for (const char* chart : {"received", "hours"}) {
        if (id == std::string(chart) + ".table") {
            if (state.open_tables.erase(chart) == 0) {
                state.open_tables.insert(chart);
            }
            return true;
        }
    }
    return false;
}

}  // namespace motcua::desk
