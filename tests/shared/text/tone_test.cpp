#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/text/text.hpp"
#include "tests/shared/support/random.hpp"
#include "tests/shared/support/random_json.hpp"

using namespace motcua::text;

namespace {

std::string first(std::string_view text) {
    return place_tones(text, TonePlace::First);
}

std::string second(std::string_view text) {
    return place_tones(text, TonePlace::Second);
}

}  // namespace

TEST_CASE("tones of oa, oe and uy move between their two places", "[text]") {
    const std::vector<std::pair<std::string, std::string>> both = {{"hòa", "hoà"},
                                                                   {"hóa", "hoá"},
                                                                   {"hỏa", "hoả"},
                                                                   {"họa", "hoạ"},
                                                                   {"lõa", "loã"},
                                                                   {"khỏe", "khoẻ"},
                                                                   {"thúy", "thuý"},
                                                                   {"thủy", "thuỷ"},
                                                                   {"HÒA", "HOÀ"},
                                                                   {"Hòe", "Hoè"},
                                                                   {"Kiến Thụy", "Kiến Thuỵ"},
                                                                   {"Hòa-Thúy", "Hoà-Thuý"},
                                                                   {"ủy ban", "uỷ ban"}};
    for (const auto& [one, other] : both) {
        CAPTURE(one);
        CHECK(second(one) == other);
        CHECK(first(other) == one);
        CHECK(first(one) == one);
        CHECK(second(other) == other);
    }
}

TEST_CASE("tones that have one place stay there", "[text]") {
    for (const char* text :
         {"quý", "Quỳnh", "quà", "hoàng", "hoài", "khoét", "huế", "thuở",           "huyền", "múa",
          "gìa", "tòan",  "oa",  "uy",    "A",    "",      "òà",  "Nguyễn Thị Ánh", "東京",  "12"}) {
        CAPTURE(text);
        CHECK(first(text) == text);
        CHECK(second(text) == text);
    }
}

TEST_CASE("moving tones keeps every letter of any text", "[text][property]") {
    motcua::tests::Random random(5);
    for (int round = 0; round < 500; ++round) {
        const std::string text = nfc(motcua::tests::random_text(random, 30));
        CHECK(search_key(first(text)) == search_key(text));
        CHECK(search_key(second(text)) == search_key(text));
        CHECK(first(second(text)) == first(text));
    }
}

TEST_CASE("a spelling key is the same for all spellings of one name", "[text]") {
    CHECK(spelling_key("  HOÀ   Bình ") == "hòa bình");
    CHECK(spelling_key("Hòa Bình") == "hòa bình");
    CHECK(spelling_key("hoa\u0300 bi\u0300nh") == "hòa bình");
    CHECK(spelling_key("Bà Rịa - Vũng Tàu") == "bà rịa vũng tàu");
    CHECK(spelling_key("Ea H\u2019leo") == spelling_key("Ea H'leo"));
    CHECK(spelling_key("ĐẮK") == "đắk");
    CHECK(spelling_key("Hoa") != spelling_key("Hòa"));
    CHECK(spelling_key("") == "");
}
