#include "client/page/map.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

namespace motcua::tests {

namespace {

/// Invented places.
page::MapPoint at(const char* id, const char* lat, const char* lon) {
    const auto position = page::position_of(lat, lon);
    REQUIRE(position.has_value());
    return {id, id, *position, false};
}

std::pair<int, int> spot(const page::Node& pin) {
    char* rest = nullptr;
    const long x = std::strtol(pin.value.c_str(), &rest, 10);
    return {static_cast<int>(x), static_cast<int>(std::strtol(rest, nullptr, 10))};
}

}  // namespace

TEST_CASE("a position is two decimals within the world", "[client][page]") {
    CHECK(page::position_of("9.6025", "106.25")->lat == 9602500);
    CHECK(page::position_of("9.6025", "106.25")->lon == 106250000);
    CHECK(page::position_of("-9", "0.000001")->lat == -9000000);
    CHECK(page::position_of("-9", "0.000001")->lon == 1);
    for (const char* wrong :
         {"", ".", "-", "9,6", "9.6.1", "9a", "91", "9.0000001", "99999999999999999999"}) {
        INFO(wrong);
        CHECK_FALSE(page::position_of(wrong, "0.5").has_value());
    }
    CHECK_FALSE(page::position_of("9", "181").has_value());
}

TEST_CASE("north is up, east is right, and the middle is the middle", "[client][page]") {
    const page::Node map = page::map(
        "m", "Bản đồ", {at("a", "9.7", "106.2"), at("b", "9.6", "106.4"), at("c", "9.65", "106.3")});
    REQUIRE(map.children.size() == 3);
    const auto a = spot(map.children[0]);
    const auto b = spot(map.children[1]);
    CHECK(a.first < b.first);
    CHECK(a.second < b.second);
    CHECK(spot(map.children[2]) == std::pair(500, 500));
}

TEST_CASE("the scale bar is as long as its round number says", "[client][page]") {
    // 0.1 degrees of latitude are 11.1 km.
    const std::vector<page::MapPoint> points = {at("a", "9.7", "106.3"), at("b", "9.6", "106.3")};
    const page::Node map = page::map("m", "Bản đồ", points);
    const double high = spot(map.children[1]).second - spot(map.children[0]).second;
    CHECK(page::scale_metres(points) == 5000);
    // The panel is half as wide again as high.
    CHECK(map.level == Approx(5000 * high / (11132 * 1.5)).margin(2));
}

TEST_CASE("one place alone lies in the middle of a kilometre", "[client][page]") {
    const std::vector<page::MapPoint> points = {at("a", "9.7", "106.3")};
    CHECK(page::map("m", "Bản đồ", points).children[0].value == "500 500");
    CHECK(page::scale_metres(points) == 200);
    CHECK(page::map("m", "Bản đồ", points).level == 200);
}

TEST_CASE("pins stay on the panel, and as many as fit can each be pressed", "[client][page]") {
    std::mt19937 random(20261121);
    std::uniform_int_distribution<std::int64_t> lat(9'500'000, 9'800'000);
    std::uniform_int_distribution<std::int64_t> lon(106'000'000, 106'500'000);
    for (int round = 0; round < 200; ++round) {
        std::vector<page::MapPoint> points;
        for (int i = 0; i < 5; ++i) {
            const std::int64_t north = lat(random);
            const std::int64_t east = lon(random);
            points.push_back({std::to_string(i), std::to_string(i), {north, east}, false});
        }
        points[4].at = points[0].at;
        const page::Node map = page::map("m", "Bản đồ", points);
        for (std::size_t i = 0; i < map.children.size(); ++i) {
            const auto a = spot(map.children[i]);
            CHECK(a.first >= 85);
            CHECK(a.first <= 915);
            CHECK(a.second >= 125);
            CHECK(a.second <= 875);
            for (std::size_t j = 0; j < i; ++j) {
                const auto b = spot(map.children[j]);
                CHECK((std::abs(a.first - b.first) >= 140 || std::abs(a.second - b.second) >= 210));
            }
        }
    }
}

}  // namespace motcua::tests
