#include "shared/visits/indicators.hpp"

#include <catch2/catch.hpp>

namespace motcua::tests {

using namespace visits;

TEST_CASE("a visit's times are from its first call, last way and all its services", "[visits][indicators]") {
    const VisitTimes times = times_of({.service = "",
                                       .booked_at_secs = 1000,
                                       .steps = {{Event::Confirm, 5},
                                                 {Event::CheckIn, 400},
                                                 {Event::Call, 1300},
                                                 {Event::Miss, 1400},
                                                 {Event::Return, 1500},
                                                 {Event::Call, 2000},
                                                 {Event::Recall, 2030},
                                                 {Event::Start, 2060},
                                                 {Event::Park, 2160},
                                                 {Event::Call, 2400},
                                                 {Event::Start, 2500},
                                                 {Event::Finish, 2550}}});
    CHECK(times.came_at_secs == 400);
    CHECK(times.wait_secs == 300);  // The office was not waited for before the booked time.
    CHECK(times.way_secs == 60);
    CHECK(times.service_secs == 150);
    CHECK(times.booked);
    CHECK_FALSE(times.no_show);
}

TEST_CASE("what was undone has not been", "[visits][indicators]") {
    const VisitTimes times = times_of({.service = "",
                                       .booked_at_secs = 0,
                                       .steps = {{Event::Arrive, 100},
                                                 {Event::Call, 160},
                                                 {std::nullopt, 170},
                                                 {Event::Call, 400},
                                                 {Event::Start, 460},
                                                 {Event::Finish, 500},
                                                 {std::nullopt, 510},
                                                 {Event::Finish, 760}}});
    CHECK(times.wait_secs == 300);
    CHECK(times.service_secs == 300);
    CHECK(times_of({.service = "", .booked_at_secs = 9, .steps = {{Event::CheckIn, 5}, {std::nullopt, 6}}})
              .came_at_secs == 0);
}

TEST_CASE("who left uncalled has no wait, and a no-show did not come", "[visits][indicators]") {
    const Indicators found = indicators_of(
        {times_of({.service = "", .booked_at_secs = 0, .steps = {{Event::Arrive, 9}, {Event::Leave, 99}}}),
         times_of({.service = "", .booked_at_secs = 50, .steps = {{Event::NoShow, 9999}}}),
         times_of({.service = "", .booked_at_secs = 0, .steps = {{Event::Arrive, 9}, {Event::Call, 909}}}),
         times_of({.service = "", .booked_at_secs = 0, .steps = {{Event::Arrive, 9}, {Event::Call, 1810}}})});
    CHECK(found.visits == 3);
    CHECK(found.wait.count == 2);
    CHECK(found.within_15 == 1);
    CHECK(found.within_30 == 1);
    CHECK(found.booked == 1);
    CHECK(found.no_shows == 1);
}

TEST_CASE("a spread is of values that occurred", "[visits][indicators]") {
    CHECK(spread_of({}).count == 0);
    const Spread one = spread_of({7});
    CHECK((one.mean_secs == 7 && one.median_secs == 7 && one.p90_secs == 7));
    const Spread ten = spread_of({10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
    CHECK((ten.median_secs == 5 && ten.p90_secs == 9 && ten.mean_secs == 6));
}

}  // namespace motcua::tests
