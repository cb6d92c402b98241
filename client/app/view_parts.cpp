#include <algorithm>
#include <utility>

#include "client/app/editions.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

void add_progress(const State& state, Nodes& main) {
    const std::vector<Location> all = steps(state);
    const std::size_t now = step_number(all, state.where);
    if (now == 0) {
        return;
    }
    page::Node node;
    node.id = "progress";
    node.role = page::Role::Progress;
    node.name =
        state.shell.texts().get(more_may_come(state) ? "progress.about" : "progress",
                                {{"now", std::to_string(now)}, {"total", std::to_string(all.size())}});
    node.level = static_cast<int>(now);
    node.value = std::to_string(all.size());
    main.push_back(std::move(node));
    add_helping(state, main);
}

/// Most people fill in for themselves: a box to tick is all that they see of helping.
void add_helping_box(const State& state, Nodes& main) {
    page::Node node;
    node.id = "helper.on";
    node.role = page::Role::Checkbox;
    node.name = state.shell.texts().get("helper.on");
    node.selected = state.dossier.helper.on;
    main.push_back(std::move(node));
}

void add_helping(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const Place place = state.where.place;
    if (!state.dossier.helper.on) {
        return;
    }
    main.push_back(
        place == Place::Procedure || place == Place::Helper
            ? page::notice("helping", page::Tone::Info, texts.get("helper.title"), texts.get("helper.means"))
            : page::paragraph("helping", texts.get("helper.still"), page::Tone::Muted));
}

void add_actions(const State& state, Nodes& main, const std::string& continue_text) {
    const i18n::Texts& texts = state.shell.texts();
    Nodes actions;
    if (!continue_text.empty()) {
        actions.push_back(page::button("continue", continue_text, page::Tone::Primary));
    }
    actions.push_back(page::button("back", texts.get("action.back")));
    main.push_back(page::toolbar("actions", std::move(actions)));
    if (!state.from_check) {
        main.push_back(page::link("nav.tasks", texts.get("nav.tasks")));
    }
}

void add_error_summary(const State& state, Nodes& main, const std::vector<ErrorLine>& lines) {
    if (lines.empty()) {
        return;
    }
    page::Node node;
    node.id = "errors";
    node.role = page::Role::ErrorSummary;
    node.tone = page::Tone::Error;
    node.name = state.shell.texts().get(lines.size() == 1 ? "errors.one" : "errors.many",
                                        {{"count", std::to_string(lines.size())}});
    for (const ErrorLine& line : lines) {
        node.children.push_back(
            page::link("errors." + std::to_string(node.children.size()), line.text, "#" + line.node));
    }
    main.push_back(std::move(node));
}

std::string error_at(const State& state, const std::string& field) {
    const auto& errors = state.dossier.questions.errors;
    const auto found = errors.find(field);
    return found == errors.end() ? "" : field_sentence(state, found->second);
}

void add_load_notice(const State& state, Nodes& main, Load load, const std::string& retry_id) {
    const i18n::Texts& texts = state.shell.texts();
    if (load == Load::Failed) {
        const bool untrusted = state.untrusted && retry_id != "places";
        main.push_back(page::notice("failed." + retry_id, page::Tone::Error,
                                    texts.get(untrusted ? "load.untrusted" : "load.failed"),
                                    texts.get(untrusted ? "load.untrusted_text" : "load.failed_text")));
        main.push_back(page::button("retry." + retry_id, texts.get("action.retry")));
    } else if (load != Load::Ready) {
        page::Node node = page::notice("loading." + retry_id, page::Tone::Info, texts.get("load.busy"));
        node.busy = true;
        main.push_back(std::move(node));
    }
}

void add_unverified(const State& state, Nodes& main, const Nodes& nodes) {
    const bool any = std::any_of(nodes.begin(), nodes.end(), [](const page::Node& node) {
        return (node.name + node.hint).find(kUnverified) != std::string::npos;
    });
    if (any) {
        main.push_back(
            page::paragraph("unverified", state.shell.texts().get("source.unverified"), page::Tone::Muted));
    }
}

void add_source(const State& state, page::Node& row, const catalogue::Provenance& from) {
    if (!from.verified && row.name.find(kUnverified) == std::string::npos) {
        row.name += kUnverified;
    }
    const std::string source = source_text(state.shell.texts(), from);
    if (state.sources_shown && row.hint.find(source) == std::string::npos) {
        row.hint += (row.hint.empty() ? "" : "\n") + source;
    }
}

void add_facts(const State& state, Nodes& main, page::Node facts) {
    add_unverified(state, main, facts.children);
    main.push_back(
        page::disclosure("sources", state.shell.texts().get("source.show"), "", state.sources_shown));
    main.push_back(std::move(facts));
}

void add_change(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    const ChangePart& change = state.dossier.change;
    switch (change.state) {
        case Change::None:
            return;
        case Change::Asked:
            return state.index_load == Load::Ready
                       ? add_load_notice(state, main, state.procedure_load, "procedure")
                       : add_load_notice(state, main, state.index_load, "index");
        case Change::Closed:
            main.push_back(page::notice("closed", page::Tone::Warning, texts.get("edition.closed"),
                                        state.shell.say_it(closed(state))));
            return;
        case Change::Carried:
        case Change::Kept:
            break;
    }
    const bool carried = change.state == Change::Carried;
    page::Node notice = page::notice("changed", page::Tone::Warning, texts.get("edition.changed"),
                                     texts.get(carried ? "edition.carried" : "edition.kept"));
    for (const catalogue::Text& note : change.notes) {
        notice.children.push_back(
            page::paragraph("changed." + std::to_string(notice.children.size()), note.in(texts.lang())));
    }
    main.push_back(std::move(notice));
}

namespace {

const protocol::Office* office_of(const State& state, const std::string& id) {
    const std::vector<protocol::Office>& all = state.dossier.appointment.offices;
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const auto& office) { return office.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string office_name(const State& state, const std::string& id) {
    const protocol::Office* office = office_of(state, id);
    return office == nullptr ? id : office->name;
}

std::string office_address(const State& state, const std::string& id) {
    const protocol::Office* office = office_of(state, id);
    return office == nullptr || office->address.empty()
               ? ""
               : office->address + (office->verified ? "" : kUnverified);
}

}  // namespace motcua::app
