#include "backend/forwarding/forwarder.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <deque>
#include <future>

#include "shared/crypto/crypto.hpp"
#include "tests/backend/forwarding/memory_outbox.hpp"

using namespace motcua;
using namespace motcua::backend::forwarding;
using State = tests::MemoryOutbox::State;

namespace {

/// Answers what it is told to; with nothing told, with a fitting receipt.
class ScriptedClient final : public HttpClient {
public:
    struct Script {
        std::mutex mutex;
        std::deque<HttpAnswer> answers;
        std::vector<HttpRequest> seen;
        std::atomic<bool> hang = false;
        std::promise<void> hanging;
    };
    explicit ScriptedClient(Script& script) : script_(script) {}

    HttpAnswer post(const HttpRequest& request) override {
        if (script_.hang) {
            script_.hanging.set_value();
            cancelled_.get_future().wait();
            return {.failure = "cancelled"};
        }
        const std::lock_guard lock(script_.mutex);
        script_.seen.push_back(request);
        if (!script_.answers.empty()) {
            HttpAnswer answer = script_.answers.front();
            script_.answers.pop_front();
            return answer;
        }
        return {.status = 201, .body = receipt(request)};
    }
    void cancel() override {
        if (!done_.exchange(true)) {
            cancelled_.set_value();
        }
    }

private:
    static std::string receipt(const HttpRequest& request) {
        return R"({"receipt":"R","idempotency_key":")" + request.headers.at(2).second + R"(","sha256":")" +
               crypto::hex(crypto::sha256(request.body)) + R"("})";
    }
    Script& script_;
    std::promise<void> cancelled_;
    std::atomic<bool> done_ = false;
};

/// A forwarder with a clock that the test moves.
struct Fixture {
    tests::MemoryOutbox store;
    ScriptedClient::Script script;
    std::int64_t now = 1'000'000;
    std::string suffix;  ///< Changes what is built, as a faulty builder would.
    Forwarder forwarder{config(), store, [this](const OutboxRow& row) { return build(row); },
                        std::make_unique<ScriptedClient>(script)};

    ForwarderConfig config() {
        ForwarderConfig made;
        made.destination = "province";
        made.url = "http://127.0.0.1:1/dossiers";
        made.now_millis = [this] { return now; };
        made.random_unit = [] { return 0.5; };
        return made;
    }
    Result<std::string> build(const OutboxRow& row) const {
        return R"({"dossier":")" + row.aggregate + suffix + "\"}";
    }
    void answer(int status, std::string retry_after = "") {
        script.answers.push_back({.status = status, .retry_after = std::move(retry_after)});
    }
};

}  // namespace

TEST_CASE("a row is sent with its key and digest and marked delivered", "[backend][forwarding]") {
    Fixture f;
    const auto id = f.store.add("d1", 1);
    CHECK(f.forwarder.step());
    CHECK(f.store.at(id).state == State::Delivered);
    CHECK(f.store.at(id).note == "R");
    REQUIRE(f.script.seen.size() == 1);
    CHECK(f.script.seen[0].body == R"({"dossier":"d1"})");
    CHECK(f.script.seen[0].headers[2] == std::pair<std::string, std::string>("Idempotency-Key", "key-d1-1"));
    CHECK(f.script.seen[0].headers[3].second ==
          content_digest(crypto::hex(crypto::sha256(f.script.seen[0].body))));
    CHECK_FALSE(f.forwarder.step());
}

TEST_CASE("a failed row is tried again later with the same key and bytes", "[backend][forwarding]") {
    Fixture f;
    f.answer(500);
    f.answer(500);
    const auto id = f.store.add("d1", 1);
    CHECK(f.forwarder.step());
    CHECK(f.store.at(id).state == State::Waiting);
    CHECK(f.store.at(id).note == "http_500");
    CHECK(f.store.at(id).due_millis == f.now + 1'000);
    CHECK_FALSE(f.forwarder.step());
    f.now += 1'000;
    CHECK(f.forwarder.step());
    CHECK(f.store.at(id).due_millis == f.now + 2'000);
    f.now += 2'000;
    CHECK(f.forwarder.step());
    CHECK(f.store.at(id).state == State::Delivered);
    CHECK(f.store.at(id).row.attempts == 3);
    CHECK(f.script.seen[0].body == f.script.seen[2].body);
    CHECK(f.script.seen[0].headers == f.script.seen[2].headers);
}

TEST_CASE("a refused row stops and holds later rows of its dossier only", "[backend][forwarding]") {
    Fixture f;
    f.answer(422);
    const auto first = f.store.add("d1", 1, 0);
    const auto second = f.store.add("d1", 2, 1);
    const auto other = f.store.add("d2", 1, 2);
    while (f.forwarder.step()) {
    }
    CHECK(f.store.at(first).state == State::Refused);
    CHECK(f.store.at(first).note == "http_422");
    CHECK(f.store.at(second).state == State::Waiting);
    CHECK(f.store.at(other).state == State::Delivered);
}

TEST_CASE("rows of one dossier arrive in order whatever fails", "[backend][forwarding]") {
    Fixture f;
    f.answer(503);
    f.store.add("d1", 2, 0);
    f.store.add("d1", 1, 1);
    for (int i = 0; i < 10; ++i, f.now += 10'000) {
        while (f.forwarder.step()) {
        }
    }
    REQUIRE(f.script.seen.size() == 3);
    CHECK(f.script.seen[1].headers[2].second == "key-d1-1");
    CHECK(f.script.seen[2].headers[2].second == "key-d1-2");
}

TEST_CASE("Retry-After quiets the whole destination for that long", "[backend][forwarding]") {
    Fixture f;
    f.answer(429, "30");
    const auto first = f.store.add("d1", 1, 0);
    f.store.add("d2", 1, 1);
    CHECK(f.forwarder.step());
    CHECK(f.store.at(first).due_millis == f.now + 30'000);
    CHECK_FALSE(f.forwarder.step());
    f.now += 29'999;
    CHECK_FALSE(f.forwarder.step());
    f.now += 1;
    CHECK(f.forwarder.step());
    CHECK(f.forwarder.step());
    CHECK(f.script.seen.size() == 3);
}

TEST_CASE("a Retry-After of years is cut to an hour", "[backend][forwarding]") {
    Fixture f;
    f.answer(503, "999999999");
    const auto id = f.store.add("d1", 1);
    f.forwarder.step();
    CHECK(f.store.at(id).due_millis == f.now + 3'600'000);
}

TEST_CASE("a row whose holder died comes back when its lease ends", "[backend][forwarding]") {
    Fixture f;
    const auto id = f.store.add("d1", 1);
    const auto lost = f.store.lease_next("province", f.now, f.now + 60'000);
    REQUIRE(lost.ok());
    REQUIRE(lost->has_value());
    CHECK_FALSE(f.forwarder.step());
    f.now += 60'000;
    CHECK(f.forwarder.step());
    CHECK(f.store.at(id).state == State::Delivered);
    CHECK_FALSE(f.store.mark_retry(**lost, 0, "late").ok());
    CHECK(f.store.at(id).state == State::Delivered);
}

TEST_CASE("a body that changed between tries is never sent", "[backend][forwarding]") {
    Fixture f;
    f.answer(500);
    const auto id = f.store.add("d1", 1);
    f.forwarder.step();
    f.suffix = "x";
    f.now += 10'000;
    f.forwarder.step();
    CHECK(f.store.at(id).state == State::Refused);
    CHECK(f.store.at(id).note == "body_changed");
    CHECK(f.script.seen.size() == 1);
}

TEST_CASE("nothing is sent whose digest could not be kept", "[backend][forwarding]") {
    Fixture f;
    f.store.add("d1", 1);
    f.store.fails = true;
    CHECK(f.forwarder.step());
    CHECK(f.script.seen.empty());
}

TEST_CASE("the thread delivers new rows and retries by itself", "[backend][forwarding]") {
    tests::MemoryOutbox store;
    ScriptedClient::Script script;
    script.answers.push_back({.status = 500});
    ForwarderConfig config;
    config.destination = "province";
    config.backoff = {.base_millis = 5, .cap_millis = 20};
    Forwarder forwarder(
        config, store, [](const OutboxRow&) { return Result<std::string>("{}"); },
        std::make_unique<ScriptedClient>(script));
    forwarder.start();
    const auto id = store.add("d1", 1);
    forwarder.wake();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (store.at(id).state != State::Delivered && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::yield();
    }
    CHECK(store.at(id).state == State::Delivered);
    CHECK(store.at(id).row.attempts == 2);
    forwarder.stop();
}

TEST_CASE("stopping breaks off a try and leaves the row due at once", "[backend][forwarding]") {
    Fixture f;
    f.script.hang = true;
    const auto id = f.store.add("d1", 1);
    auto hanging = f.script.hanging.get_future();
    f.forwarder.start();
    hanging.wait();
    const auto before = std::chrono::steady_clock::now();
    f.forwarder.stop();
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
    CHECK(f.store.at(id).state == State::Waiting);
    CHECK(f.store.at(id).due_millis <= f.now);
}
