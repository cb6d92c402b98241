#include <algorithm>
#include <utility>

#include "shared/checklist/checklist.hpp"
#include "shared/form/journey.hpp"
#include "shared/identity/identity.hpp"
#include "tests/verdicts/sample.hpp"

namespace motcua::tests {
namespace {

using catalogue::Question;
using catalogue::QuestionType;
using form::Form;
using form::Provision;

Breakage with_answer(const Form& complete, const std::string& id, std::string value, std::string code) {
    Breakage broken{id, std::move(code), complete};
    broken.form.answers[id] = std::move(value);
    return broken;
}

Breakage without_answer(const Form& complete, const std::string& id, std::string code) {
    Breakage broken{id, std::move(code), complete};
    broken.form.answers.erase(id);
    return broken;
}

std::string replaced(std::string text, std::size_t at, char c) {
    text[at] = c;
    return text;
}

}  // namespace

void SampleMaker::break_words(const Question& question, const std::string& id, const Form& complete,
                              std::vector<Breakage>& out) {
    const std::string& good = complete.answers.at(id);
    const bool name = question.type == QuestionType::PersonName;
    out.push_back(with_answer(complete, id, std::string(10001, 'A'), "too_long"));
    out.push_back(with_answer(complete, id, good + "  ", "not_normalised"));
    out.push_back(with_answer(complete, id, "E\xCC\x82 " + good, "not_normalised"));
    out.push_back(with_answer(complete, id, good + "\xE6\xBC\xA2", name ? "name_character" : "character"));
    out.push_back(with_answer(complete, id, good + "\x07", name ? "name_character" : "character"));
    out.push_back(with_answer(complete, id, good + "\xFF", "invalid_text"));
    if (name) {
        out.push_back(with_answer(complete, id, good + "1", "name_character"));
        out.push_back(with_answer(complete, id, "- .", "name_words"));
        out.push_back(with_answer(complete, id, "nguyễn " + good, "not_normalised"));
    }
    if (name && question.min_words > 1) {
        out.push_back(with_answer(complete, id, "ĐỨC", "name_words"));
    }
}

void SampleMaker::break_number(const Question& question, const Form& complete, std::vector<Breakage>& out) {
    const std::string& good = complete.answers.at(question.id);
    if (!identity::read_citizen_id(good)) {
        const form::Findings findings =
            form::check_question(procedure_, *form::spot_of(procedure_, question.id),
                                 with_answer(complete, question.id, "!", "").form.answers, today_, places_);
        for (const char* bad : {"!", "B12", "HOCHIEU", "B12345678901234"}) {
            out.push_back(with_answer(complete, question.id, bad, findings.at(0).code));
        }
        return;
    }
    const auto broken_as = [&](const std::string& bad, const char* code) {
        const Breakage broken = with_answer(complete, question.id, bad, code);
        const auto findings = form::check_question(procedure_, *form::spot_of(procedure_, question.id),
                                                   broken.form.answers, today_, places_);
        // Whether digits are judged hangs on the kind of paper and on what else is known.
        if (!findings.empty() && findings[0].code == code) {
            out.push_back(broken);
        }
    };
    broken_as(good.substr(1), "citizen_id_length");
    broken_as(good + "0", "citizen_id_length");
    broken_as(replaced(good, 11, 'X'), "citizen_id_digits");
    broken_as(replaced(good, 3, static_cast<char>(good[3] ^ 1)), "citizen_id_sex");
    broken_as(replaced(good, 5, static_cast<char>(good[5] ^ 1)), "citizen_id_birth_year");
    broken_as("!", "id_or_passport");
}

void SampleMaker::break_address(const Question& question, const Form& complete, std::vector<Breakage>& out) {
    const std::string& id = question.id;
    out.push_back(with_answer(complete, id + ".province", "00", "province"));
    out.push_back(with_answer(complete, id + ".commune", "00000", "commune"));
    const std::string& province = complete.answers.at(id + ".province");
    const std::string elsewhere = province == "01" ? "79" : "01";
    const auto communes = places_.find_communes(elsewhere, "", 10);
    out.push_back(
        with_answer(complete, id + ".commune", random_.one_of(communes)->code, "commune_elsewhere"));
    break_words(question, id + ".line", complete, out);
}

/// Looks for values that break just the rules of the procedure file.
void SampleMaker::break_checks(const Question& question, const Form& complete, std::vector<Breakage>& out) {
    for (const catalogue::Check& check : question.checks) {
        for (int i = 0; i < 200; ++i) {
            Breakage broken{question.id, check.code, complete};
            propose(question, broken.form.answers);
            const auto findings = form::check_question(procedure_, *form::spot_of(procedure_, question.id),
                                                       broken.form.answers, today_, places_);
            if (findings.size() == 1 && findings[0].code == check.code) {
                out.push_back(std::move(broken));
                break;
            }
        }
    }
}

void SampleMaker::break_question(const Question& question, const Form& complete, std::vector<Breakage>& out) {
    const bool agreement = question.type == QuestionType::Agreement;
    const std::vector<std::string> ids = form::answer_ids(question, question.id);
    const bool given = complete.answers.contains(ids.front());
    for (const std::string& id : ids) {
        if (question.required || (given && ids.size() > 1)) {
            out.push_back(without_answer(complete, id, agreement ? "must_agree" : "required"));
        }
    }
    const calendar::Date tomorrow = calendar::from_days(calendar::days_since_1970(today_) + 1);
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
            break_words(question, question.id, complete, out);
            break;
        case QuestionType::Date:
            out.push_back(with_answer(complete, question.id, "2026-02-30", "date"));
            out.push_back(with_answer(complete, question.id, "27/03/1990", "date"));
            out.push_back(with_answer(complete, question.id, "1879-12-31", "date_too_early"));
            out.push_back(with_answer(complete, question.id, calendar::iso(tomorrow), "date_future"));
            break;
        case QuestionType::Choice:
        case QuestionType::YesNo:
            out.push_back(with_answer(complete, question.id, "no_such_option", "option"));
            break;
        case QuestionType::Agreement:
            out.push_back(with_answer(complete, question.id, "no", "must_agree"));
            break;
        case QuestionType::Address:
            break_address(question, complete, out);
            break;
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            break_number(question, complete, out);
            break;
        case QuestionType::Phone:
            out.push_back(with_answer(complete, question.id, "12", "phone"));
            out.push_back(with_answer(complete, question.id, "0912 345 678", "phone"));
            break;
        case QuestionType::Email:
            out.push_back(with_answer(complete, question.id, "ten@", "email"));
            out.push_back(with_answer(complete, question.id, "ten@EXAMPLE.com", "not_normalised"));
            break;
    }
    break_checks(question, complete, out);
}

void SampleMaker::break_answers(const Form& complete, std::vector<Breakage>& out) {
    const form::Journey journey = form::walk(procedure_, complete.answers);
    for (const catalogue::Group& group : procedure_.groups) {
        for (const Question& question : group.questions) {
            const std::string first = form::answer_ids(question, question.id).front();
            if (!journey.asks(question.id)) {
                out.push_back(with_answer(complete, first, "x", "not_asked"));
            } else if (question.required || complete.answers.contains(first)) {
                break_question(question, complete, out);
            }
        }
    }
    out.push_back(with_answer(complete, "no_such_question", "x", "unknown_answer"));
    Breakage procedure{"procedure", "wrong_procedure", complete};
    procedure.form.procedure = "1.000000";
    Breakage edition{"edition", "wrong_edition", complete};
    edition.form.edition = "1999-01-01";
    out.push_back(std::move(procedure));
    out.push_back(std::move(edition));
}

void SampleMaker::break_files(const Form& complete, std::size_t i, std::vector<Breakage>& out) {
    Form good = complete;
    const auto change = [&](const char* code, const auto& how) {
        Breakage broken{good.documents[i].id, code, good};
        how(broken.form.documents[i]);
        out.push_back(std::move(broken));
    };
    good.documents[i].provision = Provision::AtCounter;
    good.documents[i].files.clear();
    change("document_files_unexpected", [&](auto& paper) { paper.files = {digest()}; });
    good.documents[i].provision = Provision::Attached;
    good.documents[i].files = {digest()};
    if (procedure_.document(good.documents[i].id)->present_only) {
        change("document_provision", [](auto&) {});
        return;
    }
    change("document_no_file", [](auto& paper) { paper.files.clear(); });
    change("document_digest", [](auto& paper) { paper.files[0] = "DIGEST"; });
    change("document_file_twice", [](auto& paper) { paper.files.push_back(paper.files[0]); });
    change("document_too_many_files", [](auto& paper) { paper.files.resize(21); });
}

void SampleMaker::break_documents(const Form& complete, std::vector<Breakage>& out) {
    for (std::size_t i = 0; i < complete.documents.size(); ++i) {
        const form::GivenDocument& given = complete.documents[i];
        Breakage missing{given.id, "document_missing", complete};
        missing.form.documents.erase(missing.form.documents.begin() + static_cast<std::ptrdiff_t>(i));
        out.push_back(std::move(missing));
        Breakage twice{given.id, "document_not_needed", complete};
        twice.form.documents.push_back(given);
        out.push_back(std::move(twice));
        break_files(complete, i, out);
    }
    Breakage unknown{"no_such_paper", "document_not_needed", complete};
    unknown.form.documents.push_back({"no_such_paper", Provision::AtCounter, {}});
    out.push_back(std::move(unknown));
}

std::vector<Breakage> SampleMaker::breakages(const Form& complete) {
    std::vector<Breakage> out;
    break_answers(complete, out);
    break_documents(complete, out);
    return out;
}

}  // namespace motcua::tests
