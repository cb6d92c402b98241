#include "tests/client/support/every_type.hpp"

#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

Person a_trial_citizen() {
    Person person(app::make_citizen_application());
    person.assets["procedures/index"] =
        R"({"procedures":[{"code":"9.000001","name":{"vi":"Thủ tục thử"},"editions":[{"edition":"2026-11-21"}]}]})";
    person.start();
    person.press("procedure.9.000001");
    return person;
}

Person at_every_type() {
    Person person = a_trial_citizen();
    person.press("continue");
    REQUIRE(person.page().id == "question.moi_loai");
    return person;
}

void answer_every_type(Person& person, bool rich) {
    person.choose("q.gap", "no");
    person.type("q.nam_sinh", "1960");
    person.type("q.gio", "7:30");
    person.type("q.so_ban", "2");
    person.type("q.so_tien", rich ? "2000000000" : "1250000");
    if (person.node("q.anh").children.empty()) {
        person.pick("q.anh", "mặt.png", "image/png");
    }
    person.press("continue");
    REQUIRE(person.page().id == "question.thanh_vien");
}

void add_member(Person& person, int row, const std::string& name) {
    const std::string prefix = "q.thanh_vien." + std::to_string(row) + ".";
    person.press("rows.add");
    CHECK(person.page().focus.id == prefix + "ho_ten");
    person.type(prefix + "ho_ten", name);
    person.type(prefix + "ngay_sinh", "01022015");
    person.choose(prefix + "quan_he", "con");
}

void reach_trial_check(Person& person) {
    REQUIRE(person.page().id == "question.cam_doan");
    person.tick("q.dong_y");
    person.press("continue");
    REQUIRE(person.page().id == "documents");
    person.choose("doc.hop_dong", "at_counter");
    person.choose("doc.the", "at_counter");
    person.press("continue");
    book(person);
}

void finish_every_type(Person& person) {
    person.press("continue");
    reach_trial_check(person);
    person.press("continue");
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
}

}  // namespace motcua::tests
