#include <utility>

#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

constexpr std::size_t kRowsOfLine = 30;

i18n::Args number_of(const LineVisit& visit) {
    return {{"number", std::to_string(visit.number)}};
}

std::string service_text(const State& state, const LineVisit& visit) {
    return visit.service.empty() ? state.shell.texts().get("desk.other_service")
                                 : procedure_name(state, visit.service);
}

std::string came_text(const State& state, const LineVisit& visit) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string time = calendar::time_in_vietnam(visit.arrived_at_secs);
    if (visit.booked_at_secs == 0) {
        return time;
    }
    return texts.get(visit.late ? "desk.came_late" : "desk.came_booked",
                     {{"time", time}, {"booked", calendar::time_in_vietnam(visit.booked_at_secs)}});
}

page::Node action(const State& state, const std::string& id, const char* text,
                  page::Tone tone = page::Tone::Normal, const i18n::Args& args = {}) {
    page::Node button = page::button(id, state.shell.texts().get(text, args), tone);
    button.busy = state.line_acting;
    return button;
}

void add_counters(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::paragraph("counter.choose", texts.get("desk.counter_choose")));
    Nodes buttons;
    Nodes taken;
    for (const LineCounter& counter : state.line.counters) {
        const std::string number = std::to_string(counter.counter);
        if (counter.number == 0) {
            buttons.push_back(action(state, "sit." + number, "desk.counter_sit",
                                     counter.clerk.empty() ? page::Tone::Primary : page::Tone::Normal,
                                     {{"counter", number}}));
        }
        if (!counter.clerk.empty()) {
            taken.push_back(page::paragraph(
                "taken." + number,
                texts.get("desk.counter_taken", {{"counter", number}, {"name", counter.clerk}}),
                page::Tone::Muted));
        }
    }
    if (buttons.empty()) {
        main.push_back(page::notice("counter.none", page::Tone::Info, texts.get("desk.counter_none")));
    } else {
        main.push_back(page::toolbar("counter.sit", std::move(buttons)));
    }
    for (page::Node& node : taken) {
        main.push_back(std::move(node));
    }
}

void add_here(const State& state, Nodes& main, const LineVisit& visit) {
    const i18n::Texts& texts = state.shell.texts();
    const bool called = visit.state == "called";
    main.push_back(page::heading(
        "here.title", texts.get(called ? "desk.here_called" : "desk.here_serving", number_of(visit)), 2));
    page::Node facts;
    facts.id = "here.facts";
    facts.role = page::Role::Summary;
    facts.children.push_back(
        page::summary_row("here.service", texts.get("desk.service"), service_text(state, visit)));
    facts.children.push_back(page::summary_row("here.came", texts.get("desk.came"), came_text(state, visit)));
    if (!visit.code.empty()) {
        facts.children.push_back(page::summary_row("here.code", texts.get("receipt.code"), visit.code));
    }
    main.push_back(std::move(facts));
    if (!visit.priority.empty()) {
        main.push_back(page::notice("here.priority", page::Tone::Warning,
                                    texts.get("desk.priority_stated", {{"group", visit.priority}}),
                                    texts.get("desk.priority_check")));
    }
    if (add_visit_form(state, main, visit)) {
        return;
    }
    Nodes buttons;
    if (called) {
        buttons.push_back(action(state, "here.start", "desk.start", page::Tone::Primary));
        buttons.push_back(action(state, "here.recall", "desk.recall"));
        buttons.push_back(action(state, "here.miss", "desk.miss"));
    } else {
        buttons.push_back(action(state, "here.finish", "desk.finish", page::Tone::Primary));
        buttons.push_back(action(state, "here.park", "desk.park"));
    }
    add_visit_tools(state, buttons, visit);
    if (!visit.undo.empty()) {
        buttons.push_back(undo_button(state, "here.undo", visit));
    }
    main.push_back(page::toolbar("here.tools", std::move(buttons)));
}

void add_next(const State& state, Nodes& main) {
    Nodes buttons = {action(state, "counter.next", "desk.next_number", page::Tone::Primary)};
    for (const LineVisit& visit : state.line.last) {
        buttons.push_back(undo_button(state, "last.undo", visit));
    }
    buttons.push_back(action(state, "counter.leave", "desk.counter_leave"));
    main.push_back(page::toolbar("counter.tools", std::move(buttons)));
}

void add_waiting(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<LineVisit>& waiting = state.line.waiting;
    main.push_back(page::heading(
        "waiting.title", texts.get("desk.waiting_count", {{"count", std::to_string(waiting.size())}}), 2));
    if (waiting.empty()) {
        return;
    }
    page::Node table;
    table.id = "waiting";
    table.role = page::Role::Table;
    table.name = texts.get("desk.waiting_caption");
    table.children.push_back(page::row("waiting.head", {texts.get("desk.number"), texts.get("desk.service"),
                                                        texts.get("desk.came"), texts.get("desk.priority")}));
    for (const LineVisit& visit : waiting) {
        if (table.children.size() > kRowsOfLine) {
            break;
        }
        table.children.push_back(
            page::row("waiting." + visit.id, {std::to_string(visit.number), service_text(state, visit),
                                              came_text(state, visit), visit.priority}));
    }
    main.push_back(std::move(table));
}

void add_aside(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (state.line.aside.empty()) {
        return;
    }
    main.push_back(page::heading("aside.title", texts.get("desk.aside"), 2));
    for (const LineVisit& visit : state.line.aside) {
        main.push_back(
            page::paragraph("aside." + visit.id,
                            texts.get(visit.state == "missed" ? "desk.aside_missed" : "desk.aside_parked",
                                      number_of(visit))));
        Nodes buttons;
        if (state.line.here.empty() && state.line.counter != 0) {
            buttons.push_back(action(state, "aside.call." + visit.id, "desk.call_number", page::Tone::Normal,
                                     number_of(visit)));
        }
        buttons.push_back(action(state, "aside.return." + visit.id, "desk.return_number", page::Tone::Normal,
                                 number_of(visit)));
        buttons.push_back(action(state, "aside.leave." + visit.id, "desk.leave_number", page::Tone::Normal,
                                 number_of(visit)));
        main.push_back(page::toolbar("aside.tools." + visit.id, std::move(buttons)));
    }
}

}  // namespace

page::Node undo_button(const State& state, const std::string& id, const LineVisit& visit) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node button =
        page::button(id, texts.get("desk.undo_step", {{"step", texts.get("desk.step." + visit.undo)},
                                                      {"number", std::to_string(visit.number)}}));
    button.busy = state.line_acting;
    return button;
}

void view_counter(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const TodaysLine& line = state.line;
    main.push_back(page::heading(
        "title", line.counter == 0
                     ? texts.get("desk.counter_title")
                     : texts.get("desk.at_counter", {{"counter", std::to_string(line.counter)}})));
    // Before the cards: what stands after a heading is in its card.
    main.push_back(page::toolbar("actions", {page::link("back", texts.get("desk.to_list"))}));
    add_problem(state, main);
    if (state.line_load != app::Load::Ready) {
        add_load_notice(state, main, state.line_load, "line");
    }
    if (line.counters.empty() && state.line_load == app::Load::Ready) {
        main.push_back(page::notice("counter.none", page::Tone::Info, texts.get("desk.no_counters")));
    } else if (line.counter == 0 && !line.counters.empty()) {
        add_counters(state, main);
    } else if (!line.here.empty()) {
        add_here(state, main, line.here.front());
    } else if (line.counter != 0) {
        add_next(state, main);
    }
    if (!line.counters.empty()) {
        add_waiting(state, main);
        if (line.counter != 0) {
            add_aside(state, main);
        }
        add_check_in(state, main);
        if (line.counter != 0) {
            add_services(state, main);
        }
    }
}

}  // namespace motcua::desk
