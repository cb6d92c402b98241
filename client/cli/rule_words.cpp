#include "client/cli/rule_words.hpp"

#include <algorithm>
#include <array>

#include "shared/analysis/rules.hpp"
#include "shared/json/write.hpp"

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
    {">=", "từ", "is at least"},
    {"date_before", "trước", "is before"},
    {"date_after", "sau", "is after"},
}};

std::string quoted(const std::string& text) {
    return "“" + text + "”";
}

const Value& argument(const Value& arguments, std::size_t index) {
    static const Value kNone;
    const json::Array* items = arguments.array();
    if (items == nullptr) {
        return index == 0 ? arguments : kNone;
    }
    return index < items->size() ? (*items)[index] : kNone;
}

const Value* argument_of(const Value& rule, std::string_view operation) {
    const json::Object* members = rule.object();
    return members != nullptr && members->size() == 1 && members->front().first == operation
               ? &members->front().second
               : nullptr;
}

}  // namespace

std::string RuleWords::name_of(std::string_view read) const {
    if (read == "channel") {
        return pick("cách nộp", "the way of filing");
    }
    if (read == "today") {
        return pick("ngày nộp", "the day of filing");
    }
    const std::string_view id = read.substr(0, read.find('.'));
    if (const catalogue::Question* question = procedure_.question(id)) {
        const std::string_view part = id == read ? std::string_view() : read.substr(id.size() + 1);
        const char* of = part == "province"  ? pick(" (tỉnh)", " (province)")
                         : part == "commune" ? pick(" (xã)", " (commune)")
                                             : "";
        return quoted(question->label.in(lang_)) + of;
    }
    if (const catalogue::Group* group = procedure_.group(id)) {
        return quoted(group->title.in(lang_));
    }
    for (const catalogue::Computed& computed : procedure_.computed) {
        if (computed.id == id) {
            return computed.label.empty() ? computed.id : quoted(computed.label.in(lang_));
        }
    }
    return std::string(read);
}

std::string RuleWords::constant(const Value& value, const Value& other) const {
    const std::string* text = value.string();
    if (text == nullptr) {
        return json::write(value);
    }
    const catalogue::Question* question = procedure_.question(analysis::name_read(other));
    for (const catalogue::Option& option :
         question == nullptr ? std::vector<catalogue::Option>() : question->options) {
        if (option.id == *text) {
            return quoted(option.label.in(lang_));
        }
    }
    return quoted(*text);
}

std::string RuleWords::side(const Value& side, const Value& other) const {
    return side.object() == nullptr && side.array() == nullptr ? constant(side, other) : term(side);
}

std::string RuleWords::joined(const Value& arguments, const char* word) const {
    std::string text;
    for (std::size_t i = 0; !argument(arguments, i).is_null(); ++i) {
        const Value& each = argument(arguments, i);
        const bool nested = argument_of(each, "and") != nullptr || argument_of(each, "or") != nullptr;
        text += (text.empty() ? "" : word) + (nested ? "(" + condition(each) + ")" : condition(each));
    }
    return text;
}

std::string RuleWords::negated(const catalogue::Rule& rule) const {
    if (!analysis::name_read(rule).empty()) {
        return term(rule) + pick(" chưa có", " is not given");
    }
    return pick("không phải (", "not (") + condition(rule) + ")";
}

std::string RuleWords::compared(std::string_view operation, const Value& arguments) const {
    const auto found = std::find_if(kComparisons.begin(), kComparisons.end(),
                                    [&](const Comparison& each) { return each.operation == operation; });
    if (found == kComparisons.end()) {
        return "";
    }
    const Value& left = argument(arguments, 0);
    const Value& right = argument(arguments, 1);
    std::string text = side(left, right) + " " + pick(found->vi, found->en) + " " + side(right, left);
    if (!argument(arguments, 2).is_null()) {
        text += std::string(pick(" và ", " and ")) + pick(found->vi, found->en) + " " +
                side(argument(arguments, 2), left);
    }
    return text;
}

std::string RuleWords::contained(const Value& needle, const Value& haystack) const {
    if (haystack.array() == nullptr) {
        return term(haystack) + pick(" có ", " contains ") + side(needle, haystack);
    }
    std::string list;
    for (const Value& each : *haystack.array()) {
        list += (list.empty() ? "" : ", ") + side(each, needle);
    }
    return side(needle, haystack) + pick(" là một trong: ", " is one of: ") + list;
}

std::string RuleWords::choice(const Value& arguments, bool as_term) const {
    const auto say = [&](const Value& rule) { return as_term ? term(rule) : condition(rule); };
    std::string text;
    std::size_t at = 0;
    const std::size_t count = arguments.array() == nullptr ? 1 : arguments.array()->size();
    for (; at + 1 < count; at += 2) {
        text += pick("nếu ", "if ") + condition(argument(arguments, at)) + pick(" thì ", " then ") +
                say(argument(arguments, at + 1)) + "; ";
    }
    return text + (at < count ? pick("không thì ", "else ") + say(argument(arguments, at)) : "");
}

std::string RuleWords::condition(const catalogue::Rule& rule) const {
    const json::Object* members = rule.object();
    if (members == nullptr || members->size() != 1) {
        return json::write(rule);
    }
    const auto& [operation, arguments] = members->front();
    if (operation == "and" || operation == "or") {
        return joined(arguments, operation == "and" ? pick(" và ", " and ") : pick(" hoặc ", " or "));
    }
    if (operation == "!") {
        return negated(argument(arguments, 0));
    }
    if (operation == "!!" || operation == "var") {
        return term(operation == "var" ? rule : argument(arguments, 0)) + pick(" đã có", " is given");
    }
    if (operation == "in") {
        return contained(argument(arguments, 0), argument(arguments, 1));
    }
    if (operation == "if" || operation == "?:") {
        return choice(arguments, false);
    }
    const std::string words = compared(operation, arguments);
    return words.empty() ? term(rule) : words;
}

std::string RuleWords::term(const catalogue::Rule& rule) const {
    if (rule.string() != nullptr) {
        return quoted(*rule.string());
    }
    if (const std::string_view name = analysis::name_read(rule); !name.empty()) {
        return name_of(name);
    }
    if (const Value* arguments = argument_of(rule, "age_years")) {
        return pick("tuổi (sinh ", "age (born ") + term(argument(*arguments, 0)) + pick(", vào ", ", on ") +
               term(argument(*arguments, 1)) + ")";
    }
    if (const Value* arguments = argument_of(rule, "if")) {
        return choice(*arguments, true);
    }
    return json::write(rule);
}

}  // namespace motcua::cli
