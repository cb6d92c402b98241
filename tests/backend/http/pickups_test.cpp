#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "tests/backend/support/round.hpp"
#include "tests/shared/support/random.hpp"

namespace motcua::tests {

TEST_CASE("papers go from a door to the office by the numbers of both sides", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    const json::Value offer = json_of(round.ask(citizen, "/status"));
    CHECK(offer.text_or("closed") == "");
    CHECK(offer.array_at("communes").size() == 2);
    CHECK(offer.array_at("communes")[0].text_or("name") == "Xã Trà Cú");
    CHECK(offer.array_at("windows").size() == 3);
    REQUIRE(offer.array_at("papers").size() == 1);
    CHECK(offer.find("pickup")->is_null());

    const Response asked = round.fetch(citizen, round.windows[0]);
    INFO(asked.body);
    REQUIRE(asked.status == 200);
    const json::Value mine = *json_of(asked).find("pickup");
    CHECK(mine.text_or("state") == "requested");
    CHECK(mine.text_or("telephone") == "0901234567");
    const std::string citizens = mine.text_or("number");
    CHECK(citizens.size() == 6);

    const json::Value planned = round.round("ba");
    REQUIRE(planned.array_at("stops").size() == 1);
    const json::Value& door = planned.array_at("stops")[0];
    CHECK(door.text_or("line") == "Số nhà 7, ấp Thử");
    CHECK(door.integer_or("at", 0) == round.windows[0]);
    CHECK(door.text_or("number") == "");
    const std::string id = door.text_or("pickup");
    CHECK(round.step("ba", id, "requested", "collect", citizens).status == 409);
    REQUIRE(round.step("ba", id, "requested", "set_out").status == 200);
    CHECK(first_finding(round.ask(citizen, "/cancel")) == "pickup pickup_under_way");
    CHECK(first_finding(round.fetch(citizen, round.windows[1])) == "pickup pickup_under_way");

    const std::string couriers = round.round("ba").array_at("stops")[0].text_or("number");
    CHECK(couriers != citizens);
    CHECK(first_finding(round.ask(citizen, "/courier", {{"number", citizens}})) == "number pickup_number");
    CHECK(round.ask(citizen, "/courier", {{"number", couriers}}).status == 200);
    CHECK(first_finding(round.step("ba", id, "on_the_way", "collect", couriers)) == "number pickup_number");
    CHECK(first_finding(round.step("bon", id, "on_the_way", "collect", citizens)) ==
          "pickup pickup_other_courier");
    REQUIRE(round.step("ba", id, "on_the_way", "collect", citizens).status == 200);
    CHECK(round.asked(citizen).text_or("number") == "");

    const json::Value at_desk = round.round("an");
    CHECK(at_desk.array_at("stops").empty());
    REQUIRE(at_desk.array_at("carried").size() == 1);
    const std::string offices = at_desk.array_at("carried")[0].text_or("number");
    CHECK(round.round("ba").array_at("carried")[0].text_or("number") == "");
    CHECK(first_finding(round.step("ba", id, "collected", "deliver", citizens)) == "number pickup_number");
    REQUIRE(round.step("ba", id, "collected", "deliver", offices).status == 200);
    const json::Value over = round.asked(citizen);
    CHECK(over.text_or("state") == "delivered");
    std::vector<std::string> steps;
    for (const json::Value& step : over.array_at("steps")) {
        steps.push_back(step.text_or("event") + " " + step.text_or("role"));
        CHECK(step.integer_or("at", 0) == monday_seven());
    }
    CHECK(steps == std::vector<std::string>{"request citizen", "set_out courier", "meet citizen",
                                            "collect courier", "deliver courier"});
    CHECK(first_finding(round.fetch(citizen, round.windows[1])) == "pickup pickup_delivered");
}

TEST_CASE("the last seat of a window goes to one, whoever asks at the same time", "[backend][pickup]") {
    constexpr int kPeople = 12;
    Round round;
    std::vector<std::unique_ptr<Citizen>> people;
    for (int i = 1; i <= kPeople; ++i) {
        people.push_back(std::make_unique<Citizen>(round.house, i));
        people.back()->complete(round.slot_at);
    }
    std::vector<int> answers(kPeople);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < people.size(); ++i) {
        threads.emplace_back([&, i] { answers[i] = round.fetch(*people[i], round.windows[0]).status; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(std::count(answers.begin(), answers.end(), 200) == 2);
    CHECK(std::count(answers.begin(), answers.end(), 409) == kPeople - 2);
}

TEST_CASE("no window is ever promised to more than the courier can do", "[backend][pickup]") {
    constexpr int kPeople = 8;
    Round round;
    std::vector<std::unique_ptr<Citizen>> people;
    for (int i = 1; i <= kPeople; ++i) {
        people.push_back(std::make_unique<Citizen>(round.house, i));
        people.back()->complete(round.slot_at);
    }
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < people.size(); ++i) {
        threads.emplace_back([&, i] {
            Random random(100 + i);
            for (int turn = 0; turn < 12; ++turn) {
                const auto window = random.below(round.windows.size());
                if (random.below(4) == 0) {
                    round.ask(*people[i], "/cancel");
                } else {
                    round.fetch(*people[i], round.windows[window], window == 0 ? "29461" : "29491");
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    // With nobody left out for good: whoever asks once all others gave up gets a seat.
    for (std::size_t i = 1; i < people.size(); ++i) {
        round.ask(*people[i], "/cancel");
    }
    CHECK(round.fetch(*people[0], round.windows[2]).status == 200);
}

TEST_CASE("an address outside the area, no telephone or a window that is over is refused by name",
          "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    CHECK(first_finding(round.fetch(citizen, round.windows[0], "00004")) == "commune pickup_area");
    json::Object wish = Round::wish(round.windows[0]);
    wish[3].second = "12";
    CHECK(first_finding(round.ask(citizen, "", wish)) == "telephone phone");
    wish[2].second = "  ";
    CHECK(first_finding(round.ask(citizen, "", wish)) == "line required");
    CHECK(first_finding(round.fetch(citizen, round.windows[0] + 60)) == "starts_at pickup_window_closed");
    round.house.clock().set(round.windows[0] + 3601);
    CHECK(first_finding(round.fetch(citizen, round.windows[0])) == "starts_at pickup_window_closed");
    CHECK(round.fetch(citizen, round.windows[1]).status == 200);
    CHECK(round.ask(citizen, "/status", {}).status == 200);
    citizen.receipt = json::Object{{"code", citizen.receipt.text_or("code")}, {"secret", "2222-2222-2222"}};
    CHECK(round.ask(citizen, "/status").status == 404);
    CHECK(round.fetch(citizen, round.windows[2]).status == 404);
}

TEST_CASE("a full window leaves a change where it was, and the same press counts once", "[backend][pickup]") {
    Round round;
    std::vector<std::unique_ptr<Citizen>> people;
    for (int i = 1; i <= 3; ++i) {
        people.push_back(std::make_unique<Citizen>(round.house, i));
        people.back()->complete(round.slot_at);
    }
    REQUIRE(round.fetch(*people[0], round.windows[0]).status == 200);
    REQUIRE(round.fetch(*people[1], round.windows[0]).status == 200);
    REQUIRE(round.fetch(*people[2], round.windows[1]).status == 200);
    CHECK(first_finding(round.fetch(*people[2], round.windows[0])) == "starts_at pickup_window_full");
    CHECK(round.asked(*people[2]).integer_or("starts_at", 0) == round.windows[1]);

    const Response first = round.ask(*people[0], "", Round::wish(round.windows[2]), "once");
    const Response again = round.ask(*people[0], "", Round::wish(round.windows[2]), "once");
    CHECK(first.status == 200);
    CHECK(again.body == first.body);
    CHECK(round.asked(*people[0]).array_at("steps").size() == 2);
    CHECK(round.ask(*people[0], "/cancel").status == 200);
    CHECK(round.ask(*people[0], "/cancel").status == 200);
    CHECK(round.asked(*people[0]).text_or("state") == "cancelled");
    // Asked for anew, it is another pickup with another number.
    const std::string number = json_of(first).find("pickup")->text_or("number");
    CHECK(round.fetch(*people[0], round.windows[0]).status == 200);
    CHECK(round.asked(*people[0]).text_or("number") != number);
}

TEST_CASE("numbers cannot be guessed", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[0]).status == 200);
    const std::string number = round.asked(citizen).text_or("number");
    const std::string id = round.id_of_pickup(citizen);
    REQUIRE(round.step("ba", id, "requested", "set_out").status == 200);
    const std::string wrong = number == "123456" ? "654321" : "123456";
    for (int i = 0; i < backend::services::LoginThrottle::kFreeTries; ++i) {
        CHECK(round.step("ba", id, "on_the_way", "collect", wrong).status == 422);
    }
    CHECK(round.step("ba", id, "on_the_way", "collect", number).status == 429);
    // The citizen's side has guesses of its own.
    CHECK(round.ask(citizen, "/courier", {{"number", wrong}}).status == 422);
    round.house.clock().pass(backend::services::LoginThrottle::kWaitSecs);
    CHECK(round.step("ba", id, "on_the_way", "collect", number).status == 200);
}

TEST_CASE("setting out and missing somebody can be undone, collecting cannot", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[0]).status == 200);
    const std::string id = round.id_of_pickup(citizen);
    CHECK(first_finding(round.step("ba", id, "on_the_way", "undo")) == "pickup pickup_moved_on");
    CHECK(first_finding(round.step("ba", id, "requested", "undo")) == "event undo_impossible");
    REQUIRE(round.step("ba", id, "requested", "set_out").status == 200);
    CHECK(round.round("ba").array_at("stops")[0].text_or("undo") == "set_out");
    REQUIRE(round.step("ba", id, "on_the_way", "undo").status == 200);
    // Another courier may go now, with another number.
    REQUIRE(round.step("bon", id, "requested", "set_out").status == 200);
    REQUIRE(round.step("bon", id, "on_the_way", "miss").status == 200);
    CHECK(round.round("bon").array_at("stops")[0].text_or("telephone") == "");
    SECTION("back to the door") {
        REQUIRE(round.step("bon", id, "missed", "undo").status == 200);
        REQUIRE(
            round.step("bon", id, "on_the_way", "collect", round.asked(citizen).text_or("number")).status ==
            200);
        CHECK(first_finding(round.step("bon", id, "collected", "undo")) == "event undo_impossible");
    }
    SECTION("not when the citizen has asked for another by then") {
        REQUIRE(round.fetch(citizen, round.windows[1]).status == 200);
        CHECK(first_finding(round.step("bon", id, "missed", "undo")) == "event undo_impossible");
    }
}

TEST_CASE("couriers see pickups and nothing else, clerks no addresses", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[0]).status == 200);
    for (const char* path : {"/api/v1/staff/dossiers", "/api/v1/staff/line", "/api/v1/staff/statistics"}) {
        const Response refused = round.as("ba", get(path));
        CHECK(refused.status == 403);
        CHECK(first_finding(refused) == " role_other");
    }
    CHECK(json_of(round.as("ba", get("/api/v1/staff/session"))).text_or("role") == "courier");
    CHECK(round.step("an", round.id_of_pickup(citizen), "requested", "set_out").status == 403);
    CHECK(round.as("an", get("/api/v1/staff/pickups", "day=2026-11-23&half=morning")).body.find("ấp Thử") ==
          std::string::npos);
    CHECK(round.house.ask(get("/api/v1/staff/pickups", "day=2026-11-23&half=morning")).status == 401);
    CHECK(round.as("ba", get("/api/v1/staff/pickups", "day=2026-11-23&half=night")).status == 422);
}

TEST_CASE("nobody sets out long before the window", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[2]).status == 200);
    const std::string id = round.id_of_pickup(citizen);
    CHECK(first_finding(round.step("ba", id, "requested", "set_out")) == "pickup pickup_too_early");
    round.house.clock().set(round.windows[2] - backend::services::Pickups::kEarliestSecs);
    CHECK(round.step("ba", id, "requested", "set_out").status == 200);
}

TEST_CASE("an office without couriers, and a dossier a clerk has received, are told apart",
          "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    SECTION("received") {
        REQUIRE(round
                    .as("an", post("/api/v1/staff/dossiers/" + citizen.request.id + "/received",
                                   json::Object{{"version", 1}}, "r"))
                    .status == 200);
        CHECK(json_of(round.ask(citizen, "/status")).text_or("closed") == "pickup_received");
        CHECK(first_finding(round.fetch(citizen, round.windows[0])) == "pickup pickup_received");
    }
    SECTION("no area") {
        commit(round.house.storage(), [](Stores& stores) {
            stores.pickups.put_area(
                {.office = "van-phong", .stop_secs = 600, .verified = false, .communes = {}, .ways = {}});
        });
        CHECK(json_of(round.ask(citizen, "/status")).text_or("closed") == "pickup_none");
        CHECK(first_finding(round.fetch(citizen, round.windows[0])) == "pickup pickup_none");
    }
}

TEST_CASE("address, telephone and numbers are nowhere in clear on disk", "[backend][pickup]") {
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[0]).status == 200);
    const std::string number = round.asked(citizen).text_or("number");
    for (const char* name : {"motcua.sqlite", "motcua.sqlite-wal"}) {
        std::ifstream stream(round.house.folder() / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        CHECK(bytes.find("ấp Thử") == std::string::npos);
        CHECK(bytes.find("0901234567") == std::string::npos);
        CHECK(bytes.find("\"" + number + "\"") == std::string::npos);
    }
}

TEST_CASE("the courier goes to a commune once, by the ways that the office states", "[backend][pickup]") {
    using backend::services::errand_of;
    const backend::storage::PickupArea area{.office = "van-phong",
                                            .stop_secs = 600,
                                            .verified = false,
                                            .communes = {{"a", 600}, {"b", 1500}, {"c", 1800}},
                                            .ways = {{"c", "b", 900}}};
    const backend::storage::PickupWindow window{
        .office = "van-phong", .starts_at_secs = 100'000, .minutes = 120, .stops = 9};
    const auto errand = errand_of(area, {"a", "b", "c", "a", "c", "gone"},
                                  std::vector<backend::storage::PickupWindow>(6, window));
    CHECK(errand.travel_secs[2][3] == 900);
    CHECK(errand.travel_secs[3][2] == 900);
    CHECK(errand.travel_secs[1][2] == 2100);
    CHECK(errand.travel_secs[1][4] == 0);
    const visits::Route route = visits::plan_route(errand);
    CHECK(route.unmet == std::vector<std::size_t>{5});
    CHECK(route.travel_secs == 600 + 2100 + 900 + 1800);
    CHECK(route.order.size() == 5);
}

TEST_CASE("the database itself allows exactly the steps of a pickup's table", "[backend][pickup]") {
    using backend::storage::sqlite::Connection;
    using namespace visits::pickup;
    constexpr std::size_t kStates = static_cast<std::size_t>(State::Cancelled) + 1;
    constexpr std::size_t kEvents = static_cast<std::size_t>(Event::Deliver) + 1;
    Round round;
    Citizen citizen(round.house, 1);
    citizen.complete(round.slot_at);
    REQUIRE(round.fetch(citizen, round.windows[0]).status == 200);
    Connection connection(round.file(), Connection::Mode::ReadWrite);
    const auto runs = [&connection](const std::string& sql) {
        try {
            connection.exec(sql.c_str());
            return true;
        } catch (const std::exception&) {
            return false;
        }
    };
    CHECK_FALSE(runs("DELETE FROM pickups"));
    CHECK_FALSE(runs("UPDATE pickup_events SET at = at - 1"));
    CHECK_FALSE(runs("DELETE FROM pickup_events"));
    CHECK_FALSE(runs("UPDATE pickup_seats SET seat = 3"));
    for (std::size_t i = 1; i < kStates; ++i) {
        for (std::size_t j = 0; j < kStates; ++j) {
            const auto from = static_cast<State>(i);
            const auto to = static_cast<State>(j);
            CAPTURE(name(from), name(to));
            bool legal = false;
            for (std::size_t e = 0; e < kEvents; ++e) {
                legal = legal || next(from, static_cast<Event>(e)) == to ||
                        undone(from, to, static_cast<Event>(e)).has_value();
            }
            // In a transaction of its own, begun in `from` without the trigger.
            REQUIRE(runs("BEGIN"));
            REQUIRE(runs("DROP TRIGGER pickup_steps_on"));
            REQUIRE(runs("UPDATE pickups SET state = '" + std::string(name(from)) + "'"));
            REQUIRE(runs(R"sql(
CREATE TRIGGER pickup_steps_on BEFORE UPDATE ON pickups
WHEN NEW.version <> OLD.version + 1
    OR NOT EXISTS (SELECT 1 FROM pickup_steps WHERE from_state = OLD.state AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END)sql"));
            CHECK(runs("UPDATE pickups SET version = version + 1, state = '" + std::string(name(to)) + "'") ==
                  legal);
            REQUIRE(runs("ROLLBACK"));
        }
    }
}

}  // namespace motcua::tests
