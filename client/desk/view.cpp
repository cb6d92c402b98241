#include "client/desk/view.hpp"

#include <algorithm>
#include <utility>

#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

Nodes header(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes nodes;
    nodes.push_back(page::link("nav.home", texts.get("desk.product")));
    nodes.push_back(app::language_bar(state.shell));
    if (!state.shell.agency.empty()) {
        nodes.push_back(
            page::in_its_language(page::paragraph("agency", app::brand_name(state.shell, "desk.product")),
                                  state.shell.agency, texts.lang()));
    }
    if (state.clerk) {
        nodes.push_back(page::paragraph("clerk", texts.get("desk.clerk", {{"name", state.clerk->name}}),
                                        page::Tone::Muted));
        nodes.push_back(page::button("sign_out", texts.get("desk.sign_out")));
    }
    nodes.push_back(page::paragraph("help", texts.get("desk.help"), page::Tone::Muted));
    return nodes;
}

const char* page_id(Place place) {
    switch (place) {
        case Place::Opening:
            return "desk.opening";
        case Place::SignIn:
            return "desk.sign_in";
        case Place::List:
            return "desk.list";
        case Place::Dossier:
            return "desk.dossier";
        case Place::Statistics:
            return "desk.statistics";
        case Place::Counter:
            return "desk.counter";
        case Place::Indicators:
            return "desk.indicators";
        case Place::CountedVisits:
            return "desk.visits";
    }
    return "";
}

void fill(const State& state, Nodes& main) {
    switch (state.where) {
        case Place::Opening:
            main.push_back(page::heading("title", state.shell.texts().get("desk.product")));
            return add_load_notice(state, main, app::Load::Asked, "session");
        case Place::SignIn:
            return view_sign_in(state, main);
        case Place::List:
            return view_list(state, main);
        case Place::Dossier:
            return view_dossier(state, main);
        case Place::Statistics:
            return view_statistics(state, main);
        case Place::Counter:
            return view_counter(state, main);
        case Place::Indicators:
            return view_indicators(state, main);
        case Place::CountedVisits:
            return view_counted_visits(state, main);
    }
}

/// The line is asked for again and again: nobody waits for that.
bool is_busy(const State& state) {
    return std::any_of(state.calls.begin(), state.calls.end(), [&state](const auto& call) {
        return call.second != Purpose::Line || state.line_load != app::Load::Ready;
    });
}

std::string title(const State& state, const Nodes& main) {
    for (const page::Node& node : main) {
        if (node.role == page::Role::Heading) {
            return node.name + " – " + state.shell.texts().get("desk.product");
        }
    }
    return state.shell.texts().get("desk.product");
}

page::Node credential(const char* id, std::string label, const std::string& value) {
    page::Node node = page::text_field(id, std::move(label), value);
    node.required = true;
    node.input = {.capitalize = "none", .max_chars = 200};
    return node;
}

}  // namespace

page::Page view(const State& state) {
    if (!state.shell.ready()) {
        page::Page page = app::bare_page(state.shell);
        page.focus = state.shell.focus;
        return page;
    }
    page::Page page{.id = page_id(state.where), .busy = is_busy(state)};
    page.header = header(state);
    fill(state, page.main);
    page.title = title(state, page.main);
    page.toast = view_toast(state);
    page.dialog = view_dialog(state);
    app::finish_page(state.shell, page);
    return page;
}

void view_sign_in(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("desk.sign_in_title")));
    add_problem(state, main);
    page::Node user = credential("user", texts.get("desk.user"), state.user);
    user.input.autocomplete = "username";
    user.input.enter = "next";
    main.push_back(std::move(user));
    page::Node password = credential("password", texts.get("desk.password"), state.password);
    password.input.type = "password";
    password.input.autocomplete = "current-password";
    password.input.enter = "go";
    main.push_back(std::move(password));
    page::Node button = page::button("sign_in", texts.get("desk.sign_in"), page::Tone::Primary);
    button.busy = state.signing_in;
    main.push_back(page::toolbar("actions", {std::move(button)}));
}

void add_load_notice(const State& state, Nodes& main, app::Load load, const std::string& retry_id) {
    const i18n::Texts& texts = state.shell.texts();
    if (load == app::Load::Failed) {
        main.push_back(page::notice("failed." + retry_id, page::Tone::Error, texts.get("load.failed"),
                                    texts.get("desk.load_failed")));
        main.push_back(page::button("retry." + retry_id, texts.get("action.retry")));
    } else if (load != app::Load::Ready) {
        page::Node node = page::notice("loading." + retry_id, page::Tone::Info, texts.get("load.busy"));
        node.busy = true;
        main.push_back(std::move(node));
    }
}

void add_problem(const State& state, Nodes& main) {
    if (!state.problem.key.empty()) {
        main.push_back(page::notice("problem", page::Tone::Error, state.shell.say_it(state.problem)));
    }
}

std::string procedure_name(const State& state, const std::string& code) {
    const auto name = state.procedure_names.find(code);
    return name == state.procedure_names.end() ? code : name->second.in(state.shell.lang);
}

std::string dossier_state_text(const State& state, const std::string& dossier_state) {
    const i18n::Texts& texts = state.shell.texts();
    return dossier_state == "handed_in" ? texts.get("desk.filter_new")
                                        : app::state_text(texts, dossier_state);
}

std::string due_text(const State& state, std::int64_t due_at_secs) {
    const i18n::Texts& texts = state.shell.texts();
    return due_at_secs == 0 ? texts.get("desk.due_unknown")
                            : app::day_text(texts, calendar::day_in_vietnam(due_at_secs));
}

std::string forwarding_text(const State& state, const std::string& forwarding) {
    const i18n::Texts& texts = state.shell.texts();
    if (forwarding == "delivered") {
        return texts.get("desk.delivered");
    }
    return forwarding == "refused" ? texts.get("desk.refused") : texts.get("desk.waiting");
}

}  // namespace motcua::desk
