#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/form/fixture.hpp"
#include "tests/support/journey_file.hpp"

/// Whole journeys as people take them: what is typed, question by question, and what has to
/// come of it. tests/fixtures/journeys/<procedure>/<name>.json; what a journey expects is
/// written with tests/support/journey_outcome.cpp and then read by a person.
namespace motcua::form {
namespace {

json::Value read_file(const std::string& path) {
    auto file = json::read(tests::repository_file(path));
    REQUIRE(file.ok());
    return *std::move(file);
}

void take_journey(const catalogue::Procedure& procedure, const std::string& name) {
    INFO(procedure.code + "/" + name);
    const json::Value file = read_file("tests/fixtures/journeys/" + procedure.code + "/" + name);
    const auto outcome = tests::journey_outcome(procedure, tests::all_places(), file);
    REQUIRE(outcome.ok());
    const json::Value* expect = file.find("expect");
    REQUIRE(expect != nullptr);
    const json::Value part = tests::expected_part(*outcome, *expect);
    for (const auto& [key, value] : *part.object()) {
        INFO(key);
        const json::Value* expected = expect->find(key);
        CHECK(json::write_canonical(value) ==
              (expected == nullptr ? "nothing" : json::write_canonical(*expected)));
    }
}

}  // namespace

TEST_CASE("golden journeys end as they did, through every procedure", "[form][golden]") {
    const json::Value index = read_file("assets/procedures/index.json");
    std::size_t taken = 0;
    for (const json::Value& entry : index.array_at("procedures")) {
        const auto procedure = catalogue::read_procedure(tests::procedure_file(entry.text_or("code")));
        REQUIRE(procedure.ok());
        for (const std::string& name : tests::journeys_of(procedure->code)) {
            take_journey(*procedure, name);
            ++taken;
        }
    }
    CHECK(taken >= 5);
}

}  // namespace motcua::form
