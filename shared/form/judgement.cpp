#include "shared/form/judgement.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/form/check_number.hpp"

namespace motcua::form {
namespace {

using catalogue::Procedure;
using catalogue::Question;
using catalogue::QuestionType;

bool is_answered(const Question& question, const Answers& answers) {
    const std::vector<std::string> ids = answer_ids(question, question.id);
    return std::any_of(ids.begin(), ids.end(),
                       [&](const std::string& id) { return !answer_of(answers, id).empty(); });
}

/// What is wrong with the answer in itself.
Findings check_alone(const Question& question, const Surroundings& around) {
    Findings findings;
    // An address is either left out as a whole or given as a whole.
    const bool needed = question.required || is_answered(question, around.effective);
    for (const std::string& id : answer_ids(question, question.id)) {
        const std::string_view answer = answer_of(around.effective, id);
        if (!answer.empty()) {
            if (auto finding = check_value(question, id, answer, around)) {
                findings.push_back(std::move(*finding));
            }
        } else if (needed) {
            const bool agreement = question.type == QuestionType::Agreement;
            findings.push_back({id, agreement ? "must_agree" : "required", {}});
        }
    }
    return findings;
}

/// The rules between this answer and others.
Findings check_relations(const Question& question, const Surroundings& around) {
    Findings findings;
    const std::string_view answer = answer_of(around.effective, question.id);
    if (question.type == QuestionType::CitizenId || question.type == QuestionType::IdOrPassport) {
        if (const std::string_view code = check_number_fits(question, answer, around); !code.empty()) {
            findings.push_back({question.id, std::string(code), {}});
        }
    }
    const auto lookup = lookup_in_answers(around.effective, &around.today);
    for (const catalogue::Check& check : question.checks) {
        if (!check.warning && !catalogue::reads_any(check.rule, around.unsettled) &&
            !holds(check.rule, lookup, false)) {
            findings.push_back({question.id, check.code, {}});
        }
    }
    return findings;
}

void judge_alone(const Question& question, const Surroundings& around, Judgement& judgement) {
    if (catalogue::reads_any(question.ask_if, judgement.unsettled)) {
        judgement.undecided.insert(&question);
        judgement.unsettled.insert(question.id);
        return;
    }
    if (!judgement.journey.asks(question.id)) {
        if (catalogue::reads_any(question.otherwise, judgement.unsettled)) {
            judgement.unsettled.insert(question.id);
        }
        return;
    }
    Findings findings = check_alone(question, around);
    if (!findings.empty()) {
        judgement.unsettled.insert(question.id);
        judgement.findings.emplace(&question, std::move(findings));
    }
}

}  // namespace

Judgement judge(const Procedure& procedure, const Answers& answers, const calendar::Date& today,
                const places::Places& places) {
    Judgement judgement;
    judgement.journey = walk(procedure, answers);
    const Surroundings around{judgement.journey.effective, today, places, judgement.unsettled};
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            judge_alone(question, around, judgement);
        }
    }
    for (const Spot& spot : judgement.journey.asked) {
        const bool settled = !judgement.unsettled.contains(spot.question->id);
        if (settled && is_answered(*spot.question, around.effective)) {
            judgement.findings.emplace(spot.question, check_relations(*spot.question, around));
        }
    }
    return judgement;
}

}  // namespace motcua::form
