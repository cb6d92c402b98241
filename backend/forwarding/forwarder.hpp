#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "backend/forwarding/backoff.hpp"
#include "backend/forwarding/delivery.hpp"
#include "backend/forwarding/http_client.hpp"
#include "backend/forwarding/outbox_store.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::forwarding {

/// Builds the body to send from what is stored (docs/API.md, "To the receiver"). Must give
/// the same bytes on every call for the same row: the forwarder checks it.
using BuildBody = std::function<Result<std::string>(const OutboxRow& row)>;

struct ForwarderConfig {
    std::string destination;  ///< The name in the outbox rows.
    std::string url;          ///< http:// or https://
    BackoffConfig backoff;
    std::int64_t lease_millis = 60'000;  ///< Longer than the client's total timeout.
    std::int64_t max_retry_after_millis = 3'600'000;
    std::function<std::int64_t()> now_millis;     ///< UTC; system clock when empty
    std::function<void(const std::string&)> log;  ///< One line, nothing personal; may be empty
    std::function<double()> random_unit;          ///< [0,1); seeded from the system when empty
};

/// Delivers the rows of one destination, one after another, each once in effect. One
/// forwarder (and so one thread) a destination: one that is down does not hold up another.
class Forwarder {
public:
    Forwarder(ForwarderConfig config, OutboxStore& store, BuildBody build,
              std::unique_ptr<HttpClient> client);
    ~Forwarder();
    Forwarder(const Forwarder&) = delete;
    Forwarder& operator=(const Forwarder&) = delete;

    void start();
    /// A row was committed: look now. Cheap, from any thread.
    void wake();
    /// Ends within a second: a try under way is broken off and will be made again.
    void stop();

    /// Tries at most one due row. True when there was one. What the thread runs; for tests.
    bool step();

private:
    enum class Wake { OnNewRow, OnStop };
    void run();
    void wait_for_work();
    [[nodiscard]] std::int64_t sleep_millis(std::int64_t now);
    void rest(std::int64_t millis, Wake wake_when);
    /// Builds, sends and judges.
    [[nodiscard]] Verdict attempt(const OutboxRow& row);
    /// The body to send, checked against the digest frozen at the first try.
    [[nodiscard]] Result<std::string> frozen_body(const OutboxRow& row, std::string& sha256);
    [[nodiscard]] Result<void> settle(const OutboxRow& row, const Verdict& verdict);
    [[nodiscard]] std::int64_t retry_in(const OutboxRow& row, const Verdict& verdict);
    [[nodiscard]] bool stopping() const;
    void log(const std::string& line) const;

    ForwarderConfig config_;
    OutboxStore& store_;
    BuildBody build_;
    std::unique_ptr<HttpClient> client_;
    std::int64_t paused_until_millis_ = 0;  ///< Asked for by Retry-After; of the thread alone.

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace motcua::backend::forwarding
