#include <catch2/catch.hpp>

#include "client/desk/desk.hpp"
#include "shared/dossier/package.hpp"
#include "tests/client/support/every_type.hpp"

namespace motcua::tests {

TEST_CASE("every type of question is asked with the field that fits it", "[client][types]") {
    Person person = at_every_type();
    check_golden(person.page(), "every_type");
    CHECK(person.node("q.so_tien").input.mode == "numeric");
    CHECK(person.node("q.dien_tich").input.mode == "decimal");
    CHECK(person.node("q.anh").input.accept == "image/jpeg,image/png");
    CHECK(person.node("q.can_giup").role == page::Role::CheckGroup);
}

TEST_CASE("answers of every type are shown as people write them", "[client][types]") {
    Person person = at_every_type();
    person.type("q.nam_sinh", "031960");
    CHECK(person.node("q.nam_sinh").value == "03/1960");
    person.type("q.gio", "0730");
    CHECK(person.node("q.gio").value == "07:30");
    person.send(app::Input{"q.so_tien", "1250000"});
    CHECK(person.node("q.so_tien").value == "1250000");
    person.send(app::Commit{"q.so_tien", "1250000"});
    CHECK(person.node("q.so_tien").value == "1.250.000");
    person.send(app::Commit{"q.so_tien", "1.250.000"});
    CHECK(person.node("q.so_tien").value == "1.250.000");
    CHECK(person.node("q.so_tien").error.empty());
    person.type("q.dien_tich", "12,5");
    CHECK(person.node("q.dien_tich").value == "12,5");
    person.type("q.dien_tich", "12,5");
    CHECK(person.node("q.dien_tich").error.empty());
    person.type("q.ngay_hen", "31122026");
    CHECK(person.node("q.ngay_hen").value == "31/12/2026");
    CHECK(person.node("q.ngay_hen").error.empty());
    person.type("q.ngay_hen", "01012020");
    CHECK_FALSE(person.node("q.ngay_hen").error.empty());
}

TEST_CASE("a choice of several keeps the order of its options and its bounds", "[client][types]") {
    Person person = at_every_type();
    person.check("q.can_giup", "di_lai");
    person.check("q.can_giup", "nghe");
    CHECK(person.node("q.can_giup").error.empty());
    person.check("q.can_giup", "noi");
    CHECK_FALSE(person.node("q.can_giup").error.empty());
    person.check("q.can_giup", "noi", false);
    CHECK(person.node("q.can_giup").error.empty());
    person.send(app::Toggle{"q.can_giup/bay", true});
    person.send(app::Toggle{"q.can_giup", true});
    answer_every_type(person, false);
    finish_every_type(person);
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    CHECK(package->request.form.answers.at("can_giup") == "nghe,di_lai");
}

TEST_CASE("files for a question are picked, taken away, brought back and handed in", "[client][types]") {
    Person person = at_every_type();
    person.pick("q.anh", "đơn.pdf");
    CHECK(person.node("q.anh").error.find("đơn.pdf") != std::string::npos);
    CHECK(person.node("q.anh").children.empty());
    person.send(app::Commit{"q.gio", "0800"});
    CHECK_FALSE(person.node("q.anh").error.empty());
    person.pick("q.anh", "mặt.png", "image/png");
    CHECK(person.node("q.anh").error.empty());
    person.pick("q.anh", "nghiêng.jpg", "image/jpeg");
    CHECK(person.node("q.anh").disabled);
    person.press("q.anh.remove.3");
    CHECK(person.page().focus.id == "undo");
    CHECK_FALSE(person.node("q.anh").disabled);
    person.press("undo");
    CHECK(person.node("q.anh").children.size() == 2);
    person.press("q.anh.remove.3");
    person.check("q.can_giup", "nghe");
    answer_every_type(person, false);
    CHECK(person.dropped.back() == 3);
    finish_every_type(person);
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    REQUIRE(package->request.files.size() == 1);
    CHECK(package->request.files[0].document == "anh");
    CHECK(package->request.form.answers.at("anh") == package->request.files[0].sha256);
}

TEST_CASE("a file that could not be sent keeps its question open", "[client][types]") {
    Person person = at_every_type();
    person.uploads_fail = true;
    person.pick("q.anh", "mặt.png", "image/png");
    CHECK_FALSE(person.node("q.anh.file.1").error.empty());
    person.press("continue");
    CHECK_FALSE(person.node("q.anh").error.empty());
    person.uploads_fail = false;
    person.press("q.anh.retry.1");
    CHECK(person.node("q.anh").error.empty());
    CHECK(person.node("q.anh.file.1").tone == page::Tone::Success);
}

TEST_CASE("the check page estimates what these answers cost and tells warnings", "[client][types]") {
    Person person = at_every_type();
    person.check("q.can_giup", "nghe");
    person.pick("q.anh", "mặt.png", "image/png");
    answer_every_type(person, true);
    add_member(person, 0, "Lê Thị Ví Dụ");
    person.press("continue");
    reach_trial_check(person);
    check_golden(person.page(), "check_every_type");
    CHECK(person.error_lines().empty());
    CHECK(person.node("warning.0").value.find("Số tiền này rất lớn") != std::string::npos);
    CHECK(person.node("estimate.fee").name == "Lệ phí (ước tính) *");
    CHECK(person.node("estimate.fee").value.find("33.000 đ") == 0);
    person.press("look.0");
    CHECK(person.page().focus.id == "q.so_tien");
    person.press("continue");
    CHECK(person.page().id == "check");
    person.press("continue");
    person.press("sign");
    CHECK(person.page().id == "receipt");
}

TEST_CASE("the procedure's page tells every time limit and fee with its source", "[client][types]") {
    Person person = a_trial_citizen();
    check_golden(person.page(), "procedure_every_type");
    CHECK(person.node("fact.limit.nhanh").name == "Thời hạn giải quyết");
    CHECK(person.node("fact.limit.nhanh").hint.empty());
    CHECK(person.node("fact.limit.thuong").name == "Thời hạn giải quyết (ước tính) *");
    CHECK(person.node("fact.fee.le_phi").name == "Lệ phí (ước tính) *");
    person.press("sources");
    CHECK(person.node("fact.limit.nhanh").hint.find("Đã đối chiếu với") == 0);
    CHECK(person.node("fact.limit.thuong").hint.find("Ghi theo: ") == 0);
    person.press("sources");
    CHECK(person.node("fact.limit.thuong").hint.empty());
    CHECK(person.node("fact.fee.mien").value.find("Bạn thuộc hộ nghèo") != std::string::npos);
}

TEST_CASE("what else there is to know about a paper is shown on request", "[client][types]") {
    Person person = at_every_type();
    person.check("q.can_giup", "nghe");
    person.pick("q.anh", "mặt.png", "image/png");
    answer_every_type(person, false);
    person.press("continue");
    person.tick("q.dong_y");
    person.press("continue");
    CHECK_FALSE(person.sees("about.hop_dong"));
    person.press("more.hop_dong");
    check_golden(person.page(), "documents_more");
    CHECK(person.node("doc.the").name == "Xuất trình Thẻ căn cước bằng cách nào?");
    CHECK(person.node("doc.the/at_counter").name == "Xuất trình khi đến hẹn");
    person.press("more.hop_dong");
    CHECK_FALSE(person.sees("about.hop_dong"));
}

TEST_CASE("the clerk sees rows, files and what the procedure says of them", "[client][types][desk]") {
    Person citizen = at_every_type();
    citizen.check("q.can_giup", "nghe");
    citizen.pick("q.anh", "mặt.png", "image/png");
    answer_every_type(citizen, false);
    add_member(citizen, 0, "Lê Thị Ví Dụ");
    citizen.press("continue");
    reach_trial_check(citizen);
    citizen.press("continue");
    citizen.press("sign");
    REQUIRE(citizen.backend.dossiers == 1);
    Person clerk(desk::make_desk_application());
    clerk.backend.take_over(citizen.backend);
    clerk.backend.signed_in = true;
    clerk.start();
    clerk.press("row." + clerk.backend.id);
    CHECK(clerk.node("verdict").tone == page::Tone::Success);
    CHECK(clerk.node("row.thanh_vien.0.ho_ten").value == "LÊ THỊ VÍ DỤ");
    CHECK(clerk.node("row.anh").value.find("mặt.png") == 0);
    check_golden(clerk.page(), "desk_every_type");
}

}  // namespace motcua::tests
