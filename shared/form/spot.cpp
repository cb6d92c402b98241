#include <algorithm>

#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {
namespace {

using catalogue::Group;
using catalogue::Question;

/// The question whose answers are called `name`: "noi_o", and "noi_o.line" of an address.
const Question* question_called(const Group& group, std::string_view name) {
    const std::string_view own = name.substr(0, name.find('.'));
    for (const Question& question : group.questions) {
        if (question.id != own) {
            continue;
        }
        const std::vector<std::string> ids = answer_ids(question, question.id);
        const bool has = own == name || std::find(ids.begin(), ids.end(), name) != ids.end();
        return has ? &question : nullptr;
    }
    return nullptr;
}

/// "0.ho_ten" within a repeated group.
std::optional<Spot> spot_in_rows(const Group& group, std::string_view rest) {
    const std::size_t dot = rest.find('.');
    const auto row = row_number(rest.substr(0, dot));
    const Question* question =
        row && dot != std::string_view::npos ? question_called(group, rest.substr(dot + 1)) : nullptr;
    return question == nullptr ? std::nullopt : std::optional<Spot>(spot_at(group, *question, *row));
}

}  // namespace

Spot spot_at(const Group& group, const Question& question, int row) {
    const std::string prefix = row < 0 ? "" : group.id + "." + std::to_string(row) + ".";
    return {&question, &group, row, prefix + question.id};
}

std::optional<Spot> spot_of(const catalogue::Procedure& procedure, std::string_view answer_id) {
    for (const Group& group : procedure.groups) {
        if (!group.repeat) {
            if (const Question* question = question_called(group, answer_id)) {
                return spot_at(group, *question);
            }
        } else if (answer_id.size() > group.id.size() && answer_id.substr(0, group.id.size()) == group.id &&
                   answer_id[group.id.size()] == '.') {
            return spot_in_rows(group, answer_id.substr(group.id.size() + 1));
        }
    }
    return std::nullopt;
}

int rows_of(const Group& group, const Answers& answers) {
    return row_number(answer_of(answers, group.id)).value_or(0);
}

std::string applicant_name(const catalogue::Procedure& procedure, const Answers& answers) {
    for (const catalogue::Group& group : procedure.groups) {
        for (const catalogue::Question& question : group.questions) {
            const auto answer = answers.find(question.id);
            if (question.type == catalogue::QuestionType::PersonName && answer != answers.end()) {
                return answer->second;
            }
        }
    }
    return "";
}

}  // namespace motcua::form
