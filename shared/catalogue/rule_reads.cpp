#include "shared/catalogue/rule_reads.hpp"

#include <algorithm>
#include <string_view>

namespace motcua::catalogue {
namespace {

using json::Value;

bool is_one_of(const Value& name, const Names& questions) {
    const std::string* text = name.string();
    if (text == nullptr) {
        return false;
    }
    const std::string_view path = *text;
    return questions.contains(path.substr(0, path.find('.')));
}

/// "var" and "missing" name what they read; read_procedure has seen to it that they do so
/// in plain text, so every text below them may be taken for a name.
bool names_any(const Value& value, const Names& questions) {
    if (is_one_of(value, questions)) {
        return true;
    }
    const json::Array* items = value.array();
    return items != nullptr && std::any_of(items->begin(), items->end(),
                                           [&](const Value& item) { return names_any(item, questions); });
}

}  // namespace

bool reads_any(const Rule& rule, const Names& questions) {
    if (questions.empty()) {
        return false;
    }
    if (const json::Array* items = rule.array()) {
        return std::any_of(items->begin(), items->end(),
                           [&](const Value& item) { return reads_any(item, questions); });
    }
    if (rule.object() == nullptr || rule.object()->size() != 1) {
        return false;
    }
    const auto& [name, arguments] = rule.object()->front();
    if (name == "var" || name == "missing" || name == "missing_some") {
        return names_any(arguments, questions);
    }
    return reads_any(arguments, questions);
}

}  // namespace motcua::catalogue
