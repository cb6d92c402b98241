#include <algorithm>
#include <set>
#include <utility>

#include "shared/form/check_documents.hpp"
#include "shared/form/check_value.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"

namespace motcua::form {
namespace {

using catalogue::Procedure;
using catalogue::Question;
using catalogue::QuestionType;

void note_missing(const Question& question, const std::string& id, bool started, Findings& findings) {
    // An address is either left out as a whole or given as a whole.
    if (question.required || started) {
        const char* code = question.type == QuestionType::Agreement ? "must_agree" : "required";
        findings.push_back({id, code, {}});
    }
}

/// The rules of the procedure file, once the answer is right in itself.
void run_checks(const Question& question, const Surroundings& around, Findings& findings) {
    const auto lookup = lookup_in_answers(around.effective, &around.today);
    for (const catalogue::Check& check : question.checks) {
        if (!holds(check.rule, lookup, false)) {
            findings.push_back({question.id, check.code, {}});
        }
    }
}

void check_asked(const Question& question, const Surroundings& around, Findings& findings) {
    const std::vector<std::string> ids = answer_ids(question);
    const bool started = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
        return !answer_of(around.effective, id).empty();
    });
    const std::size_t before = findings.size();
    for (const std::string& id : ids) {
        const std::string_view answer = answer_of(around.effective, id);
        if (answer.empty()) {
            note_missing(question, id, started, findings);
        } else if (auto finding = check_value(question, id, answer, around)) {
            findings.push_back(std::move(*finding));
        }
    }
    if (started && findings.size() == before) {
        run_checks(question, around, findings);
    }
}

/// Answers that belong to no question that is asked, in the order of their ids.
void check_unknown(const Procedure& procedure, const Form& form, const Journey& journey, Findings& findings) {
    std::set<std::string, std::less<>> expected;
    std::set<std::string, std::less<>> skipped;
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            for (std::string& id : answer_ids(question)) {
                (journey.asks(question) ? expected : skipped).insert(std::move(id));
            }
        }
    }
    for (const auto& [id, answer] : form.answers) {
        if (expected.count(id) > 0) {
            continue;
        }
        findings.push_back({shortened(id), skipped.count(id) > 0 ? "not_asked" : "unknown_answer", {}});
    }
}

}  // namespace

Findings check_question(const Procedure& procedure, const Question& question, const Answers& answers,
                        const calendar::Date& today, const places::Places& places) {
    const Journey journey = walk(procedure, answers);
    Findings findings;
    if (journey.asks(question)) {
        check_asked(question, {journey.effective, today, places}, findings);
    }
    return findings;
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
    const Journey journey = walk(procedure, form.answers);
    const Surroundings around{journey.effective, form.today, places};
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            if (journey.asks(question)) {
                check_asked(question, around, findings);
            }
        }
    }
    check_unknown(procedure, form, journey, findings);
    check_documents(procedure, form, findings);
    return findings;
}

}  // namespace motcua::form
