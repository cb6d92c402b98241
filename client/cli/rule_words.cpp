#include "client/cli/rule_words.hpp"

#include <algorithm>
#include <array>

#include "shared/analysis/rules.hpp"
#include "shared/catalogue/logic.hpp"

namespace motcua::cli {
namespace {

using json::Value;

struct Comparison {
    std::string_view operation;
    const char* vi;
    const char* en;
};

constexpr std::array<Comparison, 10> kComparisons = {{
    {"==", "là", "is"},
    {"===", "là", "is"},
    {"!=", "không phải là", "is not"},
    {"!==", "không phải là", "is not"},
    {"<", "nhỏ hơn", "is less than"},
    {"<=", "không quá", "is at most"},
    {">", "lớn hơn", "is more than"},
    {">=", "không dưới", "is at least"},
    {"date_before", "trước", "is before"},
    {"date_after", "sau", "is after"},
}};

}  // namespace

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

std::string_view without_current(std::string_view name) {
    constexpr std::string_view kCurrent = "current.";
    return name.substr(0, kCurrent.size()) == kCurrent ? name.substr(kCurrent.size()) : name;
}

const Value& rule_argument(const Value& arguments, std::size_t index) {
    static const Value kNone;
    const json::Array* items = arguments.array();
    if (items == nullptr) {
        return index == 0 ? arguments : kNone;
    }
    return index < items->size() ? (*items)[index] : kNone;
}

std::size_t count_arguments(const Value& arguments) {
    return arguments.array() == nullptr ? 1 : arguments.array()->size();
}

std::string RuleWords::said(const char* vi, const char* en, const std::vector<std::string>& parts) const {
    const std::string_view pattern = pick(vi, en);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size()) {
            text += parts[static_cast<std::size_t>(pattern[i + 1] - '0')];
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string RuleWords::constant(const Value& value, const Value& other) const {
    const std::string* text = value.string();
    if (text == nullptr) {
        return term(value);
    }
    const catalogue::Question* question = procedure_.question(without_current(analysis::name_read(other)));
    for (const catalogue::Option& option :
         question == nullptr ? std::vector<catalogue::Option>() : question->options) {
        if (option.id == *text) {
            return quoted(option.label.in(lang_));
        }
    }
    return term(value);
}

std::string RuleWords::side(const Value& side, const Value& other) const {
    return side.string() != nullptr ? constant(side, other) : term(side);
}

std::string RuleWords::joined(const Value& arguments, const char* word) const {
    std::string text;
    for (std::size_t i = 0; i < count_arguments(arguments); ++i) {
        const Value& each = rule_argument(arguments, i);
        const std::string_view operation = analysis::operation_of(each).name;
        const bool nested = operation == "and" || operation == "or";
        text += (text.empty() ? "" : word) + (nested ? "(" + condition(each) + ")" : condition(each));
    }
    return text;
}

/// Of a name that is read alone, whether there is an answer.
std::string RuleWords::given(const Value& rule) const {
    const std::string_view name = analysis::name_read(rule);
    const bool computed = std::any_of(procedure_.computed.begin(), procedure_.computed.end(),
                                      [&](const auto& each) { return each.id == name; });
    return said(computed ? "{0} đúng" : "{0} đã có", computed ? "{0} holds" : "{0} is given", {term(rule)});
}

std::string RuleWords::negated(const catalogue::Rule& rule) const {
    if (!analysis::name_read(rule).empty()) {
        return said("{0} chưa có", "{0} is not given", {term(rule)});
    }
    return said("không phải ({0})", "not ({0})", {condition(rule)});
}

std::string RuleWords::compared(std::string_view operation, const Value& arguments) const {
    const auto found = std::find_if(kComparisons.begin(), kComparisons.end(),
                                    [&](const Comparison& each) { return each.operation == operation; });
    if (found == kComparisons.end()) {
        return "";
    }
    if (count_arguments(arguments) == 3 && operation[0] != 'd') {
        return between(operation, arguments);
    }
    const Value& left = rule_argument(arguments, 0);
    const Value& right = rule_argument(arguments, 1);
    return side(left, right) + " " + pick(found->vi, found->en) + " " + side(right, left);
}

/// `<` and `<=` of three: the second lies between the others.
std::string RuleWords::between(std::string_view operation, const Value& arguments) const {
    const Value& middle = rule_argument(arguments, 1);
    const std::vector<std::string> parts = {side(middle, rule_argument(arguments, 0)),
                                            side(rule_argument(arguments, 0), middle),
                                            side(rule_argument(arguments, 2), middle)};
    if (operation == "<=") {
        return said("{0} từ {1} đến {2}", "{0} is from {1} to {2}", parts);
    }
    if (operation == "<") {
        return said("{0} lớn hơn {1} và nhỏ hơn {2}", "{0} is more than {1} and less than {2}", parts);
    }
    // The others look at two.
    json::Array two = {rule_argument(arguments, 0), middle};
    return compared(operation, Value(std::move(two)));
}

std::string RuleWords::contained(const Value& needle, const Value& haystack) const {
    const json::Array* items = haystack.array();
    if (items == nullptr) {
        return said("{0} có {1}", "{0} contains {1}", {term(haystack), side(needle, haystack)});
    }
    std::string list;
    for (const Value& each : *items) {
        list += (list.empty() ? "" : ", ") + side(each, needle);
    }
    return side(needle, haystack) + pick(" là một trong: ", " is one of: ") + list;
}

std::string RuleWords::of_items(std::string_view operation, const Value& arguments) const {
    const std::vector<std::string> parts = {term(rule_argument(arguments, 0)),
                                            condition(rule_argument(arguments, 1))};
    if (operation == "some") {
        return said("trong {0} có mục mà ({1})", "in {0} there is an item where ({1})", parts);
    }
    if (operation == "none") {
        return said("trong {0} không có mục nào mà ({1})", "in {0} there is no item where ({1})", parts);
    }
    return said("mọi mục trong {0} đều ({1})", "for every item of {0} ({1})", parts);
}

std::string RuleWords::choice(const Value& arguments, bool as_term) const {
    const auto say = [&](const Value& rule) { return as_term ? term(rule) : condition(rule); };
    std::string text;
    std::size_t at = 0;
    const std::size_t count = count_arguments(arguments);
    for (; at + 1 < count; at += 2) {
        text += pick("nếu ", "if ") + condition(rule_argument(arguments, at)) + pick(" thì ", " then ") +
                say(rule_argument(arguments, at + 1)) + "; ";
    }
    return text + pick("không thì ", "else ") + say(rule_argument(arguments, at));
}

std::string RuleWords::condition(const catalogue::Rule& rule) const {
    const json::Object* members = rule.object();
    if (members == nullptr || members->size() != 1) {
        return rule.array() != nullptr ? term(rule)
                                       : pick(catalogue::truthy(rule) ? "đạt" : "không đạt",
                                              catalogue::truthy(rule) ? "it holds" : "it does not hold");
    }
    const auto& [operation, arguments] = members->front();
    if (operation == "and" || operation == "or") {
        return joined(arguments, operation == "and" ? pick(" và ", " and ") : pick(" hoặc ", " or "));
    }
    if (operation == "!") {
        return negated(rule_argument(arguments, 0));
    }
    if (operation == "var") {
        return given(rule);
    }
    if (operation == "!!") {
        return condition(rule_argument(arguments, 0));
    }
    if (operation == "in") {
        return contained(rule_argument(arguments, 0), rule_argument(arguments, 1));
    }
    if (operation == "if" || operation == "?:") {
        return choice(arguments, false);
    }
    if (operation == "some" || operation == "none" || operation == "all") {
        return of_items(operation, arguments);
    }
    const std::string words = compared(operation, arguments);
    return words.empty() ? said("{0} khác 0 và không trống", "{0} is neither 0 nor empty", {term(rule)})
                         : words;
}

}  // namespace motcua::cli
