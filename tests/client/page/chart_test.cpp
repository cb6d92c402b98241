#include "client/page/chart.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace motcua::tests {

TEST_CASE("numbers are grouped as the language writes them", "[client][page]") {
    CHECK(page::number_text(0, ".") == "0");
    CHECK(page::number_text(999, ".") == "999");
    CHECK(page::number_text(1250, ".") == "1.250");
    CHECK(page::number_text(1234567, ".") == "1.234.567");
    CHECK(page::number_text(1234567, ",") == "1,234,567");
    CHECK(page::number_text(-100, ".") == "-100");
    CHECK(page::number_text(-1000, ".") == "-1.000");
}

TEST_CASE("ticks are few, round and reach the largest number", "[client][page]") {
    CHECK(page::nice_ticks(0) == std::vector<std::int64_t>{0, 1, 2});
    CHECK(page::nice_ticks(3) == std::vector<std::int64_t>{0, 1, 2, 3});
    CHECK(page::nice_ticks(12) == std::vector<std::int64_t>{0, 5, 10, 15});
    CHECK(page::nice_ticks(1240) == std::vector<std::int64_t>{0, 500, 1000, 1500});
    std::mt19937 random(20261121);
    std::uniform_int_distribution<std::int64_t> numbers(1, 1'000'000);
    for (int round = 0; round < 2000; ++round) {
        const std::int64_t most = numbers(random);
        const std::vector<std::int64_t> ticks = page::nice_ticks(most);
        INFO(most);
        CHECK(ticks.size() >= 3);
        CHECK(ticks.size() <= 6);
        CHECK(ticks.back() >= most);
        std::int64_t step = ticks[1];
        for (std::size_t at = 1; at < ticks.size(); ++at) {
            CHECK(ticks[at] - ticks[at - 1] == ticks[1]);
        }
        while (step % 10 == 0) {
            step /= 10;
        }
        CHECK((step == 1 || step == 2 || step == 5));
    }
}

TEST_CASE("a chart's node holds its axis and its table, with numbers to draw and to read", "[client][page]") {
    const page::Node chart = page::chart("c", page::ChartKind::Line, "Hồ sơ", {"Ngày", "Mới", "Xong"},
                                         {{"T2 23/11", {1250, 3}}, {"T3 24/11", {0, 1250}}}, ".");
    CHECK(chart.role == page::Role::Chart);
    CHECK(chart.value == "line");
    REQUIRE(chart.children.size() == 4);
    CHECK(chart.children[0].role == page::Role::Axis);
    CHECK(chart.children[0].children.back().name == "1.500");
    CHECK(chart.children[1].children[2].name == "Xong");
    CHECK(chart.children[2].children[0].name == "T2 23/11");
    CHECK(chart.children[2].children[1].name == "1.250");
    CHECK(chart.children[2].children[1].value == "1250");
}

}  // namespace motcua::tests
