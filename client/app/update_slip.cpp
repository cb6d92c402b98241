#include <algorithm>
#include <utility>

#include "client/app/slip.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/update.hpp"
#include "client/app/view.hpp"
#include "client/page/build.hpp"
#include "shared/json/write.hpp"

namespace motcua::app {

namespace {

/// Where a call goes; `once`: with an idempotency key (docs/API.md).
struct Route {
    const char* path;
    bool once;
};

Route route_of(SlipCall call) {
    switch (call) {
        case SlipCall::Move:
            return {"appointments/move", true};
        case SlipCall::Again:
            return {"appointments/again", true};
        case SlipCall::Cancel:
            return {"appointments/cancel", true};
        case SlipCall::File:
            return {"appointments/calendar.ics", false};
        case SlipCall::Waiting:
            return {"waiting/status", false};
        case SlipCall::Wait:
            return {"waiting", true};
        case SlipCall::Leave:
            return {"waiting/leave", true};
        case SlipCall::None:
        case SlipCall::Status:
            break;
    }
    return {"appointments/status", false};
}

json::Object at_time(std::int64_t starts_at_secs) {
    json::Object more;
    more.emplace_back("starts_at", starts_at_secs);
    return more;
}

void open_slip(Turn& turn) {
    State& state = turn.state;
    const auto& receipt = state.dossier.hand_in.receipt;
    if (state.where.place == Place::Receipt && receipt) {
        if (!state.slip || state.slip->code != receipt->code) {
            take_up_slip(state, receipt->code, receipt->secret);
            state.look_up.status.reset();
        }
        state.resume = state.where;
    }
    if (state.slip) {
        state.slip->opened_from = state.where.place;
        show_slip(turn, Place::Appointment);
    }
}

/// Of the page that shows the appointment.
bool press_appointment_page(Turn& turn, std::string_view id) {
    State& state = turn.state;
    SlipPart& part = *state.slip;
    if (id == "slip.refresh" || id == "retry.slip") {
        call_slip(turn, SlipCall::Status);
    } else if (id == "slip.move" && (may_change(state) || is_cancelled(state))) {
        show_slip(turn, Place::Move);
    } else if (id == "slip.wait" && may_change(state)) {
        show_slip(turn, Place::Wait);
    } else if (id == "slip.cancel" && may_change(state)) {
        part.cancel_asked = true;
        focus_on(state.shell, "slip.keep");
    } else if (id == "slip.file" && part.appointment) {
        call_slip(turn, SlipCall::File);
    } else if (id == "slip.take" && part.waiting && part.waiting->offered_at_secs != 0) {
        call_slip(turn, SlipCall::Move, at_time(part.waiting->offered_at_secs));
    } else if (id == "slip.leave" && part.waiting) {
        call_slip(turn, SlipCall::Leave);
    } else {
        return false;
    }
    return true;
}

void refuse_to_go_on(Turn& turn, const char* field, const char* code) {
    turn.state.slip->unchosen = {field, code, {}};
    show_summary(turn);
}

}  // namespace

void call_slip(Turn& turn, SlipCall call, json::Object more) {
    State& state = turn.state;
    if (!state.slip) {
        return;
    }
    SlipPart& part = *state.slip;
    const Route route = route_of(call);
    json::Object body;
    body.emplace_back("code", part.code);
    body.emplace_back("secret", part.secret);
    std::move(more.begin(), more.end(), std::back_inserter(body));
    std::string text = json::write(json::Value(std::move(body)));
    const std::string path = std::string("/api/v1/") + route.path;
    std::string key;
    if (route.once) {
        const std::string wish = path + text;
        if (!part.unanswered || wish != part.last_wish) {
            ++state.slip_wishes;
            part.last_wish = wish;
        }
        part.unanswered = true;
        key = "slip-" + state.random.substr(0, 32) + "-" + std::to_string(state.slip_wishes);
    }
    if (route.once || call == SlipCall::File) {
        part.problem = {};
        part.done = SlipCall::None;
    }
    part.call = call;
    send(turn, Purpose::Slip, "POST", path, std::move(text), std::move(key));
}

void show_slip(Turn& turn, Place place) {
    State& state = turn.state;
    SlipPart& part = *state.slip;
    part.problem = {};
    part.unchosen = {};
    part.cancel_asked = false;
    if (place == Place::Appointment || !part.appointment) {
        go_to(turn, {Place::Appointment, 0});
        return call_slip(turn, SlipCall::Status);
    }
    part.done = SlipCall::None;
    part.wish.clear();
    part.times = {};
    part.times.office = page::id_part(part.appointment->office.id);
    go_to(turn, {place, 0});
    want_slots(turn);
}

bool visit_slip(Turn& turn, const std::string& page) {
    for (const Place place : {Place::Pickup, Place::PickupForm}) {
        if (page == page_id(turn.state, {place, 0})) {
            if (turn.state.slip) {
                show_pickup(turn, Place::Pickup);
            }
            return true;
        }
    }
    for (const Place place : {Place::Appointment, Place::Move, Place::Wait}) {
        if (page == page_id(turn.state, {place, 0})) {
            const bool chooses = may_change(turn.state) || (place == Place::Move && is_cancelled(turn.state));
            if (turn.state.slip) {
                show_slip(turn, chooses ? place : Place::Appointment);
            }
            return true;
        }
    }
    return false;
}

bool press_slip(Turn& turn, std::string_view id) {
    State& state = turn.state;
    const Place place = state.where.place;
    if (id == "slip.open" && (place == Place::LookUp || place == Place::Receipt)) {
        open_slip(turn);
        return true;
    }
    if (!is_slips(state) || is_acting(state)) {
        return false;
    }
    SlipPart& part = *state.slip;
    if (part.cancel_asked && (id == "slip.keep" || id == "slip.cancel_yes")) {
        part.cancel_asked = false;
        if (id == "slip.cancel_yes") {
            call_slip(turn, SlipCall::Cancel);
        }
        return true;
    }
    if (place == Place::Appointment) {
        return press_appointment_page(turn, id);
    }
    if (id == "slip.move" && place == Place::Wait) {
        show_slip(turn, Place::Move);
        return true;
    }
    return press_times(turn, id);
}

void choose_wish(Turn& turn, const Choose& choose) {
    SlipPart& part = *turn.state.slip;
    const std::vector<Wish> wishes = wishes_of(turn.state);
    const bool known =
        std::any_of(wishes.begin(), wishes.end(), [&](const Wish& wish) { return wish.id == choose.option; });
    if (choose.id == "wish" && known && !is_acting(turn.state)) {
        part.wish = choose.option;
        part.unchosen = {};
    }
}

void continue_slip(Turn& turn) {
    State& state = turn.state;
    SlipPart& part = *state.slip;
    if (is_acting(state)) {
        return;
    }
    if (state.where.place == Place::Move) {
        return part.times.starts_at_secs
                   ? call_slip(turn, is_cancelled(state) ? SlipCall::Again : SlipCall::Move,
                               at_time(*part.times.starts_at_secs))
                   : refuse_to_go_on(turn, "slot", "slot_choice");
    }
    for (const Wish& wish : wishes_of(state)) {
        if (wish.id == part.wish) {
            json::Object more;
            more.emplace_back("from", wish.from_secs);
            more.emplace_back("until", wish.until_secs);
            return call_slip(turn, SlipCall::Wait, std::move(more));
        }
    }
    refuse_to_go_on(turn, "wish", "option");
}

void take_slip_wait(Turn& turn) {
    const auto& part = turn.state.slip;
    if (turn.state.where.place == Place::Appointment && part->waiting && part->call == SlipCall::None) {
        ++part->looked;
        call_slip(turn, SlipCall::Waiting);
    }
}

}  // namespace motcua::app
