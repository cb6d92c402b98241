#include "shared/form/check_number.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "shared/form/journey.hpp"
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

/// The text a rule gives, "" when there is no rule or it gives none.
std::string text_of(const catalogue::Rule& rule, const Answers& effective) {
    if (rule.is_null()) {
        return {};
    }
    const Result<json::Value> result = catalogue::evaluate(rule, lookup_in_answers(effective));
    return result && result->string() != nullptr ? *result->string() : std::string();
}

std::string_view check_citizen_id(const Question& question, std::string_view number,
                                  const Answers& effective) {
    if (const std::string_view code = identity::check_citizen_id(number); !code.empty()) {
        return code;
    }
    const std::string sex_answer = text_of(question.sex, effective);
    std::optional<identity::Sex> sex;
    if (sex_answer == "nam") {
        sex = identity::Sex::Male;
    } else if (sex_answer == "nu") {
        sex = identity::Sex::Female;
    }
    const auto born = calendar::parse_iso(text_of(question.born, effective));
    return identity::check_citizen_id_fits(number, born, sex);
}

}  // namespace

std::string_view check_paper_number(const Question& question, std::string_view number,
                                    const Answers& effective) {
    const bool any_paper = question.type == QuestionType::IdOrPassport;
    const std::string kind = any_paper ? text_of(question.number_kind, effective) : "citizen_id";
    if (kind == "citizen_id") {
        return check_citizen_id(question, number, effective);
    }
    if (kind == "passport") {
        return is_paper_number(number) ? "" : "passport";
    }
    if (kind == "other") {
        return is_paper_number(number) ? "" : "id_number";
    }
    const bool twelve_digits = identity::check_citizen_id(number).empty();
    if (twelve_digits) {
        return check_citizen_id(question, number, effective);
    }
    return is_paper_number(number) ? "" : "id_or_passport";
}

}  // namespace motcua::form
