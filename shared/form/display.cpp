#include "shared/calendar/date.hpp"
#include "shared/form/amount.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/partial_date.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

std::string option_label(const Question& question, std::string_view answer, std::string_view lang) {
    for (const catalogue::Option& option : question.options) {
        if (option.id == answer) {
            return option.label.in(lang);
        }
    }
    return std::string(answer);
}

void append_part(std::string& line, std::string_view part) {
    if (!line.empty() && !part.empty()) {
        line += ", ";
    }
    line += part;
}

std::string option_labels(const Question& question, std::string_view answer, std::string_view lang) {
    std::string line;
    for (const std::string_view id : between_commas(answer)) {
        append_part(line, option_label(question, id, lang));
    }
    return line;
}

/// "Số nhà 1, Xã Trà Cú, Tỉnh Vĩnh Long"; codes that are not known stand as they are.
std::string address_line(std::string_view spot_id, const Answers& answers, const places::Places& places) {
    const std::string id(spot_id);
    std::string line(answer_of(answers, id + ".line"));
    const std::string_view commune_code = answer_of(answers, id + ".commune");
    const std::string_view province_code = answer_of(answers, id + ".province");
    const places::Commune* commune = places.commune(commune_code);
    const places::Province* province = places.province(province_code);
    append_part(line, commune == nullptr ? commune_code : std::string_view(commune->full));
    append_part(line, province == nullptr ? province_code : std::string_view(province->full));
    return line;
}

}  // namespace

std::string display(const Question& question, std::string_view id, const Answers& answers,
                    const places::Places& places, std::string_view lang) {
    const std::string_view answer = answer_of(answers, id);
    switch (question.type) {
        case QuestionType::Date: {
            const auto date = calendar::parse_iso(answer);
            return date ? calendar::vietnamese(*date) : std::string(answer);
        }
        case QuestionType::PartialDate:
            return shown_partial(answer);
        case QuestionType::Number:
            return shown_number(answer);
        case QuestionType::Money:
            return shown_dong(answer);
        case QuestionType::Choices:
            return option_labels(question, answer, lang);
        case QuestionType::File:
            return answer.empty() ? "" : std::to_string(between_commas(answer).size());
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            return option_label(question, answer, lang);
        case QuestionType::Address:
            return address_line(id, answers, places);
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Time:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            return std::string(answer);
    }
    return std::string(answer);
}

}  // namespace motcua::form
