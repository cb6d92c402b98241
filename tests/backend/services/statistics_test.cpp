#include "backend/services/statistics.hpp"

#include <catch2/catch.hpp>

#include "backend/services/bookings.hpp"
#include "tests/backend/support/citizen.hpp"

namespace motcua::tests {

namespace {

constexpr std::int64_t kDaySecs = 86400;

backend::services::Statistics counted(House& house, std::string_view office = "van-phong") {
    backend::services::Statistics found;
    const auto outcome = house.storage().read([&](Stores& stores) -> Result<void> {
        found = backend::services::statistics(stores, office, house.clock().get()());
        return {};
    });
    REQUIRE(outcome.ok());
    return found;
}

}  // namespace

TEST_CASE("an office without work has fourteen days of nothing", "[backend][statistics]") {
    House house;
    const auto found = counted(house);
    REQUIRE(found.received.size() == 14);
    CHECK(found.received.front().day == "2026-11-10");
    CHECK(found.received.back().day == "2026-11-23");
    for (const auto& day : found.received) {
        CHECK(day.count == 0);
    }
    CHECK(found.hours.empty());
}

TEST_CASE("dossiers count on the Vietnamese day they came in, for their own office only",
          "[backend][statistics]") {
    House house;
    const std::int64_t at = put_one_slot(house.storage(), 3);
    Citizen(house, 1).complete(at);
    CHECK(counted(house).received.back().count == 1);
    CHECK(counted(house, "noi-khac").received.back().count == 0);
    // 07:00 on Monday; 17 hours later it is Tuesday in Vietnam, and still Monday in UTC.
    house.clock().pass(17 * 3600 - 1);
    CHECK(counted(house).received.back().count == 1);
    house.clock().pass(1);
    const auto tuesday = counted(house);
    CHECK(tuesday.received.back().count == 0);
    CHECK(tuesday.received[12].count == 1);
    house.clock().pass(12 * kDaySecs);
    CHECK(counted(house).received.front().count == 1);
    house.clock().pass(kDaySecs);
    CHECK(counted(house).received.front().count == 0);
}

TEST_CASE("an hour's seats are those of its slots, and held ones count as booked", "[backend][statistics]") {
    House house;
    const std::int64_t at = put_one_slot(house.storage(), 3);
    put_one_slot(house.storage(), 2, 3);
    put_one_slot(house.storage(), 9, 24);  // tomorrow
    commit(house.storage(), [&](Stores& stores) {
        stores.offices.put_slot(
            {.office = "van-phong", .starts_at_secs = at + 1800, .minutes = 30, .lanes = 1, .free = 0});
        const auto held = house.backend().bookings.hold(
            stores, {.dossier = id_of(7), .office = "van-phong", .starts_at_secs = at});
        REQUIRE(held.ok());
    });
    const auto found = counted(house);
    REQUIRE(found.hours.size() == 2);
    CHECK(found.hours[0].hour == 8);
    CHECK(found.hours[0].seats == 4);
    CHECK(found.hours[0].booked == 1);
    CHECK(found.hours[1].hour == 10);
    CHECK(found.hours[1].seats == 2);
    CHECK(found.hours[1].booked == 0);
}

}  // namespace motcua::tests
