#include <utility>

#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/checklist/checklist.hpp"

namespace motcua::app {

namespace {

constexpr const char* kAccepted = "application/pdf,image/jpeg,image/png";
constexpr std::int64_t kPercent = 100;

std::string percent(const AttachedFile& file) {
    const std::int64_t size = file.picked.size > 0 ? file.picked.size : 1;
    return std::to_string(file.sent_bytes * kPercent / size);
}

page::Node file_node(const i18n::Texts& texts, const std::string& document, const AttachedFile& file) {
    const std::string base = document_id(document);
    const std::string handle = std::to_string(file.picked.handle);
    page::Node node;
    node.id = base + ".file." + handle;
    node.role = page::Role::File;
    node.name = file.picked.name;
    node.hint = file_text(texts, file.picked.media_type, file.picked.size);
    switch (file.state) {
        case FileState::Sending:
            node.busy = true;
            node.value = percent(file);
            break;
        case FileState::Sent:
            node.tone = page::Tone::Success;
            node.hint = texts.get("files.sent_hint", {{"what", node.hint}});
            break;
        case FileState::Failed:
            node.tone = page::Tone::Error;
            node.error = texts.get(file.problem.key, file.problem.args);
            node.children.push_back(page::button(base + ".retry." + handle,
                                                 texts.get("files.retry", {{"name", file.picked.name}})));
            break;
    }
    node.children.push_back(page::button(base + ".remove." + handle,
                                         texts.get("files.remove", {{"name", file.picked.name}}),
                                         page::Tone::Danger));
    return node;
}

page::Node picker(const State& state, const std::string& document, bool shows_error) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node;
    node.id = document_id(document) + ".files";
    node.role = page::Role::FilePicker;
    node.name = texts.get("files.pick");
    node.hint = texts.get("files.limits");
    node.input.accept = kAccepted;
    node.required = true;
    node.error = shows_error ? error_at(state, document) : "";
    const auto paper = state.dossier.papers.find(document);
    if (paper != state.dossier.papers.end()) {
        for (const AttachedFile& file : paper->second.files) {
            if (!file.removed) {
                node.children.push_back(file_node(texts, document, file));
            }
        }
    }
    return node;
}

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

std::string kind_text(const i18n::Texts& texts, const catalogue::Document& document) {
    switch (document.kind) {
        case catalogue::DocumentKind::Original:
            return texts.get("document.original");
        case catalogue::DocumentKind::CertifiedCopy:
            return texts.get("document.certified_copy");
        case catalogue::DocumentKind::Copy:
            return texts.get("document.copy");
        case catalogue::DocumentKind::Digital:
            return texts.get("document.digital");
    }
    return "";
}

std::string how_text(const i18n::Texts& texts, const catalogue::Document& document) {
    return document.present_only ? texts.get("document.how_shown")
                                 : texts.get("document.how", {{"kind", kind_text(texts, document)}});
}

page::Node undo_button(const State& state) {
    return page::button("undo", state.shell.texts().get("action.undo"));
}

bool has_removed(const State& state, const std::string& document) {
    const auto paper = state.dossier.papers.find(document);
    if (paper != state.dossier.papers.end()) {
        for (const AttachedFile& file : paper->second.files) {
            if (file.removed) {
                return true;
            }
        }
    }
    return false;
}

page::Node paper(const State& state, const checklist::Item& item) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Document& document = *item.document;
    const auto provision = provision_of(state, document.id, item.choices);
    Nodes parts;
    if (!document.hint.empty()) {
        parts.push_back(page::paragraph(document_id(document.id) + ".hint", document.hint.in(texts.lang()),
                                        page::Tone::Muted));
    }
    if (item.choices.empty()) {
        // The hint of such a paper says so itself.
        if (document.hint.empty()) {
            parts.push_back(page::paragraph(document_id(document.id), texts.get("document.generated")));
        }
    } else if (item.choices.size() == 1 && provision != form::Provision::Attached) {
        parts.push_back(
            page::paragraph(document_id(document.id), provision_text(texts, item.choices.front())));
    } else if (item.choices.size() > 1) {
        Nodes options;
        for (const form::Provision choice : item.choices) {
            options.push_back(page::option(form::provision_name(choice), provision_text(texts, choice),
                                           option_hint(state, document, choice)));
        }
        page::Node choice =
            page::choice(document_id(document.id), how_text(texts, document),
                         provision ? form::provision_name(*provision) : "", std::move(options));
        choice.required = true;
        choice.error = provision == form::Provision::Attached ? "" : error_at(state, document.id);
        parts.push_back(std::move(choice));
    }
    if (provision == form::Provision::Attached) {
        parts.push_back(picker(state, document.id, true));
        if (has_removed(state, document.id)) {
            parts.push_back(undo_button(state));
        }
    }
    return page::group("paper." + page::id_part(document.id), document.label.in(texts.lang()),
                       std::move(parts));
}

}  // namespace

void view_documents(const State& state, Nodes& main) {
    if (!state.procedure) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    std::vector<ErrorLine> lines;
    Nodes papers;
    for (const checklist::Item& item :
         checklist::needed(*state.procedure, current_answers(state), state.shell.today())) {
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
