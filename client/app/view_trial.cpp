#include <algorithm>
#include <utility>

#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/catalogue/rule_reads.hpp"

namespace motcua::app {

namespace {

page::Node summary_of(std::string id) {
    page::Node node;
    node.id = std::move(id);
    node.role = page::Role::Summary;
    return node;
}

std::string count_text(const State& state, const char* key, std::size_t count) {
    return state.shell.texts().get(key, {{"count", std::to_string(count)}});
}

/// In which form the paper is needed, whether the state has it already, and what else there is to know.
std::string needed_text(const i18n::Texts& texts, const checklist::Item& item) {
    const catalogue::Document& document = *item.document;
    const std::string hint = document.hint.empty() ? "" : document.hint.in(texts.lang());
    if (document.generated) {
        return hint.empty() ? texts.get("document.generated") : hint;
    }
    std::string text = texts.get(document.present_only ? "trial.show" : "trial.give",
                                 {{"kind", kind_text(texts, document)}});
    const auto& ways = item.choices;
    if (std::find(ways.begin(), ways.end(), form::Provision::StateHasIt) != ways.end()) {
        text += "\n" + texts.get("trial.state_has_it", {{"source", document.state_source}});
    }
    text += hint.empty() ? "" : "\n" + hint;
    const bool by_answers = catalogue::reads_any(
        document.required_if, [](std::string_view name) { return name != "channel" && name != "today"; });
    return by_answers ? text + "\n" + texts.get("trial.your_case") : text;
}

void add_papers(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<checklist::Item> items = papers_needed(state);
    main.push_back(page::heading("papers.title", texts.get("check.papers"), 2));
    if (items.empty()) {
        main.push_back(page::paragraph("papers.none", texts.get("trial.no_papers")));
    }
    for (const checklist::Item& item : items) {
        const catalogue::Document& document = *item.document;
        const std::string id = "paper." + page::id_part(document.id);
        main.push_back(page::in_its_language(page::heading(id, document.label.in(texts.lang()), 3),
                                             document.label, texts.lang()));
        main.push_back(page::paragraph(id + ".how", needed_text(texts, item)));
    }
}

/// How long answering takes, and what will be asked.
void add_questions(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const form::Journey walk = current_walk(state);
    // Half a minute for each, in steps of five minutes: an estimate that nobody has measured.
    const std::size_t minutes = (walk.asked.size() + 9) / 10 * 5;
    std::string pages;
    for (const catalogue::Group* group : walk.groups) {
        pages += (pages.empty() ? "" : "\n") +
                 texts.get("trial.page", {{"name", called(state, *group).in(texts.lang())},
                                          {"count", std::to_string(spots_of(walk, *group).size())}});
    }
    page::Node summary = summary_of("trial.questions");
    summary.children.push_back(page::summary_row("trial.minutes", texts.get("trial.filling_in"),
                                                 count_text(state, "trial.minutes", minutes)));
    summary.children.back().hint = count_text(state, "trial.minutes_how", walk.asked.size());
    summary.children.push_back(
        page::summary_row("trial.pages", count_text(state, "trial.pages", walk.groups.size()), pages));
    main.push_back(page::heading("questions.title", texts.get("trial.questions"), 2));
    main.push_back(std::move(summary));
}

page::Node answer_row(const State& state, const checklist::Deciding& page, std::size_t number) {
    const i18n::Texts& texts = state.shell.texts();
    const form::Answers& answers = state.dossier.questions.answers;
    const bool rows = page.group->repeat.has_value();
    const std::string& place = trial_place(page);
    const std::string shown =
        rows ? std::to_string(form::rows_of(*page.group, answers))
             : form::display(*page.questions.front(), place, answers, state.places, texts.lang());
    page::Node row = page::summary_row(
        "row." + page::id_part(place),
        (rows ? page.group->on_record() : page.questions.front()->on_record()).in(texts.lang()),
        shown.empty() ? texts.get("answer.none") : shown);
    row.children.push_back(page::link("trial.edit." + std::to_string(number), texts.get("action.edit")));
    return row;
}

void add_answers(const State& state, Nodes& main) {
    const std::vector<checklist::Deciding> pages = checklist::deciding(*state.procedure);
    page::Node summary = summary_of("trial.answers");
    for (const Location& where : trial_steps(state, state.dossier.questions.answers)) {
        if (where.place == Place::Trial) {
            summary.children.push_back(answer_row(state, pages[where.group], where.group));
        }
    }
    if (!summary.children.empty()) {
        main.push_back(page::heading("answers.title", state.shell.texts().get("trial.answers"), 2));
        main.push_back(std::move(summary));
    }
}

void add_trial_progress(const State& state, Nodes& main) {
    const std::vector<Location> all = trial_steps(state, state.dossier.questions.answers);
    const std::string now = std::to_string(step_number(all, state.where));
    page::Node node;
    node.id = "progress";
    node.role = page::Role::Progress;
    node.value = std::to_string(all.size() - 1);
    node.name = state.shell.texts().get("trial.progress", {{"now", now}, {"total", node.value}});
    node.level = static_cast<int>(step_number(all, state.where));
    main.push_back(std::move(node));
    add_helping(state, main);
}

}  // namespace

void view_trial(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const std::vector<checklist::Deciding> pages = checklist::deciding(*state.procedure);
    const checklist::Deciding& page = pages[state.where.group];
    const std::vector<form::Spot> spots = trial_spots(current_walk(state), page);
    add_page_errors(state, main, *page.group, spots);
    const catalogue::Text& title = called(state, *page.group);
    main.push_back(
        page::in_its_language(page::heading("title", title.in(texts.lang())), title, texts.lang()));
    add_trial_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("trial.intro"), page::Tone::Muted));
    add_fields(state, main, *page.group, spots);
    Nodes actions;
    actions.push_back(page::button("continue", texts.get("action.continue"), page::Tone::Primary));
    actions.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(actions)));
}

void view_trial_result(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("trial.title")));
    main.push_back(page::in_its_language(page::paragraph("procedure", state.procedure->name.in(texts.lang())),
                                         state.procedure->name, texts.lang()));
    main.push_back(page::notice("nothing_kept", page::Tone::Info, texts.get("trial.nothing_kept"),
                                texts.get("trial.nothing_kept_text")));
    add_papers(state, main);
    add_estimate(state, main);
    add_questions(state, main);
    add_answers(state, main);
    add_helping_box(state, main);
    add_helping(state, main);
    Nodes actions;
    actions.push_back(page::button("continue", texts.get("trial.begin"), page::Tone::Primary));
    actions.push_back(page::button("print", texts.get("trial.print")));
    actions.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(actions)));
}

}  // namespace motcua::app
