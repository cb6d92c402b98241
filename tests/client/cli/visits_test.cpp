#include <catch2/catch.hpp>

#include "shared/json/read.hpp"
#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"

namespace motcua::cli_test {
namespace {

json::Value json_of(const Outcome& outcome) {
    const auto value = json::read(outcome.out, {.numbers = json::Numbers::All});
    return value ? *value : json::Value();
}

}  // namespace

TEST_CASE("the steps of a visit are said as Markdown, SQL and JSON", "[cli][visits]") {
    CHECK(contains(motcua({"states"}).out, "| `held` | `confirm` | `confirmed` |"));
    CHECK(contains(motcua({"states", "--sql"}).out, "('held','confirmed'),\n"));
    const json::Value steps = json_of(motcua({"states", "--json"}));
    REQUIRE(steps.array() != nullptr);
    CHECK(steps.array()->front().text_or("event") == "hold");
}

TEST_CASE("a simulated plan says its waits, and whether its target is met", "[cli][visits]") {
    const Outcome text = motcua({"simulate", "--days", "20"});
    CHECK(contains(text.out, "the load is invented"));
    CHECK(contains(text.out, "appointments"));
    CHECK((text.exit == cli::kFine) == contains(text.out, ": met"));

    const std::vector<std::string> words = {"simulate", "--days", "20", "--json"};
    const Outcome outcome = motcua(words);
    CHECK(motcua(words).out == outcome.out);
    const json::Value report = json_of(outcome);
    CHECK(report.integer_or("days", 0) == 20);
    CHECK(report.boolean_or("target_met", false) == (outcome.exit == cli::kFine));
    REQUIRE(report.find("all") != nullptr);
    CHECK(report.find("all")->integer_or("visits", 0) > 500);
    CHECK(report.find("hours")->find("08:00") != nullptr);
    CHECK(report.find("groups")->find("chung-thuc") != nullptr);
    CHECK(motcua({"simulate", "--days", "20", "--json", "--placement", "even"}).out != outcome.out);
}

TEST_CASE("counters and appointments are recommended for a target", "[cli][visits]") {
    const Outcome text = motcua({"simulate", "--days", "10", "--recommend"});
    CHECK(contains(text.out, "meets the target"));
    const json::Value choices = json_of(motcua({"simulate", "--days", "10", "--recommend", "--json"}));
    REQUIRE(choices.array() != nullptr);
    CHECK(choices.array()->back().boolean_or("target_met", false) == (text.exit == cli::kFine));
}

TEST_CASE("a plan that cannot be read says why", "[cli][visits]") {
    const Scratch scratch;
    const Outcome missing = motcua({"simulate", "--file", scratch.path("none.json")});
    CHECK(missing.exit == cli::kUsage);
    const Outcome wrong = motcua({"simulate", "--file", scratch.write("plan.json", "{\"v\":1}"), "--json"});
    CHECK(wrong.exit == cli::kUsage);
    CHECK(contains(json_of(wrong).text_or("error"), "counters: plan.missing"));
}

}  // namespace motcua::cli_test
