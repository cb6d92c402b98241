#include <algorithm>

#include "client/cli/asking.hpp"
#include "client/cli/dialogue.hpp"
#include "client/cli/files.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/form/journey.hpp"
#include "shared/text/text.hpp"

/// What was typed, and what it is taken for.
namespace motcua::cli {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using dialogue::Sentence;

constexpr std::size_t kFewPlaces = 4;

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string filled(std::string_view sentence, std::string_view placeholder, std::size_t number) {
    std::string text(sentence);
    const std::size_t at = text.find(placeholder);
    return at == std::string::npos ? text : text.replace(at, placeholder.size(), std::to_string(number));
}

Sentence how_to_type(const Question& question, const std::string& part) {
    switch (question.type) {
        case QuestionType::Date:
            return dialogue::kDate;
        case QuestionType::PartialDate:
            return dialogue::kPartialDate;
        case QuestionType::Time:
            return dialogue::kTime;
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
            return dialogue::kOption;
        case QuestionType::Choices:
            return dialogue::kOptions;
        case QuestionType::Address:
            return part == "province"  ? dialogue::kProvince
                   : part == "commune" ? dialogue::kCommune
                                       : dialogue::kLine;
        case QuestionType::File:
            return dialogue::kFile;
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::Number:
        case QuestionType::Money:
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
        case QuestionType::TaxCode:
        case QuestionType::PersonName:
        case QuestionType::Phone:
        case QuestionType::Email:
            break;
    }
    return {};
}

/// An option by its number, its id or what it is called, with or without marks.
std::string option_of(const Question& question, const std::string& typed) {
    const std::size_t number = is_number(typed) ? std::stoul(typed) : 0;
    if (number >= 1 && number <= question.options.size()) {
        return question.options[number - 1].id;
    }
    const std::string key = text::search_key(typed);
    for (const catalogue::Option& option : question.options) {
        if (!key.empty() && (text::search_key(option.label.in("vi")) == key ||
                             text::search_key(option.label.in("en")) == key)) {
            return option.id;
        }
    }
    return typed;
}

std::string options_of(const Question& question, const std::string& typed) {
    std::string chosen;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t end = std::min(typed.find_first_of(", ", at), typed.size());
        const std::string one = option_of(question, typed.substr(at, end - at));
        chosen += (chosen.empty() || one.empty() ? "" : ",") + one;
        at = end + 1;
    }
    return form::normalise(question, "", chosen);
}

}  // namespace

std::string Asking::how_to_answer(const Prompt& prompt) const {
    const Question* question = prompt.spot.question;
    if (question == nullptr) {
        const catalogue::Repeat& repeat = *prompt.spot.group->repeat;
        const std::string least =
            filled(dialogue::kRows.in(talk_.lang), "{least}", static_cast<std::size_t>(repeat.least));
        return filled(least, "{most}", static_cast<std::size_t>(repeat.most)) + " ";
    }
    const std::string how =
        filled(how_to_type(*question, prompt.part).in(talk_.lang), "{n}", question->options.size());
    return how.empty() ? "" : how + " ";
}

std::vector<Asking::Unit> Asking::places_called(const Prompt& prompt, const std::string& typed) const {
    std::vector<Unit> units;
    if (is_number(typed) || text::search_key(typed).empty()) {
        return units;
    }
    if (prompt.part == "province") {
        for (const places::Province* each : talk_.places.find_provinces(typed, kFewPlaces)) {
            units.push_back({each->code, each->name, each->full});
        }
    } else if (prompt.part == "commune") {
        const std::string province(form::answer_of(answers_, prompt.spot.id + ".province"));
        for (const places::Commune* each : talk_.places.find_communes(province, typed, kFewPlaces)) {
            units.push_back({each->code, each->name, each->full});
        }
    }
    return units;
}

std::vector<std::string> Asking::other_places(const Prompt& prompt, const std::string& typed) const {
    const std::vector<Unit> units = places_called(prompt, typed);
    const std::string key = text::search_key(typed);
    std::vector<std::string> others;
    if (!units.empty() && text::search_key(units.front().full) != key &&
        text::search_key(units.front().name) != key) {
        for (std::size_t i = 1; i < units.size(); ++i) {
            others.push_back(units[i].full);
        }
    }
    return others;
}

std::string Asking::understood(const Prompt& prompt, const std::string& typed) const {
    const Question* question = prompt.spot.question;
    if (question == nullptr) {
        return typed;
    }
    if (prompt.part == "province" || prompt.part == "commune") {
        const std::vector<Unit> units = places_called(prompt, typed);
        return units.empty() ? typed : units.front().code;
    }
    if (question->type == QuestionType::Choices) {
        return options_of(*question, typed);
    }
    if (question->type == QuestionType::File) {
        const Result<std::string> bytes = read_whole(typed);
        return bytes ? crypto::hex(crypto::sha256(*bytes)) : typed;
    }
    return question->options.empty() ? form::normalise(*question, prompt.part, typed)
                                     : option_of(*question, typed);
}

std::string Asking::answer_in_words(const Prompt& prompt) const {
    const std::string answer(form::answer_of(answers_, prompt.id));
    const Question* question = prompt.spot.question;
    if (const places::Province* province =
            prompt.part == "province" ? talk_.places.province(answer) : nullptr) {
        return province->full;
    }
    if (const places::Commune* commune = prompt.part == "commune" ? talk_.places.commune(answer) : nullptr) {
        return commune->full;
    }
    if (question != nullptr && question->type == QuestionType::File) {
        return "";  // A digest says nothing to anybody.
    }
    return question == nullptr || !prompt.part.empty()
               ? answer
               : form::display(*question, prompt.id, answers_, talk_.places, talk_.lang);
}

}  // namespace motcua::cli
