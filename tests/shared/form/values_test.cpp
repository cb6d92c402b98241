#include <catch2/catch.hpp>
#include <string>

#include "shared/form/form.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/shared/form/small_procedure.hpp"

/// The types that count, list, or name part of a day: what is typed, refused and shown.
namespace motcua::form {
namespace {

using tests::Lines;

const catalogue::Procedure& all_types() {
    static const catalogue::Procedure kProcedure = tests::small_procedure(R"("groups":[
        {"id":"chung","title":"T","questions":[
        {"id":"dem","type":"number","label":"T","required":false,"least":2,"most":1500},
        {"id":"dai","type":"number","label":"T","required":false,"scale":2},
        {"id":"tien","type":"money","label":"T","required":false,"least":1000,"most":2000000},
        {"id":"gio","type":"time","label":"T","required":false},
        {"id":"nam","type":"partial_date","label":"T","required":false},
        {"id":"hen","type":"date","label":"T","required":false,"when":"future"},
        {"id":"luc","type":"date","label":"T","required":false,"when":"any"},
        {"id":"kho","type":"choices","label":"T","required":false,"least":1,"most":2,
         "options":[{"id":"nghe","label":{"vi":"Nghe"}},{"id":"noi","label":{"vi":"Nói"}},{"id":"nhin","label":"T"}]},
        {"id":"ho_chieu","type":"passport","label":"T","required":false},
        {"id":"ma_thue","type":"tax_code","label":"T","required":false},
        {"id":"anh","type":"file","label":"T","required":false,"least":2,"most":2}]}])");
    return kProcedure;
}

std::string typed(const char* id, const std::string& text) {
    return normalise(*all_types().question(id), "", text);
}

std::string verdict(const std::string& id, const std::string& answer) {
    const Form form{"1.000001", "2026-11-21", tests::kToday, {{id, answer}}, {}};
    const Findings findings = check(all_types(), form, tests::all_places());
    return findings.empty() ? "" : findings[0].code;
}

std::string shown(const char* id, const std::string& answer) {
    return display(*all_types().question(id), id, {{id, answer}}, tests::all_places(), "vi");
}

}  // namespace

TEST_CASE("numbers are typed with points and commas", "[form][values]") {
    CHECK(typed("dem", " 1.250 ") == "1250");
    CHECK(typed("dem", "007") == "7");
    CHECK(typed("dem", "2,5") == "2.5");
    CHECK(typed("dai", "2,5") == "2.5");
    CHECK(typed("dai", "2.50") == "2.5");
    CHECK(typed("dai", "1.250,5") == "1250.5");
    CHECK(typed("dai", "1,250.5") == "1250.5");
    CHECK(typed("dai", "12.34") == "12.34");
    CHECK(typed("dai", "1.250.000") == "1250000");
    CHECK(typed("dai", "1.25.0") == "1.25.0");
    CHECK(typed("dai", "hai") == "hai");
    CHECK(typed("dai", ",") == ",");
    CHECK(shown("dai", "2.5") == "2,5");
    CHECK(shown("dai", "12500.75") == "12.500,75");
}

TEST_CASE("a number has its bounds and its decimals", "[form][values]") {
    CHECK(verdict("dem", "2").empty());
    CHECK(verdict("dem", "1500").empty());
    CHECK(verdict("dem", "1") == "number_too_small");
    CHECK(verdict("dem", "1501") == "number_too_large");
    CHECK(verdict("dem", "2.5") == "number_scale");
    CHECK(verdict("dem", "02") == "number");
    CHECK(verdict("dem", "-2") == "number");
    CHECK(verdict("dem", "1e2") == "number");
    CHECK(verdict("dem", "9999999999999999") == "number");
    CHECK(verdict("dai", "0.25").empty());
    CHECK(verdict("dai", "0.50") == "not_normalised");
    CHECK(verdict("dai", "0.125") == "number_scale");
    CHECK(verdict("dai", ".5") == "number");
    CHECK(verdict("dai", "5.") == "number");
}

TEST_CASE("money is whole đồng", "[form][values]") {
    for (const char* text : {"1.250.000 đ", "1250000", "1,250,000 VND", "1 250 000đồng", "1.250.000 ₫"}) {
        CAPTURE(text);
        CHECK(typed("tien", text) == "1250000");
    }
    CHECK(typed("tien", "1,2 triệu") == "1,2 triệu");
    CHECK(shown("tien", "1250000") == "1.250.000 đ");
    CHECK(verdict("tien", "1250000").empty());
    CHECK(verdict("tien", "1.250.000") == "money");
    CHECK(verdict("tien", "1500.5") == "money");
    CHECK(verdict("tien", "999") == "number_too_small");
    CHECK(verdict("tien", "2000001") == "number_too_large");
}

TEST_CASE("a time is typed in many ways", "[form][values]") {
    for (const char* text : {"7h30", "7:30", "0730", "730", "07:30", "7 giờ 30", "7.30", "7g30"}) {
        CAPTURE(text);
        CHECK(typed("gio", text) == "07:30");
    }
    CHECK(typed("gio", "7h") == "07:00");
    CHECK(typed("gio", "sáng") == "sáng");
    CHECK(typed("gio", "25h00") == "25h00");
    CHECK(verdict("gio", "07:30").empty());
    CHECK(verdict("gio", "24:00") == "time");
}

TEST_CASE("of a day as much as is known", "[form][values]") {
    CHECK(typed("nam", "1990") == "1990");
    CHECK(typed("nam", "3/1990") == "1990-03");
    CHECK(typed("nam", "03/1990") == "1990-03");
    CHECK(typed("nam", "27/3/1990") == "1990-03-27");
    CHECK(typed("nam", "tháng ba") == "tháng ba");
    CHECK(shown("nam", "1990") == "1990");
    CHECK(shown("nam", "1990-03") == "03/1990");
    CHECK(shown("nam", "1990-03-27") == "27/03/1990");
    CHECK(verdict("nam", "1990-13") == "partial_date");
    CHECK(verdict("nam", "90") == "partial_date");
    CHECK(verdict("nam", "1990-02-30") == "partial_date");
    CHECK(verdict("nam", "2026").empty());
    CHECK(verdict("nam", "2026-12") == "date_future");
    CHECK(verdict("nam", "1879-12") == "date_too_early");
}

TEST_CASE("a day may have to lie ahead", "[form][values]") {
    CHECK(verdict("hen", "2026-11-21").empty());
    CHECK(verdict("hen", "2026-11-20") == "date_past");
    CHECK(verdict("luc", "2026-11-20").empty());
    CHECK(verdict("luc", "2030-01-01").empty());
}

TEST_CASE("several options stand in the order of the list", "[form][values]") {
    CHECK(typed("kho", "nhin, nghe,nghe") == "nghe,nhin");
    CHECK(typed("kho", "nhin,lạ") == "nhin,lạ");
    CHECK(shown("kho", "nghe,noi") == "Nghe, Nói");
    CHECK(verdict("kho", "nghe,nhin").empty());
    CHECK(verdict("kho", "nhin,nghe") == "not_normalised");
    CHECK(verdict("kho", "nghe,nghe") == "not_normalised");
    CHECK(verdict("kho", "nghe,") == "option");
    CHECK(verdict("kho", "lạ") == "option");
    CHECK(verdict("kho", "nghe,noi,nhin") == "choices_too_many");
}

TEST_CASE("passports and tax codes have their form", "[form][values]") {
    CHECK(typed("ho_chieu", " c 1234567") == "C1234567");
    CHECK(verdict("ho_chieu", "C1234567").empty());
    CHECK(verdict("ho_chieu", "1234567") == "passport");
    CHECK(typed("ma_thue", "0100109106 001") == "0100109106-001");
    CHECK(verdict("ma_thue", "0100109106-001").empty());
    CHECK(verdict("ma_thue", "0100109107") == "tax_code_check");
}

TEST_CASE("files are named by their digests", "[form][values]") {
    const std::string a(64, 'a');
    const std::string b(64, 'b');
    CHECK(verdict("anh", a + "," + b).empty());
    CHECK(verdict("anh", a) == "files_too_few");
    CHECK(verdict("anh", a + "," + a) == "file_twice");
    CHECK(verdict("anh", a + "," + b + "," + std::string(64, 'c')) == "files_too_many");
    CHECK(verdict("anh", a + ",") == "file_answer");
    CHECK(verdict("anh", std::string(64, 'A')) == "file_answer");
    CHECK(shown("anh", a + "," + b) == "2");
    CHECK(shown("anh", "").empty());
}

}  // namespace motcua::form
