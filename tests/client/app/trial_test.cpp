#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

Person at_procedure() {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    return person;
}

/// Tries procedure 1.004873 for oneself; ends on the result.
Person a_trier(const std::string& earlier = "yes") {
    Person person = at_procedure();
    person.press("trial");
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.choose("q.cap_lai", earlier);
    person.press("continue");
    REQUIRE(person.page().id == "trial");
    return person;
}

}  // namespace

TEST_CASE("a few questions beforehand show what will be needed", "[client][trial]") {
    Person person = at_procedure();
    person.press("trial");
    check_golden(person.page(), "trial_question");
    person.press("continue");
    CHECK(person.error_lines().size() == 1);
    person.choose("q.nyc_quan_he", "uy_quyen");
    person.press("continue");
    CHECK(person.page().id == "trial.cap_lai");
    CHECK(person.node("progress").name == "Thử trước: câu 2 trên 2");
    person.press("back");
    CHECK(person.page().id == "trial.nyc_quan_he");
    CHECK(person.node("q.nyc_quan_he").value == "uy_quyen");
    person.press("continue");
    person.choose("q.cap_lai", "yes");
    person.press("continue");
    check_golden(person.page(), "trial_result");
    CHECK(person.sees("paper.van_ban_uy_quyen"));
    CHECK(person.sees("paper.giay_xn_cu"));
    CHECK(person.sees("estimate.fee"));
    CHECK(person.sees("expected"));
    person.press("expected.why");
    CHECK(person.sees("expected.days"));
    person.press("print");
    CHECK(person.printed == 1);
}

TEST_CASE("an answer is changed on the result and the list with it", "[client][trial]") {
    Person person = a_trier();
    CHECK(person.sees("paper.giay_xn_cu"));
    CHECK_FALSE(person.sees("paper.van_ban_uy_quyen"));
    person.press("trial.edit.1");
    CHECK(person.page().id == "trial.cap_lai");
    person.choose("q.cap_lai", "no");
    person.press("continue");
    CHECK(person.page().id == "trial");
    CHECK_FALSE(person.sees("paper.giay_xn_cu"));
}

TEST_CASE("what is tried is not the dossier until somebody begins with it", "[client][trial]") {
    Person person = a_trier();
    CHECK_FALSE(person.page().unsaved);
    CHECK(person.backend.requests.empty());
    person.send(app::Visit{"procedure"});
    CHECK_FALSE(person.page().unsaved);
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
    CHECK(person.node("q.nyc_quan_he").value.empty());
    // Not answered yet: what was tried is still there.
    person.press("back");
    person.press("trial");
    CHECK(person.page().id == "trial");
    CHECK(person.sees("paper.giay_xn_cu"));
    person.press("nav.home");
    person.press("resume");
    CHECK(person.page().id == "procedure");
}

TEST_CASE("beginning with the answers keeps them and asks the rest", "[client][trial]") {
    Person person = a_trier();
    person.press("continue");
    // The first page had but the one question; the page of purposes has another.
    CHECK(person.page().id == "question.nguoi_yeu_cau");
    CHECK(person.page().unsaved);
    CHECK_FALSE(person.sees("prefilled"));
    person.press("nav.tasks");
    CHECK(person.node("task.1").value == "Xong");
    CHECK_FALSE(person.sees("trial"));
    person.press("task.1");
    CHECK(person.node("q.nyc_quan_he").value == "ban_than");
    answer_all(person);
    person.send(app::Visit{"question.muc_dich"});
    CHECK_FALSE(person.sees("prefilled"));
}

TEST_CASE("a page that the trial has answered in part says so", "[client][trial]") {
    Person person = a_trier("no");
    person.press("continue");
    person.type("q.nyc_ho_ten", "Nguyễn Văn An");
    person.type("q.nyc_ngay_sinh", "27031990");
    person.choose("q.nyc_gioi_tinh", "nam");
    person.send(app::Choose{"q.nyc_dan_toc", "kinh"});
    person.choose("q.nyc_quoc_tich", "viet_nam");
    person.press("continue");
    person.choose("q.nyc_loai_giay_to", "can_cuoc");
    person.type("q.nyc_so_dinh_danh", "084 090 000 123");
    person.type("q.nyc_dien_thoai", "090 123 45 67");
    person.press("continue");
    person.choose("q.nyc_loai_cu_tru", "thuong_tru");
    fill_address(person, "q.nyc_noi_cu_tru");
    person.press("continue");
    person.choose("q.xn_cung_noi", "yes");
    person.press("continue");
    person.choose("q.xn_tinh_trang", "chua_ket_hon");
    person.press("continue");
    CHECK(person.page().id == "question.muc_dich");
    CHECK(person.sees("prefilled"));
    CHECK(person.node("q.cap_lai").value == "no");
}

TEST_CASE("Back and Forward lead through the trial, and into it while nothing is answered",
          "[client][trial]") {
    Person person = a_trier();
    person.send(app::Visit{"trial.nyc_quan_he"});
    CHECK(person.page().id == "trial.nyc_quan_he");
    person.send(app::Visit{"procedure"});
    CHECK(person.page().id == "procedure");
    person.send(app::Visit{"trial"});
    CHECK(person.page().id == "trial");
    person.press("continue");
    person.send(app::Visit{"trial"});
    CHECK(person.page().id == "question.nguoi_yeu_cau");
}

TEST_CASE("nobody is asked when nothing hangs on answers", "[client][trial]") {
    Person person = a_citizen();
    person.press("procedure.2.001159");
    person.press("trial");
    CHECK(person.page().id == "trial");
    CHECK_FALSE(person.sees("trial.answers"));
    person.press("back");
    CHECK(person.page().id == "procedure");
}

TEST_CASE("somebody who helps tries for the person helped", "[client][trial][helper]") {
    Person person = at_procedure();
    person.tick("helper.on");
    person.press("trial");
    CHECK(person.sees("helping"));
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.choose("q.cap_lai", "no");
    person.press("continue");
    person.press("continue");
    CHECK(person.page().id == "helper");
}

}  // namespace motcua::tests
