#include "backend/config/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace motcua::backend::config {

namespace {

constexpr unsigned long kMaxPort = 65535;

/// "127.0.0.1:8081"; "" or what is wrong.
std::string read_listen(const std::string& text, Options& options) {
    const std::size_t colon = text.rfind(':');
    const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos ||
        std::stoul(port) > kMaxPort) {
        return "--listen needs 127.0.0.1:PORT";
    }
    options.host = text.substr(0, colon);
    if (options.host != "127.0.0.1") {
        return "--listen: only 127.0.0.1, the network is nginx's";
    }
    options.port = static_cast<std::uint16_t>(std::stoul(port));
    return "";
}

std::string check_urls(const Options& options) {
    for (const std::string& url : {options.receiver, options.public_url}) {
        if (!url.empty() && url.rfind("http://", 0) != 0 && url.rfind("https://", 0) != 0) {
            return "an address must begin with http:// or https://";
        }
    }
    return "";
}

std::string is_kiosk_name(const std::string& name) {
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    return plain ? "" : "a kiosk's name is of [a-z0-9-]";
}

}  // namespace

Parsed parse(int argc, const char* const* argv) {
    Options options;
    std::string listen = "127.0.0.1:8081";
    CLI::App app("Một Cửa, the backend: appointments, dossiers, clerks. Stands behind nginx.",
                 "motcua-backend");
    app.add_option("--listen", listen, "127.0.0.1:PORT; port 0 takes a free one and says which")
        ->capture_default_str();
    app.add_option("--data", options.data, "folder of the database and the keys")->required();
    app.add_option("--assets", options.assets, "folder of procedures, places and texts")->required();
    auto* catalogue =
        app.add_option("--catalogue", options.catalogue,
                       "folder of published procedures; without it those of --assets, unsigned");
    auto* key =
        app.add_option("--catalogue-key", options.catalogue_key, "public key they must be signed with");
    catalogue->needs(key);
    key->needs(catalogue);
    auto* check = app.add_flag("--check-log", options.check_log,
                               "only check that the log of visits is as it was written; 1 when it is not");
    auto* receiver = app.add_option("--receiver", options.receiver, "URL that accepted dossiers are sent to");
    app.add_option("--public-url", options.public_url, "where people reach the pages; stands in QR codes");
    app.add_option("--offices", options.offices, "file of offices and opening hours to bring in");
    app.add_flag("--demo", options.demonstration, "demonstration offices, slots and accounts");
    auto* pass = app.add_option("--kiosk-pass", options.kiosk_pass,
                                "only print the pass of the kiosk with this name ([a-z0-9-])")
                     ->check(is_kiosk_name);
    app.add_option("--lost-kiosk", options.lost_kiosks, "name of a kiosk whose pass is void");
    app.add_option("--calm-requests", options.calm_requests,
                   "holds or tickets an office is asked for at once before devices have to work for them")
        ->capture_default_str()
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--retry-base-ms", options.retry_base_millis, "first wait after a failed delivery")
        ->capture_default_str()
        ->check(CLI::Range(1, 600'000));
    app.add_option("--forward-timeout-ms", options.forward_timeout_millis, "longest time of one delivery")
        ->capture_default_str()
        ->check(CLI::Range(100, 600'000));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
        return {.options = std::nullopt, .exit_code = app.exit(stop)};
    }
    std::string wrong = read_listen(listen, options);
    if (wrong.empty() && receiver->empty() && check->empty() && pass->empty()) {
        wrong = "--receiver is required";
    }
    if (wrong.empty()) {
        wrong = check_urls(options);
    }
    if (!wrong.empty()) {
        std::cerr << "motcua-backend: " << wrong << "\n";
        return {.options = std::nullopt, .exit_code = 2};
    }
    while (!options.public_url.empty() && options.public_url.back() == '/') {
        options.public_url.pop_back();
    }
    return {.options = std::move(options), .exit_code = 0};
}

}  // namespace motcua::backend::config
