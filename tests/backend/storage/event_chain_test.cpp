#include "backend/storage/sqlite/event_chain.hpp"

#include "backend/storage/sqlite/migrations.hpp"
#include "tests/backend/support/hall.hpp"

namespace motcua::tests {

using backend::storage::sqlite::Connection;

namespace {

/// What is found wrong after somebody changed the file by hand, as the owner of it can.
std::vector<std::string> broken_after(Hall& hall, const char* change) {
    const std::filesystem::path copy = hall.house.folder() / "copy.sqlite";
    std::filesystem::remove(copy);
    {
        Connection connection(hall.file(), Connection::Mode::ReadWrite);
        connection.exec(("VACUUM INTO '" + copy.string() + "'").c_str());
    }
    Connection connection(copy, Connection::Mode::ReadWrite);
    connection.exec(
        "PRAGMA foreign_keys=OFF; DROP TRIGGER visit_events_are_fixed; "
        "DROP TRIGGER visit_events_stay; DROP TRIGGER booking_steps");
    connection.exec(change);
    return backend::storage::sqlite::find_broken_events(connection);
}

}  // namespace

TEST_CASE("an event that was changed, left out, put in or turned round is found",
          "[backend][storage][chain]") {
    Hall hall;
    REQUIRE(hall.sit("an", 1).status == 200);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(hall.take().status == 201);
        hall.house.clock().pass(60);
        REQUIRE(hall.next("an").status == 200);
        REQUIRE(hall.here("an", "start").status == 200);
        REQUIRE(hall.here("an", "finish").status == 200);
    }
    CHECK(broken_after(hall, "SELECT 1").empty());
    for (const char* change :
         {"UPDATE visit_events SET at = at - 600 WHERE seq = 2",
          "UPDATE visit_events SET counter = 9 WHERE seq = 5",
          "UPDATE visit_events SET event = 'recall' WHERE seq = 6",
          "UPDATE visit_events SET priority = 'elderly' WHERE seq = 5",
          "UPDATE visit_events SET priority = NULL WHERE seq = 3",
          "UPDATE visit_events SET hash = '' WHERE seq = 4", "DELETE FROM visit_events WHERE seq = 1",
          "DELETE FROM visit_events WHERE seq = 7",
          // The last one: no chain shows it, but the visit is then what no event made it.
          "DELETE FROM visit_events WHERE seq = 12",
          "UPDATE visit_events SET seq = CASE seq WHEN 2 THEN 1002 WHEN 3 THEN 1003 ELSE seq END; "
          "UPDATE visit_events SET seq = CASE seq WHEN 1002 THEN 3 WHEN 1003 THEN 2 ELSE seq END",
          "INSERT INTO visit_events (booking, version, event, from_state, to_state, office, starts_at, at, "
          "seq) "
          "SELECT booking, version + 1, 'undo', to_state, from_state, office, 0, at, seq + 1 FROM "
          "visit_events "
          "WHERE seq = 12",
          "UPDATE bookings SET state = 'left' WHERE state = 'served'"}) {
        CAPTURE(change);
        CHECK_FALSE(broken_after(hall, change).empty());
    }
}

TEST_CASE("events from before classes were logged stand in the chain as they were",
          "[backend][storage][chain]") {
    Hall hall;
    const std::filesystem::path file = hall.house.folder() / "before.sqlite";
    Connection connection(file, Connection::Mode::ReadWrite);
    REQUIRE(backend::storage::sqlite::migrate(connection));
    connection.exec("PRAGMA foreign_keys=OFF");
    backend::storage::sqlite::VisitEvent event{
        .booking = "b", .version = 1, .event = "arrive", .from = "none", .to = "checked_in", .office = "o"};
    for (const bool logged : {false, true}) {
        event.priority = logged ? std::optional<std::string>("elderly") : std::nullopt;
        backend::storage::sqlite::append_event(connection, event);
        ++event.version;
    }
    CHECK(backend::storage::sqlite::find_broken_events(connection).empty());
    CHECK(count_in(file, "SELECT count(*) FROM visit_events WHERE priority IS NULL") == 1);
}

}  // namespace motcua::tests
