#include "shared/form/journey.hpp"

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

std::vector<std::string> answer_ids(const Question& question) {
    if (question.type != QuestionType::Address) {
        return {question.id};
    }
    std::vector<std::string> ids;
    ids.reserve(kAddressParts.size());
    for (const std::string_view part : kAddressParts) {
        ids.push_back(part_id(question.id, part));
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

Journey walk(const catalogue::Procedure& procedure, const Answers& answers) {
    Journey journey;
    for (const catalogue::Group& group : procedure.groups) {
        for (const Question& question : group.questions) {
            const auto lookup = lookup_in_answers(journey.effective);
            if (!question.ask_if.is_null() && !holds(question.ask_if, lookup, true)) {
                fill_in(journey.effective, question);
                continue;
            }
            journey.asked.insert(&question);
            for (std::string& id : answer_ids(question)) {
                const std::string_view answer = answer_of(answers, id);
                keep(journey.effective, std::move(id), answer);
            }
        }
    }
    return journey;
}

bool asked(const catalogue::Procedure& procedure, const Question& question, const Answers& answers) {
    if (question.ask_if.is_null()) {
        return true;
    }
    return walk(procedure, answers).asks(question);
}

Answers effective(const catalogue::Procedure& procedure, const Answers& answers) {
    return walk(procedure, answers).effective;
}

Answers answered(const catalogue::Procedure& procedure, const Answers& answers) {
    const Journey journey = walk(procedure, answers);
    Answers kept;
    for (const Question* question : journey.asked) {
        for (std::string& id : answer_ids(*question)) {
            const std::string_view answer = answer_of(answers, id);
            keep(kept, std::move(id), answer);
        }
    }
    return kept;
}

}  // namespace motcua::form
