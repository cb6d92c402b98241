#include "shared/places/former.hpp"

#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

namespace {

const places::Places& present() {
    static const places::Places kPlaces =
        *places::Places::read(*json::read(repository_file("assets/places/units.json")));
    return kPlaces;
}

const json::Value& old_file() {
    static const json::Value kFile = *json::read(repository_file("assets/places/old_units.json"));
    return kFile;
}

std::string provinces(std::string_view typed, std::size_t limit = 9) {
    std::string found;
    for (const places::Former& one : places::former_provinces(old_file(), present(), typed, limit)) {
        found += one.code + " " + one.name + "|";
    }
    return found;
}

std::string communes(std::string_view typed, std::size_t limit = 9) {
    std::string found;
    for (const places::Former& one : places::former_communes(old_file(), present(), "86", typed, limit)) {
        found += one.code + " " + one.name + "|";
    }
    return found;
}

}  // namespace

TEST_CASE("an old province leads to the one that has it now", "[places][former]") {
    CHECK(provinces("tra vinh") == "86 Tỉnh Trà Vinh|");
    CHECK(provinces("Tỉnh Trà Vi") == "86 Tỉnh Trà Vinh|");
    CHECK(provinces("soc trang") == "92 Tỉnh Sóc Trăng|");
    CHECK(provinces("ra vinh").empty());
}

TEST_CASE("every old province leads to one", "[places][former]") {
    for (const json::Value& old : old_file().array_at("provinces")) {
        for (const json::Value& name : old.array_at("names")) {
            INFO(*name.string());
            CHECK(provinces(*name.string()).find(*name.string()) != std::string::npos);
        }
    }
}

TEST_CASE("an old commune leads to those that took it over, in the province asked for", "[places][former]") {
    CHECK(communes("ngai xuyen") == "29461 Xã Ngãi Xuyên, Huyện Trà Cú|");
    CHECK(communes("thi tran tra cu") == "29461 Thị trấn Trà Cú, Huyện Trà Cú|");
    CHECK(places::former_communes(old_file(), present(), "92", "ngai xuyen", 9).empty());
}

TEST_CASE("an old district leads to the communes it was made into, each once", "[places][former]") {
    const auto found = places::former_communes(old_file(), present(), "86", "huyen tra cu", 20);
    REQUIRE(found.size() >= 6);
    for (std::size_t i = 1; i < found.size(); ++i) {
        CHECK(found[i - 1].code < found[i].code);
    }
    CHECK(found.front().name.find("; ") != std::string::npos);
    CHECK(places::former_communes(old_file(), present(), "86", "huyen tra cu", 2).size() == 2);
}

TEST_CASE("without a text, or with another file, nothing is found", "[places][former]") {
    CHECK(provinces("").empty());
    CHECK(communes(" - ").empty());
    const json::Value odd =
        *json::read(R"({"provinces":[{"names":[1],"districts":["x",["y"],["z",2],["q","29461"]]}]})");
    CHECK(places::former_provinces(odd, present(), "q", 9).empty());
    CHECK(places::former_communes(odd, present(), "86", "q", 9).empty());
    CHECK(places::former_communes({}, present(), "86", "q", 9).empty());
}

}  // namespace motcua::tests
