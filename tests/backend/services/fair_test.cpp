#include <set>

#include "backend/services/limits.hpp"
#include "backend/services/puzzles.hpp"
#include "tests/backend/support/house.hpp"

namespace motcua::tests {

using backend::services::Allowance;
using backend::services::Puzzles;
using backend::services::take_allowance;

namespace {

constexpr Allowance kThree{"trying", 3, 10};

/// Commands on a real file, each undone when it is refused.
class Gate {
public:
    Gate() { put_one_slot(*storage, 10); }

    /// "" or the finding.
    template <class Work>
    std::string run(Work work) {
        const auto outcome = backend::storage::write_and_wait(*storage, work);
        puzzle.clear();
        if (outcome) {
            return "";
        }
        REQUIRE(outcome.error().code == ErrorCode::TooMany);
        const Finding& finding = outcome.error().findings.at(0);
        for (const auto& [name, value] : finding.args) {
            (name == "puzzle" ? puzzle : secs) = value;
        }
        return finding.code;
    }
    std::string take(const std::string& client) {
        return run([&](Stores& stores) { return take_allowance(stores, kThree, client, clock.get()()); });
    }
    std::string ask(const std::string& dossier, const std::string& work = "") {
        return run([&](Stores& stores) {
            return puzzles.check(stores, {"holds", "van-phong", dossier}, work);
        });
    }
    /// Asks until it is work.
    std::string needed(const std::string& dossier) {
        while (ask(dossier) != "work_needed") {
        }
        return puzzle;
    }

    Folder folder;
    TestClock clock;
    std::unique_ptr<SqliteStorage> storage = open_storage(folder.path() / "a.sqlite");
    Puzzles puzzles{clock.get(), test_hasher()};
    std::string puzzle;
    std::string secs;
};

std::string solved(const std::string& puzzle) {
    // The first bits of a digest are those of its hex digits.
    const std::size_t digits = Puzzles::kLeastBits / 4;
    for (int number = 0;; ++number) {
        std::string work = puzzle + ":" + std::to_string(number);
        if (crypto::hex(crypto::sha256(work)).substr(0, digits) == std::string(digits, '0')) {
            return work;
        }
    }
}

}  // namespace

TEST_CASE("an allowance is used up and comes back one after the other", "[backend][fair]") {
    Gate gate;
    for (int i = 0; i < 3; ++i) {
        CHECK(gate.take("a").empty());
    }
    CHECK(gate.take("a") == "requests_many");
    CHECK(gate.secs == "10");
    CHECK(gate.take("b").empty());
    CHECK(gate.take("").empty());
    gate.clock.pass(9);
    CHECK(gate.take("a") == "requests_many");
    CHECK(gate.secs == "1");
    gate.clock.pass(1);
    CHECK(gate.take("a").empty());
    CHECK(gate.take("a") == "requests_many");
    gate.clock.pass(30);
    for (int i = 0; i < 3; ++i) {
        CHECK(gate.take("a").empty());
    }
    CHECK(gate.take("a") == "requests_many");
}

TEST_CASE("what is refused afterwards costs no allowance, and one that cannot be counted is none",
          "[backend][fair]") {
    Gate gate;
    for (int i = 0; i < 10; ++i) {
        const auto outcome =
            backend::storage::write_and_wait(*gate.storage, [&](Stores& stores) -> Result<void> {
                MC_TRY(take_allowance(stores, kThree, "a", gate.clock.get()()));
                return Error{.code = ErrorCode::Conflict, .detail = "full", .findings = {}};
            });
        CHECK(outcome.error().code == ErrorCode::Conflict);
    }
    // A reader cannot count: whoever asks is not let through.
    const auto read = gate.storage->read(
        [&](Stores& stores) { return take_allowance(stores, kThree, "a", gate.clock.get()()); });
    CHECK_FALSE(read.ok());
    CHECK(gate.take("a").empty());
}

TEST_CASE("an office that is asked seldom asks for no work, and one that is flooded for more and more",
          "[backend][fair]") {
    Gate gate;
    for (int i = 0; i < 10 * Puzzles::kCalm; ++i) {
        gate.clock.pass(1);
        REQUIRE(gate.ask("d").empty());
    }
    gate.clock.pass(Puzzles::kCalm);
    int most = 0;
    for (int i = 0; i < 20 * Puzzles::kCalm; ++i) {
        gate.ask("d");
        const int bits = gate.puzzles.bits_now("van-phong");
        REQUIRE((bits == most || bits == most + 2 || (most == 0 && bits == Puzzles::kLeastBits)));
        REQUIRE((bits == 0) == (i < Puzzles::kCalm));
        most = bits;
    }
    CHECK(most == Puzzles::kMostBits);
    CHECK(gate.puzzles.bits_now("noi-khac") == 0);
    // However long the flood was, it is over twenty minutes after it.
    gate.clock.pass(20 * 60);
    CHECK(gate.puzzles.bits_now("van-phong") == 0);
}

TEST_CASE("work is good once, in time, and for what it was asked for", "[backend][fair]") {
    Gate gate;
    const std::string work = solved(gate.needed("d"));
    CHECK(gate.ask("e", work) == "work_other");
    CHECK(gate.ask("d", work.substr(0, work.size() - 1) + "x") != "");
    std::string forged = work;
    forged[forged.find('.') + 1] = '9';
    CHECK(gate.ask("d", forged) == "work_forged");
    CHECK(gate.ask("d", "1.2.3") == "work_forged");
    CHECK(gate.ask("d", work).empty());
    CHECK(gate.ask("d", work) == "work_spent");
    CHECK(gate.puzzle.rfind("1.", 0) == 0);

    const std::string late = solved(gate.needed("d"));
    gate.clock.pass(Puzzles::kSolveSecs);
    CHECK(gate.ask("d", late) == "work_expired");
}

TEST_CASE("work for a request that failed for another reason is not lost", "[backend][fair]") {
    Gate gate;
    const std::string work = solved(gate.needed("d"));
    const auto outcome = backend::storage::write_and_wait(*gate.storage, [&](Stores& stores) -> Result<void> {
        MC_TRY(gate.puzzles.check(stores, {"holds", "van-phong", "d"}, work));
        return Error{.code = ErrorCode::Conflict, .detail = "full", .findings = {}};
    });
    CHECK(outcome.error().code == ErrorCode::Conflict);
    CHECK(gate.ask("d", work).empty());
}

}  // namespace motcua::tests
