#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shared/form/form.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::tests {

/// A form with one thing wrong, and the only finding there may be for it.
struct Breakage {
    std::string field;
    std::string code;
    form::Form form;
};

/// Makes forms from a procedure's definition alone: complete ones, and each way to break
/// a complete one in a single place.
class SampleMaker {
public:
    SampleMaker(const catalogue::Procedure& procedure, const places::Places& places,
                const calendar::Date& today, Random& random)
        : procedure_(procedure), places_(places), today_(today), random_(random) {}

    form::Form complete();
    std::vector<Breakage> breakages(const form::Form& complete);

private:
    bool try_complete(form::Form& form);
    bool answer(const catalogue::Question& question, form::Answers& answers);
    void propose(const catalogue::Question& question, form::Answers& answers);
    void propose_address(const std::string& id, form::Answers& answers);
    std::string propose_number(const catalogue::Question& question, const form::Answers& answers);
    std::string citizen_id(const catalogue::Question& question, const form::Answers& answers);
    void give_documents(form::Form& form);

    void break_question(const catalogue::Question& question, const form::Form& complete,
                        std::vector<Breakage>& out);
    void break_words(const catalogue::Question& question, const std::string& id, const form::Form& complete,
                     std::vector<Breakage>& out);
    void break_number(const catalogue::Question& question, const form::Form& complete,
                      std::vector<Breakage>& out);
    void break_address(const catalogue::Question& question, const form::Form& complete,
                       std::vector<Breakage>& out);
    void break_checks(const catalogue::Question& question, const form::Form& complete,
                      std::vector<Breakage>& out);
    void break_answers(const form::Form& complete, std::vector<Breakage>& out);
    void break_files(const form::Form& complete, std::size_t i, std::vector<Breakage>& out);
    void break_documents(const form::Form& complete, std::vector<Breakage>& out);

    calendar::Date random_day();
    std::string words(int least, int most);
    std::string digits(int count);
    std::string digest();

    const catalogue::Procedure& procedure_;
    const places::Places& places_;
    calendar::Date today_;
    Random& random_;
};

}  // namespace motcua::tests
