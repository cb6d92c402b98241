#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::catalogue {
namespace {

constexpr std::size_t kMaxOptions = 500;
constexpr int kMaxAnswerChars = 10000;

constexpr std::array<QuestionType, 20> kTypes = {
    QuestionType::Text,       QuestionType::LongText, QuestionType::Date,         QuestionType::PartialDate,
    QuestionType::Time,       QuestionType::Number,   QuestionType::Money,        QuestionType::Choice,
    QuestionType::Choices,    QuestionType::YesNo,    QuestionType::Agreement,    QuestionType::Address,
    QuestionType::CitizenId,  QuestionType::Passport, QuestionType::IdOrPassport, QuestionType::TaxCode,
    QuestionType::PersonName, QuestionType::Phone,    QuestionType::Email,        QuestionType::File};
constexpr std::array<std::string_view, 3> kWhens = {"past", "future", "any"};
constexpr std::array<std::string_view, 6> kCardItems = {"number", "old_number", "name",
                                                        "born",   "sex",        "issued"};
// As the backend takes them (docs/API.md).
constexpr std::int64_t kMaxFiles = 20;
constexpr int kMaxScale = 4;

std::optional<QuestionType> type_called(std::string_view name) {
    for (const QuestionType type : kTypes) {
        if (name == type_name(type)) {
            return type;
        }
    }
    return std::nullopt;
}

bool has_options(QuestionType type) {
    return type == QuestionType::Choice || type == QuestionType::Choices || type == QuestionType::YesNo ||
           type == QuestionType::Agreement;
}

bool has_option(const std::vector<Option>& options, std::string_view id) {
    for (const Option& option : options) {
        if (option.id == id) {
            return true;
        }
    }
    return false;
}

/// Do the options fit the question's type?
bool options_fit(const Question& question) {
    switch (question.type) {
        case QuestionType::Choice:
        case QuestionType::Choices:
            return question.options.size() >= 2;
        case QuestionType::YesNo:
            return question.options.size() == 2 && has_option(question.options, "yes") &&
                   has_option(question.options, "no");
        case QuestionType::Agreement:
            return question.options.size() == 1 && has_option(question.options, "yes");
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Date:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Address:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
        case QuestionType::File:
            return question.options.empty();
    }
    return false;
}

void read_question_options(Part& part, Question& question, const QuestionContext& context) {
    if (part.has("options_list")) {
        const std::string name = part.id("options_list");
        const auto list = context.lists.find(name);
        if (list == context.lists.end()) {
            part.note("options_list", "list");
            return;
        }
        question.options = list->second;
        if (part.has("options")) {
            part.note("options", "unknown");
        }
    } else {
        question.options = read_options(part.items("options"), part.path_of("options"), part.findings());
    }
    if (!options_fit(question)) {
        part.note("options", "options");
    }
}

When when_called(std::string_view name) {
    if (name == "future") {
        return When::Future;
    }
    return name == "any" ? When::Any : When::Past;
}

/// How much or how many, for the types that count.
void read_bounds(Part& part, Question& question) {
    const QuestionType type = question.type;
    const bool counts = type == QuestionType::Number || type == QuestionType::Money ||
                        type == QuestionType::Choices || type == QuestionType::File;
    if (!counts) {
        return;
    }
    question.least = part.large_number("least", 0, 0);
    question.most = part.large_number("most", 1, 0);
    if (type == QuestionType::Number) {
        question.scale = part.number("scale", 0, kMaxScale, 0);
    }
    if (type == QuestionType::File) {
        question.only_image = part.flag("only_image", false);
    }
    const bool too_many = type == QuestionType::File && question.most > kMaxFiles;
    if (too_many || (question.most > 0 && question.most < question.least)) {
        part.note("most", "range");
    }
}

/// "nyc.name": whose card, and what of it.
void read_card(Part& part, Question& question) {
    question.card = part.optional_line("card");
    const std::size_t dot = question.card.find('.');
    const bool fits = dot != std::string::npos && dot > 0 &&
                      std::find(kCardItems.begin(), kCardItems.end(),
                                std::string_view(question.card).substr(dot + 1)) != kCardItems.end();
    if (!question.card.empty() && !fits) {
        part.note("card", "choice");
    }
}

/// Members that only some types have.
void read_type_members(Part& part, Question& question, const QuestionContext& context) {
    const QuestionType type = question.type;
    if (has_options(type) || part.has("options") || part.has("options_list")) {
        read_question_options(part, question, context);
    }
    read_bounds(part, question);
    if ((type == QuestionType::Date || type == QuestionType::PartialDate) && part.has("when")) {
        question.when = when_called(part.word("when", kWhens));
    }
    if (type == QuestionType::PersonName) {
        question.min_words = part.number("min_words", 1, 4, question.min_words);
    }
    if (type == QuestionType::IdOrPassport) {
        question.number_kind = part.rule("number_kind", context.all);
    }
    const bool numbered = type == QuestionType::CitizenId || type == QuestionType::IdOrPassport;
    if (numbered && part.has("same_person")) {
        Part person(part.any("same_person"), part.path_of("same_person"), part.findings());
        question.born = person.rule("born", context.all);
        question.sex = person.rule("sex", context.all);
        person.close();
    }
}

void read_checks(Part& part, Question& question, const QuestionContext& context) {
    const json::Array& items = part.items("checks");
    std::set<std::string, std::less<>> codes;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Part item(items[i], part.path_of("checks", i), part.findings());
        if (!item.has("rule")) {
            item.note("rule", "missing");
        }
        Check check;
        check.rule = item.rule("rule", context.all);
        check.code = item.id("code");
        check.message = item.optional_text("message");
        check.warning = item.flag("warning", false);
        item.close();
        if (!codes.insert(check.code).second) {
            item.note("code", "duplicate");
        }
        question.checks.push_back(std::move(check));
    }
}

}  // namespace

std::vector<Option> read_options(const json::Array& items, const std::string& path,
                                 std::vector<Finding>& findings) {
    std::vector<Option> options;
    std::set<std::string, std::less<>> seen;
    if (items.size() > kMaxOptions) {
        findings.push_back({path, "catalogue.range", {}});
        return options;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        Part part(items[i], json::item_path(path, i), findings);
        Option option;
        option.id = part.id("id");
        option.label = part.text("label");
        option.hint = part.optional_text("hint");
        part.close();
        if (!seen.insert(option.id).second) {
            part.note("id", "duplicate");
        }
        options.push_back(std::move(option));
    }
    return options;
}

Question read_question(const json::Value& value, const std::string& path, const QuestionContext& context,
                       std::vector<Finding>& findings) {
    Part part(value, path, findings);
    Question question;
    question.id = part.id("id");
    const std::string type = part.line("type");
    if (const auto known = type_called(type)) {
        question.type = *known;
    } else if (!type.empty()) {
        part.note("type", "choice");
    }
    question.label = part.text("label");
    question.record_label = part.optional_text("record_label");
    question.hint = part.optional_text("hint");
    question.why = part.optional_text("why");
    question.example = part.optional_text("example");
    question.required = part.flag("required", true);
    question.max_chars = part.number("max_chars", 1, kMaxAnswerChars, 0);
    question.ask_if = part.rule("ask_if", context.before);
    question.otherwise = part.rule("otherwise", context.before);
    question.autocomplete = part.optional_line("autocomplete");
    read_card(part, question);
    read_type_members(part, question, context);
    read_checks(part, question, context);
    part.close();
    return question;
}

}  // namespace motcua::catalogue
