#include <algorithm>
#include <initializer_list>
#include <map>
#include <utility>
#include <vector>

#include "shared/analysis/analysis.hpp"
#include "shared/analysis/rules.hpp"
#include "shared/analysis/types.hpp"
#include "shared/json/shape.hpp"

namespace motcua::analysis {
namespace {

using catalogue::Group;
using catalogue::Procedure;
using catalogue::Question;
using json::Value;
using Kind = Type::Kind;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What "var" reads in a part of a rule: the answers, or an item of a list.
struct Scope {
    bool item = false;
    bool fold = false;            ///< Of `reduce`: the item is called "current"
    const Group* rows = nullptr;  ///< Of a list of rows
};

/// A part of a rule, where it stands, and what it can give.
struct Part {
    const Value* rule = nullptr;
    std::string path;
    Type type;
};

/// Walks rules from the inside out, and notes what can never be meant so.
class TypeChecker {
public:
    explicit TypeChecker(const Procedure& procedure) : procedure_(procedure) {}

    std::vector<Remark> run();

private:
    Type walk(const Value& rule, const std::string& path, const Scope& scope);
    Type walk_array(const Value& rule, const std::string& path, const Scope& scope);
    std::vector<Part> walk_arguments(const Value& rule, const std::string& path, const Scope& scope);
    Type result_of(std::string_view operation, const std::vector<Part>& parts);
    void look_at(std::string_view operation, const std::vector<Part>& parts, const std::string& path);
    void look_at_days(std::string_view operation, const std::vector<Part>& parts);
    void look_at_lists(std::string_view operation, const std::vector<Part>& parts);
    void look_at_equality(const Part& a, const Part& b, bool strict, const std::string& path);
    bool look_at_order(const Part& a, const Part& b, const std::string& path);
    void look_at_membership(const Part& needle, const Part& haystack, const std::string& path);
    void look_at_result(const Part& rule);

    Type variable(const std::vector<Part>& parts, const Scope& scope);
    Type named(std::string_view name);
    Type answer(const Question& question);
    Type item_member(std::string_view name, const std::string& path, const Scope& scope);
    /// The type of a rule whose mistakes are noted where it stands.
    Type quietly(const Value& rule);

    void note(const std::string& path, const char* code,
              std::vector<std::pair<std::string, std::string>> args) {
        if (quiet_ == 0) {
            remarks_.push_back({{path, code, std::move(args)}, true});
        }
    }
    void note_option(const Part& constant, std::string_view text, const Part& other);
    void note_compared(const Part& a, const Part& b, const std::string& path);
    void note_argument(std::string_view operation, const Part& part, const char* wanted);

    const Procedure& procedure_;
    std::map<std::string, Type, std::less<>> known_;
    std::vector<Remark> remarks_;
    int quiet_ = 0;
};

/// As people call it: the answer's name, or what kind of thing it is.
std::string called(const Part& part) {
    if (const std::string_view name = name_read(*part.rule); !name.empty()) {
        return std::string(name) + ", " + kind_words(part.type);
    }
    return part.type.literal ? "\"" + *part.rule->string() + "\"" : kind_words(part.type);
}

bool share_any(const Type::Texts& a, const Type::Texts& b) {
    return std::any_of(a.begin(), a.end(), [&b](const std::string& text) { return b.contains(text); });
}

Type either(const std::vector<Part>& parts, std::size_t first, std::size_t step) {
    Type type = Type::of(Kind::Nothing);
    for (std::size_t i = first; i < parts.size(); i += step) {
        type = join(type, parts[i].type);
    }
    return type;
}

bool is_pair(const Type& a, const Type& b, Kind one, Kind other) {
    return (a.kind == one && b.kind == other) || (a.kind == other && b.kind == one);
}

bool is_whole(const Type& type) {
    return type.kind == Kind::Address || type.kind == Kind::List;
}

/// Objects and arrays are equal to nothing but themselves, and days are neither numbers nor true.
bool never_equal(const Type& a, const Type& b, bool strict) {
    if (a.kind == Kind::Unknown || b.kind == Kind::Unknown || a.kind == Kind::Nothing ||
        b.kind == Kind::Nothing) {
        return false;
    }
    if (is_whole(a) && is_whole(b)) {
        return true;
    }
    for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
        if (one->kind == Kind::Address || (one->kind == Kind::List && one->rows != nullptr)) {
            return true;
        }
        if ((one->kind == Kind::Number || one->kind == Kind::Truth) && never_number(*other)) {
            return true;
        }
        if (one->kind == Kind::Date && never_day(*other)) {
            return true;
        }
    }
    return strict && a.kind != b.kind && !is_pair(a, b, Kind::Date, Kind::Text);
}

Type TypeChecker::quietly(const Value& rule) {
    ++quiet_;
    const Type type = walk(rule, "", {});
    --quiet_;
    return type;
}

Type TypeChecker::answer(const Question& question) {
    Type type = question_type(question);
    if (question.otherwise.is_null() || type.kind == Kind::Number || type.kind == Kind::Address) {
        return type;
    }
    Type instead = quietly(question.otherwise);
    if (instead.kind == Kind::Truth) {
        instead = Type::text({"no", "yes"});  // What becomes of it as an answer.
    }
    if (type.kind == Kind::List) {
        // As an answer the texts are joined by commas, and read as a list again.
        return instead.kind == Kind::Nothing ? type : Type::of(Kind::List);
    }
    return join(type, instead);
}

/// What a name outside of items stands for.
Type TypeChecker::named(std::string_view name) {
    if (const auto found = known_.find(name); found != known_.end()) {
        return found->second;
    }
    Type type;
    if (name == "today") {
        type = Type::of(Kind::Date);
    } else if (name == "amount_dong") {
        type = Type::of(Kind::Number);
    } else if (name == "channel") {
        type = Type::text({"direct", "online", "post"});
    } else if (const Question* question = procedure_.question(name)) {
        type = answer(*question);
    } else if (const Group* group = procedure_.group(name); group != nullptr && group->repeat) {
        type = Type::of(Kind::List);
        type.rows = group;
    } else {
        for (const catalogue::Computed& computed : procedure_.computed) {
            if (computed.id == name) {
                type = quietly(computed.value);
            }
        }
    }
    return known_.emplace(name, std::move(type)).first->second;
}

/// Inside `some`, `reduce` and their like only the item is read.
Type TypeChecker::item_member(std::string_view name, const std::string& path, const Scope& scope) {
    if (scope.fold) {
        constexpr std::string_view kCurrent = "current.";
        if (name.substr(0, kCurrent.size()) != kCurrent) {
            return {};
        }
        name.remove_prefix(kCurrent.size());
    }
    if (scope.rows == nullptr || name.empty()) {
        return {};
    }
    const std::string_view id = name.substr(0, name.find('.'));
    for (const Question& question : scope.rows->questions) {
        if (question.id == id) {
            return id == name ? answer(question) : Type();
        }
    }
    note(path, "analysis.item", {{"name", std::string(name)}, {"group", scope.rows->id}});
    return {};
}

Type TypeChecker::variable(const std::vector<Part>& parts, const Scope& scope) {
    const std::string* name = parts.empty() ? nullptr : parts[0].rule->string();
    if (name == nullptr) {
        return {};
    }
    const Type type = scope.item ? item_member(*name, parts[0].path, scope) : named(*name);
    return parts.size() > 1 ? join(type, parts[1].type) : type;
}

Type TypeChecker::walk_array(const Value& rule, const std::string& path, const Scope& scope) {
    Type list = Type::of(Kind::List);
    Type items = Type::of(Kind::Nothing);
    for (std::size_t i = 0; i < rule.array()->size(); ++i) {
        items = join(items, walk((*rule.array())[i], json::item_path(path, i), scope));
    }
    if (items.kind == Kind::Text) {
        list.texts = items.texts;
    }
    return list;
}

std::vector<Part> TypeChecker::walk_arguments(const Value& rule, const std::string& path,
                                              const Scope& scope) {
    const auto& [name, argument] = rule.object()->front();
    const std::string at = path + "." + name;
    std::vector<Part> parts;
    const Operation operation = operation_of(rule);
    for (std::size_t i = 0; i < operation.arguments.size(); ++i) {
        Part part{operation.arguments[i], argument.array() == nullptr ? at : json::item_path(at, i), {}};
        Scope inner = scope;
        if (reads_items(name, i)) {
            inner = {true, name == "reduce", parts[0].type.rows};
        }
        part.type = walk(*part.rule, part.path, inner);
        parts.push_back(std::move(part));
    }
    return parts;
}

Type TypeChecker::walk(const Value& rule, const std::string& path, const Scope& scope) {
    if (rule.array() != nullptr) {
        return walk_array(rule, path, scope);
    }
    if (rule.object() == nullptr) {
        return literal_type(rule);
    }
    const Operation operation = operation_of(rule);
    if (operation.name.empty() || is_one_of(operation.name, {"missing", "missing_some"})) {
        return {};
    }
    const std::vector<Part> parts = walk_arguments(rule, path, scope);
    if (operation.name == "var") {
        return variable(parts, scope);
    }
    look_at(operation.name, parts, path);
    return result_of(operation.name, parts);
}

Type TypeChecker::result_of(std::string_view operation, const std::vector<Part>& parts) {
    if (is_one_of(operation, {"==", "===", "!=", "!==", "<", "<=", ">", ">=", "!", "!!", "in", "some", "none",
                              "all", "date_before", "date_after"})) {
        return Type::of(Kind::Truth);
    }
    if (is_one_of(operation,
                  {"+", "-", "*", "/", "%", "min", "max", "count", "sum", "date_diff_days", "age_years"})) {
        return Type::of(Kind::Number);
    }
    if (operation == "date_add") {
        return Type::of(Kind::Date);
    }
    if (is_one_of(operation, {"and", "or"})) {
        return either(parts, 0, 1);
    }
    if (is_one_of(operation, {"if", "?:"})) {
        Type type = either(parts, 1, 2);
        return parts.size() % 2 == 1 ? join(type, parts.back().type) : type;
    }
    if (is_one_of(operation, {"filter", "log"}) && !parts.empty()) {
        return parts[0].type;
    }
    return is_one_of(operation, {"map", "merge"}) ? Type::of(Kind::List) : Type();
}

void TypeChecker::look_at(std::string_view operation, const std::vector<Part>& parts,
                          const std::string& path) {
    if (is_one_of(operation, {"==", "===", "!=", "!=="}) && parts.size() == 2) {
        look_at_equality(parts[0], parts[1], operation.size() == 3, path);
    } else if (is_one_of(operation, {"<", "<=", ">", ">="})) {
        bool ordered = true;
        for (std::size_t i = 1; i < parts.size() && ordered; ++i) {
            ordered = look_at_order(parts[i - 1], parts[i], path);
        }
    } else if (operation == "in" && parts.size() == 2) {
        look_at_membership(parts[0], parts[1], path);
    } else if (is_one_of(operation, {"+", "-", "*", "/", "%", "min", "max"})) {
        const bool sums = operation == "+" || operation == "*";
        for (const Part& part : parts) {
            // One alone is only read as a number: of a day that is the year.
            const bool year = operation == "+" && parts.size() == 1 && part.type.kind == Kind::Date;
            if ((never_number(part.type) && !year) || (sums && part.type.kind == Kind::Truth)) {
                note_argument(operation, part, "numbers");
            }
        }
    } else if (operation.substr(0, 5) == "date_" || operation == "age_years") {
        look_at_days(operation, parts);
    } else if (reads_items(operation, 1)) {
        look_at_lists(operation, parts);
    }
}

void TypeChecker::look_at_days(std::string_view operation, const std::vector<Part>& parts) {
    const bool adds = operation == "date_add";
    for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), adds ? 1 : 2); ++i) {
        if (never_day(parts[i].type)) {
            note_argument(operation, parts[i], "days");
        }
    }
    if (adds && parts.size() > 1 && never_number(parts[1].type)) {
        note_argument(operation, parts[1], "a number of days, months or years");
    }
    if (adds && parts.size() > 2 && parts[2].type.literal &&
        !is_one_of(*parts[2].rule->string(), {"days", "months", "years"})) {
        note_argument(operation, parts[2], R"("days", "months" or "years")");
    }
}

void TypeChecker::look_at_lists(std::string_view operation, const std::vector<Part>& parts) {
    const Kind kind = parts.empty() ? Kind::Unknown : parts[0].type.kind;
    if (kind != Kind::Unknown && kind != Kind::Nothing && kind != Kind::List) {
        note_argument(operation, parts[0], "a list");
    }
    if (operation == "sum" && parts.size() > 1 &&
        (never_number(parts[1].type) || parts[1].type.kind == Kind::Truth)) {
        note_argument(operation, parts[1], "numbers");
    }
}

void TypeChecker::note_argument(std::string_view operation, const Part& part, const char* wanted) {
    note(part.path, "analysis.argument",
         {{"operation", std::string(operation)}, {"wanted", wanted}, {"given", called(part)}});
}

void TypeChecker::note_compared(const Part& a, const Part& b, const std::string& path) {
    note(path, "analysis.compared", {{"left", called(a)}, {"right", called(b)}});
}

void TypeChecker::note_option(const Part& constant, std::string_view text, const Part& other) {
    const std::string_view name = name_read(*other.rule);
    note(constant.path, "analysis.option",
         {{"name", std::string(text)},
          {"of", name.empty() ? "what it is compared with" : std::string(name)},
          {"near", nearest(text, *other.type.texts)}});
}

void TypeChecker::look_at_equality(const Part& a, const Part& b, bool strict, const std::string& path) {
    if (a.type.literal && b.type.literal) {
        return;
    }
    // Several options are equal to the text that joins them with commas.
    const bool single = a.type.literal || b.type.literal;
    const bool kinds = (a.type.kind == Kind::Text && b.type.kind == Kind::Text) ||
                       (single && !strict && is_pair(a.type, b.type, Kind::Text, Kind::List));
    if (!kinds || !a.type.texts || !b.type.texts) {
        if (never_equal(a.type, b.type, strict)) {
            note_compared(a, b, path);
        }
        return;
    }
    if (share_any(*a.type.texts, *b.type.texts)) {
        return;
    }
    if (single) {
        const Part& constant = a.type.literal ? a : b;
        if (a.type.kind != b.type.kind && constant.rule->string()->find(',') != std::string::npos) {
            return;
        }
        note_option(constant, *constant.rule->string(), a.type.literal ? b : a);
    } else {
        note(path, "analysis.options_apart", {{"left", called(a)}, {"right", called(b)}});
    }
}

/// Does one of them come before the other, for all that is known?
bool TypeChecker::look_at_order(const Part& a, const Part& b, const std::string& path) {
    const auto never_ordered = [](const Type& one, const Type& other) {
        const bool number = one.kind == Kind::Number && never_number(other);
        const bool day = one.kind == Kind::Date && (other.kind == Kind::Truth || is_whole(other) ||
                                                    (other.kind == Kind::Text && never_number(other)));
        return number || day;
    };
    if (!never_ordered(a.type, b.type) && !never_ordered(b.type, a.type)) {
        return true;
    }
    note_compared(a, b, path);
    return false;
}

void TypeChecker::look_at_membership(const Part& needle, const Part& haystack, const std::string& path) {
    const json::Array* items = haystack.rule->array();
    if (items != nullptr && is_whole(needle.type)) {
        note_compared(needle, haystack, path);
        return;
    }
    if (items != nullptr) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            const Value& item = (*items)[i];
            if (item.array() == nullptr && item.object() == nullptr) {
                const Part part{&item, json::item_path(haystack.path, i), literal_type(item)};
                look_at_equality(part, needle, true, part.path);
            }
        }
        return;
    }
    const Type& in = haystack.type;
    if (in.kind == Kind::Number || in.kind == Kind::Truth || in.kind == Kind::Address || in.rows != nullptr) {
        note_argument("in", haystack, "a list of texts or a text");
    }
    if (!in.texts || !needle.type.texts || needle.type.kind != Kind::Text) {
        return;
    }
    const bool found = std::any_of(in.texts->begin(), in.texts->end(), [&](const std::string& text) {
        return std::any_of(needle.type.texts->begin(), needle.type.texts->end(), [&](const auto& part) {
            return in.kind == Kind::List ? text == part : text.find(part) != std::string::npos;
        });
    });
    if (!found && needle.type.literal) {
        note_option(needle, *needle.rule->string(), haystack);
    } else if (!found) {
        note(path, "analysis.options_apart", {{"left", called(needle)}, {"right", called(haystack)}});
    }
}

/// What becomes of the whole rule's result.
void TypeChecker::look_at_result(const Part& rule) {
    const std::string_view member = std::string_view(rule.path).substr(rule.path.rfind('.') + 1);
    if (member == "amount_dong" && (never_number(rule.type) || rule.type.kind == Kind::Truth)) {
        note_argument(member, rule, "a number");
    } else if (member == "born" && never_day(rule.type)) {
        note_argument(member, rule, "a date");
    } else if (member == "number_kind" && rule.type.texts && name_read(*rule.rule).empty()) {
        static const Type::Texts kKinds = {"citizen_id", "either", "other", "passport"};
        for (const std::string& text : *rule.type.texts) {
            if (!kKinds.contains(text)) {
                note(rule.path, "analysis.option",
                     {{"name", text}, {"of", "number_kind"}, {"near", nearest(text, kKinds)}});
            }
        }
    }
}

std::vector<Remark> TypeChecker::run() {
    visit_rules(procedure_, [this](const catalogue::Rule& rule, const std::string& path, Outcome) {
        // A migration reads answers of another edition.
        if (path.rfind("migrations.", 0) != 0) {
            look_at_result({&rule, path, walk(rule, path, {})});
        }
    });
    return std::move(remarks_);
}

}  // namespace

std::vector<Remark> check_types(const Procedure& procedure) {
    return TypeChecker(procedure).run();
}

}  // namespace motcua::analysis
