#include "shared/analysis/rules.hpp"

#include <algorithm>
#include <initializer_list>

#include "shared/json/shape.hpp"

namespace motcua::analysis {
namespace {

using json::Value;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_constant(const Value& value) {
    if (value.object() != nullptr) {
        return false;
    }
    const json::Array* items = value.array();
    return items == nullptr || std::all_of(items->begin(), items->end(), is_constant);
}

bool is_comparison(std::string_view name) {
    return is_one_of(name,
                     {"==", "===", "!=", "!==", "<", "<=", ">", ">=", "in", "date_before", "date_after"});
}

void collect_numbers(const Value& rule, std::set<std::int64_t>& numbers) {
    if (rule.integer() != nullptr) {
        numbers.insert(*rule.integer());
    }
    if (rule.array() != nullptr) {
        for (const Value& item : *rule.array()) {
            collect_numbers(item, numbers);
        }
    }
    if (rule.object() != nullptr) {
        for (const auto& [name, value] : *rule.object()) {
            collect_numbers(value, numbers);
        }
    }
}

void add_constants(const Value& value, Use& use) {
    if (value.array() == nullptr) {
        use.constants.push_back(value);
        return;
    }
    for (const Value& item : *value.array()) {
        add_constants(item, use);
    }
}

/// Walks a rule with what stands around each "var".
class UseCollector {
public:
    UseCollector(Uses& uses, const std::set<std::int64_t>& numbers) : uses_(uses), numbers_(numbers) {}

    /// `alone`: only whether this holds counts.
    void walk(const Value& rule, bool alone) {
        if (const std::string_view name = name_read(rule); !name.empty()) {
            note(name, alone, nullptr);
            return;
        }
        if (rule.array() != nullptr) {
            for (const Value& item : *rule.array()) {
                walk(item, false);
            }
            return;
        }
        walk_operation(operation_of(rule), alone);
    }

private:
    void walk_operation(const Operation& operation, bool alone) {
        const std::string_view name = operation.name;
        if (is_one_of(name, {"missing", "missing_some"})) {
            note_missing(operation);
            return;
        }
        for (std::size_t i = 0; i < operation.arguments.size(); ++i) {
            const Value& argument = *operation.arguments[i];
            if (reads_items(name, i)) {
                continue;
            }
            const std::string_view read = name_read(argument);
            if (!read.empty() && is_comparison(name) && operation.arguments.size() == 2) {
                note(read, meets_constant(operation, i), operation.arguments[1 - i]);
                note_kind(uses_[std::string(read)], name, i);
                continue;
            }
            const bool condition =
                is_one_of(name, {"!", "!!"}) || (alone && is_one_of(name, {"and", "or"})) ||
                (is_one_of(name, {"if", "?:"}) && i % 2 == 0 && i + 1 < operation.arguments.size());
            const bool branch = alone && is_one_of(name, {"if", "?:"});
            walk(argument, condition || branch);
        }
    }

    static void note_kind(Use& use, std::string_view operation, std::size_t index) {
        const bool listed = operation == "in" && index == 1;
        const bool ordered = is_one_of(operation, {"<", "<=", ">", ">="});
        const bool dated = is_one_of(operation, {"date_before", "date_after"});
        use.listed = use.listed || listed;
        use.ordered = use.ordered || ordered;
        use.dated = use.dated || dated;
        use.equated = use.equated || (!listed && !ordered && !dated);
    }

    void note_missing(const Operation& operation) {
        Names names;
        for (const Value* argument : operation.arguments) {
            const Value* value = argument;
            const json::Array single{*value};
            for (const Value& each : value->array() != nullptr ? *value->array() : single) {
                if (each.string() != nullptr) {
                    names.insert(*each.string());
                }
            }
        }
        for (const std::string& name : names) {
            note(name, true, nullptr);
        }
    }

    void note(std::string_view name, bool simple, const Value* constant) {
        Use& use = uses_[std::string(name)];
        use.simple = use.simple && simple;
        use.numbers.insert(numbers_.begin(), numbers_.end());
        if (constant != nullptr && simple) {
            add_constants(*constant, use);
        }
    }

    Uses& uses_;
    const std::set<std::int64_t>& numbers_;
};

}  // namespace

Operation operation_of(const Value& rule) {
    const json::Object* members = rule.object();
    if (members == nullptr || members->size() != 1) {
        return {};
    }
    Operation operation{members->front().first, {}};
    const Value& argument = members->front().second;
    if (argument.array() == nullptr) {
        operation.arguments.push_back(&argument);
        return operation;
    }
    for (const Value& each : *argument.array()) {
        operation.arguments.push_back(&each);
    }
    return operation;
}

bool meets_constant(const Operation& operation, std::size_t index) {
    if (operation.arguments.size() != 2 || index > 1 || !is_comparison(operation.name)) {
        return false;
    }
    const Value& other = *operation.arguments[1 - index];
    // "x in 'text'" looks for a part of a text: no comparison with a constant.
    const bool part = operation.name == "in" && index == 0 && other.array() == nullptr;
    return is_constant(other) && !part;
}

bool reads_items(std::string_view operation, std::size_t index) {
    return index == 1 &&
           is_one_of(operation, {"some", "none", "all", "filter", "map", "reduce", "count", "sum"});
}

std::string_view name_read(const Value& rule) {
    const Operation operation = operation_of(rule);
    if (operation.name != "var" || operation.arguments.empty() ||
        operation.arguments[0]->string() == nullptr) {
        return {};
    }
    return *operation.arguments[0]->string();
}

void collect_reads(const Value& rule, Names& names) {
    if (const std::string_view name = name_read(rule); !name.empty()) {
        names.emplace(name);
    }
    if (rule.array() != nullptr) {
        for (const Value& item : *rule.array()) {
            collect_reads(item, names);
        }
    }
    const Operation operation = operation_of(rule);
    const bool lists_names = is_one_of(operation.name, {"missing", "missing_some"});
    for (std::size_t i = 0; i < operation.arguments.size(); ++i) {
        const Value& argument = *operation.arguments[i];
        if (lists_names && argument.string() != nullptr) {
            names.insert(*argument.string());
        }
        if (lists_names && argument.array() != nullptr) {
            for (const Value& each : *argument.array()) {
                names.insert(each.string() != nullptr ? *each.string() : std::string());
            }
        }
        if (!reads_items(operation.name, i)) {
            collect_reads(argument, names);
        }
    }
}

void collect_uses(const Value& rule, Uses& uses) {
    std::set<std::int64_t> numbers;
    collect_numbers(rule, numbers);
    UseCollector(uses, numbers).walk(rule, true);
}

namespace {

void visit_question(const catalogue::Question& question, const std::string& path, const RuleVisitor& visit) {
    visit(question.ask_if, path + ".ask_if", Outcome::Condition);
    visit(question.otherwise, path + ".otherwise", Outcome::Value);
    visit(question.number_kind, path + ".number_kind", Outcome::Aside);
    visit(question.born, path + ".same_person.born", Outcome::Aside);
    visit(question.sex, path + ".same_person.sex", Outcome::Aside);
    for (std::size_t i = 0; i < question.checks.size(); ++i) {
        visit(question.checks[i].rule, json::item_path(path + ".checks", i) + ".rule", Outcome::Condition);
    }
}

}  // namespace

void visit_rules(const catalogue::Procedure& procedure, const RuleVisitor& visit) {
    for (std::size_t g = 0; g < procedure.groups.size(); ++g) {
        const catalogue::Group& group = procedure.groups[g];
        const std::string path = json::item_path("groups", g);
        visit(group.ask_if, path + ".ask_if", Outcome::Condition);
        for (std::size_t q = 0; q < group.questions.size(); ++q) {
            visit_question(group.questions[q], json::item_path(path + ".questions", q), visit);
        }
    }
    for (std::size_t i = 0; i < procedure.computed.size(); ++i) {
        visit(procedure.computed[i].value, json::item_path("computed", i) + ".value", Outcome::Value);
    }
    for (std::size_t i = 0; i < procedure.documents.size(); ++i) {
        visit(procedure.documents[i].required_if, json::item_path("documents", i) + ".required_if",
              Outcome::Condition);
    }
    for (std::size_t i = 0; i < procedure.time_limits.size(); ++i) {
        visit(procedure.time_limits[i].applies_if, json::item_path("time_limits", i) + ".applies_if",
              Outcome::Condition);
    }
    for (std::size_t i = 0; i < procedure.fees.size(); ++i) {
        const std::string path = json::item_path("fees", i);
        visit(procedure.fees[i].applies_if, path + ".applies_if", Outcome::Condition);
        visit(procedure.fees[i].amount_dong, path + ".amount_dong", Outcome::Aside);
    }
    for (std::size_t i = 0; i < procedure.migrations.size(); ++i) {
        const auto& steps = procedure.migrations[i].steps;
        for (std::size_t s = 0; s < steps.size(); ++s) {
            visit(steps[s].value, json::item_path(json::item_path("migrations", i) + ".steps", s) + ".value",
                  Outcome::Aside);
        }
    }
}

}  // namespace motcua::analysis
