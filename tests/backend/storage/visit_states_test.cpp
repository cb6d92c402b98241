#include <fstream>
#include <sstream>

#include "backend/services/bookings.hpp"
#include "backend/storage/sqlite/migrations.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/backend/support/ledger.hpp"
#include "tests/shared/support/files.hpp"

namespace motcua::tests {

using namespace backend::storage;
using backend::storage::sqlite::Connection;

namespace {

constexpr std::size_t kStates = static_cast<std::size_t>(visits::State::Cancelled) + 1;
constexpr std::size_t kEvents = static_cast<std::size_t>(visits::Event::Reclassify) + 1;

bool is_legal(visits::State from, visits::State to) {
    bool legal = false;
    for (std::size_t event = 0; event < kEvents; ++event) {
        legal = legal || visits::next(from, static_cast<visits::Event>(event)) == to ||
                visits::undone(from, to, static_cast<visits::Event>(event)).has_value();
    }
    return legal;
}

bool runs(Connection& connection, const std::string& sql) {
    try {
        connection.exec(sql.c_str());
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

/// A file with one slot and nobody in it.
std::filesystem::path empty_file(const Folder& folder) {
    const auto file = folder.path() / "a.sqlite";
    put_one_slot(*open_storage(file), 1);
    return file;
}

std::string insert_of(std::string_view state, std::string_view id = "b") {
    return "INSERT INTO bookings VALUES ('" + std::string(id) + "', 'd-" + std::string(id) +
           "', 'van-phong', " + std::to_string(monday_seven() + 3600) + ", '" + std::string(state) +
           "', 0, 1)";
}

}  // namespace

TEST_CASE("the database itself allows exactly the steps of the table", "[backend][storage][visits]") {
    const Folder folder;
    Connection connection(empty_file(folder), Connection::Mode::ReadWrite);
    for (std::size_t i = 1; i < kStates; ++i) {
        const auto from = static_cast<visits::State>(i);
        for (std::size_t j = 0; j < kStates; ++j) {
            const auto to = static_cast<visits::State>(j);
            CAPTURE(visits::name(from), visits::name(to));
            connection.exec("BEGIN");
            connection.exec("DROP TRIGGER booking_begins");
            REQUIRE(runs(connection, insert_of(visits::name(from))));
            const std::string update =
                "UPDATE bookings SET state = '" + std::string(visits::name(to)) + "', ";
            CHECK_FALSE(runs(connection, update + "version = version"));
            CHECK_FALSE(runs(connection, update + "version = version + 2"));
            CHECK(runs(connection, update + "version = version + 1") == is_legal(from, to));
            connection.exec("ROLLBACK");
        }
        CAPTURE(visits::name(from));
        connection.exec("BEGIN");
        CHECK(runs(connection, insert_of(visits::name(from))) == is_legal(visits::State::None, from));
        connection.exec("ROLLBACK");
    }
}

TEST_CASE("the states that keep a dossier from a second booking are the live ones",
          "[backend][storage][visits]") {
    const Folder folder;
    Connection connection(empty_file(folder), Connection::Mode::ReadWrite);
    connection.exec("DROP TRIGGER booking_begins");
    for (std::size_t i = 1; i < kStates; ++i) {
        const auto state = static_cast<visits::State>(i);
        CAPTURE(visits::name(state));
        connection.exec("BEGIN");
        REQUIRE(runs(connection, insert_of(visits::name(state))));
        REQUIRE(runs(connection, insert_of("held", "c")));
        CHECK(runs(connection, "UPDATE bookings SET id = 'x' WHERE id = 'c'") == false);
        connection.exec("DROP TRIGGER booking_steps");
        CHECK(runs(connection, "UPDATE bookings SET dossier = 'd-b' WHERE id = 'c'") ==
              visits::is_terminal(state));
        connection.exec("ROLLBACK");
    }
}

TEST_CASE("bookings and what happened to them are never deleted", "[backend][storage][visits]") {
    const Folder folder;
    const auto file = empty_file(folder);
    auto storage = open_storage(file);
    commit(*storage, [&](Stores& stores) {
        stores.bookings.step(
            {.id = "b", .dossier = "d", .office = "van-phong", .starts_at_secs = monday_seven() + 3600},
            visits::Event::Hold, monday_seven());
    });
    storage.reset();
    Connection connection(file, Connection::Mode::ReadWrite);
    connection.exec("PRAGMA foreign_keys=OFF");
    CHECK_FALSE(runs(connection, "DELETE FROM bookings"));
    CHECK_FALSE(runs(connection, "DELETE FROM visit_events"));
    CHECK_FALSE(runs(connection, "UPDATE visit_events SET at = 0"));
    CHECK(count_in(file, "SELECT count(*) FROM visit_events") == 1);
}

TEST_CASE("a step is taken from what was read, once", "[backend][storage][visits]") {
    const Folder folder;
    auto storage = open_storage(empty_file(folder));
    commit(*storage, [&](Stores& stores) {
        const BookingRecord begin{
            .id = "b", .dossier = "d", .office = "van-phong", .starts_at_secs = monday_seven() + 3600};
        CHECK_FALSE(stores.bookings.step(begin, visits::Event::Confirm, 1));
        const auto held = stores.bookings.step(begin, visits::Event::Hold, 1);
        REQUIRE(held);
        CHECK(held->state == visits::State::Held);
        CHECK(held->version == 1);
        const auto confirmed = stores.bookings.step(*held, visits::Event::Confirm, 2);
        REQUIRE(confirmed);
        CHECK(confirmed->version == 2);
        CHECK_FALSE(stores.bookings.step(*held, visits::Event::Confirm, 3));
        CHECK_FALSE(stores.bookings.step(*held, visits::Event::Cancel, 3));
        CHECK_FALSE(stores.bookings.step(*confirmed, visits::Event::Confirm, 3));
        CHECK(stores.bookings.steps_taken("b", visits::Event::Confirm) == 1);
        CHECK(stores.bookings.steps_taken("b", visits::Event::Cancel) == 0);
    });
}

TEST_CASE("a database from before the table of states keeps its bookings", "[backend][storage][visits]") {
    const Folder folder;
    const auto file = folder.path() / "a.sqlite";
    Connection(file, Connection::Mode::ReadWrite)
        .exec(repository_file("tests/fixtures/storage/version_2.sql").c_str());
    REQUIRE(count_in(file, "PRAGMA user_version") == 2);
    constexpr const char* kAll =
        "SELECT count(*) FROM bookings WHERE (id, dossier, office, starts_at, state, hold_until, version) IN "
        "(VALUES ('071578d45571e787bd948e4c4dbfd922', 'ee41938e7c8232bb00068f0814dac95f', 'tra-cu', "
        "1795393800, 'confirmed', 1795299362, 2), ('192917bde8bc78db0087e2ae10082208', "
        "'778fcacce49df1e04b5b4639c061c52d', 'tra-cu', 1795393800, 'expired', 1795295361, 2), "
        "('805aec3fa43d0a208943a0d6fcd7de1f', '08c150ff674e420779af0a160762631e', 'tra-cu', 1795393800, "
        "'held', 1795299362, 1))";
    REQUIRE(count_in(file, kAll) == 3);

    auto storage = open_storage(file);
    CHECK(count_in(file, kAll) == 3);
    CHECK(count_in(file, "SELECT count(*) FROM bookings") == 3);
    const backend::services::Bookings bookings([] { return std::int64_t{1795299362}; }, test_hasher());
    commit(*storage, [&](Stores& stores) {
        const backend::services::HoldRequest asked{
            .dossier = "08c150ff674e420779af0a160762631e", .office = "tra-cu", .starts_at_secs = 1795393800};
        const std::string held = "805aec3fa43d0a208943a0d6fcd7de1f";
        const auto again = bookings.hold(stores, asked);
        REQUIRE(again.ok());
        CHECK(again->id == held);
        CHECK(bookings.confirm(stores, held, asked).ok());
    });
    storage.reset();
    CHECK(count_in(file, "SELECT count(*) FROM seat_claims WHERE free_after IS NULL") == 2);
    CHECK(count_in(file, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
    // Opening once more changes nothing.
    open_storage(file).reset();
    CHECK(count_in(file, "SELECT count(*) FROM visit_events") == 5);
}

}  // namespace motcua::tests
