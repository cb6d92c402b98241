// A stand-in for the provincial system: takes forwarded dossiers as docs/API.md says, keeps
// each once, and can be told to go wrong. For trying things out; it serves loopback only.

#include <signal.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <map>

#include "backend/receiver/ledger.hpp"
#include "backend/receiver/server.hpp"
#include "shared/crypto/crypto.hpp"

namespace {

using motcua::receiver::Misbehaviour;

const std::map<std::string, Misbehaviour> kMisbehaviours = {
    {"none", Misbehaviour::None},
    {"down", Misbehaviour::Down},
    {"slow", Misbehaviour::Slow},
    {"error500", Misbehaviour::Error500},
    {"garbage", Misbehaviour::Garbage},
    {"die_after_store", Misbehaviour::DieAfterStore},
    {"close_after_store", Misbehaviour::CloseAfterStore},
};

/// "127.0.0.1:8090"; "" or the reason why not.
std::string read_listen(const std::string& text, motcua::receiver::ServerConfig& config) {
    const auto colon = text.rfind(':');
    const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
    config.host = text.substr(0, colon);
    if (config.host != "127.0.0.1" && config.host != "localhost") {
        return "--listen must be 127.0.0.1:PORT, this program is for one machine";
    }
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
        std::stoi(port) > 65'535) {
        return "--listen needs a port between 0 and 65535";
    }
    config.host = "127.0.0.1";
    config.port = static_cast<std::uint16_t>(std::stoi(port));
    return "";
}

/// Serves until SIGINT or SIGTERM.
int serve(const motcua::receiver::ServerConfig& config, const std::string& data) {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    // Before the first thread, so that all of them leave these to sigwait.
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    signal(SIGPIPE, SIG_IGN);

    auto ledger = motcua::receiver::Ledger::open(data);
    if (!ledger) {
        std::cerr << "motcua-receiver: " << ledger.error().detail << "\n";
        return 1;
    }
    const motcua::receiver::Server server(config, **ledger);
    std::cout << "listening on 127.0.0.1:" << server.port() << std::endl;
    int signal_number = 0;
    sigwait(&stop, &signal_number);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Takes forwarded dossiers, keeps each once, and lists them at /received.",
                 "motcua-receiver");
    std::string listen = "127.0.0.1:8090";
    std::string data;
    motcua::receiver::ServerConfig config;
    app.add_option("--listen", listen, "127.0.0.1:PORT, port 0 for any free one")->capture_default_str();
    app.add_option("--data", data, "folder for what is received")->required();
    app.add_option("--misbehave", config.misbehaviour, "how to go wrong, for tests")
        ->transform(CLI::CheckedTransformer(kMisbehaviours));
    app.add_option("--times", config.times, "go wrong for this many deliveries only; 0: for all")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--slow-ms", config.slow_millis, "how late \"slow\" is")->check(CLI::NonNegativeNumber);
    CLI11_PARSE(app, argc, argv);

    if (const std::string reason = read_listen(listen, config); !reason.empty()) {
        std::cerr << "motcua-receiver: " << reason << "\n";
        return 2;
    }
    if (!motcua::crypto::start()) {
        std::cerr << "motcua-receiver: libsodium cannot start\n";
        return 1;
    }
    try {
        return serve(config, data);
    } catch (const std::exception& error) {
        std::cerr << "motcua-receiver: " << error.what() << "\n";
        return 1;
    }
}
