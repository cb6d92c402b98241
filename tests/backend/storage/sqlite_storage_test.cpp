#include "backend/storage/sqlite/sqlite_storage.hpp"

#include <latch>
#include <stdexcept>
#include <thread>

#include "backend/storage/sqlite/migrations.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

using namespace backend::storage;
using backend::storage::sqlite::Connection;

namespace {

std::string note_of(Storage& storage, const std::string& key) {
    std::string value;
    REQUIRE(storage
                .read([&](Stores& stores) -> Result<void> {
                    value = stores.offices.note(key);
                    return {};
                })
                .ok());
    return value;
}

}  // namespace

TEST_CASE("what was committed is there after reopening", "[backend][storage]") {
    const Folder folder;
    {
        auto storage = open_storage(folder.path() / "a.sqlite");
        commit(*storage, [](Stores& stores) { stores.offices.put_note("k", "v"); });
    }
    CHECK(note_of(*open_storage(folder.path() / "a.sqlite"), "k") == "v");
}

TEST_CASE("a checkpoint empties the log's count, and the log begins anew", "[backend][storage]") {
    const Folder folder;
    Connection connection(folder.path() / "a.sqlite", Connection::Mode::ReadWrite);
    connection.exec("CREATE TABLE t (x BLOB); INSERT INTO t VALUES (zeroblob(100000))");
    const int grown = connection.log_pages();
    CHECK(grown > 20);
    connection.checkpoint();
    CHECK(connection.log_pages() == 0);
    connection.exec("INSERT INTO t VALUES (1)");
    CHECK(connection.log_pages() > 0);
    CHECK(connection.log_pages() < grown);
}

TEST_CASE("a job that says no or throws undoes its own changes and nobody else's", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite");
    // The first job waits until the others are queued, so that all share one commit.
    std::latch queued(1);
    std::latch done(4);
    std::vector<Result<void>> outcomes(4);
    const auto push = [&](std::size_t at, std::function<Keep(Stores&)> run) {
        REQUIRE(
            storage->write({.run = std::move(run),
                            .otherwise = [](Stores& stores) { stores.offices.put_note("instead", "yes"); },
                            .done =
                                [&outcomes, &done, at](Result<void> outcome) {
                                    outcomes[at] = std::move(outcome);
                                    done.count_down();
                                }}));
    };
    push(0, [&](Stores& stores) {
        queued.wait();
        stores.offices.put_note("first", "yes");
        return Keep::Yes;
    });
    push(1, [](Stores& stores) {
        stores.offices.put_note("refused", "yes");
        return Keep::No;
    });
    push(2, [](Stores& stores) -> Keep {
        stores.offices.put_note("thrown", "yes");
        throw std::runtime_error("fault");
    });
    push(3, [](Stores& stores) {
        stores.offices.put_note("last", "yes");
        return Keep::Yes;
    });
    queued.count_down();
    done.wait();
    CHECK(outcomes[0].ok());
    CHECK(outcomes[1].ok());
    REQUIRE_FALSE(outcomes[2].ok());
    CHECK(outcomes[2].error().code == ErrorCode::Unavailable);
    CHECK(outcomes[3].ok());
    CHECK(note_of(*storage, "first") == "yes");
    CHECK(note_of(*storage, "refused").empty());
    CHECK(note_of(*storage, "instead") == "yes");
    CHECK(note_of(*storage, "thrown").empty());
    CHECK(note_of(*storage, "last") == "yes");
}

TEST_CASE("who is told that it is done finds it done", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite");
    std::string found;
    std::latch told(1);
    REQUIRE(storage->write({.run =
                                [](Stores& stores) {
                                    stores.offices.put_note("k", "v");
                                    return Keep::Yes;
                                },
                            .otherwise = {},
                            .done =
                                [&](const Result<void>&) {
                                    // Not the test's own thread: nothing is asserted here.
                                    const auto read = storage->read([&](Stores& stores) -> Result<void> {
                                        found = stores.offices.note("k");
                                        return {};
                                    });
                                    found += read.ok() ? "" : " was not read";
                                    told.count_down();
                                }}));
    told.wait();
    CHECK(found == "v");
}

TEST_CASE("a number is given once, whatever became of the dossier it was for", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite");
    commit(*storage, [](Stores& stores) {
        CHECK(stores.dossiers.next_serial("29461", "261123") == 1);
        CHECK(stores.dossiers.next_serial("29461", "261123") == 2);
        CHECK(stores.dossiers.next_serial("29462", "261123") == 1);
        CHECK(stores.dossiers.next_serial("29461", "261124") == 1);
    });
}

TEST_CASE("a full queue refuses instead of growing", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite", {.queue_limit = 2, .readers = 1});
    std::latch started(1);
    std::latch release(1);
    std::atomic<int> finished{0};
    const auto job = [&](std::function<Keep(Stores&)> run) {
        return WriteJob{.run = std::move(run), .otherwise = {}, .done = [&](Result<void>) { ++finished; }};
    };
    REQUIRE(storage->write(job([&](Stores&) {
        started.count_down();
        release.wait();
        return Keep::Yes;
    })));
    started.wait();
    const auto quick = [](Stores&) { return Keep::Yes; };
    CHECK(storage->write(job(quick)));
    CHECK(storage->write(job(quick)));
    CHECK_FALSE(storage->write(job(quick)));
    release.count_down();
    storage.reset();
    CHECK(finished == 3);
}

TEST_CASE("readers cannot write", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite");
    const auto outcome = storage->read([](Stores& stores) -> Result<void> {
        stores.offices.put_note("k", "v");
        return {};
    });
    REQUIRE_FALSE(outcome.ok());
    CHECK(note_of(*storage, "k").empty());
}

TEST_CASE("a database of a newer program is refused", "[backend][storage]") {
    const Folder folder;
    const auto file = folder.path() / "a.sqlite";
    open_storage(file).reset();
    {
        Connection connection(file, Connection::Mode::ReadWrite);
        REQUIRE(sqlite::version_of(connection) == sqlite::newest_version());
        connection.exec("PRAGMA user_version=999");
    }
    const auto storage = SqliteStorage::open(file);
    REQUIRE_FALSE(storage.ok());
    CHECK(storage.error().code == ErrorCode::Unavailable);
}

TEST_CASE("the database itself refuses two people in one lane and lanes that are not there",
          "[backend][storage]") {
    const Folder folder;
    const auto file = folder.path() / "a.sqlite";
    auto storage = open_storage(file);
    const std::int64_t at = put_one_slot(*storage, 1);
    commit(*storage, [&](Stores& stores) {
        for (const char* id : {"a", "b"}) {
            stores.bookings.step({.id = id, .dossier = id, .office = "van-phong", .starts_at_secs = at},
                                 visits::Event::Hold, at);
        }
    });
    storage.reset();
    Connection connection(file, Connection::Mode::ReadWrite);
    const std::string insert =
        "INSERT INTO seat_claims (office, starts_at, lane, booking) VALUES ('van-phong', " +
        std::to_string(at);
    CHECK_NOTHROW(connection.exec((insert + ", 1, 'a')").c_str()));
    CHECK_THROWS(connection.exec((insert + ", 1, 'b')").c_str()));
    CHECK_THROWS(connection.exec((insert + ", 2, 'b')").c_str()));
    CHECK_THROWS(connection.exec("UPDATE seat_claims SET lane = 2"));
}

TEST_CASE("a dossier has one live booking in the database too", "[backend][storage]") {
    const Folder folder;
    auto storage = open_storage(folder.path() / "a.sqlite");
    const std::int64_t at = put_one_slot(*storage, 5);
    const auto add = [&](const char* id) {
        return write_and_wait(*storage, [&](Stores& stores) -> Result<void> {
            stores.bookings.step({.id = id, .dossier = "d", .office = "van-phong", .starts_at_secs = at},
                                 visits::Event::Hold, at);
            return {};
        });
    };
    CHECK(add("a").ok());
    CHECK_FALSE(add("b").ok());
}

}  // namespace motcua::tests
