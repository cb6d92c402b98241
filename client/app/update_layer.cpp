#include <algorithm>
#include <utility>

#include "client/app/update.hpp"

namespace motcua::app {

namespace {

constexpr int kSecondMillis = 1000;

/// There is something that the next person at this screen must not see.
bool anything_entered(const State& state) {
    return state.where.place != Place::Start || !state.procedure_code.empty() || !state.searched.empty() ||
           !state.look_up.code.empty() || state.look_up.status || state.shell.lang != state.idle.lang;
}

/// A dossier on its way is not stopped.
bool sending(const State& state) {
    return state.where.place == Place::HandingIn && state.dossier.hand_in.problem.key.empty();
}

void warn(Turn& turn) {
    IdlePart& idle = turn.state.idle;
    idle.ends_at_secs = turn.state.shell.now_secs + idle.warn_secs;
    focus_on(turn.state.shell, "idle.stay");
}

/// Said at tens, and when five seconds are left: more often nobody could hear anything else.
void say_what_is_left(Turn& turn, std::int64_t left) {
    if (left % 10 == 0 || left == 5) {
        say(turn.state.shell, {"idle.left", {{"count", std::to_string(left)}}});
    }
}

void restart(Turn& turn) {
    turn.state.idle = {};
    turn.effects.emplace_back(Restart{});
}

}  // namespace

bool press_layer(Turn& turn, std::string_view id) {
    State& state = turn.state;
    if (id == "other.lose" && !state.wished_procedure.empty()) {
        const std::string code = std::exchange(state.wished_procedure, "");
        begin_procedure(turn, code);
    } else if (id == "other.keep") {
        state.wished_procedure.clear();
    } else if (id == "idle.stay") {
        state.idle.ends_at_secs = 0;
    } else if (id == "idle.clear" && state.idle.ends_at_secs != 0) {
        restart(turn);
    } else if (id == "toast.close") {
        drop_removed(turn);
        forget_removed_row(turn);
        state.dossier.helper.dropped = false;
        focus_on(state.shell);
    } else {
        return false;
    }
    return true;
}

void note_person(Turn& turn) {
    turn.state.idle.stirred_at_secs = turn.state.shell.now_secs;
}

void keep_watch(Turn& turn) {
    const State& state = turn.state;
    const IdlePart& idle = state.idle;
    const bool watched = std::any_of(state.calls.begin(), state.calls.end(),
                                     [](const auto& call) { return call.second == Purpose::Idle; });
    if (idle.after_secs <= 0 || watched) {
        return;
    }
    const std::int64_t left = idle.stirred_at_secs + idle.after_secs - state.shell.now_secs;
    const int secs =
        idle.ends_at_secs != 0 ? 1 : static_cast<int>(std::clamp<std::int64_t>(left, 1, idle.after_secs));
    turn.effects.emplace_back(Wait{open_call(turn, Purpose::Idle), secs * kSecondMillis});
}

void take_idle(Turn& turn) {
    const State& state = turn.state;
    IdlePart& idle = turn.state.idle;
    const std::int64_t now = state.shell.now_secs;
    if (idle.ends_at_secs != 0) {
        return now >= idle.ends_at_secs ? restart(turn) : say_what_is_left(turn, idle.ends_at_secs - now);
    }
    // The clock may have been set back.
    idle.stirred_at_secs = std::min(idle.stirred_at_secs, now);
    if (sending(state) || !anything_entered(state)) {
        idle.stirred_at_secs = now;
    } else if (now - idle.stirred_at_secs >= idle.after_secs) {
        warn(turn);
    }
}

}  // namespace motcua::app
