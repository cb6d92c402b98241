#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/form/form.hpp"
#include "tests/shared/form/fixture.hpp"

namespace motcua::form {
namespace {

using tests::own_certificate;
using tests::verdict_on;
using Lines = std::vector<std::string>;

Lines verdict_with(const std::string& id, const std::string& answer) {
    Form form = own_certificate();
    form.answers[id] = answer;
    return verdict_on(form);
}

}  // namespace

TEST_CASE("a complete form has no findings", "[form]") {
    CHECK(verdict_on(own_certificate()) == Lines{});
}

TEST_CASE("an empty form misses what everybody is asked, and nothing that hangs on it", "[form]") {
    Form form = own_certificate();
    form.answers.clear();
    form.documents.clear();
    CHECK(verdict_on(form) ==
          Lines{"nyc_quan_he: required", "nyc_ho_ten: required", "nyc_ngay_sinh: required",
                "nyc_loai_giay_to: required", "nyc_so_dinh_danh: required", "nyc_dien_thoai: required",
                "nyc_loai_cu_tru: required", "nyc_noi_cu_tru.province: required",
                "nyc_noi_cu_tru.commune: required", "nyc_noi_cu_tru.line: required", "xn_cung_noi: required",
                "xn_tinh_trang: required", "muc_dich: required", "cap_lai: required", "cam_doan: must_agree",
                "giay_to_tuy_than: document_missing", "giay_to_cu_tru: document_missing"});
}

TEST_CASE("a citizen ID has to fit the birth date and the sex of the same person", "[form]") {
    CHECK(verdict_with("nyc_so_dinh_danh", "084095000001") == Lines{"nyc_so_dinh_danh: citizen_id_sex"});
    CHECK(verdict_with("nyc_so_dinh_danh", "084196000001") ==
          Lines{"nyc_so_dinh_danh: citizen_id_birth_year"});
    CHECK(verdict_with("nyc_so_dinh_danh", "08419500001") == Lines{"nyc_so_dinh_danh: citizen_id_length"});
}

TEST_CASE("a wrong birth date is not blamed on the citizen ID too", "[form]") {
    CHECK(verdict_with("nyc_ngay_sinh", "2027-04-30") == Lines{"nyc_ngay_sinh: date_future"});
}

TEST_CASE("a passport is no citizen ID, and the other way round", "[form]") {
    CHECK(verdict_with("nyc_so_dinh_danh", "C1234567") == Lines{"nyc_so_dinh_danh: citizen_id_digits"});
    Form form = own_certificate();
    form.answers["nyc_loai_giay_to"] = "ho_chieu";
    form.answers["nyc_so_dinh_danh"] = "C1234567";
    CHECK(verdict_on(form) == Lines{});
    form.answers["nyc_so_dinh_danh"] = "HOCHIEU";
    CHECK(verdict_on(form) == Lines{"nyc_so_dinh_danh: passport"});
}

TEST_CASE("a commune belongs to the chosen province", "[form]") {
    CHECK(verdict_with("nyc_noi_cu_tru.province", "01") ==
          Lines{"nyc_noi_cu_tru.commune: commune_elsewhere"});
    CHECK(verdict_with("nyc_noi_cu_tru.province", "1") == Lines{"nyc_noi_cu_tru.province: province"});
    CHECK(verdict_with("nyc_noi_cu_tru.commune", "x") == Lines{"nyc_noi_cu_tru.commune: commune"});
}

TEST_CASE("a period begins after birth and ends after it begins", "[form]") {
    Form form = own_certificate();
    form.answers["xn_tu_ngay"] = "1995-04-29";
    CHECK(verdict_on(form) == Lines{"xn_tu_ngay: date_before_birth"});
    form.answers["xn_tu_ngay"] = "2015-01-02";
    form.answers["xn_den_ngay"] = "2015-01-01";
    CHECK(verdict_on(form) == Lines{"xn_den_ngay: date_order"});
    form.answers["xn_den_ngay"] = "2015-01-02";
    CHECK(verdict_on(form) == Lines{});
}

TEST_CASE("answers nobody asked for are refused", "[form]") {
    CHECK(verdict_with("nxn_ho_ten", "AI ĐÓ") == Lines{"nxn_ho_ten: not_asked"});
    CHECK(verdict_with("kh_ho_ten", "AI ĐÓ") == Lines{"kh_ho_ten: not_asked"});
    CHECK(verdict_with("is_admin", "yes") == Lines{"is_admin: unknown_answer"});
    CHECK(verdict_with("nyc_noi_cu_tru", "x") == Lines{"nyc_noi_cu_tru: unknown_answer"});
}

TEST_CASE("an empty answer is no answer", "[form]") {
    CHECK(verdict_with("nyc_email", "") == Lines{});
    CHECK(verdict_with("nyc_ho_ten", "") == Lines{"nyc_ho_ten: required"});
}

TEST_CASE("the name of an unknown answer is cut before it is said back", "[form]") {
    const Lines verdict = verdict_with(std::string(5000, 'k'), "x");
    REQUIRE(verdict.size() == 1);
    CHECK(verdict[0] == std::string(64, 'k') + ": unknown_answer");
}

TEST_CASE("a character that cannot be printed is named", "[form]") {
    Form form = own_certificate();
    form.answers["nyc_noi_cu_tru.line"] = "Ấp \xE6\xBC\xA2";
    const Findings findings = check(tests::marital_status(), form, tests::all_places());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "character");
    CHECK(findings[0].args == std::vector<std::pair<std::string, std::string>>{{"character", "U+6F22"}});
}

TEST_CASE("text that is no UTF-8 is refused, not passed on", "[form][hostile]") {
    CHECK(verdict_with("nyc_ho_ten", "\xFF\xFE") == Lines{"nyc_ho_ten: invalid_text"});
    CHECK(verdict_with("\xFF", "x") == Lines{"?: unknown_answer"});
}

TEST_CASE("a form for another procedure is not judged at all", "[form]") {
    Form form = own_certificate();
    form.procedure = "1.000001";
    form.answers.clear();
    CHECK(verdict_on(form) == Lines{"procedure: wrong_procedure"});
}

TEST_CASE("a form of another edition is said to be so", "[form]") {
    Form form = own_certificate();
    form.edition = "2025-01-01";
    CHECK(verdict_on(form) == Lines{"edition: wrong_edition"});
}

TEST_CASE("the verdict is for the day it is asked for", "[form]") {
    Form form = own_certificate();
    form.answers["xn_den_ngay"] = "2026-11-22";
    CHECK(verdict_on(form) == Lines{"xn_den_ngay: date_future"});
    form.today = {2026, 11, 22};
    CHECK(verdict_on(form) == Lines{});
}

TEST_CASE("each paper of the checklist is given once, in a way that is open to it", "[form]") {
    const std::string digest(64, 'a');
    const auto with_documents = [](std::vector<GivenDocument> documents) {
        Form form = own_certificate();
        form.documents = std::move(documents);
        return verdict_on(form);
    };
    const GivenDocument residence{"giay_to_cu_tru", Provision::StateHasIt, {}};
    const GivenDocument identity{"giay_to_tuy_than", Provision::AtCounter, {}};
    CHECK(with_documents({residence, identity}) == Lines{});
    CHECK(with_documents({residence}) == Lines{"giay_to_tuy_than: document_missing"});
    CHECK(with_documents({residence, identity, identity}) == Lines{"giay_to_tuy_than: document_not_needed"});
    CHECK(with_documents({residence, identity, {"to_khai", Provision::Attached, {digest}}}) ==
          Lines{"to_khai: document_not_needed"});
    CHECK(with_documents({residence, {"giay_to_tuy_than", Provision::Attached, {digest}}}) ==
          Lines{"giay_to_tuy_than: document_provision"});
    CHECK(with_documents({residence, {"giay_to_tuy_than", Provision::AtCounter, {digest}}}) ==
          Lines{"giay_to_tuy_than: document_files_unexpected"});
}

TEST_CASE("one question is judged as it is in the whole form", "[form]") {
    Form form = own_certificate();
    form.answers["nyc_so_dinh_danh"] = "084095000001";
    const auto& procedure = tests::marital_status();
    const auto one = [&](const char* id) {
        return tests::lines_of(check_question(procedure, *spot_of(procedure, id), form.answers, tests::kToday,
                                              tests::all_places()));
    };
    CHECK(one("nyc_so_dinh_danh") == Lines{"nyc_so_dinh_danh: citizen_id_sex"});
    CHECK(one("nyc_ho_ten") == Lines{});
    CHECK(one("nxn_ho_ten") == Lines{});
}

TEST_CASE("a verdict is written as canonical bytes", "[form]") {
    const Findings findings = {{"a", "too_long", {{"max", "9"}}}, {"b", "required", {}}};
    CHECK(
        verdict_bytes(findings) ==
        R"([{"args":[["max","9"]],"code":"too_long","field":"a"},{"args":[],"code":"required","field":"b"}])");
    CHECK(verdict_bytes({}) == "[]");
}

}  // namespace motcua::form
