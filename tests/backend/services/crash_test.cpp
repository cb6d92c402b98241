// What was answered survives SIGKILL: a child process holds places and says which; it is
// killed in the middle, and its parent looks into the file.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "backend/services/bookings.hpp"
#include "tests/backend/support/house.hpp"
#include "tests/backend/support/ledger.hpp"

namespace motcua::tests {

namespace {

constexpr int kPlaces = 400;

/// In the child: holds places as fast as it can, and writes each answered booking's number.
[[noreturn]] void hold_until_killed(const std::filesystem::path& file, int pipe_end) {
    auto storage = SqliteStorage::open(file);
    const backend::services::Bookings bookings([] { return monday_seven(); }, test_hasher());
    const std::int64_t at = monday_seven() + 3600;
    for (int number = 0; storage.ok() && number < kPlaces; ++number) {
        const bool queued = (*storage)->write(
            {.run =
                 [&bookings, at, number](Stores& stores) {
                     const auto held = bookings.hold(
                         stores, {.dossier = id_of(number), .office = "van-phong", .starts_at_secs = at});
                     return held.ok() ? backend::storage::Keep::Yes : backend::storage::Keep::No;
                 },
             .otherwise = {},
             .done =
                 [pipe_end, number](Result<void> outcome) {
                     if (outcome) {
                         [[maybe_unused]] const auto written = write(pipe_end, &number, sizeof number);
                     }
                 }});
        if (!queued) {
            _exit(2);
        }
        // Small batches, so that the kill falls between commits as well as into them.
        usleep(200);
    }
    pause();
    _exit(3);
}

std::set<int> answered_before_kill(const std::filesystem::path& file, int wanted) {
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        hold_until_killed(file, ends[1]);
    }
    close(ends[1]);
    std::set<int> answered;
    int number = 0;
    while (static_cast<int>(answered.size()) < wanted &&
           read(ends[0], &number, sizeof number) == sizeof number) {
        answered.insert(number);
    }
    kill(child, SIGKILL);
    // What it answered before it died may still be in the pipe.
    while (read(ends[0], &number, sizeof number) == sizeof number) {
        answered.insert(number);
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return answered;
}

}  // namespace

TEST_CASE("holds that were answered are there after kill -9", "[backend][booking]") {
    const int wanted = GENERATE(1, 7, 60, 200);
    CAPTURE(wanted);
    const Folder folder;
    const auto file = folder.path() / "a.sqlite";
    put_one_slot(*open_storage(file), kPlaces);
    const std::set<int> answered = answered_before_kill(file, wanted);
    REQUIRE(static_cast<int>(answered.size()) >= wanted);

    auto storage = open_storage(file);
    REQUIRE(storage
                ->read([&](Stores& stores) -> Result<void> {
                    for (const int number : answered) {
                        CHECK(stores.bookings.live_booking(id_of(number)));
                    }
                    return {};
                })
                .ok());
    storage.reset();
    check_invariants(file);
}

}  // namespace motcua::tests
