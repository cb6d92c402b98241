#include "shared/places/places.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "shared/json/read.hpp"
#include "shared/text/text.hpp"
#include "tests/shared/places/all_places.hpp"
#include "tests/shared/support/findings.hpp"

using namespace motcua;
using motcua::places::Places;
using motcua::tests::Lines;

namespace {

using motcua::tests::all_places;

Lines provinces(std::string_view typed, std::size_t limit = 5) {
    Lines names;
    for (const places::Province* province : all_places().find_provinces(typed, limit)) {
        names.push_back(province->name);
    }
    return names;
}

Lines communes(std::string_view province, std::string_view typed, std::size_t limit = 5) {
    Lines names;
    for (const places::Commune* commune : all_places().find_communes(province, typed, limit)) {
        names.push_back(commune->full);
    }
    return names;
}

Lines faults_of(std::string_view text) {
    const auto file = json::read(text);
    REQUIRE(file.ok());
    return tests::findings_of(Places::read(*file));
}

std::string table(std::string_view provinces) {
    return R"({"v":1,"source":"s","licence":"l","checked_on":"2026-01-01","verified":false,"kinds":["Xã"],)"
           R"("provinces":[)" +
           std::string(provinces) + "]}";
}

}  // namespace

TEST_CASE("the table holds 34 provinces and 3,321 communes", "[places]") {
    CHECK(all_places().provinces().size() == 34);
    std::size_t count = 0;
    for (const places::Province& province : all_places().provinces()) {
        count += all_places().find_communes(province.code, "", 1000).size();
    }
    CHECK(count == 3321);
}

TEST_CASE("units are found by code and know where they belong", "[places]") {
    REQUIRE(all_places().province("86") != nullptr);
    CHECK(all_places().province("86")->full == "Tỉnh Vĩnh Long");
    CHECK(all_places().province("01")->full == "Thành phố Hà Nội");
    REQUIRE(all_places().commune("29461") != nullptr);
    CHECK(all_places().commune("29461")->full == "Xã Trà Cú");
    CHECK(all_places().commune("29461")->province == "86");
    CHECK(all_places().province("02") == nullptr);
    CHECK(all_places().province("") == nullptr);
    CHECK(all_places().commune("29488") == nullptr);
    CHECK(all_places().commune("29461 ") == nullptr);
}

TEST_CASE("names are composed, have a kind, and belong to a province that exists", "[places]") {
    std::set<std::string> kinds;
    for (const places::Province& province : all_places().provinces()) {
        CHECK(text::nfc(province.full) == province.full);
        for (const places::Commune* commune : all_places().find_communes(province.code, "", 1000)) {
            REQUIRE(text::nfc(commune->full) == commune->full);
            REQUIRE(text::is_printable_repertoire(commune->full, nullptr));
            REQUIRE(all_places().province(commune->province) == &province);
            REQUIRE(all_places().commune(commune->code) == commune);
            kinds.insert(commune->full.substr(0, commune->full.size() - commune->name.size()));
        }
    }
    CHECK(kinds == std::set<std::string>{"Phường ", "Xã ", "Đặc khu "});
}

TEST_CASE("provinces are found without marks, kind and capitals", "[places]") {
    CHECK(provinces("vinh long") == Lines{"Vĩnh Long"});
    CHECK(provinces("VĨNH") == Lines{"Vĩnh Long"});
    CHECK(provinces("tỉnh vĩnh long") == Lines{"Vĩnh Long"});
    CHECK(provinces("dak") == Lines{"Đắk Lắk"});
    CHECK(provinces("hue") == Lines{"Huế"});
    CHECK(provinces("zzz").empty());
}

TEST_CASE("the big city is found by all its short names", "[places]") {
    for (const char* typed : {"hcm", "HCM", "tp hcm", "TP. HCM", "TP.HCM", "tp ho chi minh", "ho chi minh"}) {
        CAPTURE(typed);
        REQUIRE_FALSE(provinces(typed).empty());
        CHECK(provinces(typed)[0] == "Hồ Chí Minh");
    }
}

TEST_CASE("names that begin with the typed text come before those that contain it", "[places]") {
    // "Ha Noi", "Ha Tinh" begin with it; in others it is inside.
    const Lines found = provinces("ha", 34);
    REQUIRE(found.size() > 2);
    CHECK(found[0] == "Hà Nội");
    CHECK(found[1] == "Hà Tĩnh");
    const Lines giang = provinces("giang", 34);
    REQUIRE_FALSE(giang.empty());
    CHECK(giang[0] == "An Giang");
}

TEST_CASE("communes are found within their province", "[places]") {
    CHECK(communes("86", "tra cu") == Lines{"Xã Trà Cú"});
    CHECK(communes("86", "xa tra cu") == Lines{"Xã Trà Cú"});
    CHECK(communes("86", "Trà Cú") == Lines{"Xã Trà Cú"});
    CHECK(communes("01", "tra cu").empty());
    CHECK(communes("99", "").empty());
    const Lines ba_dinh = communes("01", "p. ba dinh");
    REQUIRE_FALSE(ba_dinh.empty());
    CHECK(ba_dinh[0] == "Phường Ba Đình");
}

TEST_CASE("an exact name comes first even when longer names begin with it", "[places]") {
    for (const places::Province& province : all_places().provinces()) {
        for (const places::Commune* commune : all_places().find_communes(province.code, "", 1000)) {
            const auto found = all_places().find_communes(province.code, commune->name, 20);
            REQUIRE_FALSE(found.empty());
            REQUIRE(text::search_key(found[0]->name) == text::search_key(commune->name));
        }
    }
}

TEST_CASE("no more than the limit is found, in a stable order", "[places]") {
    CHECK(communes("01", "", 7).size() == 7);
    CHECK(communes("01", "", 0).empty());
    CHECK(communes("01", "a", 10) == communes("01", "a", 10));
    const Lines few = communes("01", "", 3);
    const Lines many = communes("01", "", 6);
    CHECK(Lines(many.begin(), many.begin() + 3) == few);
}

TEST_CASE("a table of another shape is refused", "[places]") {
    CHECK(faults_of(table(R"({"code":"86","kind":"Tỉnh","name":"A","communes":[["29461",0,"B"]]})")) ==
          Lines{"ok"});
    CHECK(faults_of("[]") == Lines{"shape.type"});
    CHECK(faults_of(R"({"v":2})")[0] == "v: shape.range");
    CHECK(faults_of(table(R"({"code":"8","kind":"Tỉnh","name":"A","communes":[]})")) ==
          Lines{"provinces.0.code: shape.range"});
    for (const char* row : {R"(["29461",1,"B"])", R"(["29461",-1,"B"])", R"(["2946",0,"B"])",
                            R"(["29461",0])", R"(["29461",0,""])", R"([29461,0,"B"])", R"("29461")"}) {
        CAPTURE(row);
        const std::string province = R"({"code":"86","kind":"Tỉnh","name":"A","communes":[)";
        CHECK(faults_of(table(province + row + "]}")) == Lines{"provinces.0.communes.0: shape.type"});
    }
}

TEST_CASE("a code that stands twice is refused", "[places]") {
    const std::string one = R"({"code":"86","kind":"Tỉnh","name":"A","communes":[["29461",0,"B"]]})";
    const std::string other = R"({"code":"87","kind":"Tỉnh","name":"C","communes":[["29461",0,"D"]]})";
    CHECK(faults_of(table(one + "," + one)) == Lines{"provinces: shape.range"});
    CHECK(faults_of(table(one + "," + other)) == Lines{"provinces: shape.range"});
}

TEST_CASE("places that were not read yet are empty and answer nothing", "[places]") {
    const Places none;
    CHECK(none.empty());
    CHECK(none.province("86") == nullptr);
    CHECK(none.find_provinces("", 10).empty());
}
