#include "shared/form/journey.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using json::Value;

constexpr std::array<std::string_view, 3> kAddressParts = {"province", "commune", "line"};

std::string part_id(std::string_view id, std::string_view part) {
    return std::string(id) + "." + std::string(part);
}

catalogue::Found address_in(const Answers& answers, std::string_view id) {
    json::Object parts;
    for (const std::string_view part : kAddressParts) {
        if (const std::string_view answer = answer_of(answers, part_id(id, part)); !answer.empty()) {
            parts.emplace_back(std::string(part), Value(answer));
        }
    }
    return parts.empty() ? catalogue::Found() : catalogue::Found(Value(std::move(parts)));
}

void keep(Answers& effective, std::string id, std::string_view answer) {
    if (!answer.empty()) {
        effective.insert_or_assign(std::move(id), std::string(answer));
    }
}

/// What stands for a question that is not asked.
void fill_in(Answers& effective, const Question& question) {
    if (question.otherwise.is_null()) {
        return;
    }
    const Result<Value> value = catalogue::evaluate(question.otherwise, lookup_in_answers(effective));
    if (!value) {
        return;
    }
    if (question.type == QuestionType::Address) {
        for (const std::string_view part : kAddressParts) {
            keep(effective, part_id(question.id, part), value->text_or(part));
        }
    } else if (value->string() != nullptr) {
        keep(effective, question.id, *value->string());
    }
}

}  // namespace

std::vector<std::string> answer_ids(const Question& question, std::string_view id) {
    if (question.type != QuestionType::Address) {
        return {std::string(id)};
    }
    std::vector<std::string> ids;
    ids.reserve(kAddressParts.size());
    for (const std::string_view part : kAddressParts) {
        ids.push_back(part_id(id, part));
    }
    return ids;
}

std::string_view answer_of(const Answers& answers, std::string_view id) {
    const auto found = answers.find(id);
    return found == answers.end() ? std::string_view() : std::string_view(found->second);
}

bool holds(const catalogue::Rule& rule, const catalogue::Lookup& lookup, bool otherwise) {
    const Result<Value> result = catalogue::evaluate(rule, lookup);
    return result ? catalogue::truthy(*result) : otherwise;
}

catalogue::Lookup lookup_in_answers(const Answers& answers, const calendar::Date* today) {
    return [&answers, today](std::string_view path) -> catalogue::Found {
        if (path == "channel") {
            return kChannel;
        }
        if (path == "today") {
            return today == nullptr ? catalogue::Found() : catalogue::Found(Value(calendar::iso(*today)));
        }
        if (const auto found = answers.find(path); found != answers.end()) {
            return std::string_view(found->second);
        }
        return address_in(answers, path);
    };
}

bool Journey::asks(std::string_view id) const {
    return std::any_of(asked.begin(), asked.end(), [&](const Spot& spot) { return spot.id == id; });
}

bool Journey::asks(const catalogue::Group& group) const {
    return std::find(groups.begin(), groups.end(), &group) != groups.end();
}

Journey walk(const catalogue::Procedure& procedure, const Answers& answers) {
    Journey journey;
    for (const catalogue::Group& group : procedure.groups) {
        const auto lookup = lookup_in_answers(journey.effective);
        const bool whole = group.ask_if.is_null() || holds(group.ask_if, lookup, true);
        bool any = false;
        for (const Question& question : group.questions) {
            if (!whole || (!question.ask_if.is_null() && !holds(question.ask_if, lookup, true))) {
                fill_in(journey.effective, question);
                continue;
            }
            any = true;
            journey.asked.push_back(spot_at(group, question));
            for (std::string& id : answer_ids(question, question.id)) {
                const std::string_view answer = answer_of(answers, id);
                keep(journey.effective, std::move(id), answer);
            }
        }
        if (any) {
            journey.groups.push_back(&group);
        }
    }
    return journey;
}

Answers effective(const catalogue::Procedure& procedure, const Answers& answers) {
    return walk(procedure, answers).effective;
}

Answers answered(const catalogue::Procedure& procedure, const Answers& answers) {
    const Journey journey = walk(procedure, answers);
    Answers kept;
    for (const Spot& spot : journey.asked) {
        for (std::string& id : answer_ids(*spot.question, spot.id)) {
            const std::string_view answer = answer_of(answers, id);
            keep(kept, std::move(id), answer);
        }
    }
    return kept;
}

}  // namespace motcua::form
