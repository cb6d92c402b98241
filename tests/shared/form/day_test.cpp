#include <catch2/catch.hpp>
#include <string>

#include "shared/checklist/checklist.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"

/// What hangs on the dossier's day, and on no other.
namespace motcua::form {
namespace {

using Lines = std::vector<std::string>;

constexpr calendar::Date kDayBefore{2026, 11, 20};

const catalogue::Procedure& consent() {
    static const catalogue::Procedure kProcedure = tests::small_procedure(R"("groups":[
      {"id":"ai","title":"T","questions":[{"id":"sinh","type":"date","label":"T"}]},
      {"id":"nguoi","title":"T","repeat":{"item":"T","add":"T"},
       "questions":[{"id":"tv_sinh","type":"date","label":"T"}]},
      {"id":"cha_me","title":"T","ask_if":{"<":[{"age_years":[
         {"reduce":[{"var":"nguoi"},
           {"if":[{"<":[{"var":"accumulator"},{"var":"current.tv_sinh"}]},{"var":"current.tv_sinh"},{"var":"accumulator"}]},
           {"var":"sinh"}]},
         {"var":"today"}]},18]},
       "questions":[{"id":"dong_y","type":"agreement","label":"T","options":[{"id":"yes","label":"T"}]}]}],
      "documents":[{"id":"giay","label":"T","kind":"original",
        "required_if":{"date_after":[{"var":"today"},"2026-11-20"]}}])");
    return kProcedure;
}

Form form_on(const calendar::Date& day, Answers answers) {
    Form form{"1.000001", "2026-11-21", day, std::move(answers), {}};
    if (day == tests::kToday) {
        form.documents = {{"giay", Provision::AtCounter, {}}};
    }
    return form;
}

Lines verdict_on(const Form& form) {
    return tests::lines_of(check(consent(), form, tests::all_places()));
}

}  // namespace

TEST_CASE("whether a question is asked may hang on the dossier's day", "[form][day]") {
    const Answers grown = {{"sinh", "2008-11-21"}, {"nguoi", "0"}};
    CHECK(walk(consent(), grown, kDayBefore).asks("dong_y"));
    CHECK_FALSE(walk(consent(), grown, tests::kToday).asks("dong_y"));
    const Answers child = {{"sinh", "1990-01-01"}, {"nguoi", "1"}, {"nguoi.0.tv_sinh", "2008-11-22"}};
    CHECK(walk(consent(), child, tests::kToday).asks("dong_y"));
    CHECK(answered(consent(), {{"sinh", "2008-11-21"}, {"nguoi", "0"}, {"dong_y", "yes"}}, tests::kToday) ==
          grown);
}

TEST_CASE("a form is judged for the day that it names", "[form][day]") {
    const Answers without = {{"sinh", "2008-11-21"}, {"nguoi", "0"}};
    Answers with = without;
    with["dong_y"] = "yes";
    CHECK(verdict_on(form_on(tests::kToday, without)) == Lines{});
    CHECK(verdict_on(form_on(kDayBefore, without)) == Lines{"dong_y: must_agree"});
    CHECK(verdict_on(form_on(kDayBefore, with)) == Lines{});
    CHECK(verdict_on(form_on(tests::kToday, with)) == Lines{"dong_y: not_asked"});
}

TEST_CASE("whether a paper is needed may hang on the dossier's day", "[form][day]") {
    const Answers answers = {{"sinh", "1990-01-01"}, {"nguoi", "0"}};
    CHECK(checklist::needed(consent(), answers, tests::kToday).size() == 1);
    CHECK(checklist::needed(consent(), answers, kDayBefore).empty());
}

TEST_CASE("with a date of birth that is wrong nothing is said about what hangs on it", "[form][day]") {
    CHECK(verdict_on(form_on(tests::kToday, {{"sinh", "2008-02-30"}, {"nguoi", "0"}})) ==
          Lines{"sinh: date"});
    CHECK(verdict_on(form_on(tests::kToday, {{"sinh", "1990-01-01"}, {"nguoi", "1"}})) ==
          Lines{"nguoi.0.tv_sinh: required"});
}

TEST_CASE("a citizen ID fits a date of birth that is known in part", "[form][day]") {
    const catalogue::Procedure procedure = tests::small_procedure(R"("groups":[
      {"id":"ai","title":"T","questions":[
        {"id":"sinh","type":"partial_date","label":"T"},
        {"id":"so","type":"citizen_id","label":"T","same_person":{"born":{"var":"sinh"}}}]}])");
    const auto verdict = [&](const char* born, const char* number) {
        const Form form{"1.000001", "2026-11-21", tests::kToday, {{"sinh", born}, {"so", number}}, {}};
        return tests::lines_of(check(procedure, form, tests::all_places()));
    };
    for (const char* born : {"1995", "1995-04", "1995-04-30"}) {
        CAPTURE(born);
        CHECK(verdict(born, "084195000001") == Lines{});
        CHECK(verdict(born, "084096000001") == Lines{"so: citizen_id_birth_year"});
        CHECK(verdict(born, "084295000001") == Lines{"so: citizen_id_birth_year"});
    }
    CHECK(verdict("1995-13", "084096000001") == Lines{"sinh: partial_date"});
    CHECK(verdict("12/3/55", "084096000001") == Lines{"sinh: date_year"});
}

}  // namespace motcua::form
