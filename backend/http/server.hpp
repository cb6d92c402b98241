#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "backend/http/dispatcher.hpp"

namespace motcua::backend::http {

struct ServerConfig {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    int threads = 2;
};

/// The HTTP library's one home. Stands behind nginx (docs/decisions/0004-http.md).
class Server {
public:
    Server(Backend& backend, Dispatcher& dispatcher, ServerConfig config);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Unavailable when the address cannot be had.
    Result<void> start();
    [[nodiscard]] std::uint16_t port() const;

    /// /healthz answers 503 from now on; waits until nothing is being worked on and all
    /// answers have left (at most `limit`), then closes.
    void drain(std::chrono::milliseconds limit);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace motcua::backend::http
