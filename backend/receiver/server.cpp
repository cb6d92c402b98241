#include "backend/receiver/server.hpp"

#include <pistache/endpoint.h>
#include <pistache/http.h>
#include <pistache/peer.h>
#include <signal.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "shared/json/write.hpp"

namespace motcua::receiver {

namespace {

namespace http = Pistache::Http;

constexpr std::size_t kMaxRequestBytes = 80U << 20U;

/// Waits that end early when the server stops.
class Pause {
public:
    void wait(int millis) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::milliseconds(millis), [this] { return over_; });
    }
    void end() {
        {
            const std::lock_guard lock(mutex_);
            over_ = true;
        }
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool over_ = false;
};

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput:
        case ErrorCode::KeyReused:
            return 422;
        case ErrorCode::Unauthenticated:
            return 400;  // The headers that say what this is are missing or wrong.
        case ErrorCode::UnsupportedType:
            return 415;
        case ErrorCode::NotFound:
            return 404;
        case ErrorCode::Forbidden:
        case ErrorCode::Conflict:
        case ErrorCode::InFlight:
        case ErrorCode::TooLarge:
        case ErrorCode::TooMany:
        case ErrorCode::Unavailable:
        case ErrorCode::Internal:
            return 500;
    }
    return 500;
}

void answer(http::ResponseWriter& response, int status, const json::Value& body) {
    // Without this Pistache says "close" and keeps the connection open all the same.
    response.headers().remove<http::Header::Connection>();
    response.headers().add<http::Header::Connection>(http::ConnectionControl::KeepAlive);
    response.send(static_cast<http::Code>(status), json::write(body) + "\n", MIME(Application, Json));
}

void answer(http::ResponseWriter& response, const Error& error) {
    answer(response, status_of(error.code),
           json::Object{{"code", error_name(error.code)}, {"detail", error.detail}});
}

void cut_off(const http::ResponseWriter& response) {
    if (const auto peer = response.getPeer()) {
        ::shutdown(peer->fd(), SHUT_RDWR);
    }
}

std::string raw_header(const http::Request& request, const std::string& name) {
    const auto header = request.headers().tryGetRaw(name);
    return header ? header->value() : std::string();
}

Delivery delivery_of(const http::Request& request) {
    const auto type = request.headers().tryGet<http::Header::ContentType>();
    return {.content_type = type ? type->mime().toString() : std::string(),
            .content_digest = raw_header(request, "Content-Digest"),
            .idempotency_key = raw_header(request, "Idempotency-Key"),
            .body = request.body()};
}

json::Value line(const Entry& entry) {
    return json::Object{{"receipt", entry.receipt},
                        {"idempotency_key", entry.idempotency_key},
                        {"sha256", entry.sha256},
                        {"code", entry.code},
                        {"files", static_cast<std::int64_t>(entry.files)}};
}

class Handler final : public http::Handler {
public:
    HTTP_PROTOTYPE(Handler)

    Handler(const ServerConfig& config, Ledger& ledger, Pause& pause)
        : config_(&config), ledger_(&ledger), pause_(&pause), state_(std::make_shared<State>()) {}

    void onRequest(const http::Request& request, http::ResponseWriter response) override {
        if (request.method() == http::Method::Post && request.resource() == "/") {
            deliver(request, response);
        } else if (request.method() == http::Method::Get && request.resource() == "/received") {
            list(response);
        } else if (request.method() == http::Method::Get && request.resource().rfind("/received/", 0) == 0) {
            show(request.resource().substr(10), response);
        } else {
            answer(response, Error{ErrorCode::NotFound, "no such route"});
        }
    }

private:
    /// Shared by the copies that Pistache makes, one a thread.
    struct State {
        std::atomic<int> deliveries = 0;
    };

    Misbehaviour behaviour() {
        const int count = ++state_->deliveries;
        return config_->times == 0 || count <= config_->times ? config_->misbehaviour : Misbehaviour::None;
    }

    void deliver(const http::Request& request, http::ResponseWriter& response) {
        const Misbehaviour how = behaviour();
        if (how == Misbehaviour::Down) {
            return cut_off(response);
        }
        if (how == Misbehaviour::Error500) {
            return answer(response, Error{ErrorCode::Internal, "asked to fail"});
        }
        if (how == Misbehaviour::Slow) {
            pause_->wait(config_->slow_millis);
        }
        const Delivery delivery = delivery_of(request);
        const auto envelope = check(delivery);
        if (!envelope) {
            return answer(response, envelope.error());
        }
        const auto entry = ledger_->accept(delivery.idempotency_key, *envelope);
        if (!entry) {
            return answer(response, entry.error());
        }
        acknowledge(*entry, how, response);
    }

    static void acknowledge(const Entry& entry, Misbehaviour how, http::ResponseWriter& response) {
        if (how == Misbehaviour::DieAfterStore) {
            ::raise(SIGKILL);
        }
        if (how == Misbehaviour::CloseAfterStore) {
            return cut_off(response);
        }
        if (how == Misbehaviour::Garbage) {
            return answer(response, 200, json::Object{{"status", "OK"}, {"receipt", 7}});
        }
        answer(response, 201,
               json::Object{{"receipt", entry.receipt},
                            {"idempotency_key", entry.idempotency_key},
                            {"sha256", entry.sha256}});
    }

    void list(http::ResponseWriter& response) {
        json::Array lines;
        for (const Entry& entry : ledger_->entries()) {
            lines.push_back(line(entry));
        }
        answer(response, 200,
               json::Object{{"received", std::move(lines)}, {"deliveries", state_->deliveries.load()}});
    }

    void show(const std::string& receipt, http::ResponseWriter& response) {
        const auto contents = ledger_->contents(receipt);
        if (!contents) {
            return answer(response, contents.error());
        }
        answer(response, 200, *contents);
    }

    const ServerConfig* config_;
    Ledger* ledger_;
    Pause* pause_;
    std::shared_ptr<State> state_;
};

}  // namespace

struct Server::Parts {
    Parts(const ServerConfig& from, Ledger& ledger)
        : config(from), endpoint(Pistache::Address(from.host, Pistache::Port(from.port))) {
        endpoint.init(http::Endpoint::options()
                          .threads(4)
                          .maxRequestSize(kMaxRequestBytes)
                          .flags(Pistache::Tcp::Options::ReuseAddr)
                          .headerTimeout(std::chrono::seconds(60))
                          .bodyTimeout(std::chrono::seconds(60)));
        endpoint.setHandler(http::make_handler<Handler>(config, ledger, pause));
        endpoint.serveThreaded();
    }
    ServerConfig config;
    Pause pause;
    http::Endpoint endpoint;
};

Server::Server(const ServerConfig& config, Ledger& ledger)
    : parts_(std::make_unique<Parts>(config, ledger)) {}

Server::~Server() {
    parts_->pause.end();
    parts_->endpoint.shutdown();
}

std::uint16_t Server::port() const {
    return parts_->endpoint.getPort();
}

}  // namespace motcua::receiver
