#include <utility>

#include "client/app/editions.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

page::Node task(std::string id, std::string name, std::string hint, std::string state, page::Tone tone) {
    page::Node node;
    node.id = std::move(id);
    node.role = page::Role::Task;
    node.name = std::move(name);
    node.hint = std::move(hint);
    node.value = std::move(state);
    node.tone = tone;
    return node;
}

std::string step_name(const State& state, const Location& where) {
    const i18n::Texts& texts = state.shell.texts();
    switch (where.place) {
        case Place::Helper:
            return texts.get("helper.step");
        case Place::Questions:
            return called(state, state.procedure->groups[where.group]).in(texts.lang());
        case Place::Documents:
            return texts.get("step.documents");
        case Place::Office:
            return texts.get("step.office");
        case Place::Time:
            return texts.get("step.time");
        case Place::Check:
            return texts.get("step.check");
        case Place::Sign:
            return texts.get("step.sign");
        case Place::Start:
        case Place::Procedure:
        case Place::Trial:
        case Place::TrialResult:
        case Place::HandingIn:
        case Place::Receipt:
        case Place::LookUp:
        case Place::Appointment:
        case Place::Move:
        case Place::Wait:
        case Place::Pickup:
        case Place::PickupForm:
            return "";
    }
    return "";
}

/// Did the change to another edition make this page one to look at again?
bool is_again(const State& state, const Location& where) {
    const Change change = state.dossier.change.state;
    return where.place == Place::Questions && (change == Change::Carried || change == Change::Kept) &&
           !step_done(state, where);
}

/// A step can be opened when all before it are done: later pages rest on earlier answers.
page::Node task_list(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node list;
    list.id = "tasks";
    list.role = page::Role::TaskList;
    list.name = texts.get("procedure.steps");
    bool open = true;
    for (const Location& where : steps(state)) {
        const bool done = step_done(state, where);
        const bool again = is_again(state, where);
        page::Node node =
            task("task." + std::to_string(list.children.size() + 1), step_name(state, where), "",
                 texts.get(done    ? "task.done"
                           : again ? "task.again"
                           : open  ? (list.children.empty() ? "task.first" : "task.next")
                                   : "task.later"),
                 done    ? page::Tone::Success
                 : again ? page::Tone::Warning
                 : open  ? page::Tone::Info
                         : page::Tone::Muted);
        if (where.place == Place::Questions) {
            node.lang = called(state, state.procedure->groups[where.group]).other_than(texts.lang());
        }
        node.disabled = !open;
        open = open && done;
        list.children.push_back(std::move(node));
    }
    return list;
}

std::string paper_text(const State& state, const catalogue::Document& document) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string& name = document.label.in(texts.lang());
    if (document.generated) {
        return texts.get("procedure.paper_generated", {{"name", name}});
    }
    if (document.present_only) {
        return texts.get("procedure.paper_shown", {{"name", name}});
    }
    return document.required_if.is_null() ? name : texts.get("procedure.paper_sometimes", {{"name", name}});
}

page::Node facts(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Procedure& procedure = *state.procedure;
    const std::string& lang = texts.lang();
    std::string papers;
    for (const catalogue::Document& document : procedure.documents) {
        papers += (papers.empty() ? "" : "\n") + paper_text(state, document);
    }
    page::Node node;
    node.id = "facts";
    node.role = page::Role::Summary;
    if (!procedure.result_name.empty()) {
        node.children.push_back(
            page::summary_row("fact.result", texts.get("procedure.result"), procedure.result_name.in(lang)));
        node.children.back().value_lang = procedure.result_name.other_than(lang);
    }
    node.children.push_back(
        page::summary_row("fact.agency", texts.get("procedure.agency"), procedure.agency.in(lang)));
    node.children.back().value_lang = procedure.agency.other_than(lang);
    add_source(state, node.children.back(), procedure.from);
    add_costs(state, node.children);
    if (!papers.empty()) {
        node.children.push_back(page::summary_row("fact.papers", texts.get("procedure.papers"), papers));
        add_source(state, node.children.back(), procedure.documents_from);
    }
    return node;
}

/// It is not here yet, or cannot be begun today.
void view_missing(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const Listed* listed = listed_now(state, state.procedure_code);
    if (state.procedure_load == Load::Absent && listed != nullptr) {
        main.push_back(page::in_its_language(page::heading("title", listed->name.in(texts.lang())),
                                             listed->name, texts.lang()));
        main.push_back(page::notice("closed", page::Tone::Warning, texts.get("edition.closed"),
                                    state.shell.say_it(closed(state))));
    } else {
        main.push_back(page::heading("title", texts.get("procedure.loading")));
        add_load_notice(state, main, state.index_load == Load::Failed ? Load::Failed : state.procedure_load,
                        state.index_load == Load::Failed ? "index" : "procedure");
    }
    main.push_back(page::button("back", texts.get("action.back")));
}

bool has_begun(const State& state) {
    return !state.dossier.questions.visited.empty() || state.dossier.change.state != Change::None;
}

}  // namespace

void view_procedure(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (!state.procedure) {
        return view_missing(state, main);
    }
    const catalogue::Text& name = state.procedure->name;
    const catalogue::Text& summary = state.procedure->summary;
    main.push_back(page::in_its_language(page::heading("title", name.in(texts.lang())), name, texts.lang()));
    add_change(state, main);
    main.push_back(
        page::in_its_language(page::paragraph("summary", summary.in(texts.lang())), summary, texts.lang()));
    main.push_back(
        page::notice("honest", page::Tone::Info, texts.get("honest.title"), texts.get("honest.text")));
    add_helping_box(state, main);
    // Before everything long: on a phone the way on must not lie screens below.
    Nodes actions;
    actions.push_back(page::button("continue", texts.get(has_begun(state) ? "action.go_on" : "action.begin"),
                                   page::Tone::Primary));
    if (can_try(state)) {
        actions.push_back(page::button("trial", texts.get("trial.open")));
    }
    actions.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(actions)));
    add_helping(state, main);
    main.push_back(page::paragraph("kept", texts.get("procedure.kept"), page::Tone::Muted));
    main.push_back(page::heading("steps.title", texts.get("procedure.steps"), 2));
    main.push_back(task_list(state));
    main.push_back(page::heading("facts.title", texts.get("procedure.facts"), 2));
    add_facts(state, main, facts(state));
    main.push_back(page::notice("signature", page::Tone::Info, texts.get("sign.level_title"),
                                texts.get("sign.level_text")));
}

}  // namespace motcua::app
