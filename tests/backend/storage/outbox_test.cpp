#include "backend/storage/outbox.hpp"

#include "tests/backend/support/citizen.hpp"

namespace motcua::tests {

using backend::storage::StoredOutbox;

namespace {

constexpr const char* kTo = backend::services::kDestination;
constexpr std::int64_t kLeaseMillis = 60'000;

struct Waiting {
    Waiting() : outbox(house.storage()) {
        starts_at = put_one_slot(house.storage(), 5);
        now = house.backend().clock() * 1000;
        Citizen(house, 1).complete(starts_at);
    }
    backend::forwarding::OutboxRow lease(std::int64_t at_millis) {
        const auto row = outbox.lease_next(kTo, at_millis, at_millis + kLeaseMillis);
        REQUIRE(row.ok());
        REQUIRE(row->has_value());
        return **row;
    }
    House house;
    StoredOutbox outbox;
    std::int64_t starts_at = 0;
    std::int64_t now = 0;
};

bool nothing_due(StoredOutbox& outbox, std::int64_t now) {
    const auto row = outbox.lease_next(kTo, now, now + kLeaseMillis);
    REQUIRE(row.ok());
    return !row->has_value();
}

}  // namespace

TEST_CASE("an accepted dossier is leased to one holder at a time", "[backend][storage]") {
    Waiting waiting;
    const auto row = waiting.lease(waiting.now);
    CHECK(row.aggregate == id_of(1));
    CHECK(row.sequence == 1);
    CHECK(row.attempts == 1);
    CHECK(row.kind == "dossier");
    CHECK(nothing_due(waiting.outbox, waiting.now));
    CHECK(nothing_due(waiting.outbox, waiting.now + kLeaseMillis - 1));

    SECTION("and to another when its holder died") {
        const auto second = waiting.lease(waiting.now + kLeaseMillis);
        CHECK(second.id == row.id);
        CHECK(second.attempts == 2);
        CHECK(second.idempotency_key == row.idempotency_key);
        // The first holder comes back too late.
        const auto late = waiting.outbox.mark_delivered(row, "r", waiting.now);
        REQUIRE_FALSE(late.ok());
        CHECK(late.error().code == ErrorCode::Conflict);
    }
    SECTION("and comes back after a failed try, when its time has come") {
        REQUIRE(waiting.outbox.mark_retry(row, waiting.now + 5'000, "http_500").ok());
        const auto due = waiting.outbox.next_due(kTo);
        REQUIRE(due.ok());
        CHECK(*due == waiting.now + 5'000);
        CHECK(nothing_due(waiting.outbox, waiting.now + 4'999));
        CHECK(waiting.lease(waiting.now + 5'000).attempts == 2);
    }
    SECTION("and is done when it was delivered") {
        REQUIRE(waiting.outbox.freeze_body(row, std::string(64, 'a')).ok());
        REQUIRE(waiting.outbox.mark_delivered(row, "biên nhận", waiting.now).ok());
        const auto due = waiting.outbox.next_due(kTo);
        REQUIRE(due.ok());
        CHECK_FALSE(due->has_value());
        CHECK(waiting.house.storage()
                  .read([&](Stores& stores) -> Result<void> {
                      CHECK(stores.dossiers.forwarding(id_of(1)).state == "delivered");
                      const auto events = stores.dossiers.events(id_of(1));
                      REQUIRE(events.size() == 2);
                      CHECK(events[1].state == "passed_on");
                      return {};
                  })
                  .ok());
        CHECK_FALSE(waiting.outbox.mark_delivered(row, "r", waiting.now).ok());
    }
    SECTION("and stops for good when it was refused") {
        REQUIRE(waiting.outbox.mark_refused(row, "http_404", waiting.now).ok());
        CHECK(nothing_due(waiting.outbox, waiting.now + 10 * kLeaseMillis));
    }
}

TEST_CASE("a frozen digest is kept over tries", "[backend][storage]") {
    Waiting waiting;
    const auto row = waiting.lease(waiting.now);
    REQUIRE(waiting.outbox.freeze_body(row, std::string(64, 'a')).ok());
    CHECK_FALSE(waiting.outbox.freeze_body(row, std::string(64, 'b')).ok());
    REQUIRE(waiting.outbox.mark_retry(row, waiting.now, "connect").ok());
    CHECK(waiting.lease(waiting.now).body_sha256 == std::string(64, 'a'));
}

TEST_CASE("the body for the receiver is the same on every call and holds the files", "[backend][services]") {
    Waiting waiting;
    const auto body = [&] {
        std::string text;
        REQUIRE(waiting.house.storage()
                    .read([&](Stores& stores) -> Result<void> {
                        MC_TRY_ASSIGN(text, waiting.house.backend().dossiers.forward_body(stores, id_of(1)));
                        return {};
                    })
                    .ok());
        return text;
    };
    const std::string first = body();
    waiting.house.reopen();
    CHECK(body() == first);
    const auto value = json::read(first);
    REQUIRE(value.ok());
    CHECK(value->text_or("kind") == "dossier");
    REQUIRE(value->array_at("files").size() == 1);
    CHECK(value->array_at("files")[0].text_or("name") == "giấy cũ.pdf");
    REQUIRE(dossier::open_package(*value->find("envelope")).ok());
}

}  // namespace motcua::tests
