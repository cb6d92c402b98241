#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/form/check_documents.hpp"
#include "shared/form/form.hpp"
#include "shared/form/judgement.hpp"

namespace motcua::form {
namespace {

using catalogue::Names;
using catalogue::Procedure;
using catalogue::Question;

/// Answers that belong to no question that is asked, in the order of their ids.
void check_unknown(const Procedure& procedure, const Form& form, const Judgement& judgement,
                   Findings& findings) {
    Names expected;
    Names skipped;
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            const bool skip =
                !judgement.journey.asks(question.id) && !judgement.undecided.contains(&question);
            for (std::string& id : answer_ids(question, question.id)) {
                (skip ? skipped : expected).insert(std::move(id));
            }
        }
    }
    for (const auto& [id, answer] : form.answers) {
        if (!expected.contains(id)) {
            const char* code = skipped.contains(id) ? "not_asked" : "unknown_answer";
            findings.push_back({shortened(id), code, {}});
        }
    }
}

}  // namespace

Findings check_question(const Procedure& procedure, const Spot& spot, const Answers& answers,
                        const calendar::Date& today, const places::Places& places) {
    Judgement judgement = judge(procedure, answers, today, places);
    return std::move(judgement.findings[spot.question]);
}

Findings check(const Procedure& procedure, const Form& form, const places::Places& places) {
    if (form.procedure != procedure.code) {
        return {{"procedure", "wrong_procedure", {}}};
    }
    Findings findings;
    if (form.edition != procedure.edition) {
        findings.push_back({"edition", "wrong_edition", {}});
    }
    if (!calendar::is_valid(form.today)) {
        findings.push_back({"today", "date", {}});
        return findings;
    }
    Judgement judgement = judge(procedure, form.answers, form.today, places);
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            Findings& own = judgement.findings[&question];
            std::move(own.begin(), own.end(), std::back_inserter(findings));
        }
    }
    check_unknown(procedure, form, judgement, findings);
    check_documents(procedure, form, judgement.unsettled, findings);
    return findings;
}

}  // namespace motcua::form
