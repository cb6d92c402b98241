#include <utility>

#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

std::string option_hint(const State& state, const catalogue::Document& document, form::Provision provision) {
    const i18n::Texts& texts = state.shell.texts();
    switch (provision) {
        case form::Provision::Attached:
            return texts.get("provision.attached_hint");
        case form::Provision::AtCounter:
            return texts.get(document.present_only ? "provision.shown_hint" : "provision.at_counter_hint");
        case form::Provision::StateHasIt:
            return texts.get("provision.state_has_it_hint", {{"source", document.state_source}});
    }
    return "";
}

/// The paper's name is in it: a screen reader reads one such question after the other.
std::string how_text(const i18n::Texts& texts, const catalogue::Document& document) {
    const std::string& name = document.label.in(texts.lang());
    return document.present_only
               ? texts.get("document.how_shown", {{"name", name}})
               : texts.get("document.how", {{"name", name}, {"kind", kind_text(texts, document)}});
}

const char* validity_key(const std::string& unit) {
    if (unit == "year") {
        return "document.valid_years";
    }
    return unit == "month" ? "document.valid_months" : "document.valid_days";
}

std::string lines_of(const std::vector<catalogue::Text>& all, const std::string& lang) {
    std::string lines;
    for (const catalogue::Text& text : all) {
        lines += (lines.empty() ? "" : "\n") + text.in(lang);
    }
    return lines;
}

/// What else there is to know about a paper; empty when that is nothing.
page::Node more_about(const i18n::Texts& texts, const catalogue::Document& document) {
    page::Node facts;
    facts.id = "about." + page::id_part(document.id);
    facts.role = page::Role::Summary;
    const auto add = [&](const char* what, const char* key, std::string text, const char* lang = "") {
        if (!text.empty()) {
            facts.children.push_back(
                page::summary_row(facts.id + "." + what, texts.get(key), std::move(text)));
            facts.children.back().value_lang = lang;
        }
    };
    const auto add_own = [&](const char* what, const char* key, const catalogue::Text& text) {
        add(what, key, text.in(texts.lang()), text.other_than(texts.lang()));
    };
    add_own("looks", "document.looks_like", document.looks_like);
    add_own("where", "document.where_to_get", document.where_to_get);
    if (document.valid_for) {
        add("valid", "document.valid",
            texts.get(validity_key(document.valid_for->unit),
                      {{"count", std::to_string(document.valid_for->value)}}));
    }
    add("instead", "document.substitutes", lines_of(document.substitutes, texts.lang()));
    add("register", "document.register", document.state_source);
    add("basis", "document.basis", document.basis);
    return facts;
}

void add_more(const State& state, Nodes& parts, const catalogue::Document& document) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node facts = more_about(texts, document);
    if (facts.children.empty()) {
        return;
    }
    const auto paper = state.dossier.papers.find(document.id);
    const bool shown = paper != state.dossier.papers.end() && paper->second.more_shown;
    parts.push_back(page::disclosure("more." + page::id_part(document.id),
                                     texts.get("document.more", {{"name", document.label.in(texts.lang())}}),
                                     "", shown));
    if (shown) {
        parts.push_back(std::move(facts));
    }
}

/// How the paper will be given: one choice, a sentence when there is only one way.
void add_ways(const State& state, Nodes& parts, const checklist::Item& item) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Document& document = *item.document;
    const auto provision = provision_of(state, document.id, item.choices);
    if (item.choices.empty()) {
        // The hint of such a paper says so itself.
        if (document.hint.empty()) {
            parts.push_back(page::paragraph(document_id(document.id), texts.get("document.generated")));
        }
        return;
    }
    if (item.choices.size() == 1) {
        if (provision != form::Provision::Attached) {
            parts.push_back(page::paragraph(document_id(document.id),
                                            provision_text(texts, item.choices.front(), &document)));
        }
        return;
    }
    Nodes options;
    for (const form::Provision choice : item.choices) {
        options.push_back(page::option(form::provision_name(choice), provision_text(texts, choice, &document),
                                       option_hint(state, document, choice)));
    }
    page::Node choice = page::choice(document_id(document.id), how_text(texts, document),
                                     provision ? form::provision_name(*provision) : "", std::move(options));
    choice.required = true;
    choice.error = provision == form::Provision::Attached ? "" : error_at(state, document.id);
    parts.push_back(std::move(choice));
}

page::Node paper(const State& state, const checklist::Item& item) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Document& document = *item.document;
    Nodes parts;
    if (!document.hint.empty()) {
        parts.push_back(
            page::in_its_language(page::paragraph(document_id(document.id) + ".hint",
                                                  document.hint.in(texts.lang()), page::Tone::Muted),
                                  document.hint, texts.lang()));
    }
    add_more(state, parts, document);
    add_ways(state, parts, item);
    if (provision_of(state, document.id, item.choices) == form::Provision::Attached) {
        parts.push_back(file_picker(state, document.id));
    }
    return page::in_its_language(
        page::group("paper." + page::id_part(document.id), document.label.in(texts.lang()), std::move(parts)),
        document.label, texts.lang());
}

}  // namespace

void view_documents(const State& state, Nodes& main) {
    if (!state.procedure) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    std::vector<ErrorLine> lines;
    Nodes papers;
    for (const checklist::Item& item : papers_needed(state)) {
        const std::string& document = item.document->id;
        papers.push_back(paper(state, item));
        const auto error = state.dossier.questions.errors.find(document);
        if (error != state.dossier.questions.errors.end()) {
            const bool attached = provision_of(state, document, item.choices) == form::Provision::Attached;
            lines.push_back(
                {document_id(document) + (attached ? ".files" : ""), summary_line(state, error->second)});
        }
    }
    if (state.summary_shown) {
        add_error_summary(state, main, lines);
    }
    main.push_back(page::heading("title", texts.get("step.documents")));
    add_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("documents.intro")));
    main.insert(main.end(), std::make_move_iterator(papers.begin()), std::make_move_iterator(papers.end()));
    add_actions(state, main, texts.get(state.from_check ? "action.back_to_check" : "action.continue"));
}

}  // namespace motcua::app
