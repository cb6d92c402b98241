#include <algorithm>
#include <utility>

#include "client/app/files.hpp"
#include "client/app/summary.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

page::Node edit_link(const i18n::Texts& texts, const std::string& field) {
    return page::link("edit." + page::id_part(field), texts.get("action.edit"));
}

/// The files attached to a paper or a question, each with how far it has come.
std::string file_lines(const State& state, const std::string& place) {
    const i18n::Texts& texts = state.shell.texts();
    std::string lines;
    for (const AttachedFile& file : files_at(state, place)) {
        lines += (lines.empty() ? "" : "\n") + file.picked.name;
        if (file.state != FileState::Sent) {
            lines += " – " + texts.get(file.state == FileState::Failed ? "files.not_sent" : "files.sending");
        }
    }
    return lines;
}

std::string given_text(const State& state, const checklist::Item& item) {
    const i18n::Texts& texts = state.shell.texts();
    if (item.choices.empty()) {
        return texts.get("document.generated");
    }
    const auto provision = provision_of(state, item.document->id, item.choices);
    if (!provision) {
        return texts.get("answer.not_chosen");
    }
    const std::string text = app::given_text(texts, *provision, item.document);
    return *provision == form::Provision::Attached ? text + "\n" + file_lines(state, item.document->id)
                                                   : text;
}

void add_helper(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (!state.dossier.helper.on) {
        return;
    }
    page::Node summary;
    summary.id = "summary.helper";
    summary.role = page::Role::Summary;
    summary.children.push_back(helper_row(texts, state.dossier.helper.who));
    summary.children.back().children.push_back(edit_link(texts, "helper.name"));
    main.push_back(std::move(summary));
}

void add_papers(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    page::Node summary;
    summary.id = "summary.papers";
    summary.role = page::Role::Summary;
    for (const checklist::Item& item : papers_needed(state)) {
        page::Node row = page::summary_row("row.doc." + page::id_part(item.document->id),
                                           item.document->label.in(texts.lang()), given_text(state, item));
        if (!item.choices.empty()) {
            row.children.push_back(edit_link(texts, item.document->id));
        }
        summary.children.push_back(std::move(row));
    }
    main.push_back(page::heading("summary_title.papers", texts.get("check.papers"), 2));
    main.push_back(std::move(summary));
}

void add_appointment(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    page::Node summary;
    summary.id = "summary.appointment";
    summary.role = page::Role::Summary;
    page::Node office = page::summary_row(
        "row.office", texts.get("check.office"),
        part.office.empty() ? texts.get("answer.not_chosen") : office_name(state, part.office));
    office.children.push_back(edit_link(texts, "office"));
    page::Node time = page::summary_row(
        "row.starts_at", texts.get("check.time"),
        part.starts_at_secs ? moment_text(texts, *part.starts_at_secs) : texts.get("answer.not_chosen"));
    time.children.push_back(edit_link(texts, "starts_at"));
    summary.children = {std::move(office), std::move(time)};
    main.push_back(page::heading("summary_title.appointment", texts.get("check.appointment"), 2));
    main.push_back(std::move(summary));
    add_office_warning(state, main);
    if (part.booking && part.booking->hold_until_secs > state.shell.now_secs) {
        main.push_back(page::paragraph(
            "held",
            texts.get("check.held",
                      {{"time", until_text(texts, part.booking->hold_until_secs, state.shell.now_secs)}}),
            page::Tone::Muted));
    }
}

/// Errors are on other pages, so their links are pressed and lead there.
void add_findings(const State& state, Nodes& main, const form::Findings& findings) {
    std::vector<ErrorLine> lines;
    for (const Finding& finding : findings) {
        lines.push_back({"title", summary_line(state, finding)});
    }
    const std::size_t before = main.size();
    add_error_summary(state, main, lines);
    if (main.size() == before) {
        return;
    }
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (target_of(state, findings[i].field)) {
            main.back().children[i].id = "fix." + std::to_string(i);
            main.back().children[i].value.clear();
        }
    }
}

/// What should be looked at again, though it is no reason to refuse.
void add_warnings(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const form::Findings findings = form::warnings(*state.procedure, current_form(state), state.places);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const std::string number = std::to_string(i);
        page::Node notice = page::notice("warning." + number, page::Tone::Warning,
                                         texts.get("check.look_again"), summary_line(state, findings[i]));
        if (target_of(state, findings[i].field)) {
            notice.children.push_back(page::link("look." + number, texts.get("action.edit")));
        }
        main.push_back(std::move(notice));
    }
}

/// Questions that are answered: an address counts once, like a group's number of rows not at all.
std::ptrdiff_t answered_count(const State& state) {
    const form::Answers answers = current_answers(state);
    const form::Journey walk = current_walk(state);
    return std::count_if(walk.asked.begin(), walk.asked.end(), [&answers](const form::Spot& spot) {
        const std::vector<std::string> ids = form::answer_ids(*spot.question, spot.id);
        return std::any_of(ids.begin(), ids.end(),
                           [&answers](const std::string& id) { return answers.contains(id); });
    });
}

page::Node signed_summary(const State& state) {
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    page::Node node;
    node.id = "signed";
    node.role = page::Role::Summary;
    node.children.push_back(page::summary_row("signed.procedure", texts.get("sign.procedure"),
                                              state.procedure->name.in(texts.lang())));
    node.children.push_back(page::summary_row(
        "signed.answers", texts.get("sign.answers"),
        texts.get("sign.answers_count", {{"count", std::to_string(answered_count(state))}})));
    node.children.push_back(page::summary_row(
        "signed.files", texts.get("sign.files"),
        texts.get("sign.files_count", {{"count", std::to_string(current_files(state).size())}})));
    node.children.push_back(
        page::summary_row("signed.office", texts.get("check.office"), office_name(state, part.office)));
    node.children.push_back(page::summary_row(
        "signed.time", texts.get("check.time"),
        part.starts_at_secs ? moment_text(texts, *part.starts_at_secs) : texts.get("answer.not_chosen")));
    return node;
}

}  // namespace

void view_check(const State& state, Nodes& main) {
    if (!state.procedure) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    add_findings(state, main, check_findings(state));
    main.push_back(page::heading("title", texts.get("step.check")));
    add_change(state, main);
    add_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("check.intro")));
    add_warnings(state, main);
    add_helper(state, main);
    const auto files = [&state](const std::string& id) { return file_lines(state, id); };
    for (page::Node& node : answer_summary(*state.procedure, current_form(state), state.places, texts,
                                           texts.get("action.edit"), files)) {
        main.push_back(std::move(node));
    }
    add_papers(state, main);
    add_appointment(state, main);
    add_estimate(state, main);
    add_actions(state, main, texts.get("check.continue"));
}

void view_sign(const State& state, Nodes& main) {
    if (!state.procedure) {
        return;
    }
    const i18n::Texts& texts = state.shell.texts();
    main.push_back(page::heading("title", texts.get("step.sign")));
    add_progress(state, main);
    main.push_back(page::paragraph("intro", texts.get("sign.intro")));
    main.push_back(page::heading("signed.title", texts.get("sign.what"), 2));
    main.push_back(signed_summary(state));
    main.push_back(page::notice("signature", page::Tone::Info, texts.get("sign.level_title"),
                                texts.get("sign.level_text")));
    main.push_back(
        page::notice("honest", page::Tone::Info, texts.get("honest.title"), texts.get("honest.text")));
    Nodes actions;
    actions.push_back(page::button("sign", texts.get("sign.action"), page::Tone::Primary));
    actions.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(actions)));
}

}  // namespace motcua::app
