#include <utility>

#include "client/app/rows.hpp"
#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/build.hpp"

namespace motcua::app {

namespace {

/// The errors of one place, each with the node where it is mended.
void add_lines(const State& state, const form::Spot& spot, std::vector<ErrorLine>& lines) {
    for (const char* part : {"", ".province", ".commune", ".line"}) {
        const auto error = state.dossier.questions.errors.find(spot.id + part);
        const auto target = target_of(state, spot.id + part);
        if (error != state.dossier.questions.errors.end() && target) {
            lines.push_back({target->node, summary_line(state, error->second)});
        }
    }
}

page::Node row_box(const State& state, const std::vector<form::Spot>& spots, const catalogue::Group& group,
                   int row) {
    const i18n::Texts& texts = state.shell.texts();
    const std::string name = row_name(texts, group, row);
    Nodes parts;
    for (const form::Spot& spot : spots) {
        if (spot.row == row) {
            add_question(state, parts, spot);
        }
    }
    if (rows_of(state, group) > group.repeat->least) {
        parts.push_back(page::button("rows.remove." + std::to_string(row),
                                     texts.get("rows.remove", {{"row", name}}), page::Tone::Danger));
    }
    return page::group("rows." + std::to_string(row), name, std::move(parts));
}

/// Every row as a box of its own, and what can be done with them.
void add_rows(const State& state, Nodes& main, const std::vector<form::Spot>& spots,
              const catalogue::Group& group) {
    const i18n::Texts& texts = state.shell.texts();
    const int rows = rows_of(state, group);
    const bool full = rows >= group.repeat->most;
    if (rows == 0) {
        main.push_back(page::paragraph("rows.none", texts.get("rows.none")));
    }
    for (int row = 0; row < rows; ++row) {
        main.push_back(row_box(state, spots, group, row));
    }
    const std::string error = error_at(state, group.id);
    if (!error.empty()) {
        main.push_back(page::paragraph("rows.error", error, page::Tone::Error));
    }
    if (full) {
        main.push_back(page::paragraph("rows.full",
                                       texts.get("rows.full", {{"most", std::to_string(group.repeat->most)}}),
                                       page::Tone::Muted));
    }
    page::Node add = page::in_its_language(page::button("rows.add", group.repeat->add.in(texts.lang())),
                                           group.repeat->add, texts.lang());
    add.disabled = full;
    main.push_back(std::move(add));
}

}  // namespace

void add_page_errors(const State& state, Nodes& main, const catalogue::Group& group,
                     const std::vector<form::Spot>& spots) {
    if (!state.summary_shown) {
        return;
    }
    std::vector<ErrorLine> lines;
    if (const auto error = state.dossier.questions.errors.find(group.id);
        group.repeat && error != state.dossier.questions.errors.end()) {
        lines.push_back({"rows.add", summary_line(state, error->second)});
    }
    for (const form::Spot& spot : spots) {
        add_lines(state, spot, lines);
    }
    add_error_summary(state, main, lines);
}

void add_fields(const State& state, Nodes& main, const catalogue::Group& group,
                const std::vector<form::Spot>& spots) {
    if (group.repeat) {
        return add_rows(state, main, spots, group);
    }
    for (const form::Spot& spot : spots) {
        add_question(state, main, spot);
    }
}

void view_questions(const State& state, Nodes& main) {
    const i18n::Texts& texts = state.shell.texts();
    if (!state.procedure || state.where.group >= state.procedure->groups.size()) {
        return;
    }
    const catalogue::Group& group = state.procedure->groups[state.where.group];
    const std::vector<form::Spot> spots = spots_of(current_walk(state), group);
    add_page_errors(state, main, group, spots);
    const catalogue::Text& title = called(state, group);
    main.push_back(
        page::in_its_language(page::heading("title", title.in(texts.lang())), title, texts.lang()));
    add_progress(state, main);
    if (!group.intro.empty()) {
        main.push_back(page::in_its_language(page::paragraph("intro", group.intro.in(texts.lang())),
                                             group.intro, texts.lang()));
    }
    if (state.dossier.questions.prefilled.contains(group.id)) {
        main.push_back(page::paragraph("prefilled", texts.get("trial.prefilled"), page::Tone::Muted));
    }
    add_fields(state, main, group, spots);
    add_actions(state, main, texts.get(state.from_check ? "action.back_to_check" : "action.continue"));
}

}  // namespace motcua::app
