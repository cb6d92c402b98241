#include "shared/identity/name.hpp"

#include <catch2/catch.hpp>

using namespace motcua::identity;

TEST_CASE("spellings of one name are the same name", "[identity]") {
    CHECK(same_name("Trần Thị Hòa", "TRẦN THỊ HOÀ") == NameMatch::Same);
    CHECK(same_name("Lê Thuý", "LÊ  THÚY ") == NameMatch::Same);
    CHECK(same_name("Đỗ Ưu Ơn", "đỗ ưu ơn") == NameMatch::Same);
    CHECK(same_name("Hoa\u0300ng", "Hoàng") == NameMatch::Same);
    CHECK(same_name("H' Linh", "H\u2019 LINH") == NameMatch::Same);
    CHECK(same_name("", "") == NameMatch::Same);
}

TEST_CASE("names that differ in marks are told from the same and from others", "[identity]") {
    CHECK(same_name("NGUYEN VAN HUNG", "Nguyễn Văn Hùng") == NameMatch::SameLetters);
    CHECK(same_name("Nguyễn Văn Hưng", "Nguyễn Văn Hùng") == NameMatch::SameLetters);
    CHECK(same_name("Quý", "Quỳ") == NameMatch::SameLetters);
    CHECK(same_name("Do Thi Lan", "Đỗ Thị Lan") == NameMatch::SameLetters);
}

TEST_CASE("other names are different", "[identity]") {
    CHECK(same_name("Nguyễn Văn An", "Nguyễn Văn Anh") == NameMatch::Different);
    CHECK(same_name("Nguyễn Văn An", "Nguyễn An") == NameMatch::Different);
    CHECK(same_name("Nguyễn Văn An", "") == NameMatch::Different);
    CHECK(same_name("Van Nguyen", "Nguyen Van") == NameMatch::Different);
}
