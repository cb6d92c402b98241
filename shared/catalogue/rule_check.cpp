#include "shared/catalogue/rule_check.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "shared/catalogue/logic.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Value;

/// Operations whose second argument is evaluated for every item of the first.
constexpr std::array<std::string_view, 8> kIterating = {"some", "none",   "all",   "filter",
                                                        "map",  "reduce", "count", "sum"};

/// Walks one rule. `scope` is nullptr where "var" reads an item.
class Checker {
public:
    Checker(const std::string& path, std::vector<Finding>& findings) : path_(path), findings_(findings) {}

    void check(const Value& rule, const RuleScope* scope, int depth);

private:
    void check_operation(const json::Member& operation, const RuleScope* scope, int depth);
    void check_reference(const Value& name, const RuleScope* scope);
    void note(const char* code, std::string_view what);

    const std::string& path_;
    std::vector<Finding>& findings_;
};

void Checker::note(const char* code, std::string_view what) {
    Finding finding{path_, code, {}};
    if (!what.empty()) {
        finding.args.emplace_back("name", std::string(what.substr(0, 64)));
    }
    findings_.push_back(std::move(finding));
}

void Checker::check(const Value& rule, const RuleScope* scope, int depth) {
    if (depth >= kMaxRuleDepth) {
        note("catalogue.rule_depth", "");
        return;
    }
    if (const Array* items = rule.array()) {
        for (const Value& item : *items) {
            check(item, scope, depth + 1);
        }
        return;
    }
    const json::Object* members = rule.object();
    if (members == nullptr) {
        return;
    }
    if (members->size() != 1) {
        note("catalogue.rule_object", "");
        return;
    }
    check_operation(members->front(), scope, depth);
}

void Checker::check_operation(const json::Member& operation, const RuleScope* scope, int depth) {
    const std::string& name = operation.first;
    if (!is_operation(name)) {
        note("catalogue.rule_operation", name);
        return;
    }
    const Array* list = operation.second.array();
    const Array single = list == nullptr ? Array{operation.second} : Array{};
    const Array& arguments = list == nullptr ? single : *list;
    const bool iterating = std::find(kIterating.begin(), kIterating.end(), name) != kIterating.end();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        check(arguments[i], iterating && i == 1 ? nullptr : scope, depth + 1);
    }
    if (name == "var") {
        check_reference(arguments.empty() ? Value() : arguments[0], scope);
    }
    if (name == "missing" || name == "missing_some") {
        const std::size_t at = name == "missing" ? 0 : 1;
        const Array* names = at < arguments.size() ? arguments[at].array() : nullptr;
        for (const Value& each : names != nullptr ? *names : arguments) {
            if (each.integer() == nullptr) {
                check_reference(each, scope);
            }
        }
    }
}

void Checker::check_reference(const Value& name, const RuleScope* scope) {
    if (scope == nullptr) {
        return;
    }
    const std::string* text = name.string();
    if (text == nullptr) {
        note("catalogue.rule_var", "");
    } else if (scope->later.contains(*text)) {
        note("catalogue.rule_order", *text);
    } else if (!scope->known.contains(*text)) {
        note("catalogue.rule_question", *text);
    }
}

}  // namespace

void check_rule(const Value& rule, const RuleScope& scope, const std::string& path,
                std::vector<Finding>& findings) {
    Checker(path, findings).check(rule, &scope, 0);
}

}  // namespace motcua::catalogue
