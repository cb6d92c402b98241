#include "client/app/summary.hpp"

#include <utility>

#include "client/page/build.hpp"
#include "shared/form/journey.hpp"

namespace motcua::app {

std::vector<page::Node> answer_summary(const catalogue::Procedure& procedure, const form::Answers& answers,
                                       const places::Places& places, const i18n::Texts& texts,
                                       const std::string& edit_text) {
    const form::Journey walk = form::walk(procedure, answers);
    std::vector<page::Node> nodes;
    for (const catalogue::Group& group : procedure.groups) {
        page::Node summary;
        summary.id = "summary." + page::id_part(group.id);
        summary.role = page::Role::Summary;
        for (const catalogue::Question& question : group.questions) {
            if (!walk.asks(question.id)) {
                continue;
            }
            const std::string shown = form::display(question, question.id, answers, places, texts.lang());
            page::Node row =
                page::summary_row("row." + page::id_part(question.id), question.label.in(texts.lang()),
                                  shown.empty() ? texts.get("answer.none") : shown);
            if (!edit_text.empty()) {
                row.children.push_back(page::link("edit." + page::id_part(question.id), edit_text));
            }
            summary.children.push_back(std::move(row));
        }
        if (!summary.children.empty()) {
            nodes.push_back(
                page::heading("summary_title." + page::id_part(group.id), group.title.in(texts.lang()), 2));
            nodes.push_back(std::move(summary));
        }
    }
    return nodes;
}

}  // namespace motcua::app
