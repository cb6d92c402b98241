#include <algorithm>
#include <string>
#include <vector>

#include "shared/calendar/date.hpp"
#include "shared/form/amount.hpp"
#include "shared/form/form.hpp"
#include "shared/form/partial_date.hpp"
#include "shared/identity/identity.hpp"
#include "shared/text/text.hpp"

namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;

std::string one_line(std::string_view typed) {
    return text::squeeze(text::nfc(typed));
}

/// Every line squeezed, lines ended by '\n', no empty lines before and after.
std::string several_lines(std::string_view typed) {
    const std::string composed = text::nfc(typed);
    std::string out;
    for (std::size_t begin = 0; begin <= composed.size();) {
        const std::size_t end = std::min(composed.find_first_of("\r\n", begin), composed.size());
        if (begin > 0) {
            out.push_back('\n');
        }
        out += text::squeeze(std::string_view(composed).substr(begin, end - begin));
        const bool pair = end + 1 < composed.size() && composed[end] == '\r' && composed[end + 1] == '\n';
        begin = end + (pair ? 2 : 1);
    }
    const std::size_t first = out.find_first_not_of('\n');
    const std::size_t last = out.find_last_not_of('\n');
    return first == std::string::npos ? "" : out.substr(first, last - first + 1);
}

/// Names as papers print them; phones type a curly apostrophe by themselves.
std::string person_name(std::string_view typed) {
    std::string name = text::upper(one_line(typed));
    const std::string_view curly = "\u2019";
    for (std::size_t at = name.find(curly); at != std::string::npos; at = name.find(curly, at)) {
        name.replace(at, curly.size(), "'");
    }
    return name;
}

std::string date(std::string_view typed) {
    const std::string line = one_line(typed);
    const auto read = calendar::parse_typed(line);
    return read ? calendar::iso(*read) : line;
}

/// Numbers of papers: no spaces, capital letters.
std::string paper_number(std::string_view typed) {
    std::string number = text::upper(identity::compact_number(one_line(typed)));
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
    return text::nfc(number);  // A mark that stood after a space has a letter before it now.
}

/// The host's name means the same in capitals; what stands before the @ need not.
std::string email(std::string_view typed) {
    std::string address = one_line(typed);
    const std::size_t at = std::min(address.rfind('@'), address.size());
    for (std::size_t i = at; i < address.size(); ++i) {
        const char c = address[i];
        address[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return address;
}

/// Ids of options in the options' order, each once; with one that is none, as typed.
std::string choices(const Question& question, std::string_view typed) {
    const std::string line = one_line(typed);
    std::vector<std::string> ids;
    for (const std::string_view id : between_commas(line)) {
        ids.push_back(text::squeeze(id));
    }
    std::string ordered;
    std::size_t found = 0;
    for (const catalogue::Option& option : question.options) {
        const auto times = std::count(ids.begin(), ids.end(), option.id);
        if (times > 0) {
            ordered += (ordered.empty() ? "" : ",") + option.id;
            found += static_cast<std::size_t>(times);
        }
    }
    return found == ids.size() ? ordered : line;
}

std::string by_type(const Question& question, std::string_view typed) {
    switch (question.type) {
        case QuestionType::LongText:
            return several_lines(typed);
        case QuestionType::Date:
            return date(typed);
        case QuestionType::CitizenId:
            return identity::compact_number(one_line(typed));
        case QuestionType::IdOrPassport:
        case QuestionType::Passport:
            return paper_number(typed);
        case QuestionType::PersonName:
            return person_name(typed);
        case QuestionType::Phone:
            return identity::normalise_phone(one_line(typed));
        case QuestionType::Email:
            return email(typed);
        case QuestionType::PartialDate:
            return normalise_partial(one_line(typed));
        case QuestionType::Time:
            return normalise_time(one_line(typed));
        case QuestionType::Number:
            return normalise_number(one_line(typed), question.scale);
        case QuestionType::Money:
            return normalise_money(one_line(typed));
        case QuestionType::Choices:
            return choices(question, typed);
        case QuestionType::TaxCode:
            return identity::normalise_tax_code(one_line(typed));
        case QuestionType::Text:
        case QuestionType::File:
        case QuestionType::Choice:
        case QuestionType::YesNo:
        case QuestionType::Agreement:
        case QuestionType::Address:
            return one_line(typed);
    }
    return std::string(typed);
}

}  // namespace

std::string normalise(const Question& question, std::string_view part, std::string_view typed) {
    static_cast<void>(part);  // All parts of an address are one line.
    return text::is_utf8(typed) ? by_type(question, typed) : std::string(typed);
}

}  // namespace motcua::form
