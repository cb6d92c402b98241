#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <thread>

#include "backend/forwarding/http_client.hpp"

using namespace motcua::backend::forwarding;

namespace {

/// Accepts one connection on a loopback port and hands it to `serve`.
class OneShotServer {
public:
    explicit OneShotServer(std::function<void(int)> serve) : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(listener_, 4) == 0);
        REQUIRE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, serve = std::move(serve)] {
            const int connection = ::accept(listener_, nullptr, nullptr);
            if (connection >= 0) {
                serve(connection);
                ::close(connection);
            }
        });
    }
    ~OneShotServer() {
        ::shutdown(listener_, SHUT_RDWR);
        thread_.join();
        ::close(listener_);
    }
    OneShotServer(const OneShotServer&) = delete;
    OneShotServer& operator=(const OneShotServer&) = delete;
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/in"; }

private:
    int listener_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

void send_all(int connection, const std::string& text) {
    (void)::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
}

/// Reads until the request's last bytes are seen.
std::string read_until(int connection, const std::string& end) {
    std::string got;
    char buffer[4096];
    while (got.find(end) == std::string::npos) {
        const ssize_t count = ::recv(connection, buffer, sizeof(buffer), 0);
        if (count <= 0) {
            break;
        }
        got.append(buffer, static_cast<std::size_t>(count));
    }
    return got;
}

HttpRequest request_to(const OneShotServer& server) {
    return {.url = server.url(), .headers = {{"Idempotency-Key", "k1"}}, .body = "{\"end\":1}"};
}

}  // namespace

TEST_CASE("a post carries its headers and body and brings the answer back", "[backend][forwarding]") {
    std::string seen;
    {
        const OneShotServer server([&seen](int connection) {
            seen = read_until(connection, "{\"end\":1}");
            send_all(connection, "HTTP/1.1 503 Busy\r\nRetry-After: 12\r\nContent-Length: 4\r\n\r\nbusy");
        });
        const HttpAnswer answer = make_curl_client()->post(request_to(server));
        CHECK(answer.failure.empty());
        CHECK(answer.status == 503);
        CHECK(answer.retry_after == "12");
        CHECK(answer.body == "busy");
    }
    CHECK(seen.starts_with("POST /in HTTP/1.1\r\n"));
    CHECK(seen.find("Idempotency-Key: k1\r\n") != std::string::npos);
    CHECK(seen.find("Expect") == std::string::npos);
}

TEST_CASE("nobody listening is the failure connect", "[backend][forwarding]") {
    // Port 1 of loopback: nothing of ours listens there.
    CHECK(make_curl_client()->post({.url = "http://127.0.0.1:1/in"}).failure == "connect");
}

TEST_CASE("a redirect is an answer and not followed", "[backend][forwarding]") {
    const OneShotServer server([](int connection) {
        read_until(connection, "{\"end\":1}");
        send_all(connection,
                 "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
    });
    CHECK(make_curl_client()->post(request_to(server)).status == 302);
}

TEST_CASE("a connection closed before the answer is the failure cut_off", "[backend][forwarding]") {
    const OneShotServer server([](int connection) { read_until(connection, "{\"end\":1}"); });
    CHECK(make_curl_client()->post(request_to(server)).failure == "cut_off");
}

TEST_CASE("an answer cut in the middle is the failure cut_off", "[backend][forwarding]") {
    const OneShotServer server([](int connection) {
        read_until(connection, "{\"end\":1}");
        send_all(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    CHECK(make_curl_client()->post(request_to(server)).failure == "cut_off");
}

TEST_CASE("an endless answer is given up", "[backend][forwarding]") {
    const OneShotServer server([](int connection) {
        read_until(connection, "{\"end\":1}");
        send_all(connection,
                 "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + std::string(200'000, 'x'));
    });
    CHECK(make_curl_client()->post(request_to(server)).failure == "too_large");
}

TEST_CASE("a silent receiver is the failure timeout", "[backend][forwarding]") {
    const OneShotServer server([](int connection) { read_until(connection, "never"); });
    const auto client = make_curl_client({.connect_millis = 1'000, .total_millis = 100});
    CHECK(client->post(request_to(server)).failure == "timeout");
}

TEST_CASE("a post to a silent receiver ends at once when cancelled", "[backend][forwarding]") {
    const auto client = make_curl_client();
    const OneShotServer server([&client](int connection) {
        read_until(connection, "{\"end\":1}");
        client->cancel();
        read_until(connection, "never");
    });
    const auto before = std::chrono::steady_clock::now();
    CHECK(client->post(request_to(server)).failure == "cancelled");
    CHECK(client->post(request_to(server)).failure == "cancelled");
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(2));
}

TEST_CASE("other schemes than http and https are not spoken", "[backend][forwarding]") {
    CHECK(make_curl_client()->post({.url = "file:///etc/hostname"}).failure == "transport");
}
