#include "shared/visits/draw.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/findings.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::visits;
using tests::Lines;
using tests::Random;

namespace {

using Seed = std::array<std::uint8_t, 32>;

Seed random_seed(Random& random) {
    Seed seed;
    for (std::uint8_t& byte : seed) {
        byte = static_cast<std::uint8_t>(random.below(256));
    }
    return seed;
}

std::vector<std::string> requests(std::size_t count) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.push_back("R-" + std::to_string(1000 + i));
    }
    return numbers;
}

Draw sound_draw(std::size_t count) {
    REQUIRE(crypto::start());
    Random random(71);
    const Seed seed = random_seed(random);
    Draw draw;
    draw.seed = crypto::hex(seed);
    draw.commitment = commit(seed);
    draw.beacon = "12345";
    draw.seats = 3;
    draw.requests = requests(count);
    draw.result = *draw_order(draw.seed, draw.beacon, draw.requests);
    return draw;
}

Lines codes(const std::vector<Finding>& findings) {
    Lines lines;
    for (const Finding& finding : findings) {
        lines.push_back(finding.code);
    }
    return lines;
}

}  // namespace

TEST_CASE("a draw is in order, and draws everybody once whoever asks first", "[visits][draw]") {
    for (const std::size_t count : {0U, 1U, 2U, 3U, 100U}) {
        const Draw draw = sound_draw(count);
        CHECK(codes(check_draw(draw)).empty());
        CHECK(canonical_requests(draw.result) == draw.requests);
        std::vector<std::string> turned(draw.requests.rbegin(), draw.requests.rend());
        CHECK(*draw_order(draw.seed, draw.beacon, turned) == draw.result);
    }
}

TEST_CASE("whatever is changed after the draw is found", "[visits][draw]") {
    Draw draw = sound_draw(20);
    std::swap(draw.result[4], draw.result[5]);
    CHECK(codes(check_draw(draw)) == Lines{"draw.result"});

    draw = sound_draw(20);
    draw.beacon = "12346";
    CHECK(codes(check_draw(draw)) == Lines{"draw.result"});

    draw = sound_draw(20);
    draw.requests.back() = "R-9999";
    CHECK(codes(check_draw(draw)) == Lines{"draw.result"});

    draw = sound_draw(20);
    draw.seed[0] = draw.seed[0] == '0' ? '1' : '0';
    CHECK(codes(check_draw(draw)) == Lines{"draw.commitment", "draw.result"});

    // Redrawn in earnest with a request put in twice: still found.
    draw = sound_draw(20);
    draw.requests[1] = draw.requests[0];
    draw.result = *draw_order(draw.seed, draw.beacon, draw.requests);
    CHECK(codes(check_draw(draw)) == Lines{"draw.twice"});

    draw = sound_draw(20);
    std::swap(draw.requests[0], draw.requests[1]);
    CHECK(codes(check_draw(draw)) == Lines{"draw.order"});
}

TEST_CASE("everybody is as likely to be drawn at every place", "[visits][draw]") {
    REQUIRE(crypto::start());
    Random random(72);
    constexpr int kDraws = 4000;
    constexpr std::size_t kRequests = 6;
    const std::vector<std::string> all = requests(kRequests);
    std::map<std::string, std::array<int, kRequests>> places;
    for (int i = 0; i < kDraws; ++i) {
        const auto order = *draw_order(crypto::hex(random_seed(random)), "", all);
        for (std::size_t place = 0; place < order.size(); ++place) {
            ++places[order[place]][place];
        }
    }
    double chi_squared = 0;
    constexpr double kExpected = static_cast<double>(kDraws) / kRequests;
    for (const auto& [request, counts] : places) {
        for (const int count : counts) {
            chi_squared += (count - kExpected) * (count - kExpected) / kExpected;
        }
    }
    // 25 degrees of freedom: 52.6 is passed by chance once in a thousand seeds.
    CHECK(chi_squared < 52.6);
}

TEST_CASE("the draw in the fixtures, computed by another program, is ours", "[visits][draw]") {
    REQUIRE(crypto::start());
    const auto file = json::read(tests::repository_file("tests/fixtures/draw/twelve.json"));
    REQUIRE(file);
    const auto draw = read_draw(*file);
    CHECK(tests::findings_of(draw) == Lines{"ok"});
    REQUIRE(draw);
    CHECK(draw->requests.size() == 12);
    CHECK(codes(check_draw(*draw)).empty());
}

TEST_CASE("everything wrong in the shape of a draw is named", "[visits][draw]") {
    const auto read = [](const char* text) { return tests::findings_of(read_draw(*json::read(text))); };
    CHECK(read(R"({"v":1})") == Lines{"commitment: draw.missing", "seed: draw.missing", "seats: draw.missing",
                                      "requests: draw.missing", "result: draw.missing"});
    const std::string zeros(64, '0');
    const std::string head = R"({"v":1,"commitment":")" + zeros + R"(","seed":")" + zeros + R"(",)";
    CHECK(read((head + R"("seats":1,"requests":["a\nb"],"result":[""]})").c_str()) ==
          Lines{"requests.0: draw.request", "result.0: draw.request"});
    CHECK(read((head + R"("beacon":"\n","seats":-1,"requests":[],"result":[]})").c_str()) ==
          Lines{"beacon: draw.line", "seats: draw.range"});
    CHECK(read(R"({"v":1,"commitment":"00","seed":"zz","seats":1,"requests":[],"result":[]})") ==
          Lines{"commitment: draw.digest", "seed: draw.seed"});
}
