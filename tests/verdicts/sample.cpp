#include "tests/verdicts/sample.hpp"

#include <optional>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/standing.hpp"
#include "shared/identity/identity.hpp"

namespace motcua::tests {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using form::Answers;

constexpr int kTries = 400;

const std::vector<std::string>& syllables() {
    static const std::vector<std::string> kSyllables = {
        "Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Võ",  "Đặng", "Bùi", "Đỗ",    "Hồ",  "Ngô",  "Dương",
        "Thạch",  "Sơn",  "Kim",  "Ngọc", "Thị",   "Văn", "Đức",  "Hữu", "Ánh",   "Ước", "Ơn",   "Ý",
        "Quỳnh",  "Huệ",  "Thủy", "Kiên", "Châu",  "Ẩn",  "Ửng",  "Sóc", "Trăng", "Trà", "Vĩnh", "Ví"};
    return kSyllables;
}

std::string rule_text(const catalogue::Rule& rule, form::Standing& standing) {
    const auto value = catalogue::evaluate(rule, standing.lookup());
    return value && value->string() != nullptr ? *value->string() : "";
}

}  // namespace

calendar::Date SampleMaker::random_day() {
    const std::int64_t earliest = calendar::days_since_1970({1935, 1, 1});
    return calendar::from_days(random_.between(earliest, calendar::days_since_1970(today_)));
}

std::string SampleMaker::words(int least, int most) {
    std::string text;
    for (std::int64_t left = random_.between(least, most); left > 0; --left) {
        text += (text.empty() ? "" : " ") + random_.one_of(syllables());
    }
    return text;
}

std::string SampleMaker::digits(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text.push_back(static_cast<char>('0' + random_.below(10)));
    }
    return text;
}

std::string SampleMaker::digest() {
    std::string text;
    for (int i = 0; i < 64; ++i) {
        text.push_back("0123456789abcdef"[random_.below(16)]);
    }
    return text;
}

/// Twelve digits that fit what the answers say of the same person.
std::string SampleMaker::citizen_id(const Question& question, const Answers& answers) {
    form::Standing standing(procedure_, answers, &today_);
    const auto born = calendar::parse_iso(rule_text(question.born, standing)).value_or(random_day());
    const std::string sex = rule_text(question.sex, standing);
    const bool woman = sex.empty() ? random_.one_in(2) : sex == "nu";
    const int century_and_sex = (born.year - 1900) / 100 * 2 + (woman ? 1 : 0);
    // One draw a statement: the order within an expression differs between compilers.
    const std::string province = random_.one_in(2) ? "001" : "086";
    const std::string number = digits(6);
    return province + std::to_string(century_and_sex) + std::to_string(born.year).substr(2) + number;
}

std::string SampleMaker::propose_number(const Question& question, const Answers& answers) {
    form::Standing standing(procedure_, answers, &today_);
    const std::string kind =
        question.type == QuestionType::CitizenId ? "citizen_id" : rule_text(question.number_kind, standing);
    const bool foreign = kind == "passport" || kind == "other" || (kind != "citizen_id" && random_.one_in(2));
    return foreign ? "B" + digits(7) : citizen_id(question, answers);
}

void SampleMaker::propose_address(const std::string& id, Answers& answers) {
    const places::Province& province = random_.one_of(places_.provinces());
    const auto communes = places_.find_communes(province.code, "", 50);
    answers[id + ".province"] = province.code;
    answers[id + ".commune"] = random_.one_of(communes)->code;
    const std::string house = digits(2);
    answers[id + ".line"] = "Số nhà " + house + ", " + words(1, 3);
}

void SampleMaker::propose(const Question& question, Answers& answers) {
    switch (question.type) {
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Choices:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::File:
            answers[question.id] = words(1, 6);
            return;
        case QuestionType::Date:
            answers[question.id] = calendar::iso(random_day());
            return;
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            answers[question.id] = random_.one_of(question.options).id;
            return;
        case QuestionType::Address:
            propose_address(question.id, answers);
            return;
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            answers[question.id] = propose_number(question, answers);
            return;
        case QuestionType::PersonName:
            answers[question.id] = form::normalise(question, "", words(2, 5));
            return;
        case QuestionType::Phone:
            answers[question.id] = "09" + digits(8);
            return;
        case QuestionType::Email:
            answers[question.id] = "ten." + digits(4) + "@example.com";
            return;
    }
}

/// Proposes until the question's own rules are content.
bool SampleMaker::answer(const Question& question, Answers& answers) {
    if (!question.required && random_.one_in(2)) {
        return true;
    }
    for (int i = 0; i < kTries; ++i) {
        propose(question, answers);
        if (form::check_question(procedure_, *form::spot_of(procedure_, question.id), answers, today_,
                                 places_)
                .empty()) {
            return true;
        }
    }
    for (const std::string& id : form::answer_ids(question, question.id)) {
        answers.erase(id);
    }
    return !question.required;
}

void SampleMaker::give_documents(form::Form& form) {
    form.documents.clear();
    for (const checklist::Item& item : checklist::needed(procedure_, form.answers, today_)) {
        if (item.choices.empty()) {
            continue;
        }
        form::GivenDocument given{item.document->id, random_.one_of(item.choices), {}};
        const bool attached = given.provision == form::Provision::Attached;
        for (std::int64_t left = attached ? random_.between(1, 3) : 0; left > 0; --left) {
            given.files.push_back(digest());
        }
        form.documents.push_back(std::move(given));
    }
}

bool SampleMaker::try_complete(form::Form& form) {
    form = {procedure_.code, procedure_.edition, today_, {}, {}};
    for (const catalogue::Group& group : procedure_.groups) {
        for (const Question& question : group.questions) {
            if (form::walk(procedure_, form.answers).asks(question.id) && !answer(question, form.answers)) {
                return false;
            }
        }
    }
    give_documents(form);
    return true;
}

form::Form SampleMaker::complete() {
    form::Form form;
    for (int i = 0; i < kTries && !try_complete(form); ++i) {
        // A rule between answers left no room: begin again with others.
    }
    return form;
}

}  // namespace motcua::tests
