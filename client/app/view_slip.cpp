#include <utility>

#include "client/app/slip.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

bool has_offer(const SlipPart& part) {
    return part.waiting && part.waiting->offered_at_secs != 0;
}

/// What was done last.
void add_done(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const SlipPart& part = *state.slip;
    const auto add = [&](const char* key, std::string text) {
        main.push_back(page::notice("done", page::Tone::Success, texts.get(key), std::move(text)));
    };
    switch (part.done) {
        case SlipCall::Move:
            return add("slip.booked",
                       texts.get("slip.moved_text",
                                 {{"before", moment_text(texts, part.before_secs)},
                                  {"now", moment_text(texts, part.appointment->starts_at_secs)}}));
        case SlipCall::Again:
            return add("slip.booked", "");
        case SlipCall::Cancel:
            return add("slip.cancelled", texts.get("slip.cancelled_text"));
        case SlipCall::File:
            return add("slip.saved", texts.get("slip.saved_text"));
        case SlipCall::Wait:
            return add("slip.waits", "");
        case SlipCall::Leave:
            return add("slip.left", "");
        case SlipCall::None:
        case SlipCall::Status:
        case SlipCall::Waiting:
            return;
    }
}

std::string state_words(const State& state) {
    const char* key = may_change(state)     ? "slip.stands"
                      : is_cancelled(state) ? "slip.cancelled"
                                            : "slip.over";
    return state.shell.texts().get(key);
}

page::Node facts(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Appointment& appointment = *state.slip->appointment;
    page::Node summary;
    summary.id = "slip.facts";
    summary.role = page::Role::Summary;
    Nodes& rows = summary.children;
    rows.push_back(page::summary_row("slip.time", texts.get("check.time"),
                                     moment_text(texts, appointment.starts_at_secs)));
    rows.back().tone = is_cancelled(state) ? page::Tone::Normal : page::Tone::Primary;
    rows.push_back(page::summary_row("slip.state", texts.get("slip.state"), state_words(state)));
    if (may_change(state)) {
        rows.push_back(page::summary_row("slip.until", texts.get("slip.until"),
                                         moment_text(texts, appointment.change_until_secs)));
    }
    rows.push_back(page::summary_row("slip.office", texts.get("check.office"), appointment.office.name));
    if (!appointment.office.address.empty()) {
        rows.back().hint = appointment.office.address + (appointment.office.verified ? "" : kUnverified);
    }
    rows.push_back(page::summary_row("slip.code", texts.get("receipt.code"), appointment.code));
    return summary;
}

void add_offer(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Waiting& waiting = *state.slip->waiting;
    main.push_back(page::notice(
        "offer", page::Tone::Warning, texts.get("slip.offer"),
        texts.get("slip.offer_text",
                  {{"time", moment_text(texts, waiting.offered_at_secs)},
                   {"until", until_text(texts, waiting.offered_until_secs, state.shell.now_secs)}})));
    main.push_back(
        page::toolbar("offered", {page::button("slip.take", texts.get("slip.take"), page::Tone::Primary),
                                  page::button("slip.leave", texts.get("slip.decline"))}));
}

void add_waiting(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Waiting& waiting = *state.slip->waiting;
    Nodes nodes;
    nodes.push_back(page::paragraph(
        "waiting",
        texts.get("slip.waiting_text", {{"wish", wish_text(texts, waiting.from_secs, waiting.until_secs)},
                                        {"position", std::to_string(waiting.position)}})));
    nodes.push_back(page::toolbar("waits", {page::button("slip.refresh", texts.get("receipt.refresh")),
                                            page::button("slip.leave", texts.get("slip.leave"))}));
    main.push_back(page::group("waiting.box", texts.get("slip.waiting"), std::move(nodes)));
}

Nodes actions(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const SlipPart& part = *state.slip;
    const bool changes = may_change(state);
    Nodes buttons;
    if (changes || is_cancelled(state)) {
        buttons.push_back(page::button("slip.move", texts.get(changes ? "slip.move" : "slip.choose"),
                                       has_offer(part) ? page::Tone::Normal : page::Tone::Primary));
    }
    if (changes && !part.waiting) {
        buttons.push_back(page::button("slip.wait", texts.get("slip.wait")));
    }
    buttons.push_back(page::button("slip.pickup", texts.get("slip.pickup")));
    // A screen that strangers share keeps no files.
    if (changes && state.idle.after_secs == 0) {
        buttons.push_back(page::button("slip.file", texts.get("slip.file")));
    }
    if (changes) {
        buttons.push_back(page::button("slip.cancel", texts.get("slip.cancel"), page::Tone::Danger));
    }
    buttons.push_back(page::button("back", texts.get("action.back")));
    return buttons;
}

}  // namespace

void add_slip_problem(const State& state, Nodes& main) {
    const SlipPart& part = *state.slip;
    if (part.problem.key.empty()) {
        return;
    }
    const char* title = part.failed == SlipCall::Status || part.failed == SlipCall::File ? "load.failed"
                        : part.unanswered                                                ? "slip.unsure"
                        : part.failed == SlipCall::Move                                  ? "slip.not_moved"
                                                                                         : "slip.failed";
    main.push_back(page::notice("problem", page::Tone::Error, state.shell.texts().get(title),
                                state.shell.say_it(part.problem)));
}

void view_slip(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const SlipPart& part = *state.slip;
    main.push_back(page::heading("title", texts.get("slip.title")));
    if (part.opened_from == Place::Receipt) {
        add_helping(state, main);
    }
    add_slip_problem(state, main);
    if (!part.appointment) {
        if (part.call != SlipCall::None) {
            add_load_notice(state, main, Load::Asked, "slip");
        }
        main.push_back(page::toolbar("actions", {page::button("retry.slip", texts.get("action.retry")),
                                                 page::button("back", texts.get("action.back"))}));
        return;
    }
    add_done(state, main);
    if (has_offer(part)) {
        add_offer(state, main);
    }
    page::Node summary = facts(state);
    add_unverified(state, main, summary.children);
    main.push_back(std::move(summary));
    if (part.waiting && !has_offer(part)) {
        add_waiting(state, main);
    }
    main.push_back(page::toolbar("actions", actions(state)));
}

page::Node cancel_dialog(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node =
        page::dialog("cancel",
                     texts.get("slip.cancel_title",
                               {{"time", moment_text(texts, state.slip->appointment->starts_at_secs)}}),
                     texts.get("slip.cancel_text"), "slip.keep",
                     {page::button("slip.keep", texts.get("slip.keep"), page::Tone::Primary),
                      page::button("slip.cancel_yes", texts.get("slip.cancel_yes"), page::Tone::Danger)});
    node.tone = page::Tone::Warning;
    return node;
}

std::string appointment_text(const State& state, const std::string& code, std::int64_t starts_at_secs) {
    const i18n::Texts& texts = state.shell.texts();
    const bool cancelled = is_cancelled(state) && state.slip->appointment->code == code;
    return cancelled ? texts.get("slip.cancelled") : moment_text(texts, starts_at_secs);
}

}  // namespace motcua::app
