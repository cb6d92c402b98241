#include "tests/client/support/journey.hpp"

#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"

namespace motcua::tests {

Person a_citizen() {
    Person person(app::make_citizen_application());
    person.start();
    return person;
}

void begin(Person& person) {
    person.press("procedure.1.004873");
    person.press("continue");
    REQUIRE(person.page().id == "question.cho_ai");
}

void fill_address(Person& person, const std::string& field) {
    person.type(field + ".province.search", "vinh long");
    if (person.node(field + ".province").value.empty()) {
        person.choose(field + ".province", "86");
    }
    person.type(field + ".commune.search", "tra cu");
    person.choose(field + ".commune", "29461");
    person.type(field + ".line", "Số nhà 1, tổ Ví Dụ");
}

void answer_all(Person& person, bool issued_before) {
    person.choose("q.nyc_quan_he", "ban_than");
    person.press("continue");
    person.type("q.nyc_ho_ten", "Nguyễn Văn An");
    person.type("q.nyc_ngay_sinh", "27031990");
    person.choose("q.nyc_gioi_tinh", "nam");
    person.choose("q.nyc_dan_toc", "kinh");
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
    person.choose("q.muc_dich", "mua_ban");
    person.choose("q.cap_lai", issued_before ? "yes" : "no");
    person.press("continue");
    person.tick("q.cam_doan");
    person.press("continue");
    REQUIRE(person.page().id == "documents");
}

void show_papers(Person& person) {
    person.choose("doc.giay_to_tuy_than", "at_counter");
    person.choose("doc.giay_to_cu_tru", "state_has_it");
}

void bring_papers(Person& person) {
    person.choose("doc.giay_xn_cu", "at_counter");
    show_papers(person);
    person.press("continue");
    REQUIRE(person.page().id == "office");
}

void book(Person& person) {
    person.choose("office", "tra-cu");
    person.press("continue");
    if (person.page().dialog) {
        person.press("office.keep");
    }
    REQUIRE(person.page().id == "time");
    const page::Node slots = person.node("slot");
    REQUIRE_FALSE(slots.children.empty());
    person.choose("slot", slots.children.front().id);
    person.press("continue");
    REQUIRE(person.page().id == "check");
}

void reach_check(Person& person) {
    begin(person);
    answer_all(person);
    bring_papers(person);
    book(person);
}

}  // namespace motcua::tests
