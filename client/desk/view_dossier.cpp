#include <utility>

#include "client/app/summary.hpp"
#include "client/app/timeline.hpp"
#include "client/app/wording.hpp"
#include "client/desk/view.hpp"
#include "client/page/build.hpp"

namespace motcua::desk {

namespace {

const catalogue::Procedure* procedure_of(const State& state, const Detail& detail) {
    const auto found = state.procedures.find(edition_key(detail.form));
    return found == state.procedures.end() ? nullptr : &found->second;
}

std::string finding_line(const State& state, const catalogue::Procedure& procedure, const Finding& finding) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string name = app::finding_place(texts, procedure, finding.field, true);
    return app::line_of(texts, name.empty() ? finding.field : name,
                        app::finding_text(texts, procedure, finding));
}

/// What is no reason to refuse and should be looked at: whether the office is competent before all.
void add_warnings(const State& state, Nodes& main, const Detail& detail) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Procedure* procedure = procedure_of(state, detail);
    for (const Finding& finding : detail.warnings) {
        const bool office = finding.field == "office";
        main.push_back(
            page::notice("warning." + std::to_string(&finding - detail.warnings.data()), page::Tone::Warning,
                         texts.get(office ? "desk.not_competent" : "check.look_again"),
                         office || procedure == nullptr ? app::finding_text(texts, finding)
                                                        : finding_line(state, *procedure, finding)));
    }
}

bool rules_failed(const State& state, const Detail& detail) {
    const auto load = state.procedure_loads.find(edition_key(detail.form));
    return state.places_load == app::Load::Failed ||
           (load != state.procedure_loads.end() && load->second == app::Load::Failed);
}

/// The verdict of this very program on what the citizen handed in; green only when it has
/// been found good here.
page::Node verdict(const State& state, const Detail& detail) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Procedure* procedure = procedure_of(state, detail);
    if (procedure == nullptr || state.places_load != app::Load::Ready) {
        const auto load = state.procedure_loads.find(edition_key(detail.form));
        const bool busy = state.places_load == app::Load::Asked ||
                          (load != state.procedure_loads.end() && load->second == app::Load::Asked);
        page::Node node = page::notice("verdict", page::Tone::Info,
                                       texts.get(busy ? "desk.verdict_busy" : "desk.verdict_unknown"));
        node.busy = busy;
        return node;
    }
    const form::Findings findings = form::check(*procedure, detail.form, state.places);
    if (findings.empty()) {
        return page::notice("verdict", page::Tone::Success, texts.get("desk.verdict_good"),
                            texts.get("desk.verdict_good_text"));
    }
    std::string lines;
    for (const Finding& finding : findings) {
        lines += (lines.empty() ? "" : "\n") + finding_line(state, *procedure, finding);
    }
    return page::notice("verdict", page::Tone::Warning,
                        texts.get("desk.verdict_bad", {{"count", std::to_string(findings.size())}}),
                        std::move(lines));
}

std::string forwarding_line(const State& state, const Forwarding& forwarding) {
    const i18n::Texts& texts = state.shell.texts();
    std::string text = forwarding_text(state, forwarding.state);
    if (forwarding.delivered_at_secs > 0) {
        text += "\n" + app::moment_text(texts, forwarding.delivered_at_secs);
    }
    if (forwarding.attempts > 0) {
        text += "\n" + texts.get("desk.attempts", {{"count", std::to_string(forwarding.attempts)}});
    }
    if (!forwarding.last_error.empty() && forwarding.state != "delivered") {
        text += "\n" + texts.get("desk.last_error", {{"error", forwarding.last_error}});
    }
    return text;
}

/// The day, and from when it is counted: it moves when the dossier is marked.
std::string due_line(const State& state, const Detail& detail) {
    const bool waits = detail.state == "handed_in";
    return due_text(state, detail.due_at_secs) +
           (detail.due_at_secs == 0
                ? ""
                : "\n" + state.shell.texts().get(waits ? "desk.due_from_appointment" : "desk.due_from_mark"));
}

std::string signature_line(const State& state, const Detail& detail) {
    constexpr std::size_t kShownDigits = 16;
    const i18n::Texts& texts = state.shell.texts();
    return texts.get("desk.signature_text", {{"alg", detail.signature_algorithm},
                                             {"level", std::to_string(detail.signature_level)}}) +
           "\n" + texts.get("desk.signature_key", {{"key", detail.signer_key.substr(0, kShownDigits)}}) +
           "\n" +
           texts.get("desk.signature_digest", {{"digest", detail.manifest_sha256.substr(0, kShownDigits)}});
}

page::Node facts(const State& state, const Detail& detail) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node node;
    node.id = "facts";
    node.role = page::Role::Summary;
    node.children = {
        page::summary_row("fact.procedure", texts.get("sign.procedure"),
                          procedure_name(state, detail.form.procedure)),
        page::summary_row("state", texts.get("desk.state"), dossier_state_text(state, detail.state)),
        page::summary_row("fact.received", texts.get("receipt.received"),
                          app::moment_text(texts, detail.received_at_secs)),
        page::summary_row("fact.appointment", texts.get("desk.appointment"),
                          app::moment_text(texts, detail.starts_at_secs)),
        page::summary_row("fact.due", texts.get("desk.due"), due_line(state, detail)),
        page::summary_row("fact.forwarding", texts.get("desk.forwarding"),
                          forwarding_line(state, detail.forwarding)),
        page::summary_row("fact.signature", texts.get("desk.signature"), signature_line(state, detail)),
    };
    if (detail.form.helper) {
        node.children.insert(node.children.begin() + 1, app::helper_row(texts, *detail.form.helper));
    }
    return node;
}

/// The files that came for a paper or a question.
std::string file_lines(const i18n::Texts& texts, const Detail& detail, const std::string& place) {
    std::string lines;
    for (const File& file : detail.files) {
        if (file.document == place) {
            lines +=
                (lines.empty() ? "" : "\n") +
                texts.get("desk.file_facts",
                          {{"name", file.name}, {"what", app::file_text(texts, file.media_type, file.size)}});
        }
    }
    return lines;
}

void add_answers(const State& state, Nodes& main, const Detail& detail) {
    const i18n::Texts& texts = state.shell.texts();
    if (const catalogue::Procedure* procedure = procedure_of(state, detail)) {
        const auto files = [&](const std::string& id) { return file_lines(texts, detail, id); };
        for (page::Node& node :
             app::answer_summary(*procedure, detail.form, state.places, texts, "", files)) {
            main.push_back(std::move(node));
        }
        return;
    }
    // Without the procedure's file the answers are still shown, under their ids.
    page::Node node;
    node.id = "summary.raw";
    node.role = page::Role::Summary;
    for (const auto& [id, value] : detail.form.answers) {
        node.children.push_back(page::summary_row("row." + page::id_part(id), id, value));
    }
    main.push_back(std::move(node));
}

void add_papers(const State& state, Nodes& main, const Detail& detail) {
    const i18n::Texts& texts = state.shell.texts();
    const catalogue::Procedure* procedure = procedure_of(state, detail);
    main.push_back(page::heading("papers.title", texts.get("check.papers"), 2));
    if (detail.form.documents.empty()) {
        main.push_back(page::paragraph("papers.none", texts.get("desk.no_papers"), page::Tone::Muted));
        return;
    }
    page::Node summary;
    summary.id = "papers";
    summary.role = page::Role::Summary;
    for (const form::GivenDocument& given : detail.form.documents) {
        const catalogue::Document* document = procedure == nullptr ? nullptr : procedure->document(given.id);
        const std::string files = file_lines(texts, detail, given.id);
        summary.children.push_back(page::summary_row(
            "paper." + page::id_part(given.id),
            document == nullptr ? given.id : document->label.in(texts.lang()),
            app::given_text(texts, given.provision, document) + (files.empty() ? "" : "\n" + files)));
    }
    main.push_back(std::move(summary));
    for (const File& file : detail.files) {
        const std::string index = std::to_string(file.index);
        main.push_back(page::link("file." + index, texts.get("desk.file", {{"name", file.name}}),
                                  "/api/v1/staff/dossiers/" + detail.id + "/files/" + index));
    }
}

}  // namespace

/// The mark is recorded with its time and shown to the citizen at once, as is that it was taken back: so it
/// takes two steps.
std::optional<page::Node> view_dialog(const State& state) {
    if (state.where != Place::Dossier || !state.detail || state.detail->state != "handed_in" ||
        !state.confirming) {
        return std::nullopt;
    }
    const i18n::Texts& texts = state.shell.texts();
    page::Node confirm = page::button("receive.confirm", texts.get("desk.receive_yes"), page::Tone::Primary);
    confirm.busy = state.receiving;
    const std::string problem = state.shell.say_it(state.problem);
    page::Node node = page::dialog(
        "receive.sure", texts.get("desk.receive_sure"), texts.get("desk.receive_final"), "receive.cancel",
        {std::move(confirm), page::button("receive.cancel", texts.get("desk.receive_no"))});
    if (!problem.empty()) {
        node.children.insert(node.children.begin(),
                             page::paragraph("receive.problem", problem, page::Tone::Error));
    }
    return node;
}

std::optional<page::Node> view_toast(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    return state.where == Place::Dossier && state.marked
               ? std::optional(page::toast("toast", texts.get("desk.received"),
                                           {page::button("receive.undo", texts.get("action.undo")),
                                            page::button("toast.close", texts.get("action.close"))}))
               : std::nullopt;
}

void view_dossier(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (!state.detail) {
        main.push_back(page::heading("title", texts.get("desk.dossier_loading")));
        add_load_notice(state, main, state.dossier_load, "dossier");
        main.push_back(page::button("back", texts.get("desk.to_list")));
        return;
    }
    const Detail& detail = *state.detail;
    main.push_back(page::heading("title", texts.get("desk.dossier_title", {{"code", detail.code}})));
    add_problem(state, main);
    if (state.dossier_load == app::Load::Failed) {
        add_load_notice(state, main, state.dossier_load, "dossier");
    }
    Nodes actions;
    if (detail.state == "handed_in") {
        actions.push_back(page::button("receive", texts.get("desk.receive"), page::Tone::Primary));
    }
    actions.push_back(page::button("dossier.refresh", texts.get("desk.refresh")));
    actions.push_back(page::button("back", texts.get("desk.to_list")));
    main.push_back(verdict(state, detail));
    if (rules_failed(state, detail)) {
        main.push_back(page::button("retry.rules", texts.get("action.retry")));
    }
    add_warnings(state, main, detail);
    main.push_back(page::toolbar("actions", std::move(actions)));
    main.push_back(facts(state, detail));
    add_answers(state, main, detail);
    add_papers(state, main, detail);
    main.push_back(page::heading("timeline.title", texts.get("timeline.title"), 2));
    main.push_back(app::timeline(texts, detail.events, detail.forwarding.state));
}

}  // namespace motcua::desk
