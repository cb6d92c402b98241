#include <catch2/catch.hpp>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// To the page of offices; the address lies in Xã Trà Cú.
void reach_offices(Person& person) {
    begin(person);
    answer_all(person);
    bring_papers(person);
}

/// Takes this office although it is not competent.
void take_office(Person& person, const std::string& office) {
    person.choose("office", office);
    person.press("continue");
    REQUIRE(person.page().dialog);
    person.press("office.keep");
}

/// The first time there is; ends on the check page.
void take_time(Person& person) {
    REQUIRE(person.page().id == "time");
    person.choose("slot", person.node("slot").children.front().id);
    person.press("continue");
    REQUIRE(person.page().id == "check");
}

/// The procedure, which now only the competent office takes.
std::string strict_procedure() {
    std::string text = read_file("assets/procedures/1.004873.json");
    const std::string by = R"("by": ["nxn_noi_cu_tru"],)";
    REQUIRE(text.find(by) != std::string::npos);
    text.insert(text.find(by), R"("must": true, )");
    const auto lists = json::read(read_file("assets/procedures/lists.json"));
    return json::write(catalogue::with_lists(*json::read(text), *lists));
}

}  // namespace

TEST_CASE("the office that is competent for the address stands first and is told to be so",
          "[client][office]") {
    Person person = a_citizen();
    reach_offices(person);
    const page::Node list = person.node("office");
    CHECK(list.children.front().id == "tra-cu");
    CHECK(list.children.front().hint.find("Có thẩm quyền") == 0);
    CHECK(list.children[1].hint.find("Có thẩm quyền") == std::string::npos);
}

TEST_CASE("an office of another commune is warned of and can be chosen", "[client][office]") {
    Person person = a_citizen();
    reach_offices(person);
    CHECK_FALSE(person.sees("elsewhere"));
    person.choose("office", "tra-cu");
    CHECK_FALSE(person.sees("elsewhere"));
    person.choose("office", "tap-son");
    CHECK(person.node("elsewhere").tone == page::Tone::Warning);
    CHECK(person.node("elsewhere").value.find("Xã Trà Cú") != std::string::npos);
    person.press("continue");
    REQUIRE(person.page().dialog);
    CHECK(person.page().focus.id == "office.other");
    CHECK(person.words().find("NĐ 118/2025") != std::string::npos);
    person.press("office.other");
    CHECK_FALSE(person.page().dialog);
    CHECK(person.page().id == "office");
    take_office(person, "tap-son");
    CHECK(person.page().id == "time");
    person.press("back");
    person.press("continue");
    CHECK(person.page().id == "time");  // Said once for this office and this address.
}

TEST_CASE("offices of other provinces say which, after those of the person's own", "[client][office]") {
    Person person = a_citizen();
    person.backend.next["GET /api/v1/offices"].push_back(
        {200,
         R"({"offices":[{"id":"khanh-hoa","name":"Sở Tư pháp","address":"","commune":"","verified":false,"province":"56"},)"
         R"({"id":"can-tho","name":"Một cửa","address":"","commune":"31135","verified":false},)"
         R"({"id":"vinh-long","name":"Trung tâm","address":"","commune":"","verified":false,"province":"86"},)"
         R"({"id":"tra-cu","name":"Một cửa","address":"","commune":"29461","verified":false}]})",
         false});
    reach_offices(person);
    std::string order;
    for (const page::Node& office : person.node("office").children) {
        order += office.id + " ";
        CHECK((office.hint.find("khác tỉnh") != std::string::npos) ==
              (office.id == "khanh-hoa" || office.id == "can-tho"));
    }
    CHECK(order == "tra-cu vinh-long khanh-hoa can-tho ");
    CHECK(person.node("office").children[2].hint.find("Ở Tỉnh Khánh Hoà") == 0);
    CHECK_FALSE(person.sees("none_fits"));
}

TEST_CASE("a list without a competent office says so, and what to do", "[client][office]") {
    Person person = a_citizen();
    person.backend.next["GET /api/v1/offices"].push_back(
        {200,
         R"({"offices":[{"id":"khanh-hoa","name":"Sở Tư pháp","address":"","commune":"","verified":false,"province":"56"}]})",
         false});
    reach_offices(person);
    CHECK(person.node("none_fits").tone == page::Tone::Warning);
    CHECK(person.node("none_fits").value.find("Xã Trà Cú (Tỉnh Vĩnh Long)") != std::string::npos);
    CHECK(person.node("portal").value == "https://dichvucong.gov.vn");
    CHECK_FALSE(person.page().dialog);
    person.choose("office", "khanh-hoa");
    person.press("continue");
    CHECK(person.page().id == "office");
    REQUIRE(person.page().dialog);
    person.press("office.keep");
    CHECK(person.page().id == "time");
}

TEST_CASE("what was warned of stands on the check page and on the slip", "[client][office]") {
    Person person = a_citizen();
    reach_offices(person);
    take_office(person, "can-tho");
    const auto warned = [&person] { return person.sees("elsewhere") ? person.node("elsewhere").value : ""; };
    take_time(person);
    const std::string said = warned();
    CHECK(said.find("Thành phố Cần Thơ") != std::string::npos);
    person.press("continue");
    person.press("sign");
    REQUIRE(person.page().id == "receipt");
    CHECK(warned() == said);
}

TEST_CASE("after another address the office has to be seen again", "[client][office]") {
    Person person = a_citizen();
    reach_offices(person);
    person.choose("office", "tra-cu");
    person.press("continue");
    take_time(person);
    CHECK_FALSE(person.sees("elsewhere"));
    person.press("edit.nyc_noi_cu_tru");
    person.type("q.nyc_noi_cu_tru.commune.search", "tap son");
    person.choose("q.nyc_noi_cu_tru.commune", "29467");
    person.press("continue");
    REQUIRE(person.page().id == "check");
    CHECK(person.sees("elsewhere"));
    person.press("continue");
    REQUIRE(person.page().id == "check");
    REQUIRE(person.error_lines().size() == 1);
    CHECK(person.error_lines().front().find("Xem lại nơi tiếp nhận") != std::string::npos);
    person.press("fix.0");
    REQUIRE(person.page().id == "office");
    SECTION("to be kept knowingly") {
        take_office(person, "tra-cu");
    }
    SECTION("or another is chosen, with its time") {
        person.choose("office", "tap-son");
        person.press("continue");
        take_time(person);
    }
    REQUIRE(person.page().id == "check");
    person.press("continue");
    CHECK(person.page().id == "sign");
}

TEST_CASE("where the procedure says so no other office is taken", "[client][office]") {
    Person person = a_citizen();
    person.assets["procedures/1.004873@2026-11-21"] = strict_procedure();
    reach_offices(person);
    person.choose("office", "tap-son");
    person.press("continue");
    CHECK(person.page().id == "office");
    REQUIRE(person.error_lines().size() == 1);
    CHECK(person.error_lines().front().find("Xã Trà Cú") != std::string::npos);
    person.choose("office", "tra-cu");
    person.press("continue");
    CHECK(person.page().id == "time");
}

TEST_CASE("what nobody has compared is marked, and what the mark means is said once", "[client][office]") {
    Person person = a_citizen();
    person.press("procedure.1.004873");
    const std::string words = person.words();
    const std::string said = "chưa đối chiếu với văn bản gốc";
    CHECK(person.sees("unverified"));
    REQUIRE(words.find(said) != std::string::npos);
    CHECK(words.find(said) == words.rfind(said));
    CHECK(person.node("fact.agency").name.find(" *") != std::string::npos);
    Person other = a_citizen();
    reach_offices(other);
    CHECK(other.node("office").hint.find(said) != std::string::npos);
}

}  // namespace motcua::tests
