#include "shared/places/search.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "shared/text/text.hpp"
#include "tests/shared/places/all_places.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"
#include "tests/shared/support/random_json.hpp"

using namespace motcua;
using motcua::places::Commune;
using motcua::tests::all_places;
using motcua::tests::Lines;

namespace {

std::string shown(const Commune& commune) {
    return commune.full + ", " + all_places().province(commune.province)->name;
}

Lines anywhere(std::string_view typed, std::size_t limit = 5) {
    Lines lines;
    for (const Commune* commune : all_places().find_communes(typed, limit)) {
        lines.push_back(shown(*commune));
    }
    return lines;
}

std::string first(std::string_view typed) {
    const Lines found = anywhere(typed, 1);
    return found.empty() ? "" : found[0];
}

}  // namespace

TEST_CASE("communes are found in the whole country with their province", "[places]") {
    CHECK(first("tra cu") == "Xã Trà Cú, Vĩnh Long");
    CHECK(first("Trà Cú") == "Xã Trà Cú, Vĩnh Long");
    CHECK(first("TRA CÚ") == "Xã Trà Cú, Vĩnh Long");
    CHECK(first("phu quoc") == "Đặc khu Phú Quốc, An Giang");
    CHECK(first("hoan kiem") == "Phường Hoàn Kiếm, Hà Nội");
    CHECK(anywhere("khong co xa nay").empty());
}

TEST_CASE("each typed word may be the beginning of the next word of the name", "[places]") {
    const Lines whole = anywhere("nguyen trai", 10);
    REQUIRE_FALSE(whole.empty());
    CHECK(anywhere("Nguyễn Trãi", 10) == whole);
    CHECK(anywhere("ng trai", 10) == whole);
    CHECK(anywhere("ng trãi", 10) == whole);
    CHECK(first("h kiem ha noi") == "Phường Hoàn Kiếm, Hà Nội");
    CHECK(first("van m quoc") == "Phường Văn Miếu - Quốc Tử Giám, Hà Nội");
    CHECK(first("quoc tu giam") == "Phường Văn Miếu - Quốc Tử Giám, Hà Nội");
}

TEST_CASE("kinds may be whole, short or left out", "[places]") {
    for (const char* typed : {"xa tra cu", "x tra cu", "x. tra cu", "xã Trà Cú", "X.Trà Cú"}) {
        CAPTURE(typed);
        CHECK(first(typed) == "Xã Trà Cú, Vĩnh Long");
    }
    CHECK(first("p. ba dinh") == "Phường Ba Đình, Hà Nội");
    CHECK(first("dk con dao") == "Đặc khu Côn Đảo, Hồ Chí Minh");
    CHECK(first("p 1 bao loc") == "Phường 1 Bảo Lộc, Lâm Đồng");
    // The kind that is typed decides between a ward and a commune of one name.
    for (const Commune* commune : all_places().find_communes("phuong tan phu", 2)) {
        CHECK(commune->full.rfind("Phường", 0) == 0);
    }
    // And a short one may also be the beginning of a name.
    const Lines both = anywhere("x loc dong nai", 20);
    CHECK(std::count(both.begin(), both.end(), "Phường Xuân Lộc, Đồng Nai") == 1);
    CHECK(std::count(both.begin(), both.end(), "Xã Lộc Hưng, Đồng Nai") == 1);
}

TEST_CASE("a province at the end narrows", "[places]") {
    CHECK(anywhere("tra cu vinh long") == Lines{"Xã Trà Cú, Vĩnh Long"});
    CHECK(anywhere("Xã Trà Cú, tỉnh Vĩnh Long") == Lines{"Xã Trà Cú, Vĩnh Long"});
    CHECK(anywhere("tra cu vl") == Lines{"Xã Trà Cú, Vĩnh Long"});
    CHECK(anywhere("tra cu ha noi").empty());
    CHECK(first("ba dinh, ha n") == "Phường Ba Đình, Hà Nội");
    for (const char* typed : {"sai gon tp hcm", "sai gon, TP. Hồ Chí Minh", "sai gon hcm"}) {
        CAPTURE(typed);
        CHECK(first(typed) == "Phường Sài Gòn, Hồ Chí Minh");
    }
}

TEST_CASE("marks that are typed put names alike in order", "[places]") {
    const auto all_agree = [](std::string_view typed) {
        bool ended = false;
        std::size_t agreeing = 0;
        for (const Commune* commune : all_places().find_communes(typed, 1000)) {
            if (text::search_key(commune->name) != text::search_key(typed)) {
                continue;
            }
            const bool same = text::spelling_key(commune->name) == text::spelling_key(typed);
            agreeing += same ? 1U : 0U;
            CHECK_FALSE((ended && same));
            ended = ended || !same;
        }
        CHECK(agreeing > 0);
        CHECK(ended);
    };
    // Each of these names has a twin with other marks: Đông Sơn, Đồng Sơn.
    all_agree("Đông Sơn");
    all_agree("Đồng Sơn");
    // Both places of the tone find the same.
    CHECK(anywhere("Yên Hòa", 20) == anywhere("Yên Hoà", 20));
}

TEST_CASE("a commune is found by its full name and its province", "[places][property]") {
    tests::Random random(3321);
    const auto all = all_places().find_communes("", 5000);
    for (int round = 0; round < 300; ++round) {
        const Commune* commune = random.one_of(all);
        const auto found = all_places().find_communes(shown(*commune), 3);
        CAPTURE(shown(*commune));
        REQUIRE_FALSE(found.empty());
        REQUIRE(found[0] == commune);
    }
}

TEST_CASE("any text may be typed", "[places][property]") {
    tests::Random random(17);
    for (int round = 0; round < 100; ++round) {
        const std::string typed = tests::random_text(random, 20);
        const std::size_t limit = random.below(20);
        CHECK(all_places().find_communes(typed, limit).size() <= limit);
        CHECK(all_places().find_communes(typed, limit) == all_places().find_communes(typed, limit));
    }
    CHECK(all_places().find_communes("", 10).size() == 10);
    CHECK(all_places().find_communes("", 5000).size() == 3321);
    CHECK(places::Places().find_communes("tra cu", 10).empty());
}
