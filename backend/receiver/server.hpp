#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "backend/receiver/ledger.hpp"

namespace motcua::receiver {

/// How to go wrong, for tests of the sender.
enum class Misbehaviour {
    None,
    Down,             ///< closes the connection, stores nothing
    Slow,             ///< answers, as it should, too late
    Error500,         ///< stores nothing, answers 500
    Garbage,          ///< stores, answers 200 with what is no receipt
    DieAfterStore,    ///< stores, then the process kills itself
    CloseAfterStore,  ///< stores, then closes the connection without an answer
};

struct ServerConfig {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    Misbehaviour misbehaviour = Misbehaviour::None;
    int times = 0;  ///< Misbehaves for this many deliveries; 0: for all
    int slow_millis = 30'000;
};

/// Serves POST / (deliveries), GET /received and GET /received/{receipt}.
class Server {
public:
    Server(const ServerConfig& config, Ledger& ledger);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace motcua::receiver
