#include "shared/catalogue/logic.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "shared/catalogue/coerce.hpp"
#include "shared/catalogue/operations.hpp"

namespace motcua::catalogue {
namespace {

using json::Array;
using json::Value;

/// Operations that evaluate their arguments themselves or read the data.
constexpr std::array<std::string_view, 10> kSpecial = {
    "var", "missing", "missing_some", "if", "?:", "and", "or", "some", "none", "all"};

/// One evaluation: counts the work, and stops past the limits.
class Evaluation {
public:
    Result<Value> apply(const Value& rule, const Lookup& data);

private:
    Result<Value> apply_nested(const Value& rule, const Lookup& data);
    Result<Value> apply_special(std::string_view name, const Array& arguments, const Lookup& data);
    Result<Value> choose(const Array& arguments, const Lookup& data);
    Result<Value> first_decisive(const Array& arguments, const Lookup& data, bool stop_at);
    Result<Value> quantify(std::string_view name, const Array& arguments, const Lookup& data);
    Result<Value> variable(const Arguments& arguments, const Lookup& data);
    Result<Value> missing(const Arguments& arguments, const Lookup& data);
    Result<Value> missing_some(const Arguments& arguments, const Lookup& data);
    Result<Arguments> apply_all(const Array& rules, const Lookup& data);
    bool work(std::size_t steps = 1);

    std::size_t steps_ = 0;
    int depth_ = 0;
};

bool Evaluation::work(std::size_t steps) {
    steps_ += steps;
    return steps_ <= static_cast<std::size_t>(kMaxRuleSteps);
}

Result<Value> Evaluation::apply(const Value& rule, const Lookup& data) {
    if (!work()) {
        return rule_error("work", "");
    }
    if (depth_ >= kMaxRuleDepth) {
        return rule_error("depth", "");
    }
    ++depth_;
    Result<Value> result = apply_nested(rule, data);
    --depth_;
    return result;
}

Result<Value> Evaluation::apply_nested(const Value& rule, const Lookup& data) {
    if (rule.array() != nullptr) {
        MC_TRY_ASSIGN(Arguments items, apply_all(*rule.array(), data));
        return Value(std::move(items));
    }
    // An object of one member is an operation; any other object stands for itself.
    if (rule.object() == nullptr || rule.object()->size() != 1) {
        return rule;
    }
    const json::Member& member = rule.object()->front();
    const Array single = member.second.array() == nullptr ? Array{member.second} : Array{};
    const Array& arguments = member.second.array() == nullptr ? single : *member.second.array();
    for (const std::string_view name : kSpecial) {
        if (name == member.first) {
            return apply_special(name, arguments, data);
        }
    }
    const Operation operation = find_operation(member.first);
    if (operation == nullptr) {
        return rule_error("operation", member.first);
    }
    MC_TRY_ASSIGN(const Arguments values, apply_all(arguments, data));
    return operation(values);
}

Result<Arguments> Evaluation::apply_all(const Array& rules, const Lookup& data) {
    Arguments values;
    values.reserve(rules.size());
    for (const Value& rule : rules) {
        MC_TRY_ASSIGN(Value value, apply(rule, data));
        values.push_back(std::move(value));
    }
    return values;
}

Result<Value> Evaluation::apply_special(std::string_view name, const Array& arguments, const Lookup& data) {
    if (name == "if" || name == "?:") {
        return choose(arguments, data);
    }
    if (name == "and" || name == "or") {
        if (arguments.empty()) {
            return rule_error("arguments", name);  // JavaScript's undefined, which JSON has not.
        }
        return first_decisive(arguments, data, name == "or");
    }
    if (name == "some" || name == "none" || name == "all") {
        return quantify(name, arguments, data);
    }
    MC_TRY_ASSIGN(const Arguments values, apply_all(arguments, data));
    if (name == "var") {
        return variable(values, data);
    }
    return name == "missing" ? missing(values, data) : missing_some(values, data);
}

Result<Value> Evaluation::choose(const Array& arguments, const Lookup& data) {
    std::size_t at = 0;
    for (; at + 1 < arguments.size(); at += 2) {
        MC_TRY_ASSIGN(const Value condition, apply(arguments[at], data));
        if (truthy(condition)) {
            return apply(arguments[at + 1], data);
        }
    }
    return at < arguments.size() ? apply(arguments[at], data) : Result<Value>(Value());
}

Result<Value> Evaluation::first_decisive(const Array& arguments, const Lookup& data, bool stop_at) {
    Value current;
    for (const Value& argument : arguments) {
        MC_TRY_ASSIGN(current, apply(argument, data));
        if (truthy(current) == stop_at) {
            break;
        }
    }
    return current;
}

Result<Value> Evaluation::quantify(std::string_view name, const Array& arguments, const Lookup& data) {
    Value items;
    if (!arguments.empty()) {
        MC_TRY_ASSIGN(items, apply(arguments[0], data));
    }
    // Of nothing: "all" is false, "none" is true, "some" is false.
    if (items.array() == nullptr || items.array()->empty()) {
        return Value(name == "none");
    }
    const Value condition = arguments.size() > 1 ? arguments[1] : Value();
    for (const Value& item : *items.array()) {
        MC_TRY_ASSIGN(const Value holds, apply(condition, lookup_in(item)));
        if (truthy(holds) != (name == "all")) {
            return Value(name == "some");
        }
    }
    return Value(name != "some");
}

Result<Value> Evaluation::variable(const Arguments& arguments, const Lookup& data) {
    const bool whole = arguments.empty() || arguments[0].is_null();
    Found found = data(whole ? "" : coerce::to_text(&arguments[0]));
    if (const auto* text = std::get_if<std::string_view>(&found)) {
        return Value(*text);
    }
    if (const auto* value = std::get_if<const Value*>(&found)) {
        return **value;
    }
    if (auto* made = std::get_if<Value>(&found)) {
        return std::move(*made);
    }
    return arguments.size() > 1 ? arguments[1] : Value();
}

Result<Value> Evaluation::missing(const Arguments& arguments, const Lookup& data) {
    const bool listed = !arguments.empty() && arguments[0].array() != nullptr;
    const Array& keys = listed ? *arguments[0].array() : arguments;
    if (!work(keys.size())) {
        return rule_error("work", "missing");
    }
    Array absent;
    for (const Value& key : keys) {
        MC_TRY_ASSIGN(const Value value, variable({key}, data));
        if (value.is_null() || (value.string() != nullptr && value.string()->empty())) {
            absent.push_back(key);
        }
    }
    return Value(std::move(absent));
}

Result<Value> Evaluation::missing_some(const Arguments& arguments, const Lookup& data) {
    if (arguments.size() < 2 || arguments[1].array() == nullptr) {
        return rule_error("arguments", "missing_some");
    }
    const coerce::Number needed = coerce::to_number(&arguments[0]);
    if (needed.kind != coerce::Number::Kind::Integer) {
        return rule_error("number", "missing_some");
    }
    MC_TRY_ASSIGN(Value absent, missing({arguments[1]}, data));
    const auto present = static_cast<std::int64_t>(arguments[1].array()->size() - absent.array()->size());
    return present >= needed.value ? Value(Array{}) : std::move(absent);
}

/// 12 for "12"; nullopt for what JavaScript takes for a name.
std::optional<std::size_t> index_called(std::string_view name) {
    if (name.empty() || name.size() > 6 || (name.size() > 1 && name[0] == '0')) {
        return std::nullopt;
    }
    std::size_t index = 0;
    for (const char c : name) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index;
}

/// The member `name` of a value, as JavaScript's value[name]; nullopt for undefined.
std::optional<Value> property(const Value& value, std::string_view name) {
    if (const Value* member = value.find(name)) {
        return *member;
    }
    const std::string* text = value.string();
    const Array* items = value.array();
    if (name == "length" && text != nullptr) {
        return Value(coerce::utf16_length(*text));
    }
    if (name == "length" && items != nullptr) {
        return Value(static_cast<std::int64_t>(items->size()));
    }
    const std::optional<std::size_t> index = index_called(name);
    if (!index) {
        return std::nullopt;
    }
    if (text != nullptr) {
        std::string character = coerce::utf16_at(*text, *index);
        return character.empty() ? std::nullopt : std::optional<Value>(std::move(character));
    }
    return items != nullptr && *index < items->size() ? std::optional<Value>((*items)[*index]) : std::nullopt;
}

std::optional<Value> descend(const Value& data, std::string_view path) {
    std::optional<Value> at = data;
    if (path.empty()) {
        return at;
    }
    for (std::size_t begin = 0; at && begin <= path.size();) {
        if (at->is_null()) {
            return std::nullopt;
        }
        const std::size_t end = std::min(path.find('.', begin), path.size());
        at = property(*at, path.substr(begin, end - begin));
        begin = end + 1;
    }
    return at;
}

}  // namespace

Lookup lookup_in(const Value& data) {
    return [&data](std::string_view path) {
        std::optional<Value> value = descend(data, path);
        return value ? Found(*std::move(value)) : Found();
    };
}

Result<Value> evaluate(const Value& rule, const Lookup& lookup) {
    return Evaluation().apply(rule, lookup);
}

bool truthy(const Value& value) {
    if (const bool* flag = value.boolean()) {
        return *flag;
    }
    if (const std::int64_t* number = value.integer()) {
        return *number != 0;
    }
    if (const std::string* text = value.string()) {
        return !text->empty();
    }
    if (const Array* items = value.array()) {
        return !items->empty();
    }
    return value.object() != nullptr;
}

bool is_operation(std::string_view name) {
    for (const std::string_view special : kSpecial) {
        if (special == name) {
            return true;
        }
    }
    return find_operation(name) != nullptr;
}

}  // namespace motcua::catalogue
