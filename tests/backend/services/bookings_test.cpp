#include "backend/services/bookings.hpp"

#include <array>
#include <latch>
#include <random>
#include <thread>

#include "backend/services/client_name.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

using backend::services::Bookings;
using backend::services::HoldRequest;
using backend::storage::Keep;

namespace {

/// Bookings on a real file, one command at a time.
class Desk {
public:
    explicit Desk(int lanes) { starts_at = put_one_slot(*storage, lanes); }

    Result<protocol::Booking> hold(int dossier, std::int64_t at, const std::string& client = "") {
        return run([&](Stores& stores) {
            return bookings.hold(
                stores,
                {.dossier = id_of(dossier), .office = "van-phong", .starts_at_secs = at, .client = client});
        });
    }
    Result<protocol::Booking> hold(int dossier) { return hold(dossier, starts_at); }

    bool confirm(const std::string& booking, int dossier, std::int64_t at) {
        return run([&](Stores& stores) -> Result<protocol::Booking> {
                   MC_TRY(bookings.confirm(
                       stores, booking,
                       {.dossier = id_of(dossier), .office = "van-phong", .starts_at_secs = at}));
                   return protocol::Booking{};
               })
            .ok();
    }
    /// Runs a command; undone when it is refused.
    template <class Work>
    bool attempt(Work work) {
        return backend::storage::write_and_wait(*storage, work).ok();
    }
    int free(std::int64_t at) {
        int free = -1;
        REQUIRE(storage
                    ->read([&](Stores& stores) -> Result<void> {
                        free = stores.offices.slot("van-phong", at, clock.get()())->free;
                        return {};
                    })
                    .ok());
        return free;
    }
    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "a.sqlite"; }

    Folder folder;
    TestClock clock;
    std::unique_ptr<SqliteStorage> storage = open_storage(folder.path() / "a.sqlite");
    Bookings bookings{clock.get(), test_hasher()};
    std::int64_t starts_at = 0;

private:
    template <class Work>
    Result<protocol::Booking> run(Work work) {
        Result<protocol::Booking> result = Error{};
        const auto outcome = backend::storage::write_and_wait(*storage, [&](Stores& stores) -> Result<void> {
            result = work(stores);
            return result.ok() ? Result<void>() : Result<void>(result.error());
        });
        CHECK(outcome.ok() == result.ok());
        return result;
    }
};

std::string finding_of(const Result<protocol::Booking>& result) {
    return result.ok() || result.error().findings.empty() ? "" : result.error().findings[0].code;
}

}  // namespace

TEST_CASE("of 200 threads that race for 10 places exactly 10 get one", "[backend][booking]") {
    Desk desk(10);
    std::latch start(200);
    std::atomic<int> won{0};
    std::atomic<int> full{0};
    std::vector<std::thread> threads;
    for (int number = 0; number < 200; ++number) {
        threads.emplace_back([&, number] {
            start.arrive_and_wait();
            bool got = false;
            const auto outcome =
                backend::storage::write_and_wait(*desk.storage, [&](Stores& stores) -> Result<void> {
                    const auto held = desk.bookings.hold(
                        stores,
                        {.dossier = id_of(number), .office = "van-phong", .starts_at_secs = desk.starts_at});
                    got = held.ok();
                    return got ? Result<void>() : Result<void>(held.error());
                });
            if (got && outcome) {
                ++won;
            } else if (outcome.error().code == ErrorCode::Conflict) {
                ++full;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(won == 10);
    CHECK(full == 190);
    CHECK(desk.free(desk.starts_at) == 0);
    desk.storage.reset();
    CHECK(count_in(desk.file(), "SELECT count(*) FROM seat_claims") == 10);
    check_invariants(desk.file());
}

TEST_CASE("a second hold moves the place and never costs the first when the slot is full",
          "[backend][booking]") {
    Desk desk(1);
    const std::int64_t second = put_one_slot(*desk.storage, 1, 2);
    const auto first = desk.hold(1);
    REQUIRE(first.ok());
    REQUIRE(desk.hold(2, second).ok());

    const auto refused = desk.hold(1, second);
    CHECK(finding_of(refused) == "slot_full");
    CHECK(desk.free(desk.starts_at) == 0);
    CHECK(desk.confirm(first->id, 1, desk.starts_at));

    const auto moved = desk.hold(2, second);
    CHECK(moved.ok());
}

TEST_CASE("a move frees the old place at once", "[backend][booking]") {
    Desk desk(1);
    const std::int64_t second = put_one_slot(*desk.storage, 1, 2);
    const auto first = desk.hold(1);
    REQUIRE(first.ok());
    const auto moved = desk.hold(1, second);
    REQUIRE(moved.ok());
    CHECK(moved->id == first->id);
    CHECK(desk.free(desk.starts_at) == 1);
    CHECK(desk.free(second) == 0);
    CHECK_FALSE(desk.confirm(first->id, 1, desk.starts_at));
    CHECK(desk.confirm(first->id, 1, second));
}

TEST_CASE("a hold ends after its time and a little grace", "[backend][booking]") {
    Desk desk(1);
    const auto held = desk.hold(1);
    REQUIRE(held.ok());
    CHECK(held->hold_until_secs == monday_seven() + Bookings::kHoldSecs);
    desk.clock.set(held->hold_until_secs + Bookings::kGraceSecs);

    SECTION("who confirms at the very end keeps the place") {
        CHECK(finding_of(desk.hold(2)) == "slot_full");
        CHECK(desk.confirm(held->id, 1, desk.starts_at));
        desk.clock.pass(100);
        CHECK(desk.free(desk.starts_at) == 0);
    }
    SECTION("a second later it is another's, and cannot be confirmed") {
        desk.clock.pass(1);
        CHECK(desk.free(desk.starts_at) == 1);
        CHECK_FALSE(desk.confirm(held->id, 1, desk.starts_at));
        REQUIRE(desk.hold(2).ok());
        CHECK_FALSE(desk.confirm(held->id, 1, desk.starts_at));
        CHECK(finding_of(desk.hold(1)) == "slot_full");
    }
    SECTION("holding the same slot again before that begins anew") {
        const auto again = desk.hold(1);
        REQUIRE(again.ok());
        CHECK(again->id == held->id);
        CHECK(again->hold_until_secs == desk.clock.get()() + Bookings::kHoldSecs);
    }
}

TEST_CASE("holds ask for slots that exist and lie ahead", "[backend][booking]") {
    Desk desk(1);
    CHECK(finding_of(desk.hold(1, desk.starts_at + 60)) == "slot_unknown");
    desk.clock.set(desk.starts_at);
    CHECK(finding_of(desk.hold(1)) == "slot_past");
}

TEST_CASE("from one place at most twenty seats are held at once", "[backend][booking]") {
    Desk desk(60);
    const auto hold = [&](int dossier, const std::string& client) {
        return desk.hold(dossier, desk.starts_at, client);
    };
    for (int dossier = 0; dossier < Bookings::kMostHolds; ++dossier) {
        REQUIRE(hold(dossier, "a").ok());
    }
    desk.clock.pass(60);
    const auto refused = hold(50, "a");
    CHECK(finding_of(refused) == "holds_many");
    CHECK(refused.error().code == ErrorCode::TooMany);
    const std::int64_t left = Bookings::kHoldSecs + Bookings::kGraceSecs - 60;
    CHECK(refused.error().findings[0].args ==
          decltype(Finding::args){{"minutes", "20"}, {"secs", std::to_string(left + 1)}});

    // Others, the desk, and who holds one of them already are not concerned.
    CHECK(hold(51, "b").ok());
    CHECK(hold(52, "").ok());
    CHECK(hold(3, "a").ok());
    // Handing in makes room; so does time.
    const auto mine = hold(4, "a");
    REQUIRE(mine.ok());
    REQUIRE(desk.confirm(mine->id, 4, desk.starts_at));
    CHECK(hold(50, "a").ok());
    CHECK(finding_of(hold(53, "a")) == "holds_many");
    desk.clock.pass(left + 1);
    CHECK(hold(53, "a").ok());
}

TEST_CASE("an IPv6 network is one client, and what has no address is one too", "[backend][booking]") {
    const auto name = [](std::string_view address) {
        return backend::services::client_name(test_hasher(), address);
    };
    CHECK(name("2001:db8:1:2::1") == name("2001:db8:1:2:ffff::9"));
    CHECK(name("2001:db8:1:2::1") != name("2001:db8:1:3::1"));
    CHECK(name("192.0.2.1") != name("192.0.2.2"));
    CHECK(name("") == name("unix:"));
    CHECK(name("").size() == 16);
    CHECK(name("192.0.2.1").find("192") == std::string::npos);
}

TEST_CASE("a confirmed dossier takes no further place", "[backend][booking]") {
    Desk desk(2);
    const auto held = desk.hold(1);
    REQUIRE(held.ok());
    REQUIRE(desk.confirm(held->id, 1, desk.starts_at));
    CHECK(finding_of(desk.hold(1)) == "dossier_handed_in");
    CHECK_FALSE(desk.confirm(held->id, 1, desk.starts_at));
}

TEST_CASE("random holds, moves, confirmations and waits keep every invariant", "[backend][booking]") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    CAPTURE(seed);
    Desk desk(2);
    std::vector<std::int64_t> slots{desk.starts_at};
    for (int hours = 2; hours <= 4; ++hours) {
        slots.push_back(put_one_slot(*desk.storage, hours - 1, hours));
    }
    std::mt19937 random(seed);
    std::vector<std::string> bookings(12);
    std::vector<std::int64_t> chosen(12);
    int confirmed = 0;
    for (int step = 0; step < 300; ++step) {
        const std::size_t who = random() % bookings.size();
        const std::int64_t at = slots[random() % slots.size()];
        const auto what = random() % 10;
        if (what < 6) {
            if (const auto held = desk.hold(static_cast<int>(who), at); held.ok()) {
                bookings[who] = held->id;
                chosen[who] = at;
            }
        } else if (what < 7) {
            confirmed += desk.confirm(bookings[who], static_cast<int>(who), chosen[who]) ? 1 : 0;
        } else if (desk.clock.get()() + 700 < desk.starts_at) {
            desk.clock.pass(static_cast<std::int64_t>(random() % 700));
        }
        for (const std::int64_t slot : slots) {
            REQUIRE(desk.free(slot) >= 0);
        }
    }
    desk.storage.reset();
    CHECK(count_in(desk.file(), "SELECT count(*) FROM bookings WHERE state = 'confirmed'") == confirmed);
    CHECK(count_in(desk.file(), "SELECT count(*) FROM seat_claims WHERE free_after IS NULL") == confirmed);
    CHECK(count_in(desk.file(),
                   "SELECT count(*) FROM (SELECT dossier FROM bookings WHERE state <> 'expired' "
                   "GROUP BY dossier HAVING count(*) > 1)") == 0);
    CHECK(count_in(desk.file(),
                   "SELECT count(*) FROM seat_claims c JOIN bookings b ON b.id = c.booking "
                   "WHERE b.state = 'expired' OR b.office <> c.office "
                   "OR b.starts_at <> c.starts_at") == 0);
}

namespace {

/// Twelve dossiers of ten people do what they like with four times.
class Crowd {
public:
    explicit Crowd(unsigned seed) : random_(seed) {
        for (int hours = 40; hours < 44; ++hours) {
            slots_.push_back(put_one_slot(*desk.storage, hours % 3 + 1, hours));
        }
    }

    /// One of them tries something, and a while goes by.
    void step() {
        const auto who = static_cast<int>(random_() % 12);
        const std::int64_t at = slots_[random_() % slots_.size()];
        const auto what = random_() % done.size();
        const bool did = desk.attempt([&](Stores& stores) { return attempt(stores, who, at, what); });
        done[what] += did ? 1 : 0;
        desk.clock.pass(static_cast<std::int64_t>(random_() % 100));
    }

    Desk desk{1};
    std::array<int, 6> done{};  ///< How often each thing was done

private:
    Result<void> attempt(Stores& stores, int who, std::int64_t at, std::size_t what) {
        const Bookings& bookings = desk.bookings;
        const HoldRequest request{.dossier = id_of(who), .office = "van-phong", .starts_at_secs = at};
        const auto live = stores.bookings.live_booking(request.dossier);
        if (what == 0) {
            MC_TRY(bookings.hold(stores, request));
        } else if (what == 1) {
            const std::int64_t now = desk.clock.get()();
            if (now <= at && stores.offices.slot("van-phong", at, now)->free > 0) {
                return Error{};
            }
            bookings.stop_waiting(stores, request.dossier);
            stores.waiting.join({.dossier = request.dossier,
                                 .office = "van-phong",
                                 .from_secs = at,
                                 .until_secs = at + 3601});
        } else if (what == 2) {
            bookings.settle(stores, "", 0);
        } else if (!live) {
            return Error{};
        } else if (what == 3) {
            MC_TRY(bookings.confirm(stores, live->id, {request.dossier, live->office, live->starts_at_secs}));
            const bool only = stores.bookings.claim_person(id_of(100 + who % 10), "p", live->id, 0);
            return only ? Result<void>() : Result<void>(Error{});
        } else if (what == 4) {
            MC_TRY(bookings.move(stores, *live, at));
        } else {
            MC_TRY(bookings.cancel(stores, *live));
        }
        return {};
    }

    std::mt19937 random_;
    std::vector<std::int64_t> slots_;
};

}  // namespace

TEST_CASE("whatever a crowd does, every invariant of seats holds", "[backend][booking]") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
    CAPTURE(seed);
    Crowd crowd(seed);
    const auto file = crowd.desk.file();
    for (int step = 0; step < 600; ++step) {
        crowd.step();
        if (step % 30 == 0) {
            check_seats(file);
        }
    }
    CAPTURE(crowd.done[0], crowd.done[1], crowd.done[3], crowd.done[4], crowd.done[5]);
    for (const int times : crowd.done) {
        CHECK(times > 0);
    }
    CHECK(count_in(file,
                   "SELECT count(*) FROM (SELECT who FROM person_claims GROUP BY who "
                   "HAVING count(*) > 1)") == 0);
    // Left alone, every seat that nobody has comes back.
    for (int turn = 0; turn < 20; ++turn) {
        crowd.desk.clock.pass(Bookings::kHoldSecs);
        crowd.desk.attempt([&](Stores& stores) -> Result<void> {
            crowd.desk.bookings.settle(stores, "", 0);
            return {};
        });
    }
    check_seats(file);
    CHECK(count_in(file, "SELECT count(*) FROM seat_claims") ==
          count_in(file, "SELECT count(*) FROM bookings WHERE state = 'confirmed'"));
}

}  // namespace motcua::tests
