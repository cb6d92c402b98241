// What a clerk says of a visit or of the counter, beyond one press.
#include <algorithm>
#include <utility>

#include "client/desk/view.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

page::Node own_button(const State& state, const char* id, const char* text,
                      page::Tone tone = page::Tone::Normal) {
    page::Node button = page::button(id, state.shell.texts().get(text), tone);
    button.busy = state.line_acting;
    return button;
}

Nodes options_of(const std::vector<protocol::Named>& all) {
    Nodes options;
    for (const protocol::Named& one : all) {
        options.push_back(page::option(one.id, one.name));
    }
    return options;
}

/// With what is no service of the office's, or no class, as the last.
Nodes options_and(const std::vector<protocol::Named>& all, std::string last) {
    Nodes options = options_of(all);
    options.push_back(page::option(kNoneOption, std::move(last)));
    return options;
}

void add_buttons(const State& state, Nodes& main, const char* what) {
    main.push_back(page::toolbar("form.tools", {own_button(state, "form.send", what, page::Tone::Primary),
                                                own_button(state, "form.close", "desk.form_close")}));
}

void add_choice(const State& state, Nodes& main, const std::string& legend, Nodes options,
                const std::string& hint, const char* what) {
    page::Node choice = page::choice("form.choice", legend, state.draft.chosen, std::move(options));
    choice.required = true;
    choice.hint = hint;
    main.push_back(std::move(choice));
    add_buttons(state, main, what);
}

}  // namespace

bool add_visit_form(const State& state, Nodes& main, const LineVisit& visit) {
    const i18n::Texts& texts = state.shell.texts();
    if (state.draft.visit != visit.id) {
        return false;
    }
    const i18n::Args number{{"number", std::to_string(visit.number)}};
    const Nodes services = options_and(state.offer.services, texts.get("desk.other_service"));
    switch (state.draft.form) {
        case CounterForm::Transfer:
            add_choice(state, main, texts.get("desk.transfer_to", number), services,
                       texts.get("desk.transfer_hint"), "desk.transfer_send");
            return true;
        case CounterForm::Refer:
            add_choice(state, main, texts.get("desk.refer_to", number), services,
                       texts.get("desk.transfer_hint"), "desk.refer_send");
            return true;
        case CounterForm::Reclassify:
            add_choice(state, main, texts.get("desk.class_of", number),
                       options_and(state.offer.priority, texts.get("desk.class_none")),
                       texts.get("desk.class_hint"), "desk.save");
            return true;
        case CounterForm::Services:
        case CounterForm::None:
            break;
    }
    return false;
}

void add_visit_tools(const State& state, Nodes& buttons, const LineVisit& visit) {
    buttons.push_back(own_button(state, "form.transfer", "desk.transfer"));
    if (visit.state == "serving") {
        buttons.push_back(own_button(state, "form.refer", "desk.refer"));
    }
    buttons.push_back(own_button(state, "form.reclassify", "desk.class_change"));
}

void add_check_in(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("check_in.title", texts.get("desk.check_in_title"), 2));
    if (state.checked_in != 0) {
        main.push_back(
            page::notice("check_in.done", page::Tone::Success,
                         texts.get("desk.checked_in", {{"number", std::to_string(state.checked_in)}})));
    }
    page::Node field =
        page::text_field("check_in.code", texts.get("desk.check_in_code"), state.check_in_code);
    field.input = {.capitalize = "characters", .enter = "go", .max_chars = 40, .width_chars = 20};
    main.push_back(std::move(field));
    Nodes buttons = {own_button(state, "check_in.send", "desk.check_in_send")};
    for (const LineVisit& visit : state.line.waiting) {
        if (state.line.counter != 0 && visit.number == state.checked_in && !visit.undo.empty()) {
            buttons.push_back(undo_button(state, "check_in.undo", visit));
        }
    }
    main.push_back(page::toolbar("check_in.tools", std::move(buttons)));
}

void add_services(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("services.title", texts.get("desk.services_title"), 2));
    if (state.draft.form == CounterForm::Services) {
        page::Node group = page::check_group("form.services", texts.get("desk.services_legend"),
                                             options_of(state.offer.services));
        for (page::Node& option : group.children) {
            option.selected = state.draft.services.count(option.id) > 0;
        }
        main.push_back(std::move(group));
        return add_buttons(state, main, "desk.save");
    }
    if (state.line.services.empty()) {
        main.push_back(page::paragraph("services.all", texts.get("desk.services_all")));
    }
    for (const std::string& code : state.line.services) {
        main.push_back(page::paragraph("services." + code, procedure_name(state, code)));
    }
    main.push_back(
        page::toolbar("services.tools", {own_button(state, "form.change_services", "desk.services_change")}));
}

}  // namespace motcua::desk
