#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "backend/http/repeats.hpp"
#include "backend/http/route.hpp"
#include "backend/http/waiting_room.hpp"
#include "backend/http/worker_pool.hpp"

namespace motcua::backend::http {

struct DispatcherConfig {
    std::size_t threads = 4;
    std::size_t slow_threads = 2;
    std::size_t queue_limit = 512;
    std::size_t most_waiting = 200;  ///< Requests that wait for news; those beyond are answered at once
};

/// Takes a request to its handler and its answer back, whatever happens on the way: checks
/// what the route table says, runs handlers on the pools, hands commands to the storage,
/// answers repetitions, turns errors and exceptions into problem details.
class Dispatcher {
public:
    using Answer = std::function<void(Response)>;

    explicit Dispatcher(Backend& backend, const DispatcherConfig& config = {});
    ~Dispatcher() { stop(); }
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    /// `answer` is called exactly once, on whichever thread is done last. Never throws.
    void handle(Request request, Answer answer);

    /// Answers those that wait for news; nobody waits afterwards.
    void release_waiting() { room_.close(); }

    /// Finishes what the pools have; handles nothing afterwards. The storage may still hold
    /// commands whose answers come here.
    void stop();

    /// Requests that have not been answered.
    [[nodiscard]] int in_flight() const { return in_flight_.load(); }

private:
    struct Exchange;
    using Shared = std::shared_ptr<Exchange>;

    void admit(const Shared& exchange);
    void work(const Shared& exchange);
    void queue(const Shared& exchange);
    /// Of an answer that tells of a line: true when the client has it already and waits for another.
    bool waits_for_news(const Shared& exchange, Response& response, std::uint64_t seen);
    Result<Response> try_work(const Shared& exchange, bool& answered_later);
    Result<void> authorise(Exchange& exchange);
    /// The first answer, when this is a repetition.
    Result<std::optional<Response>> repeated(Exchange& exchange);
    Result<Response> run_handler(const Shared& exchange, bool& answered_later);
    void store(const Shared& exchange, Command command);
    Result<Response> try_command(Exchange& exchange, const Command& command, storage::Stores& stores);
    storage::Keep run_command(Exchange& exchange, const Command& command, storage::Stores& stores);
    void finish(const Shared& exchange, Response response);
    void fail(const Shared& exchange, const Error& error);
    [[nodiscard]] Response problem_for(Exchange& exchange, const Error& error,
                                       const catalogue::Procedure* procedure = nullptr) const;

    Backend& backend_;
    Repeats repeats_;
    std::atomic<int> in_flight_{0};
    std::atomic<std::uint64_t> next_id_{1};
    // Last, so that their threads end first.
    WaitingRoom room_;
    WorkerPool pool_;
    WorkerPool slow_pool_;
};

}  // namespace motcua::backend::http
