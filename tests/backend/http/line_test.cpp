#include <algorithm>
#include <random>
#include <thread>

#include "backend/services/upkeep.hpp"
#include "tests/backend/support/hall.hpp"

namespace motcua::tests {

namespace {

std::int64_t number_of(const json::Value& value) {
    return value.integer_or("number", 0);
}

std::vector<std::int64_t> numbers(const json::Array& visits) {
    std::vector<std::int64_t> found;
    for (const json::Value& visit : visits) {
        found.push_back(number_of(visit));
    }
    return found;
}

std::string state_of(Hall& hall, const json::Value& ticket) {
    return json_of(hall.ticket(ticket)).text_or("state");
}

}  // namespace

TEST_CASE("tickets and appointments are called in one line by one rule", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    Citizen booked(hall.house, 1);
    booked.complete(hall.times[0]);
    Citizen late(hall.house, 2);
    late.complete(hall.times[0]);

    hall.house.clock().set(hall.times[0] - 600);
    const json::Value walk_in = json_of(hall.take());
    const json::Value elderly = json_of(hall.take("elderly"));
    const json::Value early = json_of(hall.check_in(booked));
    CHECK(number_of(walk_in) == 1);
    CHECK(number_of(early) == 3);
    CHECK_FALSE(early.text_or("rule").empty());
    // The law's class, then the one who came first, then the appointment, which counts from its time.
    CHECK(numbers(hall.line("an").array_at("waiting")) == std::vector<std::int64_t>{2, 1, 3});
    CHECK(json_of(hall.ticket(walk_in)).integer_or("ahead", -1) == 1);

    hall.house.clock().set(hall.times[0] + 16 * 60);
    const json::Value too_late = json_of(hall.check_in(late));
    CHECK(too_late.boolean_or("late", false));
    const json::Value after = json_of(hall.take());
    for (const std::int64_t number : {2, 1, 3, 4, 5}) {
        REQUIRE(hall.next("an").status == 200);
        CHECK(number_of(hall.first("an", "here")) == number);
        REQUIRE(hall.here("an", "start").status == 200);
        REQUIRE(hall.here("an", "finish").status == 200);
    }
    CHECK(first_finding(hall.next("an")) == "line line_empty");
    CHECK(state_of(hall, elderly) == "served");
    CHECK(state_of(hall, after) == "served");
}

TEST_CASE("who has waited past the cap is called before the law's class", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    hall.take();
    hall.house.clock().pass(30 * 60 + 1);
    hall.take("pregnant");
    REQUIRE(hall.next("an").status == 200);
    CHECK(number_of(hall.first("an", "here")) == 1);
}

TEST_CASE("one person is at one counter, and one clerk too", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    hall.take();
    hall.take();
    CHECK(first_finding(hall.next("binh")) == "counter counter_none");
    REQUIRE(hall.sit("binh", 2).status == 200);
    REQUIRE(hall.next("an").status == 200);
    CHECK(first_finding(hall.next("an")) == "counter counter_busy");
    CHECK(first_finding(hall.sit("binh", 1)) == "counter counter_busy");
    CHECK(first_finding(hall.sit("an", 3)) == "counter counter_busy");
    CHECK(hall.sit("binh", 5).status == 422);
    const json::Value with_an = hall.first("an", "here");
    CHECK(first_finding(hall.step("binh", with_an, "start")) == "counter counter_other");
    REQUIRE(hall.here("an", "start").status == 200);
    // Seen before it was started.
    CHECK(first_finding(hall.step("an", with_an, "miss")) == "version visit_moved_on");
    CHECK(first_finding(hall.here("an", "miss")) == "event step_impossible");
    CHECK(first_finding(hall.here("an", "check_in")) == "event shape.range");
    // Signing out leaves a counter where nobody is, and keeps one where somebody is.
    const auto sign_out = [&hall](const std::string& user) {
        Request request = get("/api/v1/staff/session");
        request.method = Method::Delete;
        return hall.as(user, request).status;
    };
    CHECK(sign_out("an") == 204);
    CHECK(sign_out("binh") == 204);
    CHECK(count_in(hall.file(), "SELECT count(*) FROM counters WHERE user = 'an'") == 1);
    CHECK(count_in(hall.file(), "SELECT count(*) FROM counters WHERE user = 'binh'") == 0);
    hall.begin_sessions();
    // A free counter can be taken over; its clerk then sits nowhere.
    REQUIRE(hall.here("an", "finish").status == 200);
    REQUIRE(hall.sit("binh", 1).status == 200);
    CHECK(hall.line("an").integer_or("counter", 0) == 0);
    CHECK(hall.line("binh").integer_or("counter", 0) == 1);
}

TEST_CASE("clerks who press at once never call one person twice", "[backend][http][line]") {
    Hall hall;
    constexpr int kPeople = 30;
    const std::vector<std::string> users{"an", "binh", "chi"};
    for (std::size_t i = 0; i < users.size(); ++i) {
        REQUIRE(hall.sit(users[i], static_cast<int>(i) + 1).status == 200);
    }
    for (int i = 0; i < kPeople; ++i) {
        REQUIRE(hall.take().status == 201);
    }
    const auto send = [&](const std::string& user, const std::string& what, json::Object body, int key) {
        return hall.as(user, post("/api/v1/staff/line/" + what, std::move(body), user + std::to_string(key)));
    };
    std::vector<std::thread> threads;
    for (const std::string& user : users) {
        // Each twice, as who clicks two windows at once.
        for (int window = 0; window < 2; ++window) {
            threads.emplace_back([&, user, window] {
                for (int i = 0; i < 25; ++i) {
                    const int key = 1000 * window + 10 * i;
                    send(user, "next", {}, key);
                    const json::Value here = hall.first(user, "here");
                    for (const auto& [at, event] : {std::pair{1, "start"}, {2, "finish"}}) {
                        send(user, "steps",
                             {{"visit", here.text_or("visit")},
                              {"version", here.integer_or("version", 1) + at - 1},
                              {"event", event}},
                             key + at);
                    }
                }
            });
        }
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(count_in(hall.file(), "SELECT count(*) FROM visit_events WHERE event = 'call'") == kPeople);
    CHECK(count_in(hall.file(),
                   "SELECT count(*) FROM (SELECT booking FROM visit_events "
                   "WHERE event = 'call' GROUP BY booking)") == kPeople);
    // Everybody came at one moment, so they were called by number.
    CHECK(count_in(hall.file(),
                   "SELECT count(*) FROM (SELECT t.number - row_number() OVER (ORDER BY e.seq) AS off "
                   "FROM visit_events e JOIN tickets t ON t.booking = e.booking WHERE e.event = 'call') "
                   "WHERE off <> 0") == 0);
}

TEST_CASE("people are called again, set aside, passed on and undone", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    const json::Value ticket = json_of(hall.take());
    REQUIRE(hall.next("an").status == 200);
    const std::int64_t first_call = hall.board().array_at("calls")[0].integer_or("call", 0);
    hall.house.clock().pass(60);
    REQUIRE(hall.here("an", "recall").status == 200);
    CHECK(hall.board().array_at("calls")[0].integer_or("call", 0) > first_call);
    REQUIRE(hall.here("an", "miss").status == 200);
    CHECK(hall.board().array_at("calls").empty());
    CHECK(state_of(hall, ticket) == "missed");

    SECTION("who comes after all waits from then on") {
        hall.house.clock().pass(60);
        const std::int64_t now = hall.house.clock().get()();
        REQUIRE(hall.step("an", hall.first("an", "aside"), "return").status == 200);
        CHECK(hall.first("an", "waiting").integer_or("arrived_at", 0) == now);
    }
    SECTION("or is called from aside, even by another counter") {
        REQUIRE(hall.sit("binh", 2).status == 200);
        REQUIRE(hall.step("binh", hall.first("binh", "aside"), "call").status == 200);
        CHECK(json_of(hall.ticket(ticket)).integer_or("counter", 0) == 2);
        REQUIRE(hall.here("binh", "undo").status == 200);
        CHECK(state_of(hall, ticket) == "missed");
        CHECK(json_of(hall.ticket(ticket)).integer_or("counter", 0) == 1);
    }
    SECTION("what was done at a counter is undone there alone") {
        REQUIRE(hall.sit("binh", 2).status == 200);
        CHECK(first_finding(hall.step("binh", hall.first("binh", "aside"), "undo")) ==
              "counter counter_other");
        CHECK(state_of(hall, ticket) == "missed");
    }
    SECTION("a miss is undone at the counter, unless it serves somebody else by now") {
        hall.take();
        const json::Value missed = hall.first("an", "last");
        CHECK(missed.text_or("undo") == "miss");
        REQUIRE(hall.next("an").status == 200);
        CHECK(first_finding(hall.step("an", missed, "undo")) == "counter counter_busy");
        REQUIRE(hall.here("an", "undo").status == 200);
        REQUIRE(hall.step("an", missed, "undo").status == 200);
        CHECK(state_of(hall, ticket) == "called");
        // What was undone is not undone back: one says what happened instead.
        CHECK(first_finding(hall.here("an", "undo")) == "event undo_impossible");
    }
    SECTION("to another service, and back again") {
        REQUIRE(hall.step("an", hall.first("an", "aside"), "call").status == 200);
        REQUIRE(hall.here("an", "start").status == 200);
        CHECK(hall.here("an", "refer", "9.999999").status == 422);
        REQUIRE(hall.here("an", "refer").status == 200);
        CHECK(hall.first("an", "waiting").text_or("service", "?").empty());
        REQUIRE(hall.step("an", hall.first("an", "waiting"), "undo").status == 200);
        CHECK(hall.first("an", "here").text_or("service") == "1.004873");
        REQUIRE(hall.here("an", "transfer").status == 200);
        REQUIRE(hall.next("an").status == 200);
        REQUIRE(hall.here("an", "start").status == 200);
        REQUIRE(hall.here("an", "park").status == 200);
        REQUIRE(hall.step("an", hall.first("an", "aside"), "return").status == 200);
        REQUIRE(hall.step("an", hall.first("an", "waiting"), "leave").status == 200);
        CHECK(state_of(hall, ticket) == "left");
    }
}

TEST_CASE("a class that the paper does not bear out is corrected, and the correction undone",
          "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    const json::Value waits = json_of(hall.take());
    const json::Value stated = json_of(hall.take("elderly"));
    REQUIRE(hall.next("an").status == 200);
    REQUIRE(hall.here("an", "start").status == 200);
    const std::int64_t since = hall.first("an", "here").integer_or("since", 0);
    hall.house.clock().pass(60);
    CHECK(hall.reclassify("an", "no-such-class").status == 422);
    REQUIRE(hall.reclassify("an", "").status == 200);
    CHECK(hall.first("an", "here").text_or("priority", "?").empty());
    CHECK(hall.first("an", "here").text_or("state") == "serving");
    CHECK(hall.first("an", "here").integer_or("since", 0) == since);
    CHECK(json_of(hall.ticket(stated)).find("priority")->text_or("id", "?").empty());

    SECTION("and counts from then on") {
        REQUIRE(hall.here("an", "transfer").status == 200);
        CHECK(numbers(hall.line("an").array_at("waiting")) == std::vector<std::int64_t>{1, 2});
        REQUIRE(hall.step("an", hall.first("an", "last"), "undo").status == 200);
        CHECK(hall.first("an", "here").text_or("priority", "?").empty());
    }
    SECTION("back to what was stated") {
        CHECK(hall.first("an", "here").text_or("undo") == "reclassify");
        REQUIRE(hall.here("an", "undo").status == 200);
        CHECK(hall.first("an", "here").text_or("priority") == "Người từ đủ 60 tuổi");
        REQUIRE(hall.here("an", "transfer").status == 200);
        CHECK(numbers(hall.line("an").array_at("waiting")) == std::vector<std::int64_t>{2, 1});
    }
    CHECK(state_of(hall, waits) == "checked_in");
    CHECK(count_in(hall.file(), "SELECT count(*) FROM visit_events WHERE event = 'reclassify'") == 1);
}

TEST_CASE("a counter that knows some services calls those who ask for them", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1, {"1.004873"}).status == 200);
    hall.take("", "");
    const json::Value ticket = json_of(hall.take());
    // Nobody serves the first yet, so they stand before nobody; with a counter for both they do.
    CHECK(json_of(hall.ticket(ticket)).integer_or("ahead", -1) == 0);
    REQUIRE(hall.sit("binh", 2).status == 200);
    CHECK(json_of(hall.ticket(ticket)).integer_or("ahead", -1) == 1);
    CHECK(numbers(hall.line("an").array_at("waiting")) == std::vector<std::int64_t>{2, 1});
    REQUIRE(hall.next("an").status == 200);
    CHECK(number_of(hall.first("an", "here")) == 2);
    CHECK(hall.sit("binh", 2, {"9.999999"}).status == 422);
}

TEST_CASE("an appointment is checked in on its day, from an hour before", "[backend][http][line]") {
    Hall hall;
    Citizen citizen(hall.house, 1);
    citizen.complete(hall.times[1]);
    hall.house.clock().set(hall.times[1] - 3601);
    CHECK(first_finding(hall.check_in(citizen)) == "appointment check_in_early");
    hall.house.clock().pass(1);
    const json::Value ticket = json_of(hall.check_in(citizen));
    CHECK(number_of(ticket) == 1);
    // Once more is the same ticket.
    CHECK(json_of(hall.check_in(citizen)) == ticket);
    CHECK(json_of(citizen.appointment("status")).text_or("state") == "checked_in");
    CHECK(citizen.appointment("cancel").status == 409);
    CHECK(hall.check_in(citizen, "rich").status == 422);

    Citizen other(hall.house, 2);
    other.complete(hall.times[1]);
    CHECK(hall.staff("an", "tickets",
                     json::Object{{"code", other.receipt.text_or("code")}, {"priority", "disabled"}})
              .status == 201);
    Citizen absent(hall.house, 3);
    absent.complete(hall.times[2]);
    hall.house.clock().pass(86400);
    CHECK(first_finding(hall.check_in(absent)) == "appointment check_in_over");
    Response wrong = hall.house.ask(
        post("/api/v1/tickets/check-in",
             json::Object{{"code", other.receipt.text_or("code")}, {"secret", "X"}, {"priority", ""}}, "w"));
    CHECK(wrong.status == 404);
}

TEST_CASE("a ticket shows itself to its secret alone, and can be given up", "[backend][http][line]") {
    Hall hall;
    CHECK(first_finding(hall.take()) == "office line_closed");
    REQUIRE(hall.sit("an", 1).status == 200);
    const json::Value ticket = json_of(hall.take());
    const std::string secret = ticket.text_or("ticket");
    REQUIRE(secret.size() == 64);
    std::string forged = secret;
    forged.back() = forged.back() == '0' ? '1' : '0';
    for (const std::string& wrong : {forged, secret.substr(0, 32), std::string(64, '0'), std::string()}) {
        CHECK(hall.ticket(json::Object{{"ticket", wrong}}).status == 404);
    }
    const auto leave = [&] {
        return hall.house.ask(post("/api/v1/tickets/leave", json::Object{{"ticket", secret}}, hall.key()));
    };
    CHECK(leave().status == 204);
    CHECK(state_of(hall, ticket) == "left");
    CHECK(leave().status == 409);
    CHECK(hall.take("", "9.999999").status == 422);
    CHECK(hall.take("rich").status == 422);
}

TEST_CASE("devices give out numbers of their own while they cannot reach us", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    CHECK(number_of(json_of(hall.take())) == 1);
    const auto range = [&](const std::string& device) {
        return json_of(hall.staff("an", "ranges", json::Object{{"device", device}, {"count", 10}}));
    };
    const std::int64_t from = range("kiosk-1").integer_or("first", 0);
    CHECK(from == 2);
    CHECK(range("kiosk-2").integer_or("first", 0) == 12);
    CHECK(number_of(json_of(hall.take())) == 22);
    hall.house.clock().pass(600);
    const std::int64_t then = hall.house.clock().get()() - 590;
    const auto merge = [&](std::int64_t number) {
        return hall.staff("an", "merge",
                          json::Object{{"tickets", json::Array{json::Object{{"number", number},
                                                                            {"arrived_at", then},
                                                                            {"service", "1.004873"},
                                                                            {"priority", ""}}}}});
    };
    CHECK(json_of(merge(from)).integer_or("merged", 0) == 1);
    CHECK(json_of(merge(from)).integer_or("known", 0) == 1);
    CHECK(first_finding(merge(1)) == "number number_of_no_range");
    CHECK(first_finding(merge(22)) == "number number_of_no_range");
    CHECK(json_of(merge(21)).integer_or("merged", 0) == 1);
    CHECK(numbers(hall.line("an").array_at("waiting")) == std::vector<std::int64_t>{1, 22, 2, 21});
    // Nobody promised their people anything.
    CHECK(count_in(hall.file(), "SELECT count(*) FROM tickets WHERE told < 0") == 2);
    // The day after has its numbers from 1 again, and knows no range of this day.
    hall.house.clock().pass(86400);
    CHECK(number_of(json_of(hall.take())) == 1);
    CHECK(first_finding(merge(from + 1)) == "number number_of_no_range");
}

TEST_CASE("a day that is over leaves nobody in the line", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    Citizen came(hall.house, 1);
    came.complete(hall.times[0]);
    Citizen absent(hall.house, 2);
    absent.complete(hall.times[1]);
    hall.house.clock().set(hall.times[0]);
    const json::Value ticket = json_of(hall.check_in(came));
    const json::Value second = json_of(hall.take());
    REQUIRE(hall.next("an").status == 200);
    hall.house.clock().pass(86400);
    auto& backend = hall.house.backend();
    REQUIRE(
        backend::services::tidy(hall.house.storage(), backend.bookings, backend.line, backend.clock()).ok());
    CHECK(state_of(hall, ticket) == "left");
    CHECK(state_of(hall, second) == "left");
    CHECK(json_of(absent.appointment("status")).text_or("state") == "no_show");
    CHECK(hall.line("an").array_at("here").empty());
}

TEST_CASE("waits, ways, services and no-shows are told from the log", "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    Citizen absent(hall.house, 1);
    absent.complete(hall.times[0]);
    for (const int wait_minutes : {10, 20, 40}) {
        REQUIRE(hall.take("", wait_minutes == 40 ? "" : "1.004873").status == 201);
        hall.house.clock().pass(wait_minutes * 60);
        REQUIRE(hall.next("an").status == 200);
        hall.house.clock().pass(60);
        REQUIRE(hall.here("an", "recall").status == 200);
        hall.house.clock().pass(60);
        REQUIRE(hall.here("an", "start").status == 200);
        hall.house.clock().pass(300);
        REQUIRE(hall.here("an", "finish").status == 200);
    }
    hall.house.clock().pass(86400);
    auto& backend = hall.house.backend();
    REQUIRE(
        backend::services::tidy(hall.house.storage(), backend.bookings, backend.line, backend.clock()).ok());
    const auto ask = [&](const char* path, const char* days) {
        return hall.as("an", get(std::string("/api/v1/staff/") + path, days));
    };
    const json::Value told = json_of(ask("indicators", "from=2026-11-23&until=2026-11-24"));
    CHECK(told.integer_or("definitions", 0) == 1);
    CHECK(told.find("log")->text_or("hash").size() == 64);
    const json::Value& all = told.array_at("rows")[0];
    CHECK(all.integer_or("visits", 0) == 3);
    CHECK(all.find("wait")->integer_or("median_secs", 0) == 20 * 60);
    CHECK(all.find("wait")->integer_or("p90_secs", 0) == 40 * 60);
    CHECK(all.find("way")->integer_or("mean_secs", 0) == 120);
    CHECK(all.find("service")->integer_or("mean_secs", 0) == 300);
    CHECK(all.integer_or("within_15", 0) == 1);
    CHECK(all.integer_or("within_30", 0) == 2);
    CHECK(all.integer_or("booked", 0) == 1);
    CHECK(all.integer_or("no_shows", 0) == 1);
    std::vector<std::string> parts;
    for (const json::Value& row : told.array_at("rows")) {
        parts.push_back(row.text_or("kind") + " " + row.text_or("key"));
    }
    CHECK(parts == std::vector<std::string>{"all ", "service ", "service 1.004873", "hour 7", "hour 8"});
    const Response csv = ask("indicators.csv", "from=2026-11-23&until=2026-11-23");
    CHECK(csv.media_type == "text/csv; charset=utf-8");
    CHECK(csv.body.find(",all,,3,3,1400,1200,2400,1,2,120,120,120,300,300,300,1,1\r\n") != std::string::npos);
    // Behind each number the visits it was made from, without anything personal.
    const auto behind = [&](const std::string& which) {
        const Response response =
            ask("indicators/visits", ("from=2026-11-23&until=2026-11-24&" + which).c_str());
        return response.status == 200 ? numbers(json_of(response).array_at("visits"))
                                      : std::vector<std::int64_t>{-response.status};
    };
    CHECK(behind("kind=all&figure=visits") == std::vector<std::int64_t>{1, 2, 3});
    CHECK(behind("kind=all&figure=within_15") == std::vector<std::int64_t>{1});
    CHECK(behind("kind=service&key=1.004873&figure=wait") == std::vector<std::int64_t>{1, 2});
    CHECK(behind("kind=service&key=&figure=wait") == std::vector<std::int64_t>{3});
    CHECK(behind("kind=hour&key=8&figure=no_shows") == std::vector<std::int64_t>{0});
    CHECK(behind("kind=all&figure=booked") == std::vector<std::int64_t>{0});
    CHECK(behind("kind=all&figure=mood") == std::vector<std::int64_t>{-422});
    CHECK(behind("kind=clerk&figure=wait") == std::vector<std::int64_t>{-422});
    const json::Value one = json_of(ask("indicators/visits",
                                        "from=2026-11-23&kind=all&figure=within_15"
                                        "&until=2026-11-23"));
    CHECK(one.integer_or("total", 0) == 1);
    CHECK(one.array_at("visits")[0].integer_or("wait_secs", 0) == 600);
    CHECK(json::write(one.array_at("visits")[0]).find("visit\":") == std::string::npos);
    CHECK(ask("indicators", "from=2026-11-24&until=2026-11-23").status == 422);
    CHECK(ask("indicators", "from=2026-01-01&until=2026-11-23").status == 422);
}

TEST_CASE("people are told how often what was promised was kept, once there is enough to tell",
          "[backend][http][line]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    const auto serve = [&hall](int wait_secs) {
        REQUIRE(hall.take().status == 201);
        hall.house.clock().pass(wait_secs);
        REQUIRE(hall.next("an").status == 200);
        REQUIRE(hall.here("an", "start").status == 200);
        REQUIRE(hall.here("an", "finish").status == 200);
        hall.house.clock().pass(20);  // Nobody takes thirty tickets at once.
    };
    const auto promise = [&hall] {
        return json_of(hall.as("an", get("/api/v1/staff/indicators")))
            .find("promise")
            ->integer_or("given", -1);
    };
    // Nobody is there: the bound is nought, and to be called at once keeps it.
    for (int i = 0; i < 29; ++i) {
        serve(0);
    }
    CHECK(promise() == 29);
    const json::Value early = json_of(hall.take());
    CHECK(early.find("promise")->is_null());
    REQUIRE(hall.next("an").status == 200);
    REQUIRE(hall.here("an", "miss").status == 200);
    // Who comes after all counts from when they came first.
    REQUIRE(hall.step("an", hall.first("an", "aside"), "return").status == 200);
    REQUIRE(hall.next("an").status == 200);
    REQUIRE(hall.here("an", "start").status == 200);
    REQUIRE(hall.here("an", "finish").status == 200);
    serve(3600);
    const json::Value told = json_of(hall.take());
    CHECK(told.find("promise")->integer_or("given", 0) == 31);
    CHECK(told.find("promise")->integer_or("kept", 0) == 30);
}

TEST_CASE("whatever clerks and people do, the line keeps its invariants", "[backend][http][line]") {
    std::mt19937 generator(GENERATE(1U, 2U, 3U));
    const auto below = [&](int end) { return static_cast<int>(generator() % static_cast<unsigned>(end)); };
    Hall hall;
    const std::vector<std::string> users{"an", "binh", "chi"};
    const std::vector<std::string> events{"recall", "start",  "start",  "start", "miss", "park", "return",
                                          "refer",  "finish", "finish", "leave", "undo", "call", "transfer"};
    for (int i = 0; i < 300; ++i) {
        const std::string& user = users[static_cast<std::size_t>(below(3))];
        const int what = below(12);
        const int minutes = below(4);
        hall.house.clock().pass(minutes * 60);
        if (what == 0) {
            const int counter = 1 + below(4);
            hall.sit(user, counter);
        } else if (what <= 2) {
            const bool first = below(4) == 0;
            const bool other = below(3) == 0;
            hall.take(first ? "elderly" : "", other ? "" : "1.004873");
        } else if (what <= 4) {
            // Whoever is called is the first of those this counter would call.
            const json::Value expected = hall.first(user, "waiting");
            const bool called = hall.next(user).status == 200;
            CHECK((!called || number_of(hall.first(user, "here")) == number_of(expected)));
        } else {
            const char* list = what <= 9 ? "here" : what == 10 ? "aside" : "last";
            const std::string& event =
                events[static_cast<std::size_t>(below(static_cast<int>(events.size())))];
            hall.step(user, hall.first(user, list), event);
        }
        if (i % 50 == 0) {
            check_line(hall.file());
        }
    }
    CHECK(count_in(hall.file(), "SELECT count(*) FROM visit_events WHERE event = 'undo'") > 0);
    CHECK(count_in(hall.file(), "SELECT count(*) FROM visit_events WHERE event = 'finish'") > 0);
}

}  // namespace motcua::tests
