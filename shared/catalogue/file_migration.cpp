#include <utility>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

using Kind = MigrationStep::Kind;

/// "ho_ten", "noi_o.line", "thanh_vien.*.ho_ten": names of answers, of this edition or an earlier one.
bool is_answer_name(std::string_view name) {
    return !name.empty() && name.size() <= 200 &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.*") == std::string_view::npos;
}

std::string answer_name(Part& part, std::string_view key) {
    std::string name = part.line(key);
    if (!name.empty() && !is_answer_name(name)) {
        part.note(key, "id");
    }
    return name;
}

void read_options_map(Part& part, MigrationStep& step) {
    const json::Value& map = part.any("map");
    if (map.object() == nullptr) {
        part.note("map", "type");
        return;
    }
    for (const auto& [old_id, new_id] : *map.object()) {
        if (new_id.string() == nullptr) {
            part.note("map", "type");
        } else {
            step.options.emplace_back(old_id, *new_id.string());
        }
    }
}

/// The member that names a step says what it does.
MigrationStep read_step(const json::Value& value, const std::string& path, const RuleScope& scope,
                        std::vector<Finding>& findings) {
    Part part(value, path, findings);
    MigrationStep step;
    if (part.has("rename")) {
        step.kind = Kind::Rename;
        step.id = answer_name(part, "rename");
        step.to = answer_name(part, "to");
    } else if (part.has("options")) {
        step.kind = Kind::Options;
        step.id = answer_name(part, "options");
        read_options_map(part, step);
    } else if (part.has("set")) {
        step.kind = Kind::Set;
        step.id = answer_name(part, "set");
        step.value = part.rule("value", scope);
    } else {
        step.id = answer_name(part, "drop");
    }
    part.close();
    return step;
}

}  // namespace

Migration read_migration(const json::Value& value, const std::string& path, const RuleScope& scope,
                         std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Migration migration;
    migration.from_edition = part.day("from");
    migration.note = part.text("note");
    const json::Array& steps = part.items("steps");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        migration.steps.push_back(read_step(steps[i], part.path_of("steps", i), scope, findings));
    }
    part.close();
    return migration;
}

}  // namespace motcua::catalogue
