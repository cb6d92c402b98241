#include "shared/catalogue/procedure.hpp"

namespace motcua::catalogue {

bool InForce::on(std::string_view iso_day) const {
    return (from_day.empty() || from_day <= iso_day) && (until_day.empty() || iso_day <= until_day);
}

const Group* Procedure::group(std::string_view id) const {
    for (const Group& each : groups) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

const Question* Procedure::question(std::string_view id) const {
    for (const Group& group : groups) {
        for (const Question& each : group.questions) {
            if (each.id == id) {
                return &each;
            }
        }
    }
    return nullptr;
}

const Document* Procedure::document(std::string_view id) const {
    for (const Document& each : documents) {
        if (each.id == id) {
            return &each;
        }
    }
    return nullptr;
}

const char* type_name(QuestionType type) {
    switch (type) {
        case QuestionType::Text:
            return "text";
        case QuestionType::LongText:
            return "long_text";
        case QuestionType::Date:
            return "date";
        case QuestionType::PartialDate:
            return "partial_date";
        case QuestionType::Time:
            return "time";
        case QuestionType::Number:
            return "number";
        case QuestionType::Money:
            return "money";
        case QuestionType::Choice:
            return "choice";
        case QuestionType::Choices:
            return "choices";
        case QuestionType::YesNo:
            return "yes_no";
        case QuestionType::Agreement:
            return "agreement";
        case QuestionType::Address:
            return "address";
        case QuestionType::CitizenId:
            return "citizen_id";
        case QuestionType::IdOrPassport:
            return "id_or_passport";
        case QuestionType::Passport:
            return "passport";
        case QuestionType::TaxCode:
            return "tax_code";
        case QuestionType::PersonName:
            return "person_name";
        case QuestionType::Phone:
            return "phone";
        case QuestionType::Email:
            return "email";
        case QuestionType::File:
            return "file";
    }
    return "";
}

}  // namespace motcua::catalogue
