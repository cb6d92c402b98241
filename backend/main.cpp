// Puts the backend together, serves until SIGTERM or SIGINT, then drains.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <memory>

#include "backend/config/options.hpp"
#include "backend/forwarding/forwarder.hpp"
#include "backend/http/dispatcher.hpp"
#include "backend/http/server.hpp"
#include "backend/security/key.hpp"
#include "backend/security/sealer.hpp"
#include "backend/services/agency_offices.hpp"
#include "backend/services/demo.hpp"
#include "backend/services/files.hpp"
#include "backend/services/kiosk_pass.hpp"
#include "backend/services/upkeep.hpp"
#include "backend/storage/outbox.hpp"
#include "backend/storage/sqlite/sqlite_storage.hpp"
#include "shared/crypto/crypto.hpp"
#include "shared/publication/publication.hpp"

namespace {

using namespace motcua;
using namespace motcua::backend;

constexpr std::chrono::milliseconds kDrainLimit{10'000};
constexpr int kUpkeepSecs = 600;

void log_line(const std::string& line) {
    char stamp[32] = "";
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ ", &parts);
    const std::string whole = stamp + line + "\n";
    std::fwrite(whole.data(), 1, whole.size(), stderr);
}

Error operator_error(std::string what) {
    return {.code = ErrorCode::Unavailable, .detail = std::move(what), .findings = {}};
}

/// The data folder, ours alone: a second process on the same files would be a second writer.
Result<void> take_folder(const std::filesystem::path& folder) {
    umask(S_IRWXG | S_IRWXO);
    std::error_code fault;
    std::filesystem::create_directories(folder / "keys", fault);
    if (fault) {
        return operator_error(folder.string() + ": " + fault.message());
    }
    // Kept open, and so locked, until the process ends.
    const int lock = open((folder / "backend.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0) {
        return operator_error(folder.string() + " is used by another motcua-backend");
    }
    return {};
}

/// The operator's offices; to try out, those of the agencies with a plan of slots of their own.
Result<services::OfficesFile> read_offices(const config::Options& options) {
    const std::filesystem::path file =
        options.demonstration ? options.assets / "offices" / "demo.json" : options.offices;
    MC_TRY_ASSIGN(const json::Value value, services::read_json_file(file));
    MC_TRY_ASSIGN(services::OfficesFile offices, services::read_offices(value));
    if (options.demonstration) {
        MC_TRY_ASSIGN(offices.offices, services::demonstration_offices(options.assets / "agencies"));
    }
    return offices;
}

Result<void> bring_in(storage::Storage& storage, const config::Options& options,
                      const calendar::Calendar& calendar, std::int64_t now_secs) {
    MC_TRY_ASSIGN(const services::OfficesFile offices, read_offices(options));
    return storage::write_and_wait(storage, [&](storage::Stores& stores) -> Result<void> {
        services::put_offices(stores, offices, calendar, now_secs);
        return {};
    });
}

/// What has to be in the database before serving.
Result<void> prepare_data(storage::Storage& storage, const config::Options& options,
                          const calendar::Calendar& calendar, std::int64_t now_secs) {
    if (!options.demonstration) {
        MC_TRY_ASSIGN(const bool demonstration, services::is_demonstration(storage));
        if (demonstration) {
            return operator_error(
                "this data folder holds demonstration accounts: start with --demo, or use "
                "another --data");
        }
        return options.offices.empty() ? Result<void>() : bring_in(storage, options, calendar, now_secs);
    }
    MC_TRY_ASSIGN(const services::OfficesFile file, read_offices(options));
    return services::put_demonstration(storage, file, calendar, now_secs);
}

Result<void> print_demonstration(const config::Options& options) {
    MC_TRY_ASSIGN(const services::OfficesFile file, read_offices(options));
    std::cout << "demonstration accounts:\n";
    for (const services::DemonstrationClerk& clerk : file.clerks) {
        std::cout << "  " << clerk.user << "  " << clerk.password << "  (" << clerk.office << ")\n";
    }
    std::cout << std::flush;
    return {};
}

/// Everything that lives as long as the process, in the order it is made.
struct Parts {
    services::Millis millis;
    std::unique_ptr<storage::sqlite::SqliteStorage> storage;
    std::unique_ptr<http::Backend> backend;
    std::unique_ptr<storage::StoredOutbox> outbox;
    std::unique_ptr<forwarding::Forwarder> forwarder;
    std::unique_ptr<http::Dispatcher> dispatcher;
    std::unique_ptr<http::Server> server;
};

std::unique_ptr<forwarding::Forwarder> make_forwarder(const Parts& parts, const config::Options& options) {
    forwarding::ForwarderConfig config;
    config.destination = services::kDestination;
    config.url = options.receiver;
    config.backoff.base_millis = options.retry_base_millis;
    config.lease_millis = 3 * options.forward_timeout_millis;
    config.log = log_line;
    config.now_millis = parts.millis;
    auto build = [backend = parts.backend.get()](const forwarding::OutboxRow& row) -> Result<std::string> {
        std::string body;
        MC_TRY(backend->storage.read([&](storage::Stores& stores) -> Result<void> {
            MC_TRY_ASSIGN(body, backend->dossiers.forward_body(stores, row.aggregate));
            return {};
        }));
        return body;
    };
    return std::make_unique<forwarding::Forwarder>(
        config, *parts.outbox, build,
        forwarding::make_curl_client({.total_millis = options.forward_timeout_millis}));
}

Result<services::Catalogue> read_catalogue(const config::Options& options) {
    if (options.catalogue.empty()) {
        return services::Catalogue::read_sources(options.assets / "procedures");
    }
    MC_TRY_ASSIGN(const std::string text, services::read_file(options.catalogue_key));
    const auto key = publication::decode_public(text, options.demonstration);
    if (!key) {
        return services::in_file(options.catalogue_key, key.error());
    }
    return services::Catalogue::read_published(options.catalogue, *key, options.demonstration);
}

Result<void> assemble(Parts& parts, const config::Options& options) {
    if (!crypto::start()) {
        return operator_error("libsodium does not start");
    }
    MC_TRY(take_folder(options.data));
    MC_TRY_ASSIGN(services::Catalogue catalogue, read_catalogue(options));
    MC_TRY_ASSIGN(services::Assets assets, services::Assets::load(options.assets, std::move(catalogue)));
    MC_TRY_ASSIGN(security::Sealer sealer, security::Sealer::open_folder(options.data / "keys"));
    MC_TRY_ASSIGN(security::Key token_key, security::open_key_file(options.data / "keys" / "tokens.key"));
    MC_TRY_ASSIGN(parts.storage,
                  storage::sqlite::SqliteStorage::open(options.data / "motcua.sqlite", {.readers = 7}));
    parts.millis = services::system_millis();
    services::Clock clock = services::in_seconds(parts.millis);
    MC_TRY(prepare_data(*parts.storage, options, assets.calendar(), clock()));
    parts.backend = std::make_unique<http::Backend>(
        std::move(assets), *parts.storage, services::Vault(std::move(sealer)),
        security::TokenHasher(std::move(token_key)), std::move(clock), options.public_url);
    parts.outbox = std::make_unique<storage::StoredOutbox>(*parts.storage);
    parts.forwarder = make_forwarder(parts, options);
    parts.backend->puzzles.set_calm(options.calm_requests);
    parts.backend->lost_kiosks = options.lost_kiosks;
    parts.backend->log = log_line;
    parts.backend->wake_forwarder = [forwarder = parts.forwarder.get()] { forwarder->wake(); };
    parts.dispatcher = std::make_unique<http::Dispatcher>(*parts.backend);
    parts.server = std::make_unique<http::Server>(
        *parts.backend, *parts.dispatcher,
        http::ServerConfig{.host = options.host, .port = options.port, .threads = 2});
    return parts.server->start();
}

void keep_up(const Parts& parts, const config::Options& options) {
    const std::int64_t now = parts.backend->clock();
    Result<void> done = services::tidy(*parts.storage, parts.backend->bookings, parts.backend->line, now);
    if (done && (options.demonstration || !options.offices.empty())) {
        // Days have passed: slots of the new last day.
        done = bring_in(*parts.storage, options, parts.backend->assets.calendar(), now);
    }
    if (!done) {
        log_line("upkeep: " + done.error().detail);
    }
}

/// Waits for one of the signals; between them, keeps the data tidy.
void serve(const Parts& parts, const config::Options& options, const sigset_t& stop) {
    const timespec rest{.tv_sec = kUpkeepSecs, .tv_nsec = 0};
    while (sigtimedwait(&stop, nullptr, &rest) < 0) {
        if (errno == EAGAIN) {
            keep_up(parts, options);
        }
    }
}

/// The exit code: 0 when every event of every visit is as it was written.
int check_log(const config::Options& options) {
    std::vector<std::string> broken;
    const Result<void> looked = [&]() -> Result<void> {
        if (!crypto::start()) {
            return operator_error("libsodium does not start");
        }
        MC_TRY(take_folder(options.data));
        MC_TRY_ASSIGN(const auto storage,
                      storage::sqlite::SqliteStorage::open(options.data / "motcua.sqlite"));
        return storage->read([&](storage::Stores& stores) -> Result<void> {
            broken = stores.line.broken_events();
            return {};
        });
    }();
    if (!looked) {
        std::cerr << "motcua-backend: " << looked.error().detail << "\n";
        return 2;
    }
    for (const std::string& what : broken) {
        std::cout << what << "\n";
    }
    std::cout << (broken.empty() ? "the log of visits is as it was written\n"
                                 : "the log of visits is broken\n");
    return broken.empty() ? 0 : 1;
}

int print_kiosk_pass(const config::Options& options) {
    const auto key = crypto::start() ? security::open_key_file(options.data / "keys" / "tokens.key")
                                     : Result<security::Key>(operator_error("libsodium does not start"));
    if (!key) {
        std::cerr << "motcua-backend: " << key.error().detail << "\n";
        return 2;
    }
    std::cout << services::kiosk_pass(security::TokenHasher(*key), options.kiosk_pass) << "\n";
    return 0;
}

int run(const config::Options& options) {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    // Before the first thread, so that every thread leaves them to serve().
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    signal(SIGPIPE, SIG_IGN);

    Parts parts;
    Result<void> ready = assemble(parts, options);
    if (ready && options.demonstration) {
        ready = print_demonstration(options);
    }
    if (!ready) {
        std::cerr << "motcua-backend: " << ready.error().detail << "\n";
        return 1;
    }
    std::cout << "listening on " << options.host << ":" << parts.server->port() << std::endl;
    parts.forwarder->start();
    serve(parts, options, stop);
    log_line("stopping");
    parts.server->drain(kDrainLimit);
    parts.forwarder->stop();
    // In this order, because pools give commands to the writer and it answers through the
    // dispatcher.
    parts.dispatcher->stop();
    parts.storage->close();
    log_line("stopped");
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const config::Parsed parsed = config::parse(argc, argv);
    if (!parsed.options) {
        return parsed.exit_code;
    }
    try {
        if (!parsed.options->kiosk_pass.empty()) {
            return print_kiosk_pass(*parsed.options);
        }
        return parsed.options->check_log ? check_log(*parsed.options) : run(*parsed.options);
    } catch (const std::exception& fault) {
        std::cerr << "motcua-backend: " << fault.what() << "\n";
        return 1;
    }
}
