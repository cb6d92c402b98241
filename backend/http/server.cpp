#include "backend/http/server.hpp"

#include <pistache/endpoint.h>
#include <pistache/http.h>
#include <pistache/http_headers.h>

#include <atomic>
#include <exception>
#include <thread>

namespace motcua::backend::http {

namespace {

namespace net = Pistache;
using std::chrono::seconds;

// The largest body is one upload part; headers stand in the same buffer.
constexpr std::size_t kMaxRequestBytes = services::Uploads::kPartBytes + (64U << 10U);
// Pistache answers 408 by itself when the answer comes later than this.
constexpr seconds kHeaderTimeout{30};
constexpr seconds kBodyTimeout{30};
// Longer than nginx keeps its connections to us, so that it is never we who close one that
// nginx is just about to use.
constexpr seconds kKeepAliveTimeout{120};
// How often in a row nothing may be found to be under way before we close: looks and not a time, because
// on a busy machine much time can pass between two.
constexpr int kQuietLooks = 20;
constexpr std::chrono::milliseconds kLook{5};

/// A header with any name; the library writes typed headers only.
class PlainHeader : public net::Http::Header::Header {
public:
    PlainHeader(std::string name, std::string value) : name_(std::move(name)), value_(std::move(value)) {}
    [[nodiscard]] const char* name() const override { return name_.c_str(); }
    void parse(const std::string& data) override { value_ = data; }
    void write(std::ostream& stream) const override { stream << value_; }
    [[nodiscard]] std::uint64_t hash() const override { return 0; }

private:
    std::string name_;
    std::string value_;
};

Method method_of(net::Http::Method method) {
    if (method == net::Http::Method::Get) {
        return Method::Get;
    }
    if (method == net::Http::Method::Head) {
        return Method::Head;
    }
    if (method == net::Http::Method::Post) {
        return Method::Post;
    }
    if (method == net::Http::Method::Put) {
        return Method::Put;
    }
    return method == net::Http::Method::Delete ? Method::Delete : Method::Other;
}

Request convert(const net::Http::Request& from) {
    Request request;
    request.method = method_of(from.method());
    request.path = from.resource();
    const std::string query = from.query().as_str();
    request.query = query.empty() ? "" : query.substr(1);
    for (const auto& [name, raw] : from.headers().rawList()) {
        std::string lower = name;
        for (char& c : lower) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        request.headers.emplace(std::move(lower), raw.value());
    }
    request.body = from.body();
    return request;
}

using Unsent = std::shared_ptr<std::atomic<int>>;

void send(net::Http::ResponseWriter& writer, const Response& response, const Unsent& unsent) {
    auto& headers = writer.headers();
    // Without this, kept connections are answered "Connection: Close"; add() alone does
    // not replace what is there.
    headers.remove<net::Http::Header::Connection>();
    headers.add<net::Http::Header::Connection>(net::Http::ConnectionControl::KeepAlive);
    if (!response.media_type.empty()) {
        headers.add(std::make_shared<PlainHeader>("Content-Type", response.media_type));
    }
    for (const auto& [name, value] : response.headers) {
        headers.add(std::make_shared<PlainHeader>(name, value));
    }
    unsent->fetch_add(1);
    auto sent = writer.send(static_cast<net::Http::Code>(response.status), response.body);
    sent.then([unsent](ssize_t) { unsent->fetch_sub(1); },
              [unsent](const std::exception_ptr&) { unsent->fetch_sub(1); });
}

class Bridge : public net::Http::Handler {
public:
    HTTP_PROTOTYPE(Bridge)

    Bridge(Dispatcher& dispatcher, Unsent unsent) : dispatcher_(dispatcher), unsent_(std::move(unsent)) {}

    void onRequest(const net::Http::Request& from, net::Http::ResponseWriter given) override {
        // An exception that leaves here would be shown to the client or end the process.
        try {
            auto writer = std::make_shared<net::Http::ResponseWriter>(std::move(given));
            dispatcher_.handle(convert(from), [writer, unsent = unsent_](const Response& response) {
                try {
                    send(*writer, response, unsent);
                } catch (const std::exception&) {
                    // The client has gone. What it asked for is stored, and its key
                    // gives it the answer when it comes back.
                }
            });
        } catch (const std::exception&) {
            // Nothing could be allocated: the client runs into its time limit.
        }
    }

private:
    Dispatcher& dispatcher_;
    Unsent unsent_;
};

}  // namespace

struct Server::Impl {
    Impl(Backend& given_backend, Dispatcher& given_dispatcher, ServerConfig given_config)
        : backend(given_backend), dispatcher(given_dispatcher), config(std::move(given_config)) {}

    Backend& backend;
    Dispatcher& dispatcher;
    ServerConfig config;
    Unsent unsent = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<net::Http::Endpoint> endpoint;
};

Server::Server(Backend& backend, Dispatcher& dispatcher, ServerConfig config)
    : impl_(std::make_unique<Impl>(backend, dispatcher, std::move(config))) {}

Server::~Server() = default;

Result<void> Server::start() {
    try {
        const net::Address address(impl_->config.host, net::Port(impl_->config.port));
        impl_->endpoint = std::make_unique<net::Http::Endpoint>(address);
        impl_->endpoint->init(net::Http::Endpoint::options()
                                  .threads(impl_->config.threads)
                                  .maxRequestSize(kMaxRequestBytes)
                                  .headerTimeout(kHeaderTimeout)
                                  .bodyTimeout(kBodyTimeout)
                                  .keepaliveTimeout(kKeepAliveTimeout)
                                  .flags(net::Tcp::Options::ReuseAddr));
        impl_->endpoint->setHandler(std::make_shared<Bridge>(impl_->dispatcher, impl_->unsent));
        impl_->endpoint->serveThreaded();
        return {};
    } catch (const std::exception& fault) {
        return Error{.code = ErrorCode::Unavailable,
                     .detail = std::string("cannot listen: ") + fault.what(),
                     .findings = {}};
    }
}

std::uint16_t Server::port() const {
    return static_cast<std::uint16_t>(impl_->endpoint->getPort());
}

void Server::drain(std::chrono::milliseconds limit) {
    using Clock = std::chrono::steady_clock;
    impl_->backend.stopping.store(true);
    impl_->dispatcher.release_waiting();
    const auto end = Clock::now() + limit;
    int quiet_looks = 0;
    while (Clock::now() < end && quiet_looks < kQuietLooks) {
        const bool busy = impl_->dispatcher.in_flight() > 0 || impl_->unsent->load() > 0;
        quiet_looks = busy ? 0 : quiet_looks + 1;
        std::this_thread::sleep_for(kLook);
    }
    impl_->endpoint->shutdown();
}

}  // namespace motcua::backend::http
