#include "shared/form/migrate.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "shared/form/amount.hpp"
#include "shared/form/standing.hpp"

namespace motcua::form {
namespace {

using catalogue::MigrationStep;

/// What a step's name means for one answer: the row it stands in, and what follows the name
/// ("", or ".line" of an address, or all of a repeated group's rows).
struct Match {
    std::string row;
    std::string rest;
};

/// "thanh_vien.*.ho_ten" against "thanh_vien.0.ho_ten".
std::optional<Match> match(std::string_view pattern, std::string_view id) {
    Match found;
    const std::size_t star = pattern.find('*');
    if (star != std::string_view::npos) {
        if (id.substr(0, star) != pattern.substr(0, star)) {
            return std::nullopt;
        }
        const std::string_view row = id.substr(star, id.find('.', star) - star);
        if (!row_number(row)) {
            return std::nullopt;
        }
        found.row = std::string(row);
        id.remove_prefix(star + row.size());
        pattern.remove_prefix(star + 1);
    }
    if (id.substr(0, pattern.size()) != pattern) {
        return std::nullopt;
    }
    found.rest = std::string(id.substr(pattern.size()));
    return found.rest.empty() || found.rest.front() == '.' ? std::optional(std::move(found)) : std::nullopt;
}

std::string name_in_row(std::string_view pattern, std::string_view row) {
    std::string name(pattern);
    if (const std::size_t star = name.find('*'); star != std::string::npos) {
        name.replace(star, 1, row);
    }
    return name;
}

Error conflict() {
    return {ErrorCode::Conflict, "migrate: a step would write over an answer", {}};
}

/// Takes out what the name means, by the answers' ids.
std::vector<std::pair<std::string, std::string>> taken_out(std::string_view pattern, Answers& answers) {
    std::vector<std::pair<std::string, std::string>> taken;
    for (auto at = answers.begin(); at != answers.end();) {
        if (match(pattern, at->first)) {
            taken.emplace_back(at->first, at->second);
            at = answers.erase(at);
        } else {
            ++at;
        }
    }
    return taken;
}

Result<void> rename(const MigrationStep& step, Answers& answers) {
    for (const auto& [id, answer] : taken_out(step.id, answers)) {
        const Match found = *match(step.id, id);
        if (!answers.emplace(name_in_row(step.to, found.row) + found.rest, answer).second) {
            return conflict();
        }
    }
    return {};
}

/// One option, or several of an answer that has several; each once.
void map_options(const MigrationStep& step, Answers& answers) {
    for (auto& [id, answer] : answers) {
        if (const auto found = match(step.id, id); !found || !found->rest.empty()) {
            continue;
        }
        std::vector<std::string> options;
        for (const std::string_view old : between_commas(answer)) {
            const auto known = std::find_if(step.options.begin(), step.options.end(),
                                            [&](const auto& pair) { return pair.first == old; });
            std::string option = known == step.options.end() ? std::string(old) : known->second;
            if (std::find(options.begin(), options.end(), option) == options.end()) {
                options.push_back(std::move(option));
            }
        }
        std::string joined;
        for (const std::string& option : options) {
            joined += (joined.empty() ? "" : ",") + option;
        }
        answer = std::move(joined);
    }
}

/// Writes unless something else is there already; an empty answer is nothing.
bool put(Answers& answers, const std::string& id, const std::string& answer) {
    if (answer.empty()) {
        return true;
    }
    const auto [at, added] = answers.emplace(id, answer);
    if (!added && at->second.empty()) {
        at->second = answer;
    }
    return added || at->second == answer;
}

/// One value at one place: of an address its parts.
bool put_value(Answers& answers, const std::string& id, const json::Value& value) {
    if (value.object() == nullptr) {
        return put(answers, id, answer_text(value));
    }
    return std::all_of(value.object()->begin(), value.object()->end(), [&](const json::Member& part) {
        return put(answers, id + "." + part.first, answer_text(part.second));
    });
}

/// The value is made from the answers as they are before the step.
Result<void> set(const catalogue::Procedure& to, const MigrationStep& step, Answers& answers) {
    const Answers before = answers;
    Standing standing(to, before, nullptr, Standing::Walk::None);
    const std::size_t star = step.id.find('*');
    const std::string group_id = star == std::string::npos ? "" : step.id.substr(0, star - 1);
    const auto* group = star == std::string::npos ? nullptr : to.names.find(group_id);
    if (star != std::string::npos && group == nullptr) {
        return {};
    }
    const int rows = group == nullptr ? 1 : standing.rows(group->group);
    for (int row = 0; row < rows; ++row) {
        const Place place = group == nullptr ? Place() : Place{group->group, -1, row};
        const Result<json::Value> value = catalogue::evaluate(step.value, standing.lookup(place));
        if (value && !put_value(answers, name_in_row(step.id, std::to_string(row)), *value)) {
            return conflict();
        }
    }
    return {};
}

Result<void> take_step(const catalogue::Procedure& to, const MigrationStep& step, Answers& answers) {
    switch (step.kind) {
        case MigrationStep::Kind::Rename:
            return rename(step, answers);
        case MigrationStep::Kind::Drop:
            taken_out(step.id, answers);
            return {};
        case MigrationStep::Kind::Options:
            map_options(step, answers);
            return {};
        case MigrationStep::Kind::Set:
            return set(to, step, answers);
    }
    return {};
}

}  // namespace

Result<Answers> migrate(const catalogue::Procedure& to, std::string_view from_edition,
                        const Answers& answers) {
    const auto migration =
        std::find_if(to.migrations.begin(), to.migrations.end(),
                     [&](const catalogue::Migration& each) { return each.from_edition == from_edition; });
    if (migration == to.migrations.end()) {
        return Error{ErrorCode::NotFound, "migrate: no way from that edition", {}};
    }
    Answers migrated = answers;
    for (const MigrationStep& step : migration->steps) {
        MC_TRY(take_step(to, step, migrated));
    }
    return migrated;
}

}  // namespace motcua::form
