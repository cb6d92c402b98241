#include <iterator>
#include <utility>

#include "shared/form/check_documents.hpp"
#include "shared/form/check_value.hpp"
#include "shared/form/form.hpp"
#include "shared/form/judgement.hpp"
#include "shared/form/quick_read.hpp"

namespace motcua::form {
namespace {

using catalogue::Procedure;

/// What is said of an answer that belongs there; "" when it may stand.
const char* check_home(const Standing& standing, const Standing::Home& home) {
    if (home.slot >= 0) {
        const Slot& slot = standing.slot_at(static_cast<std::size_t>(home.slot));
        return slot.asked || slot.undecided ? "" : "not_asked";
    }
    if (home.group < 0) {
        return "unknown_answer";
    }
    // In a row that the group has not, as far as the number of rows is known.
    if (standing.slot({home.group, -1, -1}).undecided) {
        return "";
    }
    return standing.asks_group(home.group) ? "unknown_answer" : "not_asked";
}

/// Answers that belong to no question that is asked, in the order of their ids.
template <class Items>
void check_unknown(const Standing& standing, const Items& answers, Findings& findings) {
    auto home = standing.homes().begin();
    for (const auto& [id, answer] : answers) {
        if (const char* code = check_home(standing, *home++); *code != '\0') {
            findings.push_back({shortened(id), code, {}});
        }
    }
}

/// What makes judging the answers pointless, and what does not: an edition that differs.
template <class AnyForm>
bool check_head(const Procedure& procedure, const AnyForm& form, Findings& findings) {
    if (form.procedure != procedure.code) {
        findings.push_back({"procedure", "wrong_procedure", {}});
        return false;
    }
    if (form.edition != procedure.edition) {
        findings.push_back({"edition", "wrong_edition", {}});
    }
    if (!calendar::is_valid(form.today)) {
        findings.push_back({"today", "date", {}});
        return false;
    }
    return true;
}

/// A Form or a FormView.
template <class AnyForm>
Findings check_form(const Procedure& procedure, const AnyForm& form, const places::Places& places) {
    Findings findings;
    if (!check_head(procedure, form, findings)) {
        return findings;
    }
    Standing standing(procedure, form.answers, &form.today);
    Findings own = Judgement(standing, form.today, places).findings();
    std::move(own.begin(), own.end(), std::back_inserter(findings));
    check_unknown(standing, form.answers, findings);
    check_documents(standing, form.documents, findings);
    return findings;
}

}  // namespace

Findings check_question(const Procedure& procedure, const Spot& spot, const Answers& answers,
                        const calendar::Date& today, const places::Places& places) {
    const Place place{static_cast<int>(spot.group - procedure.groups.data()),
                      static_cast<int>(spot.question - spot.group->questions.data()), spot.row};
    Standing standing(procedure, answers, &today);
    return Judgement(standing, today, places).findings_at(place);
}

Findings check_rows(const Procedure& procedure, const catalogue::Group& group, const Answers& answers,
                    const calendar::Date& today) {
    const Standing standing(procedure, answers, &today);
    const Place place{static_cast<int>(&group - procedure.groups.data()), -1, -1};
    if (!group.repeat || !standing.asks_group(place.group)) {
        return {};
    }
    Finding wrong = check_row_count(group, standing.slot(place).read);
    wrong.field = group.id;
    return wrong.code.empty() ? Findings() : Findings{std::move(wrong)};
}

Findings warnings(const Procedure& procedure, const Form& form, const places::Places& places) {
    if (!calendar::is_valid(form.today)) {
        return {};
    }
    Standing standing(procedure, form.answers, &form.today);
    return Judgement(standing, form.today, places).warnings();
}

Findings check(const Procedure& procedure, const Form& form, const places::Places& places) {
    Findings findings = check_form(procedure, form, places);
    if (form.helper) {
        Findings own = check_helper(*form.helper);
        std::move(own.begin(), own.end(), std::back_inserter(findings));
    }
    return findings;
}

Result<Findings> judge(const Procedure& procedure, std::string_view bytes, const places::Places& places) {
    if (const auto form = read_quickly(bytes)) {
        return check_form(procedure, *form, places);
    }
    MC_TRY_ASSIGN(const Form form, read(bytes));
    return check(procedure, form, places);
}

}  // namespace motcua::form
