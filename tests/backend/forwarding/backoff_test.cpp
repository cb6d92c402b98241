#include "backend/forwarding/backoff.hpp"

#include <catch2/catch.hpp>

using namespace motcua::backend::forwarding;

TEST_CASE("the time to the next try doubles up to the cap", "[backend][forwarding]") {
    const BackoffConfig config;
    const double most = 0.999999;
    CHECK(backoff_millis(config, 1, most) == 1'999);
    CHECK(backoff_millis(config, 2, most) == 3'999);
    CHECK(backoff_millis(config, 5, most) == 31'999);
    CHECK(backoff_millis(config, 10, most) == 899'999);
    CHECK(backoff_millis(config, 1'000'000, most) == 899'999);
}

TEST_CASE("the time to the next try is spread over the whole range", "[backend][forwarding]") {
    const BackoffConfig config;
    CHECK(backoff_millis(config, 6, 0.5) == 32'000);
    CHECK(backoff_millis(config, 6, 0.0) == 200);
    CHECK(backoff_millis({.base_millis = 1, .cap_millis = 1}, 3, 0.0) == 1);
}
