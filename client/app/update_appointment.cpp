#include <algorithm>
#include <utility>

#include "client/app/offices.hpp"
#include "client/app/slot_days.hpp"
#include "client/app/update.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace motcua::app {

namespace {

constexpr int kOk = 200;
constexpr int kCreated = 201;
constexpr std::int64_t kDaysAhead = 8 * 7;

json::Value body_of(const HttpAnswer& answer) {
    auto value = json::read(answer.body);
    return value ? *std::move(value) : json::Value();
}

void choose_office(Turn& turn, const std::string& id) {
    AppointmentPart& part = turn.state.dossier.appointment;
    const bool known = std::any_of(part.offices.begin(), part.offices.end(),
                                   [&](const protocol::Office& office) { return office.id == id; });
    if (!known) {
        return;
    }
    turn.state.dossier.questions.errors.erase("office");
    if (part.office != id) {
        part.office = id;
        part.office_warned.reset();
        part.day.reset();
        part.starts_at_secs.reset();
        part.booking.reset();
        part.slots.clear();
        part.slots_load = Load::Absent;
    }
}

bool is_own(const AppointmentPart& part, std::int64_t starts_at_secs) {
    return part.booking && part.booking->office == part.office &&
           part.booking->starts_at_secs == starts_at_secs;
}

bool can_be_had(const AppointmentPart& part, std::int64_t starts_at_secs) {
    return std::any_of(part.slots.begin(), part.slots.end(), [&](const protocol::Slot& slot) {
        return slot.starts_at_secs == starts_at_secs && is_offered(part, slot);
    });
}

void choose_day(State& state, const std::string& id) {
    AppointmentPart& part = times_of(state);
    const auto day = calendar::parse_iso(id);
    const bool offered =
        day && std::any_of(part.slots.begin(), part.slots.end(), [&](const auto& slot) {
            return calendar::day_in_vietnam(slot.starts_at_secs) == *day && is_offered(part, slot);
        });
    if (!offered) {
        return;
    }
    part.day = day;
    say(state.shell, {"slots.time", {{"day", day_text(state.shell.texts(), *day)}}});
    if (part.starts_at_secs && !(calendar::day_in_vietnam(*part.starts_at_secs) == *day)) {
        part.starts_at_secs.reset();
    }
}

void choose_slot(State& state, const std::string& id) {
    AppointmentPart& part = times_of(state);
    for (const protocol::Slot& slot : part.slots) {
        if (std::to_string(slot.starts_at_secs) == id && can_be_had(part, slot.starts_at_secs)) {
            part.starts_at_secs = slot.starts_at_secs;
            part.problem = {};
            if (is_slips(state)) {
                state.slip->unchosen = {};
            } else {
                state.dossier.questions.errors.erase("starts_at");
            }
        }
    }
}

/// Shows other days; the slot chosen stays chosen.
void move_days(Turn& turn, std::int64_t days) {
    AppointmentPart& part = times_of(turn.state);
    const std::int64_t today = calendar::days_since_1970(turn.state.shell.today());
    const std::int64_t from = calendar::days_since_1970(monday_of(part.from)) + days;
    part.from = calendar::from_days(std::clamp(from, today, today + kDaysAhead));
    part.day.reset();
    want_slots(turn);
}

/// After new slots have come: the first day that has any is shown, unless one was chosen.
void settle_choice(State& state, AppointmentPart& part) {
    const bool covered = part.starts_at_secs && !(calendar::day_in_vietnam(*part.starts_at_secs) < part.from);
    if (covered && !part.slots.empty() && *part.starts_at_secs <= part.slots.back().starts_at_secs &&
        !can_be_had(part, *part.starts_at_secs)) {
        part.starts_at_secs.reset();
        say(state.shell, {"slots.gone", {}});
    }
    if (part.day) {
        return;
    }
    for (const protocol::Slot& slot : part.slots) {
        if (can_be_had(part, slot.starts_at_secs)) {
            part.day = calendar::day_in_vietnam(slot.starts_at_secs);
            return;
        }
    }
}

void fail_hold(Turn& turn, const HttpAnswer& answer) {
    constexpr int kServerFault = 500;
    AppointmentPart& part = turn.state.dossier.appointment;
    const auto refusal = protocol::decode_problem(body_of(answer));
    if (const Finding* finding = refusal ? slot_finding(*refusal) : nullptr) {
        return lose_slot(turn, finding->code);
    }
    const bool in_flight = refusal && refusal->code == "in_flight";
    part.hold_unanswered = answer.status == 0 || answer.status >= kServerFault || in_flight;
    const Sentence problem = problem_of(answer.status, answer.body);
    if (turn.state.dossier.hand_in.stage == Stage::Hold) {
        return stop_hand_in(turn, problem);
    }
    part.problem = problem;
    say_at_once(turn.state.shell, problem);
}

}  // namespace

void want_offices(Turn& turn) {
    AppointmentPart& part = turn.state.dossier.appointment;
    if (part.offices_load == Load::Ready || part.offices_load == Load::Asked || !turn.state.procedure) {
        return;
    }
    part.offices_load = Load::Asked;
    send(turn, Purpose::Offices, "GET", "/api/v1/offices?procedure=" + turn.state.procedure->code);
}

void want_slots(Turn& turn) {
    AppointmentPart& part = times_of(turn.state);
    if (part.office.empty()) {
        return;
    }
    const calendar::Date today = turn.state.shell.today();
    if (part.from < today) {
        part.from = today;
    }
    part.slots_load = Load::Asked;
    const std::int64_t passed =
        calendar::days_since_1970(part.from) - calendar::days_since_1970(monday_of(part.from));
    send(turn, is_slips(turn.state) ? Purpose::SlipSlots : Purpose::Slots, "GET",
         "/api/v1/slots?office=" + part.office + "&from=" + calendar::iso(part.from) +
             "&days=" + std::to_string(kDaysShown - passed));
}

void want_hold(Turn& turn) {
    AppointmentPart& part = turn.state.dossier.appointment;
    if (!part.starts_at_secs || part.office.empty()) {
        return lose_slot(turn, "slot_choice");
    }
    json::Object wish;
    wish.emplace_back("dossier", turn.state.dossier.id);
    wish.emplace_back("office", part.office);
    wish.emplace_back("starts_at", *part.starts_at_secs);
    std::string body = json::write(json::Value(std::move(wish)));
    if (!part.hold_unanswered || body != part.hold_body) {
        ++part.hold_number;
        part.hold_body = body;
    }
    part.holding = true;
    part.hold_unanswered = true;
    part.problem = {};
    send(turn, Purpose::Hold, "POST", "/api/v1/holds", std::move(body),
         "hold-" + turn.state.dossier.id + "-" + std::to_string(part.hold_number));
}

void choose_appointment(Turn& turn, const Choose& choose) {
    if (turn.state.dossier.appointment.holding) {
        return;
    }
    const Place place = turn.state.where.place;
    if (place == Place::Office && choose.id == "office") {
        choose_office(turn, choose.option);
    } else if ((place == Place::Time || place == Place::Move) && choose.id == "slot") {
        choose_slot(turn.state, choose.option);
    }
}

bool press_appointment(Turn& turn, std::string_view id) {
    AppointmentPart& part = turn.state.dossier.appointment;
    if (id == "retry.offices" && part.offices_load == Load::Failed) {
        want_offices(turn);
        return true;
    }
    if (turn.state.where.place == Place::Office && id.rfind("pin.", 0) == 0 && !part.holding) {
        choose_office(turn, std::string(id.substr(4)));
        return true;
    }
    if (part.office_asked && (id == "office.keep" || id == "office.other")) {
        part.office_asked = false;
        if (id == "office.keep") {
            part.office_warned = office_finding(turn.state);
            continue_office(turn);
        }
        return true;
    }
    return turn.state.where.place == Place::Time && !part.holding && press_times(turn, id);
}

bool press_times(Turn& turn, std::string_view id) {
    if (id == "slots.refresh" || id == "retry.slots") {
        want_slots(turn);
    } else if (id == "slots.later") {
        move_days(turn, kDaysShown);
    } else if (id == "slots.earlier") {
        move_days(turn, -kDaysShown);
    } else if (id.rfind("day.", 0) == 0) {
        choose_day(turn.state, std::string(id.substr(4)));
    } else {
        return false;
    }
    return true;
}

void continue_office(Turn& turn) {
    State& state = turn.state;
    if (state.dossier.appointment.office.empty()) {
        if (state.dossier.appointment.offices_load == Load::Ready) {
            state.dossier.questions.errors.insert_or_assign("office", Finding{"office", "office_choice", {}});
            show_summary(turn);
        }
        return;
    }
    state.dossier.questions.errors.erase("office");
    if (const auto obstacle = office_obstacle(state)) {
        if (obstacle->code == form::kOfficeRefused) {
            state.dossier.questions.errors.insert_or_assign("office", *obstacle);
            return show_summary(turn);
        }
        state.dossier.appointment.office_asked = true;
        return focus_on(state.shell, "office.other");
    }
    // Another office means another time: the way back to the check page leads through it.
    if (state.from_check && state.dossier.appointment.booking) {
        state.from_check = false;
        return go_to(turn, {Place::Check, 0});
    }
    go_on(turn);
}

void continue_time(Turn& turn) {
    State& state = turn.state;
    AppointmentPart& part = state.dossier.appointment;
    if (part.holding) {
        return;
    }
    if (!part.starts_at_secs) {
        state.dossier.questions.errors.insert_or_assign("starts_at", Finding{"starts_at", "slot_choice", {}});
        return show_summary(turn);
    }
    if (is_own(part, *part.starts_at_secs) && part.booking->hold_until_secs > state.shell.now_secs) {
        state.from_check = false;
        return go_on(turn);
    }
    want_hold(turn);
}

void take_offices(Turn& turn, const HttpAnswer& answer) {
    AppointmentPart& part = turn.state.dossier.appointment;
    auto offices = protocol::decode_offices(body_of(answer));
    if (answer.status != kOk || !offices) {
        part.offices_load = Load::Failed;
        say(turn.state.shell, problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    part.offices = *std::move(offices);
    // Ids stand in page ids and in paths.
    std::erase_if(part.offices, [](const auto& office) { return page::id_part(office.id) != office.id; });
    part.offices_load = Load::Ready;
}

void take_slots(Turn& turn, AppointmentPart& part, const HttpAnswer& answer) {
    auto slots = protocol::decode_slots(body_of(answer));
    if (answer.status != kOk || !slots) {
        part.slots_load = Load::Failed;
        say(turn.state.shell, problem_of(answer.status == kOk ? 0 : answer.status, answer.body));
        return;
    }
    part.slots = *std::move(slots);
    std::sort(part.slots.begin(), part.slots.end(),
              [](const auto& a, const auto& b) { return a.starts_at_secs < b.starts_at_secs; });
    part.slots_load = Load::Ready;
    settle_choice(turn.state, part);
}

void take_hold(Turn& turn, const HttpAnswer& answer) {
    State& state = turn.state;
    AppointmentPart& part = state.dossier.appointment;
    part.holding = false;
    const auto booking = protocol::decode_booking(body_of(answer));
    if (answer.status != kCreated || !booking) {
        return fail_hold(turn, answer);
    }
    part.hold_unanswered = false;
    part.booking = *booking;
    if (state.dossier.hand_in.stage == Stage::Hold) {
        return advance(turn);
    }
    if (state.where.place == Place::Time) {
        state.from_check = false;
        go_on(turn);
        say(state.shell, {"slots.held", {}});
    }
}

const Finding* slot_finding(const protocol::Problem& problem) {
    for (const Finding& finding : problem.findings) {
        if (finding.field == "starts_at" || finding.field == "appointment") {
            return &finding;
        }
    }
    return nullptr;
}

void lose_slot(Turn& turn, const std::string& code) {
    State& state = turn.state;
    AppointmentPart& part = state.dossier.appointment;
    part.booking.reset();
    part.starts_at_secs.reset();
    part.hold_unanswered = false;
    state.dossier.hand_in.stage = Stage::Idle;
    state.dossier.questions.errors.insert_or_assign("starts_at", Finding{"starts_at", code, {}});
    go_to(turn, {Place::Time, 0});
    show_summary(turn);
}

}  // namespace motcua::app
