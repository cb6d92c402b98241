#include "shared/catalogue/rule_reads.hpp"

#include <algorithm>

namespace motcua::catalogue {
namespace {

using json::Value;
using NameTest = std::function<bool(std::string_view)>;

/// "var" and "missing" name what they read; read_procedure has seen to it that they do so
/// in plain text, so every text below them may be taken for a name.
bool names_any(const Value& value, const NameTest& is_meant) {
    if (const std::string* name = value.string()) {
        return is_meant(*name);
    }
    const json::Array* items = value.array();
    return items != nullptr && std::any_of(items->begin(), items->end(),
                                           [&](const Value& item) { return names_any(item, is_meant); });
}

}  // namespace

bool reads_any(const Rule& rule, const NameTest& is_meant) {
    if (const json::Array* items = rule.array()) {
        return std::any_of(items->begin(), items->end(),
                           [&](const Value& item) { return reads_any(item, is_meant); });
    }
    if (rule.object() == nullptr || rule.object()->size() != 1) {
        return false;
    }
    const auto& [name, arguments] = rule.object()->front();
    if (name == "var" || name == "missing" || name == "missing_some") {
        return names_any(arguments, is_meant);
    }
    return reads_any(arguments, is_meant);
}

}  // namespace motcua::catalogue
