#include <algorithm>
#include <utility>

#include "shared/form/amount.hpp"
#include "shared/form/check_value.hpp"
#include "shared/form/journey.hpp"
#include "shared/identity/identity.hpp"
#include "shared/sample/sample.hpp"
#include "shared/text/text.hpp"

namespace motcua::sample {
namespace {

using catalogue::QuestionType;
using form::Form;

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

bool is_answered(const form::Spot& spot, const Form& form) {
    return form.answers.contains(form::answer_ids(*spot.question, spot.id).front());
}

}  // namespace

void Maker::break_words(const Question& question, const std::string& id, const Form& complete,
                        std::vector<Breakage>& out) {
    const std::string& good = complete.answers.at(id);
    const bool name = question.type == QuestionType::PersonName;
    const auto max = static_cast<std::size_t>(form::max_chars_of(question));
    const auto broken = [&](const std::string& bad, const char* code) {
        if (text::length(bad) <= max) {
            out.push_back(with_answer(complete, id, bad, code));
        }
    };
    out.push_back(with_answer(complete, id, std::string(max + 1, 'A'), "too_long"));
    broken(good + "  ", "not_normalised");
    broken("E\xCC\x82 " + good, "not_normalised");
    broken(good + "\xE6\xBC\xA2", name ? "name_character" : "character");
    broken(good + "\x07", name ? "name_character" : "character");
    out.push_back(with_answer(complete, id, good + "\xFF", "invalid_text"));
    if (name) {
        broken(good + "1", "name_character");
        broken("- .", "name_words");
        broken("nguyễn " + good, "not_normalised");
    }
    if (name && question.min_words > 1) {
        broken("ĐỨC", "name_words");
    }
}

void Maker::break_number(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const std::string& good = complete.answers.at(spot.id);
    const auto broken_as = [&](const std::string& bad, const char* code) {
        Breakage broken = with_answer(complete, spot.id, bad, code);
        const auto findings = findings_at(spot, broken.form.answers);
        // Whether digits are judged hangs on the kind of paper and on what else is known.
        if (!findings.empty() && findings[0].code == code) {
            out.push_back(std::move(broken));
        }
    };
    if (!identity::read_citizen_id(good)) {
        for (const char* code : {"passport", "id_number", "id_or_passport"}) {
            for (const char* bad : {"!", "B12", "HOCHIEU", "B12345678901234"}) {
                broken_as(bad, code);
            }
        }
        return;
    }
    broken_as(good.substr(1), "citizen_id_length");
    broken_as(good + "0", "citizen_id_length");
    broken_as(replaced(good, 11, 'X'), "citizen_id_digits");
    broken_as(replaced(good, 3, static_cast<char>(good[3] ^ 1)), "citizen_id_sex");
    broken_as(replaced(good, 5, static_cast<char>(good[5] ^ 1)), "citizen_id_birth_year");
    broken_as("!", "id_or_passport");
}

void Maker::break_address(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const std::string& id = spot.id;
    out.push_back(with_answer(complete, id + ".province", "00", "province"));
    out.push_back(with_answer(complete, id + ".commune", "00000", "commune"));
    const std::string& province = complete.answers.at(id + ".province");
    const std::string elsewhere = province == "01" ? "79" : "01";
    const auto communes = places_.find_communes(elsewhere, "", 10);
    out.push_back(with_answer(complete, id + ".commune", dice_.one_of(communes)->code, "commune_elsewhere"));
    break_words(*spot.question, id + ".line", complete, out);
}

void Maker::break_amount(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const Question& question = *spot.question;
    const bool money = question.type == QuestionType::Money;
    const auto broken = [&](std::string bad, const char* code) {
        out.push_back(with_answer(complete, spot.id, std::move(bad), code));
    };
    for (const char* bad : {"-1", "007", "1e3", "1.250.000", "hai", "9999999999999999"}) {
        broken(bad, money ? "money" : "number");
    }
    if (money) {
        broken("1500.5", "money");
    } else {
        broken(std::to_string(std::max<std::int64_t>(question.least, 1)) + ".50", "not_normalised");
        broken(std::to_string(std::max<std::int64_t>(question.least, 1)) + ".12345", "number_scale");
    }
    if (question.least > 0) {
        broken(std::to_string(question.least - 1), "number_too_small");
    }
    if (question.most > 0) {
        broken(std::to_string(question.most + 1), "number_too_large");
    }
}

void Maker::break_list(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const Question& question = *spot.question;
    const bool files = question.type == QuestionType::File;
    const std::string good = complete.answers.at(spot.id);
    const auto broken = [&](std::string bad, const char* code) {
        out.push_back(with_answer(complete, spot.id, std::move(bad), code));
    };
    broken(good + ",", files ? "file_answer" : "option");
    broken("no_such_option", files ? "file_answer" : "option");
    const std::string first = good.substr(0, good.find(','));
    broken(good + "," + first, files ? "file_twice" : "not_normalised");
    const std::int64_t most = form::most_items_of(question);
    if (files) {
        std::string many = digest();
        for (std::int64_t i = 0; i < most; ++i) {
            many += "," + digest();
        }
        broken(std::move(many), "files_too_many");
    } else if (most < static_cast<std::int64_t>(question.options.size())) {
        std::string many;
        for (std::int64_t i = 0; i <= most; ++i) {
            many += (many.empty() ? "" : ",") + question.options[static_cast<std::size_t>(i)].id;
        }
        broken(std::move(many), "choices_too_many");
    }
    if (question.least > 1) {
        broken(first, files ? "files_too_few" : "choices_too_few");
    }
}

/// Looks for values that break just the rules of the procedure file.
void Maker::break_checks(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    for (const catalogue::Check& check : spot.question->checks) {
        for (int i = 0; i < 60 && !check.warning; ++i) {
            Breakage broken{spot.id, check.code, complete};
            if (i % 2 == 0 || !propose_from_checks(spot, broken.form.answers)) {
                propose(spot, broken.form.answers);
            }
            // What is asked, and what other rules say, may change along with the answer.
            const auto findings = form::check(procedure_, broken.form, places_);
            if (findings.size() == 1 && findings[0].field == spot.id && findings[0].code == check.code) {
                out.push_back(std::move(broken));
                break;
            }
        }
    }
}

void Maker::break_type(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const Question& question = *spot.question;
    const auto broken = [&](std::string bad, const char* code) {
        out.push_back(with_answer(complete, spot.id, std::move(bad), code));
    };
    const auto day_after = [&](std::int64_t days) {
        return calendar::iso(calendar::from_days(calendar::days_since_1970(today_) + days));
    };
    switch (question.type) {
        case QuestionType::Text:
        case QuestionType::LongText:
        case QuestionType::PersonName:
            break_words(question, spot.id, complete, out);
            return;
        case QuestionType::Date:
        case QuestionType::PartialDate: {
            const bool partial = question.type == QuestionType::PartialDate;
            broken("2026-02-30", partial ? "partial_date" : "date");
            broken("27/03/1990", partial ? "partial_date" : "date");
            broken("1879-12-31", "date_too_early");
            if (question.when == catalogue::When::Past) {
                broken(day_after(1), "date_future");
            } else if (question.when == catalogue::When::Future) {
                broken(day_after(-1), "date_past");
            }
            return;
        }
        case QuestionType::Time:
            broken("24:00", "time");
            broken("7h30", "time");
            return;
        case QuestionType::Number:
        case QuestionType::Money:
            break_amount(spot, complete, out);
            return;
        case QuestionType::Choice:
        case QuestionType::YesNo:
            broken("no_such_option", "option");
            return;
        case QuestionType::Choices:
        case QuestionType::File:
            break_list(spot, complete, out);
            return;
        case QuestionType::Agreement:
            broken("no", "must_agree");
            return;
        case QuestionType::Address:
            break_address(spot, complete, out);
            return;
        case QuestionType::CitizenId:
        case QuestionType::IdOrPassport:
            break_number(spot, complete, out);
            return;
        case QuestionType::Passport:
            broken("1234567", "passport");
            broken("B 1234567", "passport");
            return;
        case QuestionType::TaxCode:
            broken("01001091O6", "tax_code_digits");
            broken("010010910", "tax_code_length");
            broken("0100109107", "tax_code_check");
            broken("0100109106-000", "tax_code_branch");
            return;
        case QuestionType::Phone:
            broken("12", "phone");
            broken("0912 345 678", "phone");
            return;
        case QuestionType::Email:
            broken("ten@", "email");
            broken("ten@EXAMPLE.com", "not_normalised");
            return;
    }
}

void Maker::break_spot(const form::Spot& spot, const Form& complete, std::vector<Breakage>& out) {
    const bool agreement = spot.question->type == QuestionType::Agreement;
    for (const std::string& id : form::answer_ids(*spot.question, spot.id)) {
        if (spot.question->required || form::answer_ids(*spot.question, spot.id).size() > 1) {
            out.push_back(without_answer(complete, id, agreement ? "must_agree" : "required"));
        }
    }
    break_type(spot, complete, out);
    break_checks(spot, complete, out);
}

/// The number of a group's rows, and rows that are not there.
void Maker::break_rows(const catalogue::Group& group, const Form& complete, std::vector<Breakage>& out) {
    const int rows = form::rows_of(group, complete.answers);
    const catalogue::Question& first = group.questions.front();
    out.push_back(without_answer(complete, group.id, "required"));
    out.push_back(with_answer(complete, group.id, "0" + std::to_string(rows), "number"));
    out.push_back(with_answer(complete, group.id, "hai", "number"));
    out.push_back(with_answer(complete, group.id, std::to_string(group.repeat->most + 1), "rows_too_many"));
    const std::string past = form::answer_ids(first, form::spot_at(group, first, rows).id).front();
    out.push_back(with_answer(complete, past, "x", "unknown_answer"));
    if (group.repeat->least == 0) {
        return;
    }
    Breakage few = with_answer(complete, group.id, std::to_string(group.repeat->least - 1), "rows_too_few");
    for (auto at = few.form.answers.begin(); at != few.form.answers.end();) {
        const auto spot = form::spot_of(procedure_, at->first);
        const bool gone = spot && spot->group == &group && spot->row >= group.repeat->least - 1;
        at = gone ? few.form.answers.erase(at) : std::next(at);
    }
    out.push_back(std::move(few));
}

void Maker::break_group(const catalogue::Group& group, const Form& complete, std::vector<Breakage>& out) {
    const form::Journey journey = form::walk(procedure_, complete.answers, complete.today);
    if (group.repeat && !journey.asks(group)) {
        out.push_back(with_answer(complete, group.id, "1", "not_asked"));
        return;
    }
    if (group.repeat) {
        break_rows(group, complete, out);
    }
    const int rows = group.repeat ? form::rows_of(group, complete.answers) : 1;
    for (int row = 0; row < rows; ++row) {
        for (const Question& question : group.questions) {
            const form::Spot spot = form::spot_at(group, question, group.repeat ? row : -1);
            const std::string first = form::answer_ids(question, spot.id).front();
            if (!journey.asks(spot.id)) {
                out.push_back(with_answer(complete, first, "x", "not_asked"));
            } else if (is_answered(spot, complete)) {
                break_spot(spot, complete, out);
            }
        }
    }
}

std::vector<Breakage> Maker::breakages(const Form& complete) {
    std::vector<Breakage> out;
    for (const catalogue::Group& group : procedure_.groups) {
        break_group(group, complete, out);
    }
    out.push_back(with_answer(complete, "no_such_question", "x", "unknown_answer"));
    Breakage procedure{"procedure", "wrong_procedure", complete};
    procedure.form.procedure = "1.000000";
    Breakage edition{"edition", "wrong_edition", complete};
    edition.form.edition = "1999-01-01";
    out.push_back(std::move(procedure));
    out.push_back(std::move(edition));
    break_documents(complete, out);
    return out;
}

}  // namespace motcua::sample
