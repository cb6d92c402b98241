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
    CHECK(person.page().id == "time");
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
