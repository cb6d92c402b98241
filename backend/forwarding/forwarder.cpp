#include "backend/forwarding/forwarder.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <random>
#include <utility>

#include "shared/crypto/crypto.hpp"

namespace motcua::backend::forwarding {

namespace {

/// The longest sleep, in case the clock is set back.
constexpr std::int64_t kLongestSleepMillis = 60'000;
/// The shortest, when something is due but cannot be leased (a row behind a refused one).
constexpr std::int64_t kShortestSleepMillis = 250;
/// After a fault of the store.
constexpr std::int64_t kStoreFaultMillis = 1'000;

std::int64_t system_millis() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::function<double()> system_random() {
    return [engine = std::mt19937_64(std::random_device{}())]() mutable {
        return std::uniform_real_distribution<double>(0.0, 1.0)(engine);
    };
}

const char* outcome_name(Outcome outcome) {
    switch (outcome) {
        case Outcome::Delivered:
            return "delivered";
        case Outcome::Retry:
            return "retry";
        case Outcome::Refused:
            return "refused";
    }
    return "";
}

std::string log_line(const OutboxRow& row, const Verdict& verdict) {
    std::string line = "forward destination=" + row.destination + " row=" + std::to_string(row.id) +
                       " attempt=" + std::to_string(row.attempts) +
                       " outcome=" + outcome_name(verdict.outcome);
    return verdict.error.empty() ? line : line + " error=" + verdict.error;
}

}  // namespace

Forwarder::Forwarder(ForwarderConfig config, OutboxStore& store, BuildBody build,
                     std::unique_ptr<HttpClient> client)
    : config_(std::move(config)), store_(store), build_(std::move(build)), client_(std::move(client)) {
    if (!config_.now_millis) {
        config_.now_millis = system_millis;
    }
    if (!config_.random_unit) {
        config_.random_unit = system_random();
    }
}

Forwarder::~Forwarder() {
    stop();
}

void Forwarder::start() {
    if (!thread_.joinable()) {
        thread_ = std::thread([this] { run(); });
    }
}

void Forwarder::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_one();
}

void Forwarder::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    client_->cancel();
    changed_.notify_one();
    if (thread_.joinable()) {
        thread_.join();
    }
}

bool Forwarder::stopping() const {
    const std::lock_guard lock(mutex_);
    return stopping_;
}

void Forwarder::log(const std::string& line) const {
    if (config_.log) {
        config_.log(line);
    }
}

void Forwarder::run() {
    while (!stopping()) {
        try {
            while (!stopping() && step()) {
            }
            wait_for_work();
        } catch (const std::exception&) {
            // Not e.what(): it could quote what was being sent.
            log("forward destination=" + config_.destination + " error=exception");
            rest(kStoreFaultMillis, Wake::OnStop);
        }
    }
}

std::int64_t Forwarder::sleep_millis(std::int64_t now) {
    const auto due = store_.next_due(config_.destination);
    std::int64_t sleep = kLongestSleepMillis;
    if (!due) {
        sleep = kStoreFaultMillis;
    } else if (due->has_value()) {
        sleep = **due > now ? **due - now : kShortestSleepMillis;
    }
    return std::min(std::max(sleep, paused_until_millis_ - now), kLongestSleepMillis);
}

void Forwarder::wait_for_work() {
    const std::int64_t now = config_.now_millis();
    // While the destination wants quiet, a new row is no reason to look.
    rest(sleep_millis(now), paused_until_millis_ > now ? Wake::OnStop : Wake::OnNewRow);
}

void Forwarder::rest(std::int64_t millis, Wake wake_when) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::milliseconds(millis),
                      [this, wake_when] { return stopping_ || (woken_ && wake_when == Wake::OnNewRow); });
    woken_ = false;
}

bool Forwarder::step() {
    const std::int64_t now = config_.now_millis();
    if (now < paused_until_millis_) {
        return false;
    }
    auto leased = store_.lease_next(config_.destination, now, now + config_.lease_millis);
    if (!leased) {
        log("forward destination=" + config_.destination + " error=store");
        paused_until_millis_ = now + kStoreFaultMillis;
        return false;
    }
    if (!leased->has_value()) {
        return false;
    }
    const OutboxRow& row = **leased;
    const Verdict verdict = attempt(row);
    log(log_line(row, verdict));
    if (!settle(row, verdict)) {
        // The lease runs out and the row is tried again; the receiver knows its key.
        log("forward destination=" + config_.destination + " row=" + std::to_string(row.id) +
            " error=unmarked");
    }
    return true;
}

Verdict Forwarder::attempt(const OutboxRow& row) {
    std::string sha256;
    auto body = frozen_body(row, sha256);
    if (!body) {
        const bool changed = body.error().code == ErrorCode::Conflict;
        return {.outcome = changed ? Outcome::Refused : Outcome::Retry,
                .error = changed ? "body_changed" : "body_unavailable"};
    }
    const HttpRequest request{.url = config_.url,
                              .headers = {{"Content-Type", "application/json"},
                                          {"Accept", "application/json"},
                                          {"Idempotency-Key", row.idempotency_key},
                                          {"Content-Digest", content_digest(sha256)}},
                              .body = *std::move(body)};
    return judge(client_->post(request), row.idempotency_key, sha256, config_.now_millis());
}

Result<std::string> Forwarder::frozen_body(const OutboxRow& row, std::string& sha256) {
    MC_TRY_ASSIGN(std::string body, build_(row));
    sha256 = crypto::hex(crypto::sha256(body));
    if (row.body_sha256.empty()) {
        const auto frozen = store_.freeze_body(row, sha256);
        if (!frozen) {
            return Error{ErrorCode::Unavailable, frozen.error().detail};
        }
    } else if (row.body_sha256 != sha256) {
        return Error{ErrorCode::Conflict, "the body differs from the one first sent"};
    }
    return body;
}

Result<void> Forwarder::settle(const OutboxRow& row, const Verdict& verdict) {
    const std::int64_t now = config_.now_millis();
    switch (verdict.outcome) {
        case Outcome::Delivered:
            return store_.mark_delivered(row, verdict.receipt, now);
        case Outcome::Retry:
            return store_.mark_retry(row, now + retry_in(row, verdict), verdict.error);
        case Outcome::Refused:
            return store_.mark_refused(row, verdict.error, now);
    }
    return {};
}

std::int64_t Forwarder::retry_in(const OutboxRow& row, const Verdict& verdict) {
    if (verdict.error == "cancelled") {
        return 0;  // We broke it off ourselves: the next start sends it at once.
    }
    const std::int64_t jittered = backoff_millis(config_.backoff, row.attempts, config_.random_unit());
    if (!verdict.retry_after_millis) {
        return jittered;
    }
    const std::int64_t asked = std::min(*verdict.retry_after_millis, config_.max_retry_after_millis);
    // The whole destination asked for quiet, so its other rows wait too.
    paused_until_millis_ = std::max(paused_until_millis_, config_.now_millis() + asked);
    return std::max(asked, jittered);
}

}  // namespace motcua::backend::forwarding
