#include <algorithm>
#include <utility>

#include "shared/form/check_value.hpp"
#include "shared/form/form.hpp"
#include "shared/identity/identity.hpp"
#include "shared/text/text.hpp"

namespace motcua::form {
namespace {

/// A helper's name and phone are what they are in answers.
catalogue::Question question_of(catalogue::QuestionType type) {
    catalogue::Question question;
    question.type = type;
    return question;
}

}  // namespace

std::string normalise_helper(std::string_view member, std::string_view typed) {
    const bool name = member == "name";
    return normalise(question_of(name ? catalogue::QuestionType::PersonName : catalogue::QuestionType::Phone),
                     "", typed);
}

Findings check_helper(const Helper& helper) {
    Findings findings;
    const auto note = [&findings](const char* field, std::optional<Finding> wrong) {
        if (wrong) {
            wrong->field = field;
            findings.push_back(*std::move(wrong));
        }
    };
    const catalogue::Question name = question_of(catalogue::QuestionType::PersonName);
    note("helper.name", helper.name.empty()           ? finding("required")
                        : !text::is_utf8(helper.name) ? finding("invalid_text")
                                                      : check_words(name, helper.name));
    if (std::find(kRelations.begin(), kRelations.end(), helper.relation) == kRelations.end()) {
        note("helper.relation", finding(helper.relation.empty() ? "required" : "option"));
    }
    if (const std::string_view code = helper.phone.empty() ? "" : identity::check_phone(helper.phone);
        !code.empty()) {
        note("helper.phone", finding(code));
    }
    return findings;
}

}  // namespace motcua::form
