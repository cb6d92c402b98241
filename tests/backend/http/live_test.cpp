#include <future>

#include "backend/http/waiting_room.hpp"
#include "tests/backend/support/hall.hpp"

namespace motcua::tests {

using backend::http::WaitingRoom;
using std::chrono::hours;
using std::chrono::steady_clock;

namespace {

std::string etag_of(const Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name == "ETag") {
            return value;
        }
    }
    return "";
}

/// GET /board of who has this answer and waits for another.
Request board_after(const Response& response, const std::string& prefer = "") {
    Request request = get("/api/v1/board", "office=van-phong");
    request.headers["if-none-match"] = etag_of(response);
    request.headers["prefer"] = prefer;
    return request;
}

}  // namespace

TEST_CASE("what has not changed is not told again", "[backend][http][live]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    const Response board = hall.house.ask(get("/api/v1/board", "office=van-phong"));
    REQUIRE(board.status == 200);
    const Response again = hall.house.ask(board_after(board));
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(etag_of(again) == etag_of(board));
    hall.take();
    CHECK(hall.house.ask(board_after(board)).status == 200);
    CHECK(hall.house.ask(get("/api/v1/board", "office=khong-co")).status == 404);
}

TEST_CASE("who waits for news is told at once when there is some", "[backend][http][live]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    hall.take();
    const Response board = hall.house.ask(get("/api/v1/board", "office=van-phong"));
    auto waits =
        std::async(std::launch::async, [&] { return hall.house.ask(board_after(board, "wait=25")); });
    REQUIRE(hall.next("an").status == 200);
    const Response news = waits.get();
    CHECK(news.status == 200);
    CHECK(json_of(news).array_at("calls")[0].integer_or("number", 0) == 1);
}

TEST_CASE("whoever waits is answered when the house closes", "[backend][http][live]") {
    Hall hall;
    const Response board = hall.house.ask(get("/api/v1/board", "office=van-phong"));
    auto waits =
        std::async(std::launch::async, [&] { return hall.house.ask(board_after(board, "wait=25")); });
    hall.house.release_waiting();
    CHECK(waits.get().status == 304);
    // Nobody waits any more.
    CHECK(hall.house.ask(board_after(board, "wait=25")).status == 304);
}

TEST_CASE("the waiting room wakes each once, and only for its topic", "[backend][http][live]") {
    WaitingRoom room(2);
    const auto never = steady_clock::now() + hours(1);
    int woken = 0;
    const std::uint64_t seen = room.changes();
    const auto wake = [&woken] { ++woken; };
    CHECK(room.wait("a", seen, never, wake) == WaitingRoom::Answer::Waits);
    CHECK(room.wait("b", seen, never, wake) == WaitingRoom::Answer::Waits);
    CHECK(room.wait("a", seen, never, wake) == WaitingRoom::Answer::Full);
    room.change("a");
    CHECK(woken == 1);
    room.change("a");
    CHECK(woken == 1);
    // It changed between looking and waiting.
    CHECK(room.wait("a", seen, never, wake) == WaitingRoom::Answer::Changed);
    CHECK(room.wait("a", room.changes(), never, wake) == WaitingRoom::Answer::Waits);
    room.close();
    CHECK(woken == 3);
    CHECK(room.wait("c", room.changes(), never, wake) == WaitingRoom::Answer::Full);
}

TEST_CASE("the waiting room lets go whose time is over", "[backend][http][live]") {
    WaitingRoom room(2);
    std::promise<void> woken;
    REQUIRE(room.wait("a", room.changes(), steady_clock::now(), [&woken] { woken.set_value(); }) ==
            WaitingRoom::Answer::Waits);
    woken.get_future().get();
    CHECK(room.wait("a", room.changes(), steady_clock::now() + hours(1), [] {}) ==
          WaitingRoom::Answer::Waits);
}

}  // namespace motcua::tests
