#include <utility>

#include "client/app/slip.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/update.hpp"
#include "shared/json/read.hpp"

namespace motcua::app {

namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr int kNoContent = 204;
constexpr int kNotFound = 404;

json::Value body_of(const HttpAnswer& answer) {
    auto value = json::read(answer.body);
    return value ? *std::move(value) : json::Value();
}

/// What of this is known elsewhere too.
void tell_others(State& state) {
    const protocol::Appointment& now = *state.slip->appointment;
    auto& receipt = state.dossier.hand_in.receipt;
    if (receipt && receipt->code == now.code) {
        receipt->starts_at_secs = now.starts_at_secs;
    }
    if (state.look_up.status && state.look_up.status->code == now.code) {
        state.look_up.status->starts_at_secs = now.starts_at_secs;
    }
}

/// Says why, and looks again where something has changed meanwhile.
void fail(Turn& turn, SlipCall call, const HttpAnswer& answer) {
    constexpr int kServerFault = 500;
    State& state = turn.state;
    SlipPart& part = *state.slip;
    if (call == SlipCall::Status && state.where.place != Place::Appointment) {
        return;  // Asked for again where it is shown.
    }
    const auto refusal = protocol::decode_problem(body_of(answer));
    const Finding* finding = refusal && !refusal->findings.empty() ? &refusal->findings.front() : nullptr;
    const bool unclear =
        answer.status == 0 || answer.status >= kServerFault || (refusal && refusal->code == "in_flight");
    const bool looks = call == SlipCall::Status || call == SlipCall::File;
    part.unanswered = looks ? part.unanswered : unclear;
    part.failed = call;
    part.problem = answer.status == kNotFound ? Sentence{"look_up.not_found", {}}
                   : finding != nullptr && state.shell.texts().has("finding." + finding->code)
                       ? Sentence{"finding." + finding->code, finding->args}
                       : problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
    say_at_once(state.shell, part.problem);
    if (unclear || finding == nullptr || call == SlipCall::Status) {
        return;
    }
    if (state.where.place == Place::Appointment) {
        call_slip(turn, SlipCall::Status);
    } else if (is_slips(state)) {
        part.times.starts_at_secs.reset();
        part.wish.clear();
        want_slots(turn);
    }
}

void take_appointment(Turn& turn, SlipCall call, const HttpAnswer& answer) {
    State& state = turn.state;
    SlipPart& part = *state.slip;
    auto appointment = protocol::decode_appointment(body_of(answer));
    if (answer.status != kOk || !appointment) {
        return fail(turn, call, answer);
    }
    part.unanswered = part.unanswered && call == SlipCall::Status;
    const std::int64_t before_secs = part.appointment ? part.appointment->starts_at_secs : 0;
    part.appointment = *std::move(appointment);
    tell_others(state);
    if (call == SlipCall::Status) {
        if (part.failed == SlipCall::Status) {
            part.problem = {};
        }
        if (!may_change(state)) {
            part.waiting.reset();
        } else if (is_slips(state)) {
            call_slip(turn, SlipCall::Waiting);
        }
        return;
    }
    part.done = call;
    part.before_secs = before_secs;
    part.waiting.reset();
    go_to(turn, {Place::Appointment, 0});
    say(state.shell, {call == SlipCall::Cancel ? "slip.cancelled" : "slip.booked", {}});
}

/// A seat may be offered at any time: looks again by itself for an hour.
void look_again_later(Turn& turn) {
    constexpr int kMostLooks = 60;
    constexpr int kMinuteMillis = 60'000;
    forget_calls(turn, Purpose::SlipWait);
    if (turn.state.slip->looked < kMostLooks) {
        turn.effects.emplace_back(Wait{open_call(turn, Purpose::SlipWait), kMinuteMillis});
    }
}

void take_waiting(Turn& turn, SlipCall call, const HttpAnswer& answer) {
    State& state = turn.state;
    SlipPart& part = *state.slip;
    auto waiting = protocol::decode_waiting(body_of(answer));
    if (call == SlipCall::Waiting && (answer.status == kNoContent || answer.status == kNotFound)) {
        if (part.waiting) {
            part.failed = SlipCall::Waiting;
            part.problem = {"slip.wait_over", {}};
            say_at_once(state.shell, part.problem);
        }
        return part.waiting.reset();
    }
    if (call == SlipCall::Waiting && (answer.status != kOk || !waiting)) {
        return look_again_later(turn);  // Nobody asked for it.
    }
    if (call == SlipCall::Wait && (answer.status != kCreated || !waiting)) {
        return fail(turn, call, answer);
    }
    const bool had_offer = part.waiting && part.waiting->offered_at_secs != 0;
    part.waiting = *std::move(waiting);
    if (call == SlipCall::Wait) {
        part.unanswered = false;
        part.looked = 0;
        part.done = call;
        go_to(turn, {Place::Appointment, 0});
        say(state.shell, {"slip.waits", {}});
    }
    if (part.waiting->offered_at_secs != 0 && !had_offer) {
        part.done = SlipCall::None;
        say_at_once(state.shell, {"slip.offer", {}});
    }
    look_again_later(turn);
}

}  // namespace

void take_slip_slots(Turn& turn, const HttpAnswer& answer) {
    if (turn.state.slip) {
        take_slots(turn, turn.state.slip->times, answer);
    }
}

void take_slip(Turn& turn, const HttpAnswer& answer) {
    if (!turn.state.slip) {
        return;
    }
    SlipPart& part = *turn.state.slip;
    const SlipCall call = std::exchange(part.call, SlipCall::None);
    switch (call) {
        case SlipCall::None:
            return;
        case SlipCall::Status:
        case SlipCall::Move:
        case SlipCall::Again:
        case SlipCall::Cancel:
            return take_appointment(turn, call, answer);
        case SlipCall::Waiting:
        case SlipCall::Wait:
            return take_waiting(turn, call, answer);
        case SlipCall::File:
            if (answer.status != kOk) {
                return fail(turn, call, answer);
            }
            turn.effects.emplace_back(SaveFile{"lich-hen.ics", "text/calendar", answer.body});
            part.done = call;
            return say(turn.state.shell, {"slip.saved", {}});
        case SlipCall::Leave:
            if (answer.status != kNoContent && answer.status != kNotFound) {
                return fail(turn, call, answer);
            }
            part.unanswered = false;
            part.waiting.reset();
            part.done = call;
            focus_on(turn.state.shell);
            return say(turn.state.shell, {"slip.left", {}});
    }
}

}  // namespace motcua::app
