#include "client/platform/desktop/script.hpp"

#include <optional>
#include <sstream>

namespace motcua::kiosk {
namespace {

std::optional<Step::Verb> verb_of(const std::string& word) {
    using Verb = Step::Verb;
    const std::pair<const char*, Verb> verbs[] = {
        {"press", Verb::Press}, {"type", Verb::Type}, {"text", Verb::Text},     {"keys", Verb::Keys},
        {"key", Verb::Key},     {"wait", Verb::Wait}, {"expect", Verb::Expect}, {"shot", Verb::Shot}};
    for (const auto& [name, verb] : verbs) {
        if (word == name) {
            return verb;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<Step>> read_script(const std::string& text) {
    std::vector<Step> steps;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::istringstream words(line);
        std::string verb;
        words >> verb;
        if (verb.empty() || verb[0] == '#') {
            continue;
        }
        const auto known = verb_of(verb);
        Step step;
        step.line = number;
        if (known) {
            step.verb = *known;
        }
        if (step.verb == Step::Verb::Press || step.verb == Step::Verb::Type ||
            step.verb == Step::Verb::Wait) {
            words >> step.id;
        }
        std::getline(words >> std::ws, step.words);
        if (!known || (step.id.empty() && step.words.empty())) {
            return Error{ErrorCode::InvalidInput, "script, line " + std::to_string(number) + ": " + line, {}};
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace motcua::kiosk
