#include "shared/form/journey.hpp"

#include <algorithm>
#include <utility>

#include "shared/form/standing.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

/// The answers that rules read, or of those only what was asked for.
Answers answers_of(const Standing& standing, bool only_asked) {
    Answers answers;
    const auto keep = [&](const Place& place, int part) {
        const Slot& slot = (&standing.slot(place))[part];
        if (!slot.read.empty() && (slot.asked || !only_asked)) {
            answers.insert_or_assign(answer_id(standing, place, part), std::string(slot.read));
        }
    };
    for (int i = 0; i < static_cast<int>(standing.procedure().groups.size()); ++i) {
        if (standing.procedure().groups[static_cast<std::size_t>(i)].repeat) {
            keep({i, -1, -1}, 0);
        }
        standing.each_question(i, [&](const Place& place) {
            for (int part = 0; part < slots_of(standing.question(place)); ++part) {
                keep(place, part);
            }
        });
    }
    return answers;
}

}  // namespace

std::vector<std::string> answer_ids(const Question& question, std::string_view id) {
    std::vector<std::string> ids;
    for (int part = 0; part < slots_of(question); ++part) {
        const std::string_view name = part_of(question, part);
        ids.push_back(std::string(id) + (name.empty() ? "" : ".") + std::string(name));
    }
    return ids;
}

std::string_view answer_of(const Answers& answers, std::string_view id) {
    const auto found = answers.find(id);
    return found == answers.end() ? std::string_view() : std::string_view(found->second);
}

bool Journey::asks(std::string_view id) const {
    return std::any_of(asked.begin(), asked.end(), [&](const Spot& spot) { return spot.id == id; });
}

bool Journey::asks(const catalogue::Group& group) const {
    return std::find(groups.begin(), groups.end(), &group) != groups.end();
}

Journey walk(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today) {
    const Standing standing(procedure, answers, &today);
    Journey journey;
    journey.effective = answers_of(standing, false);
    for (int i = 0; i < static_cast<int>(procedure.groups.size()); ++i) {
        const catalogue::Group& group = procedure.groups[static_cast<std::size_t>(i)];
        if (!standing.asks_group(i)) {
            continue;
        }
        journey.groups.push_back(&group);
        standing.each_question(i, [&](const Place& place) {
            if (standing.slot(place).asked) {
                journey.asked.push_back(spot_at(group, standing.question(place), place.row));
            }
        });
    }
    return journey;
}

Answers effective(const catalogue::Procedure& procedure, const Answers& answers,
                  const calendar::Date& today) {
    return answers_of(Standing(procedure, answers, &today), false);
}

Answers answered(const catalogue::Procedure& procedure, const Answers& answers, const calendar::Date& today) {
    return answers_of(Standing(procedure, answers, &today), true);
}

}  // namespace motcua::form
