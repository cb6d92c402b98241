#include <algorithm>
#include <functional>

#include "shared/form/amount.hpp"
#include "shared/form/check_value.hpp"

/// Answers that count: numbers, amounts of money, several options, files.
namespace motcua::form {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using Verdict = std::optional<Finding>;

// As the backend takes them (docs/API.md).
constexpr std::int64_t kMaxFiles = 20;
constexpr std::size_t kDigestDigits = 64;

std::string shown_bound(const Question& question, std::int64_t bound) {
    const std::string digits = std::to_string(bound);
    return question.type == QuestionType::Money ? shown_dong(digits) : shown_number(digits);
}

Verdict check_number_of(const Question& question, std::int64_t count) {
    const bool files = question.type == QuestionType::File;
    if (count < question.least) {
        return finding(files ? "files_too_few" : "choices_too_few", "min", std::to_string(question.least));
    }
    const std::int64_t most = most_items_of(question);
    return count > most ? finding(files ? "files_too_many" : "choices_too_many", "max", std::to_string(most))
                        : Verdict();
}

Verdict check_choices(const Question& question, const std::vector<std::string_view>& ids) {
    std::vector<std::size_t> order;
    for (const std::string_view id : ids) {
        const auto option = std::find_if(question.options.begin(), question.options.end(),
                                         [&](const catalogue::Option& each) { return each.id == id; });
        if (option == question.options.end()) {
            return finding("option");
        }
        order.push_back(static_cast<std::size_t>(option - question.options.begin()));
    }
    // In the order of the options, each once.
    if (std::adjacent_find(order.begin(), order.end(), std::greater_equal<>()) != order.end()) {
        return finding("not_normalised");
    }
    return check_number_of(question, static_cast<std::int64_t>(ids.size()));
}

Verdict check_files(const Question& question, std::vector<std::string_view> digests) {
    if (!std::all_of(digests.begin(), digests.end(), is_digest)) {
        return finding("file_answer");
    }
    const auto count = static_cast<std::int64_t>(digests.size());
    std::sort(digests.begin(), digests.end());
    if (std::adjacent_find(digests.begin(), digests.end()) != digests.end()) {
        return finding("file_twice");
    }
    return check_number_of(question, count);
}

}  // namespace

bool is_digest(std::string_view text) {
    return text.size() == kDigestDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::int64_t most_items_of(const Question& question) {
    if (question.most > 0) {
        return question.most;
    }
    return question.type == QuestionType::File ? kMaxFiles
                                               : static_cast<std::int64_t>(question.options.size());
}

Verdict check_amount(const Question& question, std::string_view answer) {
    const bool money = question.type == QuestionType::Money;
    const auto number = number_value(answer);
    if (!number || (money && decimals_of(answer) > 0)) {
        return finding(money ? "money" : "number");
    }
    if (decimals_of(answer) > 0 && answer.back() == '0') {
        return finding("not_normalised");
    }
    if (decimals_of(answer) > question.scale) {
        return finding("number_scale", "scale", std::to_string(question.scale));
    }
    if (*number < static_cast<double>(question.least)) {
        return finding("number_too_small", "min", shown_bound(question, question.least));
    }
    if (question.most > 0 && *number > static_cast<double>(question.most)) {
        return finding("number_too_large", "max", shown_bound(question, question.most));
    }
    return {};
}

Verdict check_list(const Question& question, std::string_view answer) {
    const std::vector<std::string_view> items = between_commas(answer);
    return question.type == QuestionType::File ? check_files(question, items)
                                               : check_choices(question, items);
}

}  // namespace motcua::form
