#include "backend/services/clock.hpp"

#include <catch2/catch.hpp>

namespace motcua::tests {

TEST_CASE("a clock that jumps is followed forward and slowly waited for", "[backend][services][clock]") {
    std::int64_t wall = 1'000'000;
    std::int64_t steady = 7'000;
    const auto millis = backend::services::never_back([&wall] { return wall; }, [&steady] { return steady; });
    const auto pass = [&](std::int64_t by) {
        wall += by;
        steady += by;
        return millis();
    };
    CHECK(millis() == 1'000'000);
    CHECK(pass(10) == 1'000'010);
    wall += 60'000;
    CHECK(pass(10) == 1'060'020);

    // Back to where it belongs: time goes on, at half the speed, also in small steps.
    wall -= 60'000;
    CHECK(pass(0) == 1'060'020);
    CHECK(pass(100) == 1'060'070);
    for (int i = 0; i < 100; ++i) {
        pass(1);
    }
    CHECK(millis() == 1'060'120);
    // And it is the wall's again when that has caught up.
    CHECK(pass(200'000) == wall);
    CHECK(pass(5) == wall);
    CHECK(backend::services::in_seconds(millis)() == wall / 1000);
}

}  // namespace motcua::tests
