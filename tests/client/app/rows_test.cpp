#include <catch2/catch.hpp>

#include "shared/dossier/package.hpp"
#include "tests/client/support/every_type.hpp"

namespace motcua::tests {

namespace {

Person at_rows() {
    Person person = at_every_type();
    person.check("q.can_giup", "nghe");
    answer_every_type(person, false);
    return person;
}

}  // namespace

TEST_CASE("a page without rows says so and can be left when none is needed", "[client][rows]") {
    Person person = at_rows();
    check_golden(person.page(), "rows_none");
    CHECK(person.sees("rows.none"));
    person.press("continue");
    CHECK(person.page().id == "question.cam_doan");
}

TEST_CASE("rows are added until there are enough, each with the focus on its first field", "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    CHECK_FALSE(person.sees("rows.none"));
    add_member(person, 1, "Lê Thị Hai");
    CHECK_FALSE(person.sees("rows.full"));
    add_member(person, 2, "Lê Thị Ba");
    CHECK(person.node("rows.add").disabled);
    CHECK(person.sees("rows.full"));
    CHECK(person.node("rows.2").name == "Thành viên 3");
    check_golden(person.page(), "rows_full");
    person.send(app::Press{"rows.add"});
    CHECK_FALSE(person.sees("rows.3"));
}

TEST_CASE("taking out the first of three rows moves up what was entered and found in the others",
          "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    add_member(person, 1, "Lê Thị Hai");
    add_member(person, 2, "Lê Thị Ba");
    person.pick("q.thanh_vien.1.giay", "hai.pdf");
    person.type("q.thanh_vien.2.ngay_sinh", "99/99");
    person.send(app::Input{"q.thanh_vien.1.ho_ten", "Lê Thị Hai H"});
    person.press("rows.remove.0");
    CHECK(person.page().focus.id == "rows.undo");
    REQUIRE(person.page().toast);
    CHECK(person.page().toast->name == "Đã bỏ LÊ THỊ MỘT");
    CHECK(person.page().announcement.text.find("LÊ THỊ MỘT") != std::string::npos);
    CHECK_FALSE(person.sees("rows.2"));
    CHECK(person.node("q.thanh_vien.0.ho_ten").value == "Lê Thị Hai H");
    CHECK(person.node("q.thanh_vien.0.giay").children.size() == 1);
    CHECK(person.node("q.thanh_vien.1.ho_ten").value == "LÊ THỊ BA");
    CHECK_FALSE(person.node("q.thanh_vien.1.ngay_sinh").error.empty());
    check_golden(person.page(), "rows_removed");
    person.press("continue");
    REQUIRE(person.error_lines().size() == 1);
    CHECK(person.error_lines()[0].find("Thành viên 2 – Ngày sinh") == 0);
    CHECK(person.node("errors.0").value == "#q.thanh_vien.1.ngay_sinh");
}

TEST_CASE("a row that was taken out comes back as it was", "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    add_member(person, 1, "Lê Thị Hai");
    person.pick("q.thanh_vien.0.giay", "một.pdf");
    person.type("q.thanh_vien.0.ngay_sinh", "99/99");
    const std::string before = person.words();
    person.press("rows.remove.0");
    person.press("rows.undo");
    CHECK_FALSE(person.sees("rows.undo"));
    CHECK(person.node("q.thanh_vien.0.ho_ten").value == "LÊ THỊ MỘT");
    CHECK_FALSE(person.node("q.thanh_vien.0.ngay_sinh").error.empty());
    CHECK(person.node("q.thanh_vien.0.giay").children.size() == 1);
    CHECK(person.node("q.thanh_vien.1.ho_ten").value == "LÊ THỊ HAI");
    CHECK(person.dropped.empty());
}

TEST_CASE("a row without a name is called by its number when it is taken out", "[client][rows]") {
    Person person = at_rows();
    person.press("rows.add");
    person.press("rows.add");
    person.press("rows.remove.1");
    REQUIRE(person.page().toast);
    CHECK(person.page().toast->name == "Đã bỏ Thành viên 2");
}

TEST_CASE("a file is forgotten once its row cannot come back", "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    person.pick("q.thanh_vien.0.giay", "một.pdf");
    const int handle = 2;  // The portrait was the first.
    person.press("rows.remove.0");
    CHECK(person.dropped.empty());
    person.press("continue");
    CHECK(person.dropped == std::vector<int>{handle});
    person.press("back");
    CHECK_FALSE(person.sees("rows.undo"));
}

TEST_CASE("a file whose row was taken out while it travelled is there when the row comes back",
          "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    person.uploads_wait = true;
    person.pick("q.thanh_vien.0.giay", "một.pdf");
    person.press("rows.remove.0");
    person.settle();
    person.press("rows.undo");
    CHECK(person.node("q.thanh_vien.0.giay.file.2").tone == page::Tone::Success);
}

TEST_CASE("mistakes in rows lead to the field of their row", "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    person.press("rows.add");
    person.press("continue");
    check_golden(person.page(), "rows_errors");
    CHECK(person.error_lines().size() == 3);
    for (const page::Node& line : person.node("errors").children) {
        CHECK(line.name.find("Thành viên 2 – ") == 0);
        CHECK(person.sees(line.value.substr(1)));
    }
    person.type("q.thanh_vien.1.ngay_sinh", "01/01/1890");
    CHECK(person.node("q.thanh_vien.1.ngay_sinh").error == "Người này phải sinh sau năm 1900");
}

TEST_CASE("one field of one row is changed from the check page", "[client][rows]") {
    Person person = at_rows();
    add_member(person, 0, "Lê Thị Một");
    add_member(person, 1, "Lê Thị Hai");
    person.choose("q.thanh_vien.1.quan_he", "khac");
    person.type("q.thanh_vien.1.quan_he_khac", "Cháu");
    person.press("continue");
    reach_trial_check(person);
    CHECK(person.node("row.thanh_vien.1.quan_he_khac").value == "Cháu");
    person.press("edit.thanh_vien.1.ho_ten");
    CHECK(person.page().focus.id == "q.thanh_vien.1.ho_ten");
    person.press("rows.remove.0");
    person.press("continue");
    CHECK(person.page().id == "check");
    CHECK(person.node("row.thanh_vien.0.ho_ten").value == "LÊ THỊ HAI");
    person.press("continue");
    person.press("sign");
    const auto package = dossier::open_package(person.backend.envelope);
    REQUIRE(package.ok());
    const form::Answers& answers = package->request.form.answers;
    CHECK(answers.at("thanh_vien") == "1");
    CHECK(answers.at("thanh_vien.0.quan_he_khac") == "Cháu");
    CHECK(answers.count("thanh_vien.1.ho_ten") == 0);
}

}  // namespace motcua::tests
