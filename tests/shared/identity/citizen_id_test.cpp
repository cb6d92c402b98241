#include <catch2/catch.hpp>
#include <string>

#include "shared/identity/identity.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

using namespace motcua::identity;
using motcua::calendar::Date;

TEST_CASE("a citizen ID is twelve digits and nothing else", "[identity]") {
    CHECK(check_citizen_id("001090012345").empty());
    CHECK(check_citizen_id("999999999999").empty());
    CHECK(check_citizen_id("") == "citizen_id_length");
    CHECK(check_citizen_id("00109001234") == "citizen_id_length");
    CHECK(check_citizen_id("0010900123456") == "citizen_id_length");
    CHECK(check_citizen_id("123456789") == "citizen_id_length");
    CHECK(check_citizen_id("00109001234O") == "citizen_id_digits");
    CHECK(check_citizen_id("001 09001234") == "citizen_id_digits");
    CHECK(check_citizen_id("００１０９００１２３４５") == "citizen_id_digits");
}

TEST_CASE("a citizen ID tells province, sex and year of birth", "[identity]") {
    const auto man = read_citizen_id("086090001234");
    REQUIRE(man.has_value());
    CHECK(*man == CitizenId{"086", true, Sex::Male, 1990});
    CHECK(read_citizen_id("084199000001")->sex == Sex::Female);
    CHECK(read_citizen_id("084199000001")->birth_year == 1999);
    CHECK(read_citizen_id("079203000001")->birth_year == 2003);
    CHECK(read_citizen_id("079303000001")->birth_year == 2003);
    CHECK(read_citizen_id("079303000001")->sex == Sex::Female);
    CHECK(read_citizen_id("079999000001")->birth_year == 2399);
    CHECK_FALSE(read_citizen_id("07930300000x").has_value());
}

TEST_CASE("an unknown province code is remarked upon and never refused", "[identity]") {
    CHECK(check_citizen_id("143090001234").empty());
    CHECK_FALSE(read_citizen_id("143090001234")->province_known);
    CHECK_FALSE(is_citizen_id_province("003"));
    CHECK_FALSE(is_citizen_id_province("97"));
    CHECK_FALSE(is_citizen_id_province(""));
}

TEST_CASE("all 63 province codes of the table are known, and no others", "[identity]") {
    const auto file =
        motcua::json::read(motcua::tests::repository_file("assets/places/citizen_id_provinces.json"));
    REQUIRE(file.ok());
    const motcua::json::Object& provinces = *file->find("provinces")->object();
    CHECK(provinces.size() == 63);
    std::size_t known = 0;
    for (int code = 0; code < 1000; ++code) {
        const std::string digits = std::to_string(code);
        const std::string padded = std::string(3 - digits.size(), '0') + digits;
        known += is_citizen_id_province(padded) ? 1U : 0U;
        CHECK(is_citizen_id_province(padded) == (file->find("provinces")->find(padded) != nullptr));
    }
    CHECK(known == 63);
}

TEST_CASE("a citizen ID that does not fit the rest says in what", "[identity]") {
    const Date born{1990, 3, 27};
    CHECK(check_citizen_id_fits("086090001234", born, Sex::Male).empty());
    CHECK(check_citizen_id_fits("086091001234", born, Sex::Male) == "citizen_id_birth_year");
    CHECK(check_citizen_id_fits("086290001234", born, Sex::Male) == "citizen_id_birth_year");
    CHECK(check_citizen_id_fits("086190001234", born, Sex::Male) == "citizen_id_sex");
    CHECK(check_citizen_id_fits("086190001234", born, std::nullopt).empty());
    CHECK(check_citizen_id_fits("086190001234", std::nullopt, Sex::Female).empty());
    CHECK(check_citizen_id_fits("not an id", born, Sex::Male).empty());
}
