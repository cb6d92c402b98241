#include "shared/form/check_number.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "shared/form/partial_date.hpp"
#include "shared/identity/identity.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

constexpr std::size_t kShortestNumber = 6;
constexpr std::size_t kLongestNumber = 12;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Papers of every country: 6 to 12 capital letters and digits, at least one digit.
bool is_paper_number(std::string_view number) {
    return number.size() >= kShortestNumber && number.size() <= kLongestNumber &&
           std::all_of(number.begin(), number.end(),
                       [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); }) &&
           std::any_of(number.begin(), number.end(), is_digit);
}

/// The text a rule gives; "" when there is no rule, or it reads an answer that is wrong itself.
std::string text_of(const catalogue::Rule& rule, const Surroundings& around) {
    if (rule.is_null() || around.standing.reads_unsettled(rule, around.place)) {
        return {};
    }
    const Result<json::Value> result = catalogue::evaluate(rule, around.standing.lookup(around.place));
    return result && result->string() != nullptr ? *result->string() : std::string();
}

enum class Kind { CitizenId, Passport, Other, Either };

Kind kind_of(const Question& question, const Surroundings& around) {
    if (question.type != QuestionType::IdOrPassport) {
        return Kind::CitizenId;
    }
    const std::string kind = text_of(question.number_kind, around);
    if (kind == "citizen_id") {
        return Kind::CitizenId;
    }
    if (kind == "passport") {
        return Kind::Passport;
    }
    return kind == "other" ? Kind::Other : Kind::Either;
}

std::optional<identity::Sex> sex_called(std::string_view answer) {
    if (answer == "nam") {
        return identity::Sex::Male;
    }
    return answer == "nu" ? std::optional(identity::Sex::Female) : std::nullopt;
}

}  // namespace

std::string_view check_number(const Question& question, std::string_view number, const Surroundings& around) {
    switch (kind_of(question, around)) {
        case Kind::CitizenId:
            return identity::check_citizen_id(number);
        case Kind::Passport:
            return is_paper_number(number) ? "" : "passport";
        case Kind::Other:
            return is_paper_number(number) ? "" : "id_number";
        case Kind::Either:
            return is_paper_number(number) ? "" : "id_or_passport";
    }
    return "";
}

std::string_view check_number_fits(const Question& question, std::string_view number,
                                   const Surroundings& around) {
    const Kind kind = kind_of(question, around);
    if (kind == Kind::Passport || kind == Kind::Other) {
        return "";
    }
    // Of a date of birth that is known in part there is the year at least, and no more is compared.
    const auto known = parse_partial(text_of(question.born, around));
    const auto born = known ? std::optional(first_day_of(*known)) : std::nullopt;
    return identity::check_citizen_id_fits(number, born, sex_called(text_of(question.sex, around)));
}

}  // namespace motcua::form
