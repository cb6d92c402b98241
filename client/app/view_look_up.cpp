#include <utility>

#include "client/app/editions.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

page::Node field(const State& state, const char* id, std::string label, std::string hint,
                 const std::string& value) {
    const auto& errors = state.look_up.errors;
    const auto error = errors.find(id);
    page::Node node = page::text_field(id, std::move(label), value);
    node.hint = std::move(hint);
    node.error = error == errors.end() ? "" : state.shell.say_it(error->second);
    node.required = true;
    node.input = {.capitalize = "characters", .enter = "next", .max_chars = 80, .width_chars = 24};
    return node;
}

std::string procedure_name(const State& state, const std::string& code) {
    const Listed* listed = listed_now(state, code);
    return listed == nullptr ? code : listed->name.in(state.shell.lang);
}

void add_result(const State& state, Nodes& main, const protocol::DossierStatus& status) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node summary;
    summary.id = "look_up.facts";
    summary.role = page::Role::Summary;
    summary.children = {
        page::summary_row("look_up.dossier", texts.get("receipt.code"), status.code),
        page::summary_row("look_up.procedure", texts.get("sign.procedure"),
                          procedure_name(state, status.procedure)),
        page::summary_row(
            "look_up.office", texts.get("check.office"),
            state.slip && state.slip->appointment ? state.slip->appointment->office.name : status.office),
        page::summary_row("look_up.time", texts.get("check.time"),
                          appointment_text(state, status.code, status.starts_at_secs)),
    };
    main.push_back(page::heading("look_up.result", texts.get("look_up.result"), 2));
    main.push_back(std::move(summary));
    main.push_back(page::toolbar("slip", {page::button("slip.open", texts.get("slip.open"))}));
    main.push_back(timeline(texts, status.events, status.forwarding));
    main.push_back(
        page::notice("honest", page::Tone::Info, texts.get("honest.title"), texts.get("honest.text")));
}

}  // namespace

void view_look_up(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const LookUpPart& part = state.look_up;
    std::vector<ErrorLine> lines;
    for (const auto& [node, error] : part.errors) {
        lines.push_back({node, state.shell.say_it(error)});
    }
    if (state.summary_shown) {
        add_error_summary(state, main, lines);
    }
    main.push_back(page::heading("title", texts.get("look_up.title")));
    main.push_back(page::paragraph("intro", texts.get("look_up.intro")));
    if (!part.problem.key.empty()) {
        main.push_back(page::notice("problem", page::Tone::Error, texts.get("look_up.failed"),
                                    state.shell.say_it(part.problem)));
    }
    main.push_back(
        field(state, "look_up.code", texts.get("receipt.code"), texts.get("look_up.code_hint"), part.code));
    main.push_back(field(state, "look_up.secret", texts.get("receipt.secret"),
                         texts.get("look_up.secret_hint"), part.secret));
    page::Node go = page::button("look_up.go", texts.get("look_up.go"), page::Tone::Primary);
    go.busy = part.asking;
    main.push_back(page::toolbar("actions", {std::move(go)}));
    if (part.status) {
        add_result(state, main, *part.status);
    }
}

}  // namespace motcua::app
