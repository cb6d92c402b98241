#include <algorithm>
#include <initializer_list>

#include "client/cli/rule_words.hpp"
#include "shared/analysis/rules.hpp"
#include "shared/catalogue/logic.hpp"
#include "shared/json/write.hpp"

/// Rules that give a value, in words.
namespace motcua::cli {
namespace {

using json::Value;

constexpr std::string_view kCurrent = "current";
constexpr std::string_view kAccumulator = "accumulator";

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Only whether it holds is its result.
bool is_condition(std::string_view operation) {
    return is_one_of(operation, {"==", "===", "!=", "!==", "<", "<=", ">", ">=", "!", "!!", "in", "and", "or",
                                 "some", "none", "all", "date_before", "date_after"});
}

bool is_arithmetic(std::string_view operation) {
    return is_one_of(operation, {"+", "-", "*", "/", "%"});
}

std::string whole_number(std::int64_t number) {
    return std::to_string(number < 0 ? -number : number);
}

}  // namespace

std::string RuleWords::name_of(std::string_view read) const {
    const std::string_view id = read.substr(0, read.find('.'));
    const std::string_view rest = id == read ? std::string_view() : read.substr(id.size() + 1);
    if (read.empty() || read == kCurrent) {
        return pick("mục đang xét", "the item");
    }
    if (id == kCurrent) {
        return name_of(rest);
    }
    if (id == kAccumulator) {
        const std::string so_far = pick("kết quả tới đó", "the result so far");
        // The reference counts parts from 0.
        const bool part = rest.size() == 1 && rest[0] >= '0' && rest[0] <= '8';
        return part ? said("phần {0} của {1}", "part {0} of {1}",
                           {std::string(1, static_cast<char>(rest[0] + 1)), so_far})
                    : so_far;
    }
    if (read == "channel") {
        return pick("cách nộp", "the way of filing");
    }
    if (read == "today") {
        return pick("ngày nộp", "the day of filing");
    }
    if (read == "amount_dong") {
        return pick("số tiền phải nộp", "the amount to pay");
    }
    if (const catalogue::Question* question = procedure_.question(id)) {
        const char* of = rest == "province"  ? pick(" (tỉnh)", " (province)")
                         : rest == "commune" ? pick(" (xã)", " (commune)")
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

std::string RuleWords::variable(const Value& arguments) const {
    const Value& name = rule_argument(arguments, 0);
    if (const std::int64_t* place = name.integer()) {
        return said("mục thứ {0}", "item {0}", {std::to_string(*place + 1)});
    }
    const std::string read = name.object() != nullptr
                                 ? said("câu có tên {0}", "what is called {0}", {term(name)})
                             : name.string() != nullptr ? name_of(*name.string())
                                                        : name_of("");
    return count_arguments(arguments) < 2
               ? read
               : said("{0} (chưa có thì {1})", "{0} (else {1})", {read, term(rule_argument(arguments, 1))});
}

std::string RuleWords::list(const Value& arguments, const char* between) const {
    std::string text;
    for (std::size_t i = 0; i < count_arguments(arguments); ++i) {
        const Value& each = rule_argument(arguments, i);
        const bool nested = is_arithmetic(analysis::operation_of(each).name);
        text += (i == 0 ? "" : between) + (nested ? "(" + term(each) + ")" : term(each));
    }
    return text;
}

std::string RuleWords::number(std::string_view operation, const Value& arguments) const {
    if (operation == "min") {
        return said("số nhỏ nhất trong ({0})", "the smallest of ({0})", {list(arguments, "; ")});
    }
    if (operation == "max") {
        return said("số lớn nhất trong ({0})", "the largest of ({0})", {list(arguments, "; ")});
    }
    if (operation == "%") {
        return said("số dư của {0}", "the remainder of {0}", {list(arguments, " / ")});
    }
    if (operation == "-" && count_arguments(arguments) == 1) {
        return "−" + list(arguments, "");
    }
    return list(arguments, operation == "+"   ? " + "
                           : operation == "*" ? " × "
                           : operation == "-" ? " − "
                                              : " / ");
}

std::string RuleWords::day(std::string_view operation, const Value& arguments) const {
    const std::string first = term(rule_argument(arguments, 0));
    const Value& second = rule_argument(arguments, 1);
    if (operation == "age_years") {
        return said("tuổi (sinh {0}, vào {1})", "age (born {0}, on {1})", {first, term(second)});
    }
    if (operation == "date_diff_days") {
        return said("số ngày từ {0} đến {1}", "the number of days from {0} to {1}", {first, term(second)});
    }
    const Value& unit = rule_argument(arguments, 2);
    const std::string name = unit.string() == nullptr ? "" : *unit.string();
    const std::string shown = name == "days"     ? pick("ngày", "days")
                              : name == "months" ? pick("tháng", "months")
                              : name == "years"  ? pick("năm", "years")
                                                 : term(unit);
    const std::int64_t* count = second.integer();
    const std::vector<std::string> parts = {first, count == nullptr ? term(second) : whole_number(*count),
                                            shown};
    return count != nullptr && *count < 0 ? said("({0} trừ {1} {2})", "({0} minus {1} {2})", parts)
                                          : said("({0} cộng {1} {2})", "({0} plus {1} {2})", parts);
}

std::string RuleWords::part_of_text(const Value& arguments) const {
    const std::string of = term(rule_argument(arguments, 0));
    const std::int64_t* from = rule_argument(arguments, 1).integer();
    const std::int64_t* length = rule_argument(arguments, 2).integer();
    if (from == nullptr || (length == nullptr && count_arguments(arguments) > 2) ||
        (length != nullptr && *length < 0)) {
        return said("phần của {0} (từ {1}, dài {2})", "a part of {0} (from {1}, length {2})",
                    {of, term(rule_argument(arguments, 1)), term(rule_argument(arguments, 2))});
    }
    if (length == nullptr) {
        return *from < 0 ? said("{1} ký tự cuối của {0}", "the last {1} characters of {0}",
                                {of, whole_number(*from)})
                         : said("{0} sau {1} ký tự đầu", "{0} after its first {1} characters",
                                {of, whole_number(*from)});
    }
    if (*from == 0) {
        return said("{1} ký tự đầu của {0}", "the first {1} characters of {0}", {of, whole_number(*length)});
    }
    if (*from < 0) {
        return said("{1} ký tự của {0}, bắt đầu từ {2} ký tự cuối", "{1} characters of the last {2} of {0}",
                    {of, whole_number(*length), whole_number(*from)});
    }
    if (*length == 1) {
        return said("ký tự thứ {1} của {0}", "character {1} of {0}", {of, whole_number(*from + 1)});
    }
    return said("ký tự thứ {1} đến {2} của {0}", "characters {1} to {2} of {0}",
                {of, whole_number(*from + 1), whole_number(*from + *length)});
}

std::string RuleWords::text(std::string_view operation, const Value& arguments) const {
    if (operation == "substr") {
        return part_of_text(arguments);
    }
    if (operation == "cat") {
        return list(arguments, pick(" ghép với ", " joined with "));
    }
    return said("({0}) gộp lại", "({0}) put together", {list(arguments, "; ")});
}

/// Names of answers that are not there; of `missing_some` none when enough are.
std::string RuleWords::lacking(std::string_view operation, const Value& arguments) const {
    const bool some = operation == "missing_some";
    const Value& listed = rule_argument(arguments, some ? 1 : 0);
    const Value& names = some || listed.array() != nullptr ? listed : arguments;
    std::string text;
    for (std::size_t i = 0; i < count_arguments(names); ++i) {
        const std::string* name = rule_argument(names, i).string();
        text += (i == 0 ? "" : ", ") + (name == nullptr ? term(rule_argument(names, i)) : name_of(*name));
    }
    return some ? said("những gì chưa có trong: {0} (đủ {1} thì thôi)",
                       "what is not given of: {0} (nothing once there are {1})",
                       {text, term(rule_argument(arguments, 0))})
                : said("những gì chưa có trong: {0}", "what is not given of: {0}", {text});
}

/// `reduce`. One that keeps the greater of two is what people call the greatest.
std::string RuleWords::folded(const Value& arguments) const {
    const Value& rule = rule_argument(arguments, 1);
    const std::string items = term(rule_argument(arguments, 0));
    const std::string start = term(rule_argument(arguments, 2));
    const analysis::Operation outer = analysis::operation_of(rule);
    if (outer.name == "if" && outer.arguments.size() == 3) {
        const analysis::Operation test = analysis::operation_of(*outer.arguments[0]);
        const std::string_view taken = analysis::name_read(*outer.arguments[1]);
        const bool keeps = analysis::name_read(*outer.arguments[2]) == kAccumulator;
        if (test.name == "<" && test.arguments.size() == 2 && keeps && !taken.empty() &&
            analysis::name_read(*test.arguments[0]) == kAccumulator &&
            analysis::name_read(*test.arguments[1]) == taken) {
            const catalogue::Question* question = procedure_.question(without_current(taken));
            const bool days = question != nullptr && question->type == catalogue::QuestionType::Date;
            return said(days ? "ngày muộn nhất trong {0} (từng mục của {1}) và {2}"
                             : "giá trị lớn nhất trong {0} (từng mục của {1}) và {2}",
                        days ? "the latest of {0} (each item of {1}) and {2}"
                             : "the greatest of {0} (each item of {1}) and {2}",
                        {name_of(taken), items, start});
        }
    }
    return said("kết quả khi đi qua từng mục của {0}, bắt đầu với {1}, mỗi mục cho: {2}",
                "what comes of going through {0}, beginning with {1}, each item giving: {2}",
                {items, start, term(rule)});
}

std::string RuleWords::collection(std::string_view operation, const Value& arguments) const {
    if (operation == "reduce") {
        return folded(arguments);
    }
    const bool alone = count_arguments(arguments) < 2;
    const Value& rule = rule_argument(arguments, 1);
    const std::string items = term(rule_argument(arguments, 0));
    if (operation == "count" || operation == "filter") {
        const std::string which = operation == "count"
                                      ? said("số mục của {0}", "the number of items of {0}", {items})
                                      : said("các mục của {0}", "the items of {0}", {items});
        return alone ? which : which + said(" mà ({0})", " where ({0})", {condition(rule)});
    }
    if (operation == "sum") {
        return alone ? said("tổng của {0}", "the sum of {0}", {items})
                     : said("tổng của ({1}) qua các mục của {0}", "the sum of ({1}) over the items of {0}",
                            {items, term(rule)});
    }
    return said("({1}) của từng mục của {0}", "({1}) of each item of {0}", {items, term(rule)});
}

std::string RuleWords::term(const catalogue::Rule& rule) const {
    if (const std::string* text = rule.string()) {
        return text->empty() ? pick("chữ trống", "an empty text") : quoted(*text);
    }
    if (rule.is_null()) {
        return pick("trống", "nothing");
    }
    if (const bool* truth = rule.boolean()) {
        return *truth ? pick("đúng", "true") : pick("sai", "false");
    }
    if (rule.array() != nullptr) {
        return "(" + list(rule, "; ") + ")";
    }
    const json::Object* members = rule.object();
    if (members == nullptr || members->size() != 1 || !catalogue::is_operation(members->front().first)) {
        return json::write(rule);
    }
    const auto& [operation, arguments] = members->front();
    if (operation == "var") {
        return variable(arguments);
    }
    if (operation == "if" || operation == "?:") {
        return choice(arguments, true);
    }
    if (is_condition(operation)) {
        return said("đúng khi {0}", "true when {0}", {condition(rule)});
    }
    if (is_arithmetic(operation) || operation == "min" || operation == "max") {
        return number(operation, arguments);
    }
    if (is_one_of(operation, {"date_add", "date_diff_days", "age_years"})) {
        return day(operation, arguments);
    }
    if (is_one_of(operation, {"cat", "substr", "merge"})) {
        return text(operation, arguments);
    }
    if (operation == "log") {
        return term(rule_argument(arguments, 0));
    }
    return is_one_of(operation, {"missing", "missing_some"}) ? lacking(operation, arguments)
                                                             : collection(operation, arguments);
}

}  // namespace motcua::cli
