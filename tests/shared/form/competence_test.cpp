#include "shared/form/competence.hpp"

#include "tests/shared/form/fixture.hpp"

namespace motcua::tests {

namespace {

using form::OfficeFit;
using form::OfficePlace;

const OfficePlace kTraCu = {"29461", ""};
const OfficePlace kTapSon = {"29467", ""};
const OfficePlace kNinhKieu = {"31135", ""};
const OfficePlace kVinhLong = {"", "86"};
const OfficePlace kKhanhHoa = {"", "56"};

form::Jurisdiction where_of(const catalogue::Procedure& procedure, const form::Answers& answers) {
    return form::jurisdiction(procedure, form::effective(procedure, answers, kToday), all_places());
}

std::string found(const catalogue::Procedure& procedure, const form::Answers& answers,
                  const OfficePlace& office) {
    const auto finding = form::check_office(procedure, where_of(procedure, answers), office, all_places());
    return finding ? finding->field + ": " + finding->code : "";
}

/// The procedure, competent by provinces.
catalogue::Procedure by_province() {
    catalogue::Procedure procedure = marital_status();
    procedure.competence.province = true;
    return procedure;
}

}  // namespace

TEST_CASE("the office of the commune that the procedure names is competent", "[form][competence]") {
    const form::Answers answers = own_certificate().answers;
    const form::Jurisdiction where = where_of(marital_status(), answers);
    CHECK(where.units == std::vector<std::string>{"29461"});
    CHECK(where.provinces == std::vector<std::string>{"86"});
    CHECK(form::fit(where, kTraCu, all_places()) == OfficeFit::Competent);
    CHECK(form::fit(where, kTapSon, all_places()) == OfficeFit::SameProvince);
    CHECK(form::fit(where, kVinhLong, all_places()) == OfficeFit::SameProvince);
    CHECK(form::fit(where, kNinhKieu, all_places()) == OfficeFit::OtherProvince);
    CHECK(form::fit(where, kKhanhHoa, all_places()) == OfficeFit::OtherProvince);
}

TEST_CASE("an office that is not competent is warned of by how far away it is", "[form][competence]") {
    const form::Answers answers = own_certificate().answers;
    CHECK(found(marital_status(), answers, kTraCu).empty());
    CHECK(found(marital_status(), answers, kTapSon) == "office: office_same_province");
    CHECK(found(marital_status(), answers, kKhanhHoa) == "office: office_other_province");
    const auto finding =
        form::check_office(marital_status(), where_of(marital_status(), answers), kKhanhHoa, all_places());
    REQUIRE(finding);
    CHECK(finding->args ==
          decltype(finding->args){{"places", "Xã Trà Cú (Tỉnh Vĩnh Long)"}, {"province", "Tỉnh Khánh Hoà"}});
}

TEST_CASE("where a province decides, each of its offices is competent", "[form][competence]") {
    const form::Answers answers = own_certificate().answers;
    CHECK(found(by_province(), answers, kTapSon).empty());
    CHECK(found(by_province(), answers, kVinhLong).empty());
    CHECK(found(by_province(), answers, kNinhKieu) == "office: office_other_province");
}

TEST_CASE("where no other office takes the dossier, it is refused there", "[form][competence]") {
    catalogue::Procedure procedure = marital_status();
    procedure.competence.must = true;
    const form::Answers answers = own_certificate().answers;
    CHECK(found(procedure, answers, kTraCu).empty());
    CHECK(found(procedure, answers, kTapSon) == std::string("office: ") + form::kOfficeRefused);
}

TEST_CASE("where the procedure does not tell, only another province is warned of", "[form][competence]") {
    catalogue::Procedure procedure = marital_status();
    procedure.competence = {};
    const form::Answers answers = own_certificate().answers;
    CHECK(found(procedure, answers, kTapSon).empty());
    CHECK(found(procedure, answers, kKhanhHoa) == "office: office_far");
}

TEST_CASE("nothing is said of an office or a person whose place nobody knows", "[form][competence]") {
    const form::Answers answers = own_certificate().answers;
    CHECK(found(marital_status(), answers, {"", ""}).empty());
    CHECK(
        found(marital_status(), answers, {"", "H01"}).empty());  // No province, but a code of somebody's own.
    CHECK(found(marital_status(), {}, kKhanhHoa).empty());
    CHECK(form::check_office(marital_status(), where_of(marital_status(), answers), kKhanhHoa, {}) ==
          std::nullopt);
}

}  // namespace motcua::tests
