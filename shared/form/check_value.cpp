#include "shared/form/check_value.hpp"

#include <algorithm>
#include <utility>

#include "shared/form/check_number.hpp"
#include "shared/form/journey.hpp"
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

Finding finding(const std::string& id, std::string_view code) {
    return {id, std::string(code), {}};
}

Finding finding(const std::string& id, std::string_view code, const char* name, std::string value) {
    return {id, std::string(code), {{name, std::move(value)}}};
}

Verdict finding_unless_fine(const std::string& id, std::string_view code) {
    return code.empty() ? Verdict() : finding(id, code);
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

Verdict check_length(const std::string& id, std::string_view answer, int max) {
    // Bytes first: counting the characters of a hostile text must not cost anything.
    const auto limit = static_cast<std::size_t>(max);
    if (answer.size() > limit * 4 || text::length(answer) > limit) {
        return finding(id, "too_long", "max", std::to_string(max));
    }
    return {};
}

Verdict check_characters(const std::string& id, std::string_view answer) {
    std::string bad;
    if (!text::is_printable_repertoire(answer, &bad)) {
        return finding(id, "character", "character", shown_character(bad));
    }
    return {};
}

bool is_name_character(char32_t c) {
    return text::is_letter(c) || c == ' ' || c == '\'' || c == '-' || c == '.';
}

Verdict check_name(const Question& question, const std::string& id, std::string_view name) {
    bool has_letter = false;
    for (std::size_t offset = 0; offset < name.size();) {
        const std::size_t start = offset;
        const char32_t c = text::next_code_point(name, offset);
        if (!is_name_character(c)) {
            return finding(id, "name_character", "character", shown_character(name.substr(start)));
        }
        has_letter = has_letter || text::is_letter(c);
    }
    const auto words = 1 + std::count(name.begin(), name.end(), ' ');
    if (!has_letter || words < question.min_words) {
        return finding(id, "name_words", "min", std::to_string(question.min_words));
    }
    return {};
}

Verdict check_date(const std::string& id, std::string_view answer, const calendar::Date& today) {
    const auto date = calendar::parse_iso(answer);
    if (!date) {
        return finding(id, "date");
    }
    if (date->year < kEarliestYear) {
        return finding(id, "date_too_early", "year", std::to_string(kEarliestYear));
    }
    if (today < *date) {
        return finding(id, "date_future");
    }
    return {};
}

bool has_option(const Question& question, std::string_view answer) {
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const catalogue::Option& option) { return option.id == answer; });
}

Verdict check_commune(const std::string& id, std::string_view answer, std::string_view province,
                      const places::Places& places) {
    const places::Commune* commune = places.commune(answer);
    if (commune == nullptr) {
        return finding(id, "commune");
    }
    const bool elsewhere = places.province(province) != nullptr && commune->province != province;
    return elsewhere ? finding(id, "commune_elsewhere") : Verdict();
}

/// Text a person composes: its length, its form, its characters.
Verdict check_words(const Question& question, const std::string& id, std::string_view answer) {
    if (Verdict verdict = check_length(id, answer, max_chars_of(question))) {
        return verdict;
    }
    if (normalise(question, "", answer) != answer) {
        return finding(id, "not_normalised");
    }
    return question.type == QuestionType::PersonName ? check_name(question, id, answer)
                                                     : check_characters(id, answer);
}

Verdict check_address_part(const Question& question, const std::string& id, std::string_view answer,
                           const Surroundings& around) {
    const std::string_view part = std::string_view(id).substr(question.id.size() + 1);
    if (part == "line") {
        return check_words(question, id, answer);
    }
    if (part == "commune") {
        return check_commune(id, answer, answer_of(around.effective, question.id + ".province"),
                             around.places);
    }
    return around.places.province(answer) == nullptr ? finding(id, "province") : Verdict();
}

Verdict check_email(const Question& question, const std::string& id, std::string_view answer) {
    if (const std::string_view code = identity::check_email(answer); !code.empty()) {
        return finding(id, code);
    }
    return normalise(question, "", answer) == answer ? Verdict() : finding(id, "not_normalised");
}

}  // namespace

int max_chars_of(const Question& question) {
    constexpr int kLine = 200;
    constexpr int kName = 100;
    constexpr int kSeveralLines = 2000;
    if (question.max_chars > 0) {
        return question.max_chars;
    }
    if (question.type == QuestionType::LongText) {
        return kSeveralLines;
    }
    return question.type == QuestionType::PersonName ? kName : kLine;
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

Verdict check_value(const Question& question, const std::string& id, std::string_view answer,
                    const Surroundings& around) {
    if (!text::is_utf8(answer)) {
        return finding(id, "invalid_text");
    }
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
        case QuestionType::PersonName:
            return check_words(question, id, answer);
        case QuestionType::Date:
            return check_date(id, answer, around.today);
        case QuestionType::Choice:
        case QuestionType::YesNo:
            return has_option(question, answer) ? Verdict() : finding(id, "option");
        case QuestionType::Agreement:
            return answer == "yes" ? Verdict() : finding(id, "must_agree");
        case QuestionType::Address:
            return check_address_part(question, id, answer, around);
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            return finding_unless_fine(id, check_number(question, answer, around));
        case QuestionType::Phone:
            return finding_unless_fine(id, identity::check_phone(answer));
        case QuestionType::Email:
            return check_email(question, id, answer);
    }
    return {};
}

}  // namespace motcua::form
