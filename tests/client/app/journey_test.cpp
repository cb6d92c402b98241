#include "tests/client/support/journey.hpp"

#include <catch2/catch.hpp>

#include "shared/dossier/package.hpp"

namespace motcua::tests {

TEST_CASE("a dossier travels from the first question to its receipt", "[client][journey]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    check_golden(person.page(), "procedure");
    person.press("continue");
    check_golden(person.page(), "question_cho_ai");
    answer_all(person);
    check_golden(person.page(), "documents");
    person.choose("doc.giay_xn_cu", "attached");
    show_papers(person);
    person.pick("doc.giay_xn_cu.files", "Giấy xác nhận cũ.pdf");
    check_golden(person.page(), "documents_attached");
    person.press("continue");
    check_golden(person.page(), "office");
    person.choose("office", "tra-cu");
    person.press("continue");
    check_golden(person.page(), "time");
    person.choose("slot", person.node("slot").children.front().id);
    person.press("continue");
    check_golden(person.page(), "check");
    CHECK(person.error_lines().empty());
    person.press("continue");
    check_golden(person.page(), "sign");
    person.backend.forwarding = "delivered";
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(person.node("receipt.code").value == "MC-2026-000001");
    CHECK(person.node("receipt.secret").value == "K7P2-9XQM");
    CHECK(person.node("receipt.time").value == "08:00, Thứ Ba, 24/11/2026");
    CHECK(person.backend.dossiers == 1);
    person.press("print");
    CHECK(person.printed == 1);
}

TEST_CASE("what arrives is what was entered", "[client][journey]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.press("sign");
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    const form::Answers& answers = package->request.form.answers;
    CHECK(answers.at("nyc_ho_ten") == "NGUYỄN VĂN AN");
    CHECK(answers.at("nyc_ngay_sinh") == "1990-03-27");
    CHECK(answers.at("nyc_so_dinh_danh") == "084090000123");
    CHECK(answers.at("nyc_noi_cu_tru.commune") == "29461");
    CHECK(package->request.office == "tra-cu");
    REQUIRE(package->request.form.documents.size() == 3);
    CHECK(package->request.form.documents[0].provision == form::Provision::AtCounter);
}

TEST_CASE("received here and passed on are two states on the receipt", "[client][journey]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.press("sign");
    CHECK_FALSE(person.sees("timeline"));
    person.press("receipt.more");
    const page::Node waiting = person.node("timeline");
    REQUIRE(waiting.children.size() == 3);
    CHECK(waiting.children[0].name == "Đã gửi đến nơi tiếp nhận");
    CHECK(waiting.children[0].tone == page::Tone::Success);
    CHECK(waiting.children[1].name == "Đã chuyển đến hệ thống của tỉnh");
    CHECK(waiting.children[1].tone == page::Tone::Muted);
    person.backend.forwarding = "delivered";
    person.press("receipt.refresh");
    CHECK(person.node("timeline").children[1].tone == page::Tone::Success);
    check_golden(person.page(), "receipt");
}

TEST_CASE("an empty page of questions is refused with a list that leads to each field", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
    CHECK(person.page().focus.id == "errors");
    CHECK(person.page().title.find("Lỗi: ") == 0);
    person.choose("q.nyc_quan_he", "ban_than");
    CHECK_FALSE(person.sees("errors"));
    person.press("continue");
    person.press("continue");
    check_golden(person.page(), "question_errors");
    for (const page::Node& line : person.node("errors").children) {
        CAPTURE(line.value);
        CHECK(person.sees(line.value.substr(1)));
    }
}

TEST_CASE("a wrong answer is said when the field is left and taken back when it is mended",
          "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.send(app::Input{"q.nyc_ngay_sinh", "99/99"});
    CHECK(person.node("q.nyc_ngay_sinh").error.empty());
    person.send(app::Commit{"q.nyc_ngay_sinh", "99/99"});
    CHECK_FALSE(person.node("q.nyc_ngay_sinh").error.empty());
    CHECK(person.page().announcement.text == person.node("q.nyc_ngay_sinh").error);
    CHECK(person.node("q.nyc_ngay_sinh").value == "99/99");
    person.send(app::Input{"q.nyc_ngay_sinh", "27/3/1990"});
    CHECK(person.node("q.nyc_ngay_sinh").error.empty());
    person.send(app::Commit{"q.nyc_ngay_sinh", "27/3/1990"});
    CHECK(person.node("q.nyc_ngay_sinh").value == "27/03/1990");
    person.send(app::Commit{"q.nyc_ho_ten", ""});
    CHECK(person.node("q.nyc_ho_ten").error.empty());
}

TEST_CASE("going back keeps every answer", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    while (person.page().id != "question.nguoi_yeu_cau") {
        person.press("back");
    }
    CHECK(person.node("q.nyc_ho_ten").value == "NGUYỄN VĂN AN");
    person.press("back");
    CHECK(person.node("q.nyc_quan_he").value == "ban_than");
    person.press("nav.tasks");
    CHECK(person.page().id == "procedure");
    person.press("continue");
    CHECK(person.page().id == "documents");
}

TEST_CASE("the language can be switched in the middle", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.type("q.nyc_ho_ten", "Nguyễn Văn An");
    person.press("continue");
    const std::size_t errors = person.error_lines().size();
    person.press("lang.en");
    CHECK(person.page().lang == "en");
    CHECK(person.title() == "About you");
    CHECK(person.node("q.nyc_ho_ten").value == "NGUYỄN VĂN AN");
    CHECK(person.error_lines().size() == errors);
    check_golden(person.page(), "question_errors_en");
    person.press("lang.vi");
    CHECK(person.title() == "Bạn là ai?");
}

TEST_CASE("the whole journey has its texts in English too", "[client][journey]") {
    Person person = a_citizen();
    person.press("lang.en");
    reach_check(person);
    person.press("continue");
    CHECK(person.words().find("chữ ký số") == std::string::npos);
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(person.node("received").name == "Your dossier has reached the office");
    CHECK(person.node("receipt.time").value == "08:00, Tuesday, 24 November 2026");
    CHECK(person.node("receipt.applicant").value == "NGUYỄN VĂN AN");
    CHECK(person.node("slip").children.back().role == page::Role::Qr);
}

TEST_CASE("one thing is changed from the check page, and the way leads back there", "[client][journey]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("edit.nyc_dien_thoai");
    CHECK(person.page().id == "question.giay_to_lien_he");
    CHECK(person.page().focus.id == "q.nyc_dien_thoai");
    person.type("q.nyc_dien_thoai", "0987654321");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("row.nyc_dien_thoai").value == "0987654321");
    person.press("edit.nyc_dien_thoai");
    person.press("back");
    CHECK(person.page().id == "check");
}

TEST_CASE("a change that asks for more shows what is missing before signing", "[client][journey]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("edit.muc_dich");
    person.choose("q.muc_dich", "ket_hon");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.error_lines().size() == 5);
    check_golden(person.page(), "check_errors");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.page().focus.id == "errors");
    person.press("fix.0");
    CHECK(person.page().id == "question.ket_hon_voi");
    CHECK(person.page().focus.id == "q.kh_ho_ten");
    CHECK_FALSE(person.node("q.kh_ho_ten").error.empty());
}

TEST_CASE("a long list is searched without marks", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    CHECK(person.node("q.nyc_dan_toc").children.size() == 5);
    person.type("q.nyc_dan_toc.search", "muong");
    CHECK(person.node("q.nyc_dan_toc").value == "muong");
    person.send(app::Input{"q.nyc_dan_toc.search", "zzz"});
    CHECK(person.sees("q.nyc_dan_toc.none"));
    CHECK(person.node("q.nyc_dan_toc").children.size() == 1);
}

TEST_CASE("another province takes the commune back", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    answer_all(person);
    while (person.page().id != "question.noi_cu_tru") {
        person.press("back");
    }
    check_golden(person.page(), "question_address");
    CHECK(person.node("q.nyc_noi_cu_tru.commune").value == "29461");
    person.send(app::Input{"q.nyc_noi_cu_tru.province.search", "can tho"});
    person.choose("q.nyc_noi_cu_tru.province", "92");
    CHECK_FALSE(person.sees("q.nyc_noi_cu_tru.commune"));
    person.press("continue");
    CHECK(person.page().id == "question.noi_cu_tru");
    CHECK_FALSE(person.node("q.nyc_noi_cu_tru.commune.search").error.empty());
}

TEST_CASE("why a question is asked is shown on request", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    CHECK_FALSE(person.sees("why_text.nyc_quan_he"));
    CHECK(person.node("why.nyc_quan_he").toggles);
    person.press("why.nyc_quan_he");
    CHECK(person.node("why.nyc_quan_he").selected);
    CHECK(person.sees("why_text.nyc_quan_he"));
    person.press("why.nyc_quan_he");
    CHECK_FALSE(person.sees("why_text.nyc_quan_he"));
}

TEST_CASE("steps are counted as about so many until all that decides is known, and only grow",
          "[client][journey]") {
    Person person = a_citizen();
    const auto total = [&person] { return std::stoi(person.node("progress").value); };
    begin(person);
    const int first = total();
    CHECK(person.node("progress").name.find("khoảng") != std::string::npos);
    answer_all(person);
    CHECK(person.node("progress").name.find("khoảng") == std::string::npos);
    CHECK(total() >= first);
}

TEST_CASE("consent that hangs on a date of birth is no step before the date is known", "[client][journey]") {
    Person person = a_citizen();
    person.press("procedure.1.004222");
    for (const page::Node& task : person.node("tasks").children) {
        CHECK(task.name.find("người giám hộ") == std::string::npos);
    }
}

TEST_CASE("steps can be opened only when those before them are done", "[client][journey]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    CHECK_FALSE(person.node("task.1").disabled);
    CHECK(person.node("task.2").disabled);
    person.send(app::Press{"task.2"});
    CHECK(person.page().id == "procedure");
    person.press("task.1");
    CHECK(person.page().id == "question.cho_ai");
}

TEST_CASE("the start and back again loses nothing", "[client][journey]") {
    Person person = a_citizen();
    begin(person);
    person.choose("q.nyc_quan_he", "cha");
    person.press("nav.home");
    CHECK(person.page().id == "start");
    person.press("resume");
    CHECK(person.node("q.nyc_quan_he").value == "cha");
    person.press("nav.look_up");
    const std::string own = "/thu-tuc/1.004873";
    CHECK(person.paths == std::vector<std::string>{own, "/", own, "/tra-cuu"});
}

TEST_CASE("after the receipt another dossier can be begun with a new id", "[client][journey]") {
    Person person = a_citizen();
    reach_check(person);
    person.press("continue");
    person.press("sign");
    const std::string first = person.backend.envelope.find("manifest")->text_or("id");
    person.press("new");
    CHECK(person.page().id == "start");
    CHECK_FALSE(person.sees("resume"));
    person.backend.dossiers = 0;
    reach_check(person);
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
    CHECK(person.backend.envelope.find("manifest")->text_or("id") != first);
}

}  // namespace motcua::tests
