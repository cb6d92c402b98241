#include <catch2/catch.hpp>
#include <string>

#include "shared/checklist/checklist.hpp"
#include "shared/form/form.hpp"
#include "shared/form/journey.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"

/// Repeated groups, typed values and computed values, in a household with members.
namespace motcua::form {
namespace {

using tests::Lines;

const catalogue::Procedure& household() {
    static const catalogue::Procedure kProcedure = tests::small_procedure(R"(
"groups":[
 {"id":"chung","title":"T","questions":[
  {"id":"co_nguoi","type":"yes_no","label":"T","options":[{"id":"yes","label":"T"},{"id":"no","label":"T"}]},
  {"id":"tran","type":"money","label":"T","least":1000,"most":5000000}]},
 {"id":"nguoi","title":"T","ask_if":{"==":[{"var":"co_nguoi"},"yes"]},
  "repeat":{"least":1,"most":3,"item":"T","add":"T"},"questions":[
  {"id":"ho_ten","type":"person_name","label":"T"},
  {"id":"sinh","type":"date","label":"T"},
  {"id":"thu_nhap","type":"money","label":"T","required":false,
   "checks":[{"rule":{"<=":[{"var":"thu_nhap"},{"var":"tran"}]},"code":"number_too_large"}]},
  {"id":"kho","type":"choices","label":"T","required":false,
   "options":[{"id":"nghe","label":"T"},{"id":"noi","label":"T"},{"id":"nhin","label":"T"}]},
  {"id":"giup","type":"text","label":"T","ask_if":{"in":["nghe",{"var":"kho"}]}},
  {"id":"o","type":"address","label":"T","required":false}]},
 {"id":"cuoi","title":"T","questions":[
  {"id":"bao_ho","type":"text","label":"T",
   "ask_if":{"some":[{"var":"nguoi"},{"==":[{"var":"o.province"},"86"]}]}},
  {"id":"can_nang","type":"number","scale":1,"label":"T","required":false,
   "checks":[{"rule":{"<":[{"var":"tong"},3000000]},"code":"tong_lon","warning":true}]}]}],
"computed":[
 {"id":"tong","value":{"sum":[{"var":"nguoi"},{"var":"thu_nhap"}]}},
 {"id":"gap_doi","value":{"*":[2,{"var":"tong"}]}}],
"documents":[{"id":"giay","kind":"copy","label":"T","required_if":{">":[{"var":"gap_doi"},2000000]}}])");
    return kProcedure;
}

Form two_people() {
    Form form{"1.000001", "2026-11-21", tests::kToday, {}, {}};
    form.answers = {{"co_nguoi", "yes"},
                    {"tran", "500000"},
                    {"nguoi", "2"},
                    {"nguoi.0.ho_ten", "THẠCH THỊ VÍ DỤ"},
                    {"nguoi.0.sinh", "1990-01-02"},
                    {"nguoi.0.thu_nhap", "200000"},
                    {"nguoi.1.ho_ten", "TRẦN VĂN VÍ DỤ"},
                    {"nguoi.1.sinh", "1991-01-02"},
                    {"nguoi.1.kho", "nghe,nhin"},
                    {"nguoi.1.giup", "Ký hiệu"}};
    return form;
}

Lines verdict_on(const Form& form) {
    return tests::lines_of(check(household(), form, tests::all_places()));
}

Lines verdict_with(const std::string& id, const std::string& answer) {
    Form form = two_people();
    form.answers[id] = answer;
    return verdict_on(form);
}

Lines verdict_without(const std::string& id) {
    Form form = two_people();
    form.answers.erase(id);
    return verdict_on(form);
}

}  // namespace

TEST_CASE("a repeated group asks its questions once for each row", "[form][rows]") {
    const Journey journey = walk(household(), two_people().answers, tests::kToday);
    CHECK(journey.asks("nguoi.0.ho_ten"));
    CHECK(journey.asks("nguoi.1.ho_ten"));
    CHECK_FALSE(journey.asks("nguoi.2.ho_ten"));
    CHECK(journey.asks(*household().group("nguoi")));
    CHECK(journey.effective.at("nguoi") == "2");
    CHECK(verdict_on(two_people()) == Lines{});
}

TEST_CASE("a rule in a row reads the row's own answers", "[form][rows]") {
    const Journey journey = walk(household(), two_people().answers, tests::kToday);
    CHECK_FALSE(journey.asks("nguoi.0.giup"));
    CHECK(journey.asks("nguoi.1.giup"));
    CHECK(verdict_with("nguoi.0.giup", "Không") == Lines{"nguoi.0.giup: not_asked"});
    CHECK(verdict_without("nguoi.1.giup") == Lines{"nguoi.1.giup: required"});
    CHECK(verdict_with("nguoi.1.thu_nhap", "500001") == Lines{"nguoi.1.thu_nhap: number_too_large"});
}

TEST_CASE("the number of rows is an answer of its own", "[form][rows]") {
    CHECK(verdict_without("nguoi") == Lines{"nguoi: required"});
    CHECK(verdict_with("nguoi", "hai") == Lines{"nguoi: number"});
    CHECK(verdict_with("nguoi", "02") == Lines{"nguoi: number"});
    CHECK(verdict_with("nguoi", "4") == Lines{"nguoi: rows_too_many"});
    Form none = two_people();
    none.answers = {{"co_nguoi", "yes"}, {"tran", "500000"}, {"nguoi", "0"}};
    CHECK(verdict_on(none) == Lines{"nguoi: rows_too_few"});
    CHECK(tests::lines_of(check_rows(household(), *household().group("nguoi"), none.answers, none.today)) ==
          Lines{"nguoi: rows_too_few"});
    none.answers["nguoi"] = "3";
    CHECK(check_rows(household(), *household().group("nguoi"), none.answers, none.today).empty());
}

TEST_CASE("a row past the number of rows is unknown", "[form][rows]") {
    CHECK(verdict_with("nguoi.2.ho_ten", "AI ĐÓ") == Lines{"nguoi.2.ho_ten: unknown_answer"});
    CHECK(verdict_with("nguoi.02.ho_ten", "AI ĐÓ") == Lines{"nguoi.02.ho_ten: unknown_answer"});
    CHECK(verdict_with("nguoi.0.tran", "1") == Lines{"nguoi.0.tran: unknown_answer"});
    CHECK(verdict_with("ho_ten", "AI ĐÓ") == Lines{"ho_ten: unknown_answer"});
    CHECK(verdict_with("nguoi.0.o", "x") == Lines{"nguoi.0.o: unknown_answer"});
}

TEST_CASE("of a group that is not asked neither number nor rows may be answered", "[form][rows]") {
    Form form = two_people();
    form.answers = {{"co_nguoi", "no"}, {"tran", "500000"}, {"nguoi", "1"}, {"nguoi.0.ho_ten", "AI ĐÓ"}};
    CHECK(verdict_on(form) == Lines{"nguoi: not_asked", "nguoi.0.ho_ten: not_asked"});
    CHECK(answered(household(), form.answers, form.today) == Answers{{"co_nguoi", "no"}, {"tran", "500000"}});
    form.answers.erase("co_nguoi");
    CHECK(verdict_on(form) == Lines{"co_nguoi: required"});
}

TEST_CASE("rules outside see the rows as an array of objects", "[form][rows]") {
    Form form = two_people();
    form.answers["nguoi.1.o.province"] = "86";
    form.answers["nguoi.1.o.commune"] = "29461";
    form.answers["nguoi.1.o.line"] = "Ấp Ví Dụ";
    CHECK(verdict_on(form) == Lines{"bao_ho: required"});
    // Whether it is asked hangs on the address, which is wrong.
    form.answers["nguoi.1.o.commune"] = "0";
    CHECK(verdict_on(form) == Lines{"nguoi.1.o.commune: commune"});
}

TEST_CASE("a wrong answer in one row says nothing of the others", "[form][rows]") {
    Form form = two_people();
    form.answers["nguoi.0.kho"] = "noi,nghe";
    form.answers["nguoi.1.thu_nhap"] = "600000";
    CHECK(verdict_on(form) == Lines{"nguoi.0.kho: not_normalised", "nguoi.1.thu_nhap: number_too_large"});
}

TEST_CASE("computed values decide about papers and warnings", "[form][computed]") {
    Form form = two_people();
    form.answers["tran"] = "5000000";
    form.answers["nguoi.0.thu_nhap"] = "4000000";
    CHECK(verdict_on(form) == Lines{"giay: document_missing"});
    form.documents = {{"giay", Provision::AtCounter, {}}};
    form.answers["can_nang"] = "2.5";
    CHECK(verdict_on(form) == Lines{});
    CHECK(tests::lines_of(warnings(household(), form, tests::all_places())) == Lines{"can_nang: tong_lon"});
    // A computed value that rests on a wrong answer proves nothing.
    form.answers["nguoi.1.thu_nhap"] = "4.000";
    CHECK(verdict_on(form) == Lines{"nguoi.1.thu_nhap: money"});
    CHECK(warnings(household(), form, tests::all_places()).empty());
}

TEST_CASE("spots name one place of one row", "[form][rows]") {
    const auto spot = spot_of(household(), "nguoi.1.o.line");
    REQUIRE(spot.has_value());
    CHECK(spot->id == "nguoi.1.o");
    CHECK(spot->row == 1);
    Form form = two_people();
    form.answers["nguoi.1.sinh"] = "2027-01-01";
    const auto findings_at = [&](const char* id) {
        return tests::lines_of(check_question(household(), *spot_of(household(), id), form.answers,
                                              tests::kToday, tests::all_places()));
    };
    CHECK(findings_at("nguoi.1.sinh") == Lines{"nguoi.1.sinh: date_future"});
    CHECK(findings_at("nguoi.0.sinh") == Lines{});
    CHECK(findings_at("nguoi.5.sinh") == Lines{});
}

}  // namespace motcua::form
