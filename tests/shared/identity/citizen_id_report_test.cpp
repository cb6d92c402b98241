#include "shared/identity/citizen_id_report.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"

using namespace motcua::identity;
using motcua::calendar::Date;

namespace {

std::vector<std::string> codes(const std::vector<motcua::Finding>& findings) {
    std::vector<std::string> lines;
    for (const motcua::Finding& finding : findings) {
        CHECK(finding.field == "citizen_id");
        lines.push_back(finding.code);
    }
    return lines;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a report on a citizen ID says all that the digits say", "[identity]") {
    const auto report =
        report_citizen_id("084199000001", {Date{1999, 5, 1}, Sex::Female, Date{2026, 11, 21}});
    REQUIRE(report.id.has_value());
    CHECK(report.id->birth_year == 1999);
    CHECK(report.id->sex == Sex::Female);
    CHECK(report.province_name == "Trà Vinh");
    CHECK(report.findings.empty());
    CHECK(report.remarks.empty());
}

TEST_CASE("a report names every disagreement, not only the first", "[identity]") {
    const KnownOfPerson known = {Date{1990, 3, 27}, Sex::Male, Date{2026, 11, 21}};
    CHECK(codes(report_citizen_id("086391001234", known).findings) ==
          Codes{"citizen_id_birth_year", "citizen_id_sex", "citizen_id_future"});
    CHECK(codes(report_citizen_id("086391001234", {}).findings).empty());
    CHECK(codes(report_citizen_id("08639100123", known).findings) == Codes{"citizen_id_length"});
    CHECK(codes(report_citizen_id("08639100123x", known).findings) == Codes{"citizen_id_digits"});
    CHECK_FALSE(report_citizen_id("08639100123x", known).id.has_value());
}

TEST_CASE("an unknown province is remarked upon and no mistake", "[identity]") {
    const auto report = report_citizen_id("143090001234", {});
    CHECK(report.findings.empty());
    CHECK(codes(report.remarks) == Codes{"citizen_id_province"});
    CHECK(report.province_name.empty());
}

TEST_CASE("every province code has the name that the table gives it", "[identity]") {
    const auto file =
        motcua::json::read(motcua::tests::repository_file("assets/places/citizen_id_provinces.json"));
    REQUIRE(file.ok());
    for (const auto& [code, name] : *file->find("provinces")->object()) {
        CHECK(citizen_id_province_name(code) == *name.string());
    }
    CHECK(citizen_id_province_name("003").empty());
    CHECK(citizen_id_province_name("999").empty());
}
