#include "shared/form/judgement.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/form/check_number.hpp"
#include "shared/form/check_value.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

bool is_answered(const Question& question, const Slot* slots) {
    return std::any_of(slots, slots + slots_of(question),
                       [](const Slot& slot) { return !slot.read.empty(); });
}

}  // namespace

Finding check_row_count(const catalogue::Group& group, std::string_view count) {
    if (count.empty()) {
        return finding("required");
    }
    const auto rows = row_number(count);
    if (!rows) {
        return finding("number");
    }
    if (*rows < group.repeat->least) {
        return finding("rows_too_few", "min", std::to_string(group.repeat->least));
    }
    return *rows > group.repeat->most ? finding("rows_too_many", "max", std::to_string(group.repeat->most))
                                      : Finding();
}

Judgement::Judgement(Standing& standing, const calendar::Date& today, const places::Places& places)
    : standing_(standing), today_(today), places_(places) {
    const int groups = static_cast<int>(standing.procedure().groups.size());
    for (int group = 0; group < groups; ++group) {
        judge_group(group);
    }
    for (int group = 0; group < groups; ++group) {
        standing_.each_question(group, [&](const Place& place) {
            if (is_settled(place)) {
                judge_relations(place);
            }
        });
    }
    std::stable_sort(noted_.begin(), noted_.end(),
                     [](const Noted& a, const Noted& b) { return a.order < b.order; });
}

void Judgement::judge_group(int group) {
    const catalogue::Group& of = standing_.procedure().groups[static_cast<std::size_t>(group)];
    const bool undecided = standing_.reads_unsettled(of.ask_if, {});
    if (of.repeat && (undecided || (standing_.asks_group(group) && !judge_rows(group)))) {
        leave_undecided({group, -1, -1});
    }
    const bool rows_open = of.repeat && standing_.slot({group, -1, -1}).undecided;
    standing_.each_question(group, [&](const Place& place) {
        if (undecided || rows_open) {
            leave_undecided(place);
        } else {
            judge_alone(place);
        }
    });
}

/// Whether the rows themselves can be judged.
bool Judgement::judge_rows(int group) {
    const Place place{group, -1, -1};
    const std::string_view count = standing_.slot(place).read;
    Finding wrong = check_row_count(standing_.group(place), count);
    if (wrong.code.empty()) {
        return true;
    }
    const bool too_few = wrong.code == "rows_too_few";
    note(place, 0, std::move(wrong));
    standing_.unsettle(place);
    return too_few;
}

void Judgement::leave_undecided(const Place& place) {
    Slot* own = &standing_.slot(place);
    const int slots = place.question < 0 ? 1 : slots_of(standing_.question(place));
    for (int part = 0; part < slots; ++part) {
        own[part].undecided = true;
    }
    standing_.unsettle(place);
}

/// What is wrong with the answer in itself.
void Judgement::judge_alone(const Place& place) {
    const Question& question = standing_.question(place);
    if (standing_.reads_unsettled(question.ask_if, place)) {
        leave_undecided(place);
        return;
    }
    const Slot* own = &standing_.slot(place);
    if (!own->asked) {
        if (standing_.reads_unsettled(question.otherwise, place)) {
            standing_.unsettle(place);
        }
        return;
    }
    // An address is either left out as a whole or given as a whole.
    const bool needed = question.required || is_answered(question, own);
    const Surroundings around{standing_, place, today_, places_};
    const std::size_t before = noted_.size();
    for (int part = 0; part < slots_of(question); ++part) {
        if (own[part].read.empty()) {
            if (needed) {
                note(place, part,
                     finding(question.type == QuestionType::Agreement ? "must_agree" : "required"));
            }
        } else if (auto wrong = check_value(question, part, own[part].read, around)) {
            note(place, part, std::move(*wrong));
        }
    }
    if (noted_.size() > before) {
        standing_.unsettle(place);
    }
}

bool Judgement::is_settled(const Place& place) {
    const Slot* own = &standing_.slot(place);
    return own->asked && !own->unsettled && is_answered(standing_.question(place), own);
}

bool Judgement::breaks(const catalogue::Check& check, const Place& place) {
    return !standing_.reads_unsettled(check.rule, place) && !standing_.holds(check.rule, place, false);
}

/// The rules between this answer and others.
void Judgement::judge_relations(const Place& place) {
    const Question& question = standing_.question(place);
    if (question.type == QuestionType::CitizenId || question.type == QuestionType::IdOrPassport) {
        const Surroundings around{standing_, place, today_, places_};
        const std::string_view code = check_number_fits(question, standing_.slot(place).read, around);
        if (!code.empty()) {
            note(place, 0, finding(code));
        }
    }
    for (const catalogue::Check& check : question.checks) {
        if (!check.warning && breaks(check, place)) {
            note(place, check.code);
        }
    }
}

void Judgement::note(const Place& place, int part, Finding finding) {
    finding.field = answer_id(standing_, place, part);
    noted_.push_back({order_of(place), std::move(finding)});
}

/// What is said of the question, of an address as a whole.
void Judgement::note(const Place& place, std::string_view code) {
    std::string id = spot_at(standing_.group(place), standing_.question(place), place.row).id;
    noted_.push_back({order_of(place), {std::move(id), std::string(code), {}}});
}

Findings Judgement::findings() {
    Findings findings;
    findings.reserve(noted_.size());
    for (Noted& noted : noted_) {
        findings.push_back(std::move(noted.finding));
    }
    return findings;
}

Findings Judgement::findings_at(const Place& place) {
    Findings findings;
    for (const Noted& noted : noted_) {
        if (noted.order == order_of(place)) {
            findings.push_back(noted.finding);
        }
    }
    return findings;
}

Findings Judgement::warnings() {
    Findings warnings;
    for (int group = 0; group < static_cast<int>(standing_.procedure().groups.size()); ++group) {
        standing_.each_question(group, [&](const Place& place) {
            const Question& question = standing_.question(place);
            for (const catalogue::Check& check : question.checks) {
                if (check.warning && is_settled(place) && breaks(check, place)) {
                    warnings.push_back(
                        {spot_at(standing_.group(place), question, place.row).id, check.code, {}});
                }
            }
        });
    }
    return warnings;
}

}  // namespace motcua::form
