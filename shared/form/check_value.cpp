#include "shared/form/check_value.hpp"

#include <algorithm>
#include <utility>

#include "shared/form/check_number.hpp"
#include "shared/form/journey.hpp"
#include "shared/form/partial_date.hpp"
#include "shared/identity/identity.hpp"
#include "shared/text/text.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using Verdict = std::optional<Finding>;

// The oldest person alive was born after this; an earlier year is a slip of the finger.
constexpr int kEarliestYear = 1880;
constexpr std::size_t kShownNameChars = 64;

Verdict finding_unless_fine(std::string_view code) {
    return code.empty() ? Verdict() : finding(code);
}

/// The first character of a text: itself, or "U+0007" when it cannot be shown.
std::string shown_character(std::string_view text) {
    std::size_t offset = 0;
    const char32_t code_point = text::next_code_point(text, offset);
    const std::string_view character = text.substr(0, offset);
    if (text::is_printable_repertoire(character, nullptr) && character != "\n") {
        return std::string(character);
    }
    std::string name = "U+";
    for (int digit = code_point > 0xFFFF ? 5 : 3; digit >= 0; --digit) {
        name.push_back("0123456789ABCDEF"[(code_point >> static_cast<unsigned>(4 * digit)) & 0xFU]);
    }
    return name;
}

Verdict check_length(std::string_view answer, int max) {
    // Bytes first: counting the characters of a hostile text must not cost anything.
    const auto limit = static_cast<std::size_t>(max);
    if (answer.size() > limit * 4 || (answer.size() > limit && text::length(answer) > limit)) {
        return finding("too_long", "max", std::to_string(max));
    }
    return {};
}

Verdict check_characters(std::string_view answer) {
    std::string bad;
    if (!text::is_printable_repertoire(answer, &bad)) {
        return finding("character", "character", shown_character(bad));
    }
    return {};
}

bool is_name_character(char32_t c) {
    return text::is_letter(c) || c == ' ' || c == '\'' || c == '-' || c == '.';
}

Verdict check_name(const Question& question, std::string_view name) {
    bool has_letter = false;
    for (std::size_t offset = 0; offset < name.size();) {
        const std::size_t start = offset;
        const char32_t c = text::next_code_point(name, offset);
        if (!is_name_character(c)) {
            return finding("name_character", "character", shown_character(name.substr(start)));
        }
        has_letter = has_letter || text::is_letter(c);
    }
    const auto words = 1 + std::count(name.begin(), name.end(), ' ');
    if (!has_letter || words < question.min_words) {
        return finding("name_words", "min", std::to_string(question.min_words));
    }
    return {};
}

/// Both ends of what the date may mean, the same of a whole one.
Verdict check_day(const Question& question, const calendar::Date& first, const calendar::Date& last,
                  const calendar::Date& today) {
    if (first.year < kEarliestYear) {
        return finding("date_too_early", "year", std::to_string(kEarliestYear));
    }
    if (question.when == catalogue::When::Past && today < first) {
        return finding("date_future");
    }
    return question.when == catalogue::When::Future && last < today ? finding("date_past") : Verdict();
}

/// "55" of "12/3/55"; "" when the year is not the fault.
std::string short_year(std::string_view typed) {
    const std::size_t at = typed.find_last_of("/-. ");
    const std::string_view year = typed.substr(at == std::string_view::npos ? typed.size() : at + 1);
    const bool digits = year.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t first = typed.find_first_of("/-. ");
    return year.size() == 2 && digits && first <= 2 && first != at ? std::string(year) : std::string();
}

Verdict no_date(const char* code, std::string_view typed) {
    const std::string year = short_year(typed);
    return year.empty() ? finding(code) : finding("date_year", "year", year);
}

Verdict check_date(const Question& question, std::string_view answer, const calendar::Date& today) {
    const auto date = calendar::parse_iso(answer);
    return date ? check_day(question, *date, *date, today) : no_date("date", answer);
}

Verdict check_partial_date(const Question& question, std::string_view answer, const calendar::Date& today) {
    const auto date = parse_partial(answer);
    return date ? check_day(question, first_day_of(*date), last_day_of(*date), today)
                : no_date("partial_date", answer);
}

bool has_option(const Question& question, std::string_view answer) {
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const catalogue::Option& option) { return option.id == answer; });
}

Verdict check_commune(std::string_view answer, std::string_view province, const places::Places& places) {
    const places::Commune* commune = places.commune(answer);
    if (commune == nullptr) {
        return finding("commune");
    }
    const bool elsewhere = places.province(province) != nullptr && commune->province != province;
    return elsewhere ? finding("commune_elsewhere") : Verdict();
}

/// Does the answer stay as it is when it is normalised? Quick, and false for some that do.
bool is_surely_normal(const Question& question, std::string_view answer) {
    return text::is_plain_line(answer) &&
           (question.type != QuestionType::PersonName || text::is_upper(answer));
}

Verdict check_address_part(const Question& question, int part, std::string_view answer,
                           const Surroundings& around) {
    const std::string_view name = part_of(question, part);
    if (name == "line") {
        return check_words(question, answer);
    }
    if (name == "commune") {
        return check_commune(answer, around.standing.slot(around.place).read, around.places);
    }
    return around.places.province(answer) == nullptr ? finding("province") : Verdict();
}

Verdict check_email(const Question& question, std::string_view answer) {
    if (const std::string_view code = identity::check_email(answer); !code.empty()) {
        return finding(code);
    }
    return normalise(question, "", answer) == answer ? Verdict() : finding("not_normalised");
}

}  // namespace

Verdict check_words(const Question& question, std::string_view answer) {
    if (Verdict verdict = check_length(answer, max_chars_of(question))) {
        return verdict;
    }
    if (!is_surely_normal(question, answer) && normalise(question, "", answer) != answer) {
        return finding("not_normalised");
    }
    return question.type == QuestionType::PersonName ? check_name(question, answer)
                                                     : check_characters(answer);
}

Finding finding(std::string_view code) {
    return {"", std::string(code), {}};
}

Finding finding(std::string_view code, const char* name, std::string value) {
    return {"", std::string(code), {{name, std::move(value)}}};
}

int max_chars_of(const Question& question) {
    constexpr int kLine = 200;
    constexpr int kName = 100;
    constexpr int kSeveralLines = 2000;
    constexpr int kAmount = 32;  // As typed, with separators and a unit.
    if (question.max_chars > 0) {
        return question.max_chars;
    }
    switch (question.type) {
        case QuestionType::LongText:
            return kSeveralLines;
        case QuestionType::PersonName:
            return kName;
        case QuestionType::PartialDate:
        case QuestionType::Time:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
            return kAmount;
        case QuestionType::Text:
        case QuestionType::Date:
        case QuestionType::Choice:
        case QuestionType::Choices:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
        case QuestionType::Address:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Phone:
        case QuestionType::Email:
        case QuestionType::File:
            return kLine;
    }
    return kLine;
}

std::string shortened(std::string_view name) {
    if (!text::is_utf8(name)) {
        return "?";
    }
    std::size_t end = 0;
    for (std::size_t chars = 0; end < name.size() && chars < kShownNameChars; ++chars) {
        text::next_code_point(name, end);
    }
    return std::string(name.substr(0, end));
}

Verdict check_value(const Question& question, int part, std::string_view answer, const Surroundings& around) {
    if (!text::is_utf8(answer)) {
        return finding("invalid_text");
    }
    switch (question.type) {
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PersonName:
            return check_words(question, answer);
        case QuestionType::Date:
            return check_date(question, answer, around.today);
        case QuestionType::PartialDate:
            return check_partial_date(question, answer, around.today);
        case QuestionType::Time:
            return calendar::parse_minute(answer) ? Verdict() : finding("time");
        case QuestionType::Number:
        case QuestionType::Money:
            return check_amount(question, answer);
        case QuestionType::Choice:
        case QuestionType::YesNo:
            return has_option(question, answer) ? Verdict() : finding("option");
        case QuestionType::Choices:
        case QuestionType::File:
            return check_list(question, answer);
        case QuestionType::Agreement:
            return answer == "yes" ? Verdict() : finding("must_agree");
        case QuestionType::Address:
            return check_address_part(question, part, answer, around);
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            return finding_unless_fine(check_number(question, answer, around));
        case QuestionType::Passport:
            return finding_unless_fine(identity::check_passport(answer));
        case QuestionType::TaxCode:
            return finding_unless_fine(identity::check_tax_code(answer));
        case QuestionType::Phone:
            return finding_unless_fine(identity::check_phone(answer));
        case QuestionType::Email:
            return check_email(question, answer);
    }
    return {};
}

}  // namespace motcua::form
