#include <algorithm>
#include <utility>

#include "client/app/slip.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/update.hpp"
#include "shared/identity/identity.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace motcua::app {

namespace {

constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kServerFault = 500;

void call_pickup(Turn& turn, PickupCall call, json::Object more = {}) {
    State& state = turn.state;
    SlipPart& slip = *state.slip;
    PickupPart& part = *slip.pickup;
    json::Object body;
    body.emplace_back("code", slip.code);
    body.emplace_back("secret", slip.secret);
    std::move(more.begin(), more.end(), std::back_inserter(body));
    std::string text = json::write(json::Value(std::move(body)));
    std::string path = "/api/v1/pickups";
    path += call == PickupCall::Status   ? "/status"
            : call == PickupCall::Cancel ? "/cancel"
            : call == PickupCall::Meet   ? "/courier"
                                         : "";
    std::string key;
    if (call != PickupCall::Status) {
        const std::string wish = path + text;
        if (!part.unanswered || wish != part.last_wish) {
            ++state.slip_wishes;
            part.last_wish = wish;
        }
        part.unanswered = true;
        key = "slip-" + state.random.substr(0, 32) + "-" + std::to_string(state.slip_wishes);
        part.problem = {};
        part.done = PickupCall::None;
    }
    part.call = call;
    send(turn, Purpose::Pickup, "POST", std::move(path), std::move(text), std::move(key));
}

/// As it was asked for, when it was.
void fill_form(PickupPart& part) {
    const protocol::Pickup& told = *part.told;
    if (!told.state.empty() && part.line.empty()) {
        part.commune = told.commune;
        part.line = told.line;
        part.telephone = told.telephone;
    }
    if (part.commune.empty() && told.communes.size() == 1) {
        part.commune = told.communes.front().code;
    }
    part.window = told.state == "requested" ? told.starts_at_secs : 0;
}

/// Where a finding of the office is shown.
std::string node_of(const std::string& field) {
    return field == "starts_at" ? "pickup.window" : "pickup." + field;
}

void fail(Turn& turn, PickupCall call, const HttpAnswer& answer) {
    State& state = turn.state;
    PickupPart& part = *state.slip->pickup;
    const auto value = json::read(answer.body);
    const auto refusal = protocol::decode_problem(value ? *value : json::Value());
    const bool unclear =
        answer.status == 0 || answer.status >= kServerFault || (refusal && refusal->code == "in_flight");
    part.unanswered = call == PickupCall::Status ? part.unanswered : unclear;
    part.failed = call;
    part.problem = answer.status == kNotFound
                       ? Sentence{"look_up.not_found", {}}
                       : problem_of(answer.status == kOk ? 0 : answer.status, answer.body);
    bool moved_on = false;
    for (const Finding& finding : refusal ? refusal->findings : std::vector<Finding>{}) {
        const std::string key = "finding." + finding.code;
        if (!state.shell.texts().has(key)) {
            continue;
        }
        part.problem = {key, finding.args};
        if (finding.field == "pickup") {
            moved_on = true;
        } else {
            part.errors.insert_or_assign(node_of(finding.field), part.problem);
        }
    }
    say_at_once(state.shell, part.problem);
    if (moved_on && call != PickupCall::Status) {
        go_to(turn, {Place::Pickup, 0});
        call_pickup(turn, PickupCall::Status);
    }
}

void note_missing(PickupPart& part) {
    part.errors.clear();
    if (part.commune.empty()) {
        part.errors.emplace("pickup.commune", Sentence{"finding.option", {}});
    }
    if (text::squeeze(part.line).empty()) {
        part.errors.emplace("pickup.line", Sentence{"finding.required", {}});
    }
    if (!identity::check_phone(identity::normalise_phone(part.telephone)).empty()) {
        part.errors.emplace("pickup.telephone", Sentence{"finding.phone", {}});
    }
    if (part.window == 0) {
        part.errors.emplace("pickup.window", Sentence{"finding.option", {}});
    }
}

bool may_ask(const protocol::Pickup& told) {
    return told.closed.empty() && told.state != "on_the_way" && told.state != "collected";
}

void ask_to_meet(Turn& turn) {
    PickupPart& part = *turn.state.slip->pickup;
    part.errors.clear();
    if (text::squeeze(part.number).empty()) {
        part.errors.emplace("pickup.number", Sentence{"finding.required", {}});
        return focus_on(turn.state.shell, "pickup.number");
    }
    json::Object more;
    more.emplace_back("number", part.number);
    call_pickup(turn, PickupCall::Meet, std::move(more));
}

bool press_pickup_page(Turn& turn, std::string_view id) {
    PickupPart& part = *turn.state.slip->pickup;
    if (id == "pickup.refresh" || id == "retry.pickup") {
        call_pickup(turn, PickupCall::Status);
        return true;
    }
    if (part.cancel_asked) {
        part.cancel_asked = false;
        if (id == "pickup.cancel_yes") {
            call_pickup(turn, PickupCall::Cancel);
        }
        return true;
    }
    if (!part.told) {
        return false;
    }
    if ((id == "pickup.ask" || id == "pickup.change") && may_ask(*part.told)) {
        show_pickup(turn, Place::PickupForm);
    } else if (id == "pickup.cancel" && part.told->state == "requested") {
        part.cancel_asked = true;
        focus_on(turn.state.shell, "pickup.keep");
    } else if (id == "pickup.meet" && part.told->state == "on_the_way") {
        ask_to_meet(turn);
    } else {
        return false;
    }
    return true;
}

}  // namespace

void show_pickup(Turn& turn, Place place) {
    SlipPart& slip = *turn.state.slip;
    if (!slip.pickup) {
        slip.pickup = std::make_unique<PickupPart>();
    }
    PickupPart& part = *slip.pickup;
    part.problem = {};
    part.errors.clear();
    part.cancel_asked = false;
    part.done = PickupCall::None;
    if (place == Place::PickupForm && part.told) {
        fill_form(part);
        return go_to(turn, {place, 0});
    }
    go_to(turn, {Place::Pickup, 0});
    call_pickup(turn, PickupCall::Status);
}

bool press_pickup(Turn& turn, std::string_view id) {
    State& state = turn.state;
    const Place place = state.where.place;
    if (place == Place::Appointment && id == "slip.pickup" && !is_acting(state)) {
        show_pickup(turn, Place::Pickup);
        return true;
    }
    if (place != Place::Pickup && place != Place::PickupForm) {
        return false;
    }
    const PickupCall call = state.slip->pickup->call;
    const bool acts = call != PickupCall::None && call != PickupCall::Status;
    return acts || (place == Place::Pickup && press_pickup_page(turn, id));
}

bool input_pickup(Turn& turn, const std::string& id, const std::string& value) {
    const auto& slip = turn.state.slip;
    std::string* field = is_slips(turn.state) && slip->pickup ? pickup_field(*slip->pickup, id) : nullptr;
    if (field == nullptr) {
        return false;
    }
    *field = value;
    slip->pickup->errors.erase(id);
    return true;
}

void choose_pickup(Turn& turn, const Choose& choose) {
    PickupPart& part = *turn.state.slip->pickup;
    const auto take_if_chosen = [&](std::int64_t starts_at_secs) {
        if (std::to_string(starts_at_secs) == choose.option) {
            part.window = starts_at_secs;
        }
    };
    if (choose.id == "pickup.commune") {
        part.commune = choose.option;
    } else if (choose.id == "pickup.window") {
        for (const protocol::Slot& window : part.told->windows) {
            take_if_chosen(window.starts_at_secs);
        }
        take_if_chosen(part.told->starts_at_secs);
    }
    part.errors.erase(choose.id);
}

void continue_pickup(Turn& turn) {
    PickupPart& part = *turn.state.slip->pickup;
    if (part.call != PickupCall::None) {
        return;
    }
    note_missing(part);
    if (!part.errors.empty()) {
        return show_summary(turn);
    }
    json::Object more;
    more.emplace_back("starts_at", part.window);
    more.emplace_back("commune", part.commune);
    more.emplace_back("line", text::squeeze(part.line));
    more.emplace_back("telephone", part.telephone);
    call_pickup(turn, PickupCall::Ask, std::move(more));
}

void take_pickup(Turn& turn, const HttpAnswer& answer) {
    State& state = turn.state;
    if (!state.slip || !state.slip->pickup) {
        return;
    }
    PickupPart& part = *state.slip->pickup;
    const PickupCall call = std::exchange(part.call, PickupCall::None);
    const auto value = json::read(answer.body);
    auto told = protocol::decode_pickup(value ? *value : json::Value());
    if (answer.status != kOk || !told) {
        return fail(turn, call, answer);
    }
    part.told = *std::move(told);
    if (call == PickupCall::Status) {
        if (part.failed == PickupCall::Status) {
            part.problem = {};
        }
        return;
    }
    part.unanswered = false;
    part.done = call;
    part.number.clear();
    go_to(turn, {Place::Pickup, 0});
    say(state.shell, {call == PickupCall::Cancel ? "pickup.cancelled"
                      : call == PickupCall::Meet ? "pickup.met"
                                                 : "pickup.asked",
                      {}});
}

}  // namespace motcua::app
