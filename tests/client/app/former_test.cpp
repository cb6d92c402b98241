#include <catch2/catch.hpp>

#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// On the page that asks where the person lives.
Person at_the_address() {
    Person person = a_citizen();
    begin(person);
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
    return person;
}

const char* const kProvince = "q.nyc_noi_cu_tru.province";
const char* const kCommune = "q.nyc_noi_cu_tru.commune";

}  // namespace

TEST_CASE("a place called as before July 2025 is proposed as what it is now", "[client][former]") {
    Person person = at_the_address();
    person.type(std::string(kProvince) + ".search", "tra vinh");
    CHECK(person.node(kProvince).value.empty());  // Proposed, not chosen.
    REQUIRE(person.node(kProvince).children.size() == 1);
    CHECK(person.node(kProvince).children.front().name == "Tỉnh Vĩnh Long");
    CHECK(person.node(kProvince).children.front().hint == "Trước ngày 01/7/2025: Tỉnh Trà Vinh");
    CHECK(person.node(kProvince).hint.find("chưa đối chiếu") != std::string::npos);
    CHECK(person.page().announcement.text == "Tìm thấy 1 kết quả.");
    person.choose(kProvince, "86");
    person.type(std::string(kCommune) + ".search", "ngai xuyen");
    CHECK(person.node(kCommune).children.front().hint.find("Xã Ngãi Xuyên, Huyện Trà Cú") !=
          std::string::npos);
    person.choose(kCommune, "29461");
    CHECK(person.node(kCommune).value == "29461");
}

TEST_CASE("the old names are fetched only when nothing of today answers", "[client][former]") {
    Person person = at_the_address();
    person.unavailable = "places/old";
    person.type(std::string(kProvince) + ".search", "tra vinh");
    CHECK(person.sees(std::string(kProvince) + ".none"));
    person.unavailable.clear();
    person.type(std::string(kProvince) + ".search", "vinh long");
    CHECK(person.node(kProvince).value == "86");
    person.type(std::string(kProvince) + ".search", "tr");  // Too short to be looked for among the old names.
    person.type(std::string(kProvince) + ".search", "tra vin");
    REQUIRE(person.sees(kProvince));
    CHECK(person.node(kProvince).children.front().hint.find("Tỉnh Trà Vinh") != std::string::npos);
}

}  // namespace motcua::tests
