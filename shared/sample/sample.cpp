#include "shared/sample/sample.hpp"

#include <algorithm>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/journey.hpp"

namespace motcua::sample {
namespace {

constexpr int kTries = 400;
constexpr int kMostRows = 3;

}  // namespace

form::Findings Maker::findings_at(const form::Spot& spot, const form::Answers& answers) {
    return form::check_question(procedure_, spot, answers, today_, places_);
}

/// Proposes until the question's own rules are content.
bool Maker::answer(const form::Spot& spot, form::Answers& answers) {
    if (!spot.question->required && dice_.one_in(2)) {
        return true;
    }
    for (int i = 0; i < kTries; ++i) {
        // Most checks are about plain answers; where they are not, what they compare with helps.
        if (i < 8 || !propose_from_checks(spot, answers)) {
            propose(spot, answers);
        }
        if (findings_at(spot, answers).empty()) {
            return true;
        }
    }
    for (const std::string& id : form::answer_ids(*spot.question, spot.id)) {
        answers.erase(id);
    }
    return !spot.question->required;
}

bool Maker::answer_group(const catalogue::Group& group, form::Answers& answers) {
    const auto asks = [&](const form::Spot& spot) {
        return form::walk(procedure_, answers, today_).asks(spot.id);
    };
    int rows = 1;
    if (group.repeat) {
        if (!form::walk(procedure_, answers, today_).asks(group)) {
            return true;
        }
        const int least = group.repeat->least;
        rows = static_cast<int>(dice_.between(least, std::min(group.repeat->most, least + kMostRows)));
        answers[group.id] = std::to_string(rows);
    }
    for (int row = 0; row < rows; ++row) {
        for (const Question& question : group.questions) {
            const form::Spot spot = form::spot_at(group, question, group.repeat ? row : -1);
            if (asks(spot) && !answer(spot, answers)) {
                return false;
            }
        }
    }
    return true;
}

void Maker::give_documents(form::Form& form) {
    for (const checklist::Item& item : checklist::needed(procedure_, form.answers, form.today)) {
        if (item.choices.empty()) {
            continue;
        }
        form::GivenDocument given{item.document->id, dice_.one_of(item.choices), {}};
        const bool attached = given.provision == form::Provision::Attached;
        for (std::int64_t left = attached ? dice_.between(1, 3) : 0; left > 0; --left) {
            given.files.push_back(digest());
        }
        form.documents.push_back(std::move(given));
    }
}

bool Maker::try_complete(form::Form& form) {
    form = {procedure_.code, procedure_.edition, today_, {}, {}};
    for (const catalogue::Group& group : procedure_.groups) {
        if (!answer_group(group, form.answers)) {
            return false;
        }
    }
    give_documents(form);
    // A check may read what is answered only after it.
    return form::check(procedure_, form, places_).empty();
}

std::optional<form::Form> Maker::complete() {
    form::Form form;
    for (int i = 0; i < kTries; ++i) {
        if (try_complete(form)) {
            return form;
        }
    }
    return std::nullopt;
}

}  // namespace motcua::sample
