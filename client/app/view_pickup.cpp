#include <utility>

#include "client/app/slip.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

constexpr std::int64_t kMinuteSecs = 60;

std::int64_t end_of(const protocol::Pickup& told) {
    return told.starts_at_secs + kMinuteSecs * told.minutes;
}

/// What is being fetched, and what is not.
void add_papers(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes nodes;
    for (const std::string& paper : state.slip->pickup->told->papers) {
        nodes.push_back(page::paragraph("paper." + std::to_string(nodes.size()), "• " + paper));
    }
    nodes.push_back(page::paragraph("paper.shown", texts.get("pickup.shown_only"), page::Tone::Muted));
    main.push_back(page::group("papers", texts.get("pickup.papers"), std::move(nodes)));
}

std::string address_of(const protocol::Pickup& told) {
    for (const protocol::PickupCommune& commune : told.communes) {
        if (commune.code == told.commune) {
            return told.line + ", " + commune.name;
        }
    }
    return told.line;
}

page::Node facts(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Pickup& told = *state.slip->pickup->told;
    page::Node summary;
    summary.id = "pickup.facts";
    summary.role = page::Role::Summary;
    Nodes& rows = summary.children;
    rows.push_back(
        page::summary_row("pickup.state", texts.get("slip.state"), texts.get("pickup.state." + told.state)));
    rows.back().tone = page::Tone::Primary;
    rows.push_back(page::summary_row("pickup.when", texts.get("pickup.window"),
                                     pickup_window_text(texts, told.starts_at_secs, told.minutes)));
    rows.push_back(page::summary_row("pickup.where", texts.get("pickup.address"), address_of(told)));
    rows.push_back(page::summary_row("pickup.call", texts.get("pickup.telephone"), told.telephone));
    if (!told.number.empty()) {
        rows.push_back(page::summary_row("pickup.own_number", texts.get("pickup.own_number"),
                                         told.number.substr(0, 3) + " " + told.number.substr(3)));
        rows.back().hint = texts.get("pickup.own_number_hint");
    }
    return summary;
}

/// Each step that was taken, when, and by whom.
page::Node step_list(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node;
    node.id = "pickup.steps";
    node.role = page::Role::Timeline;
    node.name = texts.get("pickup.steps");
    for (const protocol::PickupStep& step : state.slip->pickup->told->steps) {
        page::Node one;
        one.id = "pickup.steps." + std::to_string(node.children.size());
        one.role = page::Role::TimelineStep;
        one.name = texts.get("pickup.step." + step.event);
        one.hint = moment_text(texts, step.at_secs);
        one.tone = page::Tone::Success;
        node.children.push_back(std::move(one));
    }
    return node;
}

/// The courier is on the way: who comes is asked for a number.
void add_meeting(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const PickupPart& part = *state.slip->pickup;
    page::Node field = page::text_field("pickup.number", texts.get("pickup.number"), part.number);
    field.hint = texts.get("pickup.number_hint");
    field.input = {.mode = "numeric", .enter = "go", .max_chars = 12, .width_chars = 10};
    if (const auto error = part.errors.find("pickup.number"); error != part.errors.end()) {
        field.error = state.shell.say_it(error->second);
    }
    page::Node go = page::button("pickup.meet", texts.get("pickup.meet"), page::Tone::Primary);
    go.busy = part.call == PickupCall::Meet;
    main.push_back(page::group("meeting", texts.get("pickup.meeting"), {std::move(field), std::move(go)}));
}

void add_done(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const auto add = [&](const char* key, const char* text) {
        main.push_back(page::notice("done", page::Tone::Success, texts.get(key), texts.get(text)));
    };
    switch (state.slip->pickup->done) {
        case PickupCall::Ask:
            return add("pickup.asked", "pickup.asked_text");
        case PickupCall::Cancel:
            return add("pickup.cancelled", "pickup.cancelled_text");
        case PickupCall::Meet:
            return add("pickup.met", "pickup.met_text");
        case PickupCall::None:
        case PickupCall::Status:
            return;
    }
}

void add_what_is(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Pickup& told = *state.slip->pickup->told;
    if (told.state == "requested" && end_of(told) < state.shell.now_secs) {
        main.push_back(page::notice("overdue", page::Tone::Warning, texts.get("pickup.overdue")));
    }
    if (told.state == "on_the_way") {
        add_meeting(state, main);
    }
    main.push_back(facts(state));
    if (told.state == "requested" || told.state == "on_the_way") {
        add_papers(state, main);
    }
    main.push_back(step_list(state));
}

Nodes actions(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const protocol::Pickup& told = *state.slip->pickup->told;
    Nodes buttons;
    const bool over = told.state.empty() || told.state == "missed" || told.state == "cancelled";
    if (over && told.closed.empty() && !told.windows.empty()) {
        buttons.push_back(page::button("pickup.ask", texts.get("pickup.ask"), page::Tone::Primary));
    }
    if (told.state == "requested" && told.closed.empty()) {
        buttons.push_back(page::button("pickup.change", texts.get("pickup.change")));
    }
    if (told.state == "requested") {
        buttons.push_back(page::button("pickup.cancel", texts.get("pickup.cancel"), page::Tone::Danger));
    }
    if (!told.state.empty()) {
        buttons.push_back(page::button("pickup.refresh", texts.get("receipt.refresh")));
    }
    buttons.push_back(page::button("back", texts.get("action.back")));
    return buttons;
}

}  // namespace

std::string pickup_window_text(const i18n::Texts& texts, std::int64_t starts_at_secs, int minutes) {
    return calendar::time_in_vietnam(starts_at_secs) + " – " +
           moment_text(texts, starts_at_secs + kMinuteSecs * minutes);
}

void add_pickup_problem(const State& state, Nodes& main) {
    const PickupPart& part = *state.slip->pickup;
    if (!part.problem.key.empty()) {
        const char* title = part.failed == PickupCall::Status ? "load.failed"
                            : part.unanswered                 ? "slip.unsure"
                                                              : "slip.failed";
        main.push_back(page::notice("problem", page::Tone::Error, state.shell.texts().get(title),
                                    state.shell.say_it(part.problem)));
    }
}

void add_pickup_trial(const State& state, Nodes& main) {
    const protocol::Pickup& told = *state.slip->pickup->told;
    if (!told.verified && !told.communes.empty()) {
        main.push_back(
            page::notice("unverified", page::Tone::Warning, state.shell.texts().get("pickup.unverified")));
    }
}

void view_pickup(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const PickupPart& part = *state.slip->pickup;
    main.push_back(page::heading("title", texts.get("pickup.title")));
    add_pickup_problem(state, main);
    if (!part.told) {
        if (part.call != PickupCall::None) {
            add_load_notice(state, main, Load::Asked, "pickup");
        }
        main.push_back(page::toolbar("actions", {page::button("retry.pickup", texts.get("action.retry")),
                                                 page::button("back", texts.get("action.back"))}));
        return;
    }
    const protocol::Pickup& told = *part.told;
    add_done(state, main);
    add_pickup_trial(state, main);
    if (!told.state.empty()) {
        add_what_is(state, main);
    }
    const bool offers = told.state.empty() || told.state == "missed" || told.state == "cancelled";
    if (!told.closed.empty() && offers) {
        main.push_back(page::notice("closed", page::Tone::Info, texts.get("finding." + told.closed)));
    } else if (offers) {
        main.push_back(page::paragraph("intro", texts.get("pickup.intro", {{"office", told.office.name}})));
        add_papers(state, main);
        if (told.windows.empty()) {
            main.push_back(page::notice("none_free", page::Tone::Info, texts.get("pickup.none_free")));
        }
    }
    main.push_back(page::toolbar("actions", actions(state)));
}

page::Node cancel_pickup_dialog(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node = page::dialog(
        "cancel", texts.get("pickup.cancel_title"), texts.get("pickup.cancel_text"), "pickup.keep",
        {page::button("pickup.keep", texts.get("pickup.keep"), page::Tone::Primary),
         page::button("pickup.cancel_yes", texts.get("pickup.cancel_yes"), page::Tone::Danger)});
    node.tone = page::Tone::Warning;
    return node;
}

}  // namespace motcua::app
