#include "shared/analysis/types.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "shared/calendar/date.hpp"

namespace motcua::analysis {
namespace {

using catalogue::QuestionType;
using Kind = Type::Kind;

/// Does JavaScript find a number at its beginning, or in nothing at all?
bool may_be_number(std::string_view text) {
    const std::size_t at = text.find_first_not_of(' ');
    return at == std::string_view::npos ||
           std::string_view("0123456789+-.I").find(text[at]) != std::string_view::npos;
}

/// How many letters have to be put in, taken out or replaced.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

Type::Texts ids_of(const std::vector<catalogue::Option>& options) {
    Type::Texts ids;
    for (const catalogue::Option& option : options) {
        ids.insert(option.id);
    }
    return ids;
}

bool all_days(const Type& type) {
    return type.kind == Kind::Text && type.texts && !type.texts->empty() &&
           std::all_of(type.texts->begin(), type.texts->end(), is_day);
}

}  // namespace

bool is_day(std::string_view text) {
    return calendar::parse_iso(text).has_value();
}

Type literal_type(const json::Value& value) {
    if (const std::string* text = value.string()) {
        Type type = Type::text({*text});
        type.literal = true;
        return type;
    }
    if (value.is_null()) {
        return Type::of(Kind::Nothing);
    }
    return Type::of(value.boolean() != nullptr ? Kind::Truth : Kind::Number);
}

Type question_type(const catalogue::Question& question) {
    switch (question.type) {
        case QuestionType::Number:
        case QuestionType::Money:
            return Type::of(Kind::Number);
        case QuestionType::Date:
            return Type::of(Kind::Date);
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            return Type::text(ids_of(question.options));
        case QuestionType::Choices: {
            Type type = Type::text(ids_of(question.options));
            type.kind = Kind::List;
            return type;
        }
        case QuestionType::File:
            return Type::of(Kind::List);
        case QuestionType::Address:
            return Type::of(Kind::Address);
        case QuestionType::PersonName:
        case QuestionType::Email: {
            Type type = Type::of(Kind::Text);
            type.wordy = true;
            return type;
        }
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::Phone:
            break;
    }
    return Type::of(Kind::Text);
}

Type join(const Type& a, const Type& b) {
    if (a.kind == Kind::Nothing || b.kind == Kind::Nothing) {
        return a.kind == Kind::Nothing ? b : a;
    }
    if ((a.kind == Kind::Date && all_days(b)) || (b.kind == Kind::Date && all_days(a))) {
        return Type::of(Kind::Date);
    }
    if (a.kind != b.kind || a.rows != b.rows) {
        return {};
    }
    Type both = Type::of(a.kind);
    both.rows = a.rows;
    both.wordy = a.wordy && b.wordy;
    if (a.texts && b.texts) {
        both.texts = a.texts;
        both.texts->insert(b.texts->begin(), b.texts->end());
    }
    return both;
}

bool never_number(const Type& type) {
    switch (type.kind) {
        case Kind::Unknown:
        case Kind::Nothing:
        case Kind::Number:
        case Kind::Truth:
            return false;
        case Kind::Text:
            return type.texts ? std::none_of(type.texts->begin(), type.texts->end(), may_be_number)
                              : type.wordy;
        case Kind::List:
            return type.rows != nullptr || type.texts;
        case Kind::Date:
        case Kind::Address:
            break;
    }
    return true;
}

bool never_day(const Type& type) {
    switch (type.kind) {
        case Kind::Unknown:
        case Kind::Nothing:
        case Kind::Date:
            return false;
        case Kind::Text:
            return type.texts ? std::none_of(type.texts->begin(), type.texts->end(), is_day) : type.wordy;
        case Kind::Number:
        case Kind::Truth:
        case Kind::List:
        case Kind::Address:
            break;
    }
    return true;
}

const char* kind_words(const Type& type) {
    switch (type.kind) {
        case Kind::Unknown:
        case Kind::Nothing:
            break;
        case Kind::Number:
            return "a number";
        case Kind::Date:
            return "a date";
        case Kind::Text:
            return type.texts && !type.literal ? "an option" : "a text";
        case Kind::Truth:
            return "true or false";
        case Kind::List:
            return "a list";
        case Kind::Address:
            return "an address";
    }
    return "nothing";
}

std::string nearest(std::string_view text, const Type::Texts& texts) {
    constexpr std::size_t kMost = 3;
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    ranked.reserve(texts.size());
    for (const std::string& each : texts) {
        ranked.emplace_back(distance(text, each), each);
    }
    std::sort(ranked.begin(), ranked.end());
    std::string names;
    for (std::size_t i = 0; i < std::min(kMost, ranked.size()); ++i) {
        names.append(names.empty() ? "" : ", ").append(ranked[i].second);
    }
    return names;
}

}  // namespace motcua::analysis
