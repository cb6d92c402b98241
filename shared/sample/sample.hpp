#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/form.hpp"
#include "shared/form/standing.hpp"
#include "shared/sample/dice.hpp"

/// Invented forms, made from a procedure's definition alone.
namespace motcua::sample {

/// A form with one thing wrong, and the only finding there may be for it.
struct Breakage {
    std::string field;
    std::string code;
    form::Form form;
};

/// Makes complete forms, and each way to break a complete one in a single place.
class Maker {
public:
    Maker(const catalogue::Procedure& procedure, const places::Places& places, const calendar::Date& today,
          Bits bits)
        : procedure_(procedure), places_(places), today_(today), dice_(std::move(bits)) {}

    /// A form without findings; nullopt when none was found in many tries.
    std::optional<form::Form> complete();
    std::vector<Breakage> breakages(const form::Form& complete);

private:
    using Question = catalogue::Question;

    // sample.cpp: whole forms
    bool try_complete(form::Form& form);
    bool answer_group(const catalogue::Group& group, form::Answers& answers);
    bool answer(const form::Spot& spot, form::Answers& answers);
    void give_documents(form::Form& form);
    form::Findings findings_at(const form::Spot& spot, const form::Answers& answers);

    // propose.cpp: single answers
    void propose(const form::Spot& spot, form::Answers& answers);
    /// One of the values that the question's checks compare with, or one beside it.
    bool propose_from_checks(const form::Spot& spot, form::Answers& answers);
    void propose_address(const std::string& id, form::Answers& answers);
    std::string propose_number(const form::Spot& spot, const form::Answers& answers);
    std::string citizen_id(const form::Spot& spot, form::Standing& standing);
    std::string count_of(const Question& question);
    std::string several_options(const Question& question);
    std::string day_for(const Question& question);
    std::string partial_day(const Question& question);
    std::string tax_code();
    std::string files(const Question& question);
    std::string words(int least, int most);
    std::string digest();

    // breakages.cpp
    void break_group(const catalogue::Group& group, const form::Form& complete, std::vector<Breakage>& out);
    void break_rows(const catalogue::Group& group, const form::Form& complete, std::vector<Breakage>& out);
    void break_spot(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_type(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_words(const Question& question, const std::string& id, const form::Form& complete,
                     std::vector<Breakage>& out);
    void break_number(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_address(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_amount(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_list(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);
    void break_checks(const form::Spot& spot, const form::Form& complete, std::vector<Breakage>& out);

    // break_documents.cpp
    void break_documents(const form::Form& complete, std::vector<Breakage>& out);
    void break_files(const form::Form& complete, std::size_t i, std::vector<Breakage>& out);

    const catalogue::Procedure& procedure_;
    const places::Places& places_;
    calendar::Date today_;
    Dice dice_;
};

}  // namespace motcua::sample
