#include "client/app/summary.hpp"

#include <cstdlib>
#include <utility>

#include "client/app/wording.hpp"
#include "client/page/build.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/standing.hpp"

namespace motcua::app {

namespace {

/// What all rows of the summary are made from.
struct Source {
    const form::Answers& answers;
    const places::Places& places;
    const i18n::Texts& texts;
    const std::string& edit_text;
    const FileNames& file_names;
};

page::Node row_of(const Source& from, const form::Spot& spot) {
    const bool files = spot.question->type == catalogue::QuestionType::File;
    const auto money = spot.question->type == catalogue::QuestionType::Money ? from.answers.find(spot.id)
                                                                             : from.answers.end();
    const std::string shown =
        files ? from.file_names(spot.id)
        : money != from.answers.end()
            ? money_text(from.texts, std::strtoll(money->second.c_str(), nullptr, 10))
            : form::display(*spot.question, spot.id, from.answers, from.places, from.texts.lang());
    const catalogue::Text& asked = spot.question->on_record();
    page::Node row =
        page::in_its_language(page::summary_row("row." + page::id_part(spot.id), asked.in(from.texts.lang()),
                                                shown.empty() ? from.texts.get("answer.none") : shown),
                              asked, from.texts.lang());
    // What people answer is Vietnamese in the main, as are options that are in no other language.
    row.value_lang = row.lang;
    if (!from.edit_text.empty()) {
        row.children.push_back(page::link("edit." + page::id_part(spot.id), from.edit_text));
    }
    return row;
}

page::Node summary_of(std::string id) {
    page::Node summary;
    summary.id = std::move(id);
    summary.role = page::Role::Summary;
    return summary;
}

/// The rows of a repeated group, each under its own small heading.
void add_rows(std::vector<page::Node>& nodes, const Source& from, const form::Journey& walk,
              const catalogue::Group& group) {
    const int rows = form::rows_of(group, from.answers);
    if (rows == 0) {
        page::Node none = summary_of("summary." + page::id_part(group.id));
        page::Node row =
            page::summary_row("row." + page::id_part(group.id), group.on_record().in(from.texts.lang()),
                              from.texts.get("rows.empty"));
        if (!from.edit_text.empty()) {
            row.children.push_back(page::link("edit." + page::id_part(group.id), from.edit_text));
        }
        none.children.push_back(std::move(row));
        nodes.push_back(std::move(none));
    }
    for (int row = 0; row < rows; ++row) {
        const std::string place = page::id_part(group.id) + "." + std::to_string(row);
        nodes.push_back(
            page::heading("summary_title." + place,
                          group.repeat->item.in(from.texts.lang()) + " " + std::to_string(row + 1), 3));
        page::Node summary = summary_of("summary." + place);
        for (const form::Spot& spot : walk.asked) {
            if (spot.group == &group && spot.row == row) {
                summary.children.push_back(row_of(from, spot));
            }
        }
        nodes.push_back(std::move(summary));
    }
}

/// Values that follow from answers, those that have a name for people.
void add_computed(std::vector<page::Node>& nodes, const catalogue::Procedure& procedure,
                  const form::Form& form, const i18n::Texts& texts) {
    page::Node summary = summary_of("summary.computed");
    form::Standing standing(procedure, form.answers, &form.today);
    for (std::size_t i = 0; i < procedure.computed.size(); ++i) {
        const catalogue::Computed& one = procedure.computed[i];
        const std::string value = one.label.empty() ? "" : form::answer_text(standing.computed(i));
        if (!value.empty()) {
            summary.children.push_back(
                page::summary_row("row." + page::id_part(one.id), one.label.in(texts.lang()), value));
        }
    }
    if (!summary.children.empty()) {
        nodes.push_back(page::heading("summary_title.computed", texts.get("check.computed"), 2));
        nodes.push_back(std::move(summary));
    }
}

}  // namespace

std::vector<page::Node> answer_summary(const catalogue::Procedure& procedure, const form::Form& form,
                                       const places::Places& places, const i18n::Texts& texts,
                                       const std::string& edit_text, const FileNames& file_names) {
    const Source from{form.answers, places, texts, edit_text, file_names};
    const form::Journey walk = form::walk(procedure, form.answers, form.today);
    std::vector<page::Node> nodes;
    for (const catalogue::Group* group : walk.groups) {
        const catalogue::Text& title = group->on_record();
        nodes.push_back(page::in_its_language(
            page::heading("summary_title." + page::id_part(group->id), title.in(texts.lang()), 2), title,
            texts.lang()));
        if (group->repeat) {
            add_rows(nodes, from, walk, *group);
            continue;
        }
        page::Node summary = summary_of("summary." + page::id_part(group->id));
        for (const form::Spot& spot : walk.asked) {
            if (spot.group == group) {
                summary.children.push_back(row_of(from, spot));
            }
        }
        nodes.push_back(std::move(summary));
    }
    add_computed(nodes, procedure, form, texts);
    return nodes;
}

page::Node helper_row(const i18n::Texts& texts, const form::Helper& helper) {
    const std::string relation = "helper.relation." + helper.relation;
    std::string text = helper.name.empty() ? texts.get("answer.none") : helper.name;
    text += "\n" + (texts.has(relation) ? texts.get(relation) : texts.get("answer.not_chosen"));
    text += helper.phone.empty() ? "" : "\n" + helper.phone;
    return page::summary_row("row.helper", texts.get("helper.step"), std::move(text));
}

}  // namespace motcua::app
