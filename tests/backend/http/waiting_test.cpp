#include <set>

#include "tests/backend/support/morning.hpp"

namespace motcua::tests {

using backend::services::Bookings;

namespace {

/// POST /waiting… of somebody whose dossier is being filled in.
Response wait(House& house, Citizen& citizen, std::int64_t from, std::int64_t until) {
    return house.ask(
        post("/api/v1/waiting",
             json::Object{
                 {"dossier", citizen.request.id}, {"office", "van-phong"}, {"from", from}, {"until", until}},
             citizen.next_key()));
}

Response wait(House& house, Citizen& citizen, const std::string& what) {
    return house.ask(
        post("/api/v1/waiting/" + what, json::Object{{"dossier", citizen.request.id}}, citizen.next_key()));
}

Response wait_with_slip(House& house, Citizen& citizen, std::int64_t from, std::int64_t until) {
    return house.ask(post("/api/v1/waiting",
                          json::Object{{"code", citizen.receipt.text_or("code")},
                                       {"secret", citizen.receipt.text_or("secret")},
                                       {"from", from},
                                       {"until", until}},
                          citizen.next_key()));
}

int position_of(const Response& response) {
    return static_cast<int>(json_of(response).integer_or("position", 0));
}

/// When the seat offered begins; 0 without an offer.
std::int64_t offer_of(const Response& response) {
    const json::Value told = json_of(response);
    const json::Value* offer = told.find("offer");
    return offer == nullptr ? 0 : offer->integer_or("starts_at", 0);
}

/// Somebody has the first time; two wait for it.
struct Queue : Morning {
    Queue() {
        holder.complete(times[0]);
        REQUIRE(wait(house, first, times[0], times[1]).status == 201);
        REQUIRE(wait(house, second, times[0] - 600, times[0] + 1).status == 201);
    }
    std::int64_t first_offer() { return offer_of(wait(house, first, "status")); }
    std::int64_t second_offer() { return offer_of(wait(house, second, "status")); }

    Citizen holder{house, 1};
    Citizen first{house, 2};
    Citizen second{house, 3};
    Citizen passer{house, 4};
};

}  // namespace

TEST_CASE("a seat given up comes back after a time nobody can know", "[backend][http][waiting]") {
    std::set<std::int64_t> delays;
    for (int number = 1; number <= 4; ++number) {
        Morning morning;
        Citizen holder(morning.house, number);
        Citizen passer(morning.house, 50);
        holder.complete(morning.times[2]);
        const bool moves = number % 2 == 0;
        REQUIRE(
            (moves ? holder.appointment("move", morning.times[1]) : holder.appointment("cancel")).status ==
            200);
        const auto delay = count_in(morning.house.folder() / "motcua.sqlite",
                                    "SELECT free_after FROM seat_claims WHERE booking IS NULL") -
                           monday_seven();
        CHECK(delay >= Bookings::kCoolLeastSecs);
        CHECK(delay <= Bookings::kCoolMostSecs);
        delays.insert(delay);
        morning.house.clock().pass(delay);
        CHECK(first_finding(passer.hold(morning.times[2])) == "starts_at slot_full");
        morning.house.clock().pass(1);
        CHECK(passer.hold(morning.times[2]).status == 201);
    }
    CHECK(delays.size() > 1);
}

TEST_CASE("a seat given up is held for the first who waits for it", "[backend][http][waiting]") {
    Queue queue;
    CHECK(position_of(wait(queue.house, queue.first, "status")) == 1);
    CHECK(position_of(wait(queue.house, queue.second, "status")) == 2);
    CHECK(queue.first_offer() == 0);
    REQUIRE(queue.holder.appointment("cancel").status == 200);

    const Response told = wait(queue.house, queue.first, "status");
    CHECK(offer_of(told) == queue.times[0]);
    CHECK(json_of(told).find("offer")->integer_or("until", 0) == monday_seven() + Bookings::kOfferSecs);
    CHECK(queue.second_offer() == 0);
    for (Citizen* other : {&queue.second, &queue.passer, &queue.holder}) {
        CHECK(other->hold(queue.times[0]).status == 409);
    }
    queue.house.clock().pass(Bookings::kOfferSecs);
    REQUIRE(queue.first.hold(queue.times[0]).status == 201);
    CHECK(wait(queue.house, queue.first, "status").status == 204);
    CHECK(position_of(wait(queue.house, queue.second, "status")) == 1);
}

TEST_CASE("an offer that is not taken goes to the next, and then to everybody", "[backend][http][waiting]") {
    Queue queue;
    REQUIRE(queue.holder.appointment("cancel").status == 200);
    queue.house.clock().pass(Bookings::kOfferSecs + 1);
    SECTION("asked by the next") {
        CHECK(queue.second_offer() == queue.times[0]);
        CHECK(wait(queue.house, queue.first, "status").status == 204);
    }
    SECTION("asked by somebody who passes, who does not get it") {
        CHECK(first_finding(queue.passer.hold(queue.times[0])) == "starts_at slot_full");
        CHECK(queue.second_offer() == queue.times[0]);
    }
    queue.house.clock().pass(Bookings::kOfferSecs + 1);
    CHECK(wait(queue.house, queue.second, "status").status == 204);
    queue.house.clock().set(monday_seven() + Bookings::kCoolMostSecs + 1);
    CHECK(queue.passer.hold(queue.times[0]).status == 201);
}

TEST_CASE("who stops waiting passes their offer on", "[backend][http][waiting]") {
    Queue queue;
    REQUIRE(queue.holder.appointment("cancel").status == 200);
    const Request leave =
        post("/api/v1/waiting/leave", json::Object{{"dossier", queue.first.request.id}}, "l");
    CHECK(queue.house.ask(leave).status == 204);
    CHECK(queue.house.ask(leave).status == 204);
    CHECK(wait(queue.house, queue.first, "leave").status == 404);
    CHECK(queue.second_offer() == queue.times[0]);
}

TEST_CASE("a hold that runs out goes to those who wait before it is anybody's", "[backend][http][waiting]") {
    Morning morning;
    Citizen holder(morning.house, 1);
    REQUIRE(holder.hold(morning.times[0]).status == 201);
    Citizen waiting(morning.house, 2);
    REQUIRE(wait(morning.house, waiting, morning.times[0], morning.times[0] + 1).status == 201);
    morning.house.clock().pass(Bookings::kHoldSecs + Bookings::kGraceSecs + 1);
    CHECK(Citizen(morning.house, 3).hold(morning.times[0]).status == 409);
    CHECK(offer_of(wait(morning.house, waiting, "status")) == morning.times[0]);
    CHECK(waiting.hold(morning.times[0]).status == 201);
}

TEST_CASE("with a slip one waits for a better time and moves there", "[backend][http][waiting]") {
    Morning morning;
    Citizen holder(morning.house, 1);
    holder.complete(morning.times[0]);
    Citizen waiting(morning.house, 2);
    waiting.complete(morning.times[1]);
    CHECK(wait(morning.house, waiting, morning.times[0], morning.times[1]).status == 409);
    REQUIRE(wait_with_slip(morning.house, waiting, morning.times[0], morning.times[1]).status == 201);
    REQUIRE(holder.appointment("cancel").status == 200);
    CHECK(Citizen(morning.house, 3).hold(morning.times[0]).status == 409);
    REQUIRE(waiting.appointment("move", morning.times[0]).status == 200);
    CHECK(wait_with_slip(morning.house, holder, morning.times[0], morning.times[1]).status == 409);
}

TEST_CASE("one waits for times that there are and that are full", "[backend][http][waiting]") {
    Morning morning;
    Citizen citizen(morning.house, 1);
    const std::int64_t at = morning.times[0];
    CHECK(first_finding(wait(morning.house, citizen, at, at + 1)) == "from slots_free");
    CHECK(first_finding(wait(morning.house, citizen, at + 1, at + 60)) == "from slot_unknown");
    CHECK(wait(morning.house, citizen, at, at).status == 422);
    CHECK(wait(morning.house, citizen, "status").status == 204);
    Citizen(morning.house, 2).complete(at);
    REQUIRE(wait(morning.house, citizen, at, at + 1).status == 201);
    Citizen later(morning.house, 3);
    REQUIRE(wait(morning.house, later, at, at + 1).status == 201);
    // The same wish again keeps the place, another one does not.
    CHECK(position_of(wait(morning.house, citizen, at, at + 1)) == 1);
    CHECK(position_of(wait(morning.house, citizen, at, at + 2)) == 2);
    morning.house.clock().set(at + 2);
    CHECK(wait(morning.house, later, "status").status == 204);
}

}  // namespace motcua::tests
