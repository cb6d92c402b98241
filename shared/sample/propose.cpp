#include <algorithm>
#include <set>
#include <utility>

#include "shared/form/check_value.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/partial_date.hpp"
#include "shared/identity/identity.hpp"
#include "shared/json/number.hpp"
#include "shared/sample/sample.hpp"
#include "shared/text/text.hpp"

namespace motcua::sample {
namespace {

using catalogue::QuestionType;
using form::Answers;
using json::Value;

const std::vector<std::string>& syllables() {
    static const std::vector<std::string> kSyllables = {
        "Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Võ",  "Đặng", "Bùi", "Đỗ",    "Hồ",  "Ngô",  "Dương",
        "Thạch",  "Sơn",  "Kim",  "Ngọc", "Thị",   "Văn", "Đức",  "Hữu", "Ánh",   "Ước", "Ơn",   "Ý",
        "Quỳnh",  "Huệ",  "Thủy", "Kiên", "Châu",  "Ẩn",  "Ửng",  "Sóc", "Trăng", "Trà", "Vĩnh", "Ví"};
    return kSyllables;
}

form::Place place_of(const catalogue::Procedure& procedure, const form::Spot& spot) {
    return {static_cast<int>(spot.group - procedure.groups.data()),
            static_cast<int>(spot.question - spot.group->questions.data()), spot.row};
}

Value value_of(const catalogue::Rule& rule, form::Standing& standing, const form::Place& place) {
    auto value = catalogue::evaluate(rule, standing.lookup(place));
    return value ? *std::move(value) : Value();
}

std::string text_of(const catalogue::Rule& rule, form::Standing& standing, const form::Place& place) {
    const Value value = value_of(rule, standing, place);
    return value.string() == nullptr ? "" : *value.string();
}

/// Everything a rule is made of that gives a number or a text.
void collect(const Value& rule, form::Standing& standing, const form::Place& place,
             std::vector<Value>& values) {
    if (const json::Array* items = rule.array()) {
        for (const Value& item : *items) {
            collect(item, standing, place, values);
        }
        return;
    }
    if (Value value = value_of(rule, standing, place); value.number() || value.string() != nullptr) {
        values.push_back(std::move(value));
    }
    if (rule.object() != nullptr && rule.object()->size() == 1 && rule.object()->front().first != "var") {
        collect(rule.object()->front().second, standing, place, values);
    }
}

/// The value or one just beside it: a day before or after, one more or less.
std::string near(const Value& value, std::int64_t step) {
    if (const auto number = value.number()) {
        return json::number_text(std::max(0.0, *number + static_cast<double>(step)));
    }
    const auto day = calendar::parse_iso(*value.string());
    return day ? calendar::iso(calendar::from_days(calendar::days_since_1970(*day) + step)) : *value.string();
}

bool may_be_compared(QuestionType type) {
    return type == QuestionType::Number || type == QuestionType::Money || type == QuestionType::Date ||
           type == QuestionType::Text;
}

}  // namespace

std::string Maker::words(int least, int most) {
    std::string text;
    for (std::int64_t left = dice_.between(least, most); left > 0; --left) {
        text += (text.empty() ? "" : " ") + dice_.one_of(syllables());
    }
    return text;
}

std::string Maker::digest() {
    std::string text;
    for (int i = 0; i < 64; ++i) {
        text.push_back("0123456789abcdef"[dice_.below(16)]);
    }
    return text;
}

/// Twelve digits that fit what the answers say of the same person.
std::string Maker::citizen_id(const form::Spot& spot, form::Standing& standing) {
    const form::Place place = place_of(procedure_, spot);
    const std::int64_t first = calendar::days_since_1970({1935, 1, 1});
    const auto any_day = calendar::from_days(dice_.between(first, calendar::days_since_1970(today_)));
    const auto known = form::parse_partial(text_of(spot.question->born, standing, place));
    const calendar::Date born = known ? form::first_day_of(*known) : any_day;
    const std::string sex = text_of(spot.question->sex, standing, place);
    const bool any_woman = dice_.one_in(2);
    const bool woman = sex.empty() ? any_woman : sex == "nu";
    const int century_and_sex = (born.year - 1900) / 100 * 2 + (woman ? 1 : 0);
    const std::string province = dice_.one_in(2) ? "001" : "086";
    const std::string number = dice_.digits(6);
    return province + std::to_string(century_and_sex) + std::to_string(born.year).substr(2) + number;
}

std::string Maker::propose_number(const form::Spot& spot, const Answers& answers) {
    form::Standing standing(procedure_, answers, &today_);
    const std::string kind = spot.question->type == QuestionType::CitizenId
                                 ? "citizen_id"
                                 : text_of(spot.question->number_kind, standing, place_of(procedure_, spot));
    const bool either = dice_.one_in(2);
    const bool foreign = kind == "passport" || kind == "other" || (kind != "citizen_id" && either);
    return foreign ? "B" + dice_.digits(7) : citizen_id(spot, standing);
}

void Maker::propose_address(const std::string& id, Answers& answers) {
    const places::Province& province = dice_.one_of(places_.provinces());
    const auto communes = places_.find_communes(province.code, "", 50);
    answers[id + ".province"] = province.code;
    answers[id + ".commune"] = dice_.one_of(communes)->code;
    const std::string house = dice_.digits(2);
    answers[id + ".line"] = "Số nhà " + house + ", " + words(1, 3);
}

std::string Maker::count_of(const Question& question) {
    const std::int64_t span = question.type == QuestionType::Money ? 10000000 : 30;
    const std::int64_t most = question.most > 0 ? question.most : question.least + span;
    std::string number = std::to_string(dice_.between(question.least, most));
    if (question.scale > 0 && dice_.one_in(2) && number != std::to_string(most)) {
        number += "." + std::to_string(dice_.between(1, 9));
    }
    return number;
}

std::string Maker::several_options(const Question& question) {
    const std::int64_t least = std::max<std::int64_t>(question.least, 1);
    const std::int64_t most = form::most_items_of(question);
    std::set<std::size_t> chosen;
    for (std::int64_t left = dice_.between(least, std::max(least, std::min<std::int64_t>(most, 4)));
         left > 0;) {
        left -= chosen.insert(dice_.below(question.options.size())).second ? 1 : 0;
    }
    std::string ids;
    for (const std::size_t at : chosen) {
        ids += (ids.empty() ? "" : ",") + question.options[at].id;
    }
    return ids;
}

/// Often a day near the present: limits of days and months are common.
std::string Maker::day_for(const Question& question) {
    const std::int64_t today = calendar::days_since_1970(today_);
    const std::vector<std::int64_t> reaches = {30, 400, 10000,
                                               today - calendar::days_since_1970({1935, 1, 1})};
    const std::int64_t reach = dice_.one_of(reaches);
    const std::int64_t distance = dice_.between(0, reach);
    const bool ahead = dice_.one_in(2);
    const bool future =
        question.when == catalogue::When::Future || (question.when == catalogue::When::Any && ahead);
    return calendar::iso(
        calendar::from_days(future ? today + std::min<std::int64_t>(distance, 3000) : today - distance));
}

std::string Maker::partial_day(const Question& question) {
    static const std::vector<std::size_t> kLengths = {4, 7, 10};
    const std::string day = day_for(question);
    return day.substr(0, dice_.one_of(kLengths));
}

std::string Maker::tax_code() {
    while (true) {
        const std::string nine = dice_.digits(9);
        for (char last = '0'; last <= '9'; ++last) {
            if (identity::check_tax_code(nine + last).empty()) {
                return nine + last;
            }
        }
    }
}

std::string Maker::files(const Question& question) {
    const std::int64_t least = std::max<std::int64_t>(question.least, 1);
    const std::int64_t most = std::max(least, std::min<std::int64_t>(form::most_items_of(question), 3));
    std::string digests;
    for (std::int64_t left = dice_.between(least, most); left > 0; --left) {
        digests += (digests.empty() ? "" : ",") + digest();
    }
    return digests;
}

bool Maker::propose_from_checks(const form::Spot& spot, Answers& answers) {
    if (!may_be_compared(spot.question->type) || spot.question->checks.empty() || dice_.one_in(3)) {
        return false;
    }
    form::Standing standing(procedure_, answers, &today_);
    std::vector<Value> values;
    for (const catalogue::Check& check : spot.question->checks) {
        collect(check.rule, standing, place_of(procedure_, spot), values);
    }
    if (values.empty()) {
        return false;
    }
    const Value& value = dice_.one_of(values);
    answers[spot.id] = near(value, dice_.between(-1, 1));
    return true;
}

void Maker::propose(const form::Spot& spot, Answers& answers) {
    const Question& question = *spot.question;
    switch (question.type) {
        case QuestionType::Text:
        case QuestionType::LongText: {
            // A code of some kind is met by its example at least.
            const bool as_example = !question.example.empty() && dice_.one_in(3);
            std::string text =
                as_example ? form::normalise(question, "", question.example.in("vi")) : words(1, 6);
            if (text::length(text) > static_cast<std::size_t>(form::max_chars_of(question))) {
                text = dice_.digits(std::min(3, form::max_chars_of(question)));
            }
            answers[spot.id] = std::move(text);
            return;
        }
        case QuestionType::Date:
            answers[spot.id] = day_for(question);
            return;
        case QuestionType::PartialDate:
            answers[spot.id] = partial_day(question);
            return;
        case QuestionType::Time: {
            const std::string hour = std::to_string(dice_.between(7, 9));
            const std::string minute = std::to_string(dice_.between(10, 59));
            answers[spot.id] = "0" + hour + ":" + minute;
            return;
        }
        case QuestionType::Number:
        case QuestionType::Money:
            answers[spot.id] = count_of(question);
            return;
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            answers[spot.id] = dice_.one_of(question.options).id;
            return;
        case QuestionType::Choices:
            answers[spot.id] = several_options(question);
            return;
        case QuestionType::Address:
            propose_address(spot.id, answers);
            return;
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            answers[spot.id] = propose_number(spot, answers);
            return;
        case QuestionType::Passport:
            answers[spot.id] = "B" + dice_.digits(7);
            return;
        case QuestionType::TaxCode:
            answers[spot.id] = tax_code();
            return;
        case QuestionType::PersonName:
            answers[spot.id] = form::normalise(question, "", words(std::max(2, question.min_words), 5));
            return;
        case QuestionType::Phone:
            answers[spot.id] = "09" + dice_.digits(8);
            return;
        case QuestionType::Email:
            answers[spot.id] = "ten." + dice_.digits(4) + "@example.com";
            return;
        case QuestionType::File:
            answers[spot.id] = files(question);
            return;
    }
}

}  // namespace motcua::sample
