#pragma once

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <memory>
#include <string>

#include "backend/http/dispatcher.hpp"
#include "backend/security/key.hpp"
#include "backend/services/offices_file.hpp"
#include "backend/storage/sqlite/sqlite_storage.hpp"
#include "shared/calendar/date.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::tests {

using backend::storage::Stores;

/// A folder of its own, removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "motcua-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Monday 23 November 2026, 07:00 in Vietnam.
inline std::int64_t monday_seven() {
    return calendar::utc_secs({2026, 11, 23}, 7, 0);
}

/// A clock that stands still until it is moved.
class TestClock {
public:
    [[nodiscard]] backend::services::Clock get() const {
        return [now = now_] { return now->load(); };
    }
    void set(std::int64_t secs) { now_->store(secs); }
    void pass(std::int64_t secs) { now_->fetch_add(secs); }

private:
    std::shared_ptr<std::atomic<std::int64_t>> now_ =
        std::make_shared<std::atomic<std::int64_t>>(monday_seven());
};

/// With a key that every test knows.
inline backend::security::TokenHasher test_hasher() {
    REQUIRE(crypto::start());
    return backend::security::TokenHasher(*backend::security::Key::from_bytes(std::string(32, 'k')));
}

using SqliteStorage = backend::storage::sqlite::SqliteStorage;

inline std::unique_ptr<SqliteStorage> open_storage(
    const std::filesystem::path& file, const backend::storage::sqlite::SqliteConfig& config = {}) {
    auto storage = SqliteStorage::open(file, config);
    REQUIRE(storage.ok());
    return *std::move(storage);
}

/// Runs `work` on the writer and waits; fails the test when it could not be stored.
template <class Work>
void commit(backend::storage::Storage& storage, Work work) {
    const auto outcome = backend::storage::write_and_wait(storage, [&](Stores& stores) -> Result<void> {
        work(stores);
        return {};
    });
    REQUIRE(outcome.ok());
}

/// One office, "van-phong", with one slot of `lanes` lanes an hour after monday_seven().
inline std::int64_t put_one_slot(backend::storage::Storage& storage, int lanes, int hours_ahead = 1) {
    const std::int64_t starts_at = monday_seven() + hours_ahead * 3600;
    commit(storage, [&](Stores& stores) {
        stores.offices.put_office({.id = "van-phong",
                                   .name = "Văn phòng thử",
                                   .address = "",
                                   .commune = "29461",
                                   .unit_code = "29461",
                                   .verified = false,
                                   .procedures = {"1.004873"}});
        stores.offices.put_slot(
            {.office = "van-phong", .starts_at_secs = starts_at, .minutes = 30, .lanes = lanes, .free = 0});
    });
    return starts_at;
}

inline std::string id_of(int number) {
    std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), '0') + digits;
}

/// The whole backend but the HTTP library, on real files, with a clock that is moved by hand.
class House {
public:
    House() { open(); }
    ~House() { close(); }
    House(const House&) = delete;
    House& operator=(const House&) = delete;

    /// As after a restart.
    void reopen() {
        close();
        open();
    }

    [[nodiscard]] backend::http::Backend& backend() { return *backend_; }
    [[nodiscard]] SqliteStorage& storage() { return *storage_; }
    [[nodiscard]] TestClock& clock() { return clock_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

    /// Sends a request through everything but the network.
    backend::http::Response ask(backend::http::Request request) {
        std::promise<backend::http::Response> answered;
        auto answer = answered.get_future();
        dispatcher_->handle(std::move(request), [&](backend::http::Response response) {
            answered.set_value(std::move(response));
        });
        return answer.get();
    }

    /// As when the program is about to end.
    void release_waiting() { dispatcher_->release_waiting(); }

private:
    void open() {
        REQUIRE(crypto::start());
        storage_ = open_storage(folder_.path() / "motcua.sqlite");
        const std::filesystem::path files = std::filesystem::path(MOTCUA_SOURCE_DIR) / "assets";
        auto catalogue = backend::services::Catalogue::read_sources(files / "procedures");
        REQUIRE(catalogue.ok());
        auto assets = backend::services::Assets::load(files, *std::move(catalogue));
        REQUIRE(assets.ok());
        auto sealer = backend::security::Sealer::open_folder(keys());
        REQUIRE(sealer.ok());
        auto token_key = backend::security::open_key_file(keys() / "tokens.key");
        REQUIRE(token_key.ok());
        backend_ = std::make_unique<backend::http::Backend>(
            *std::move(assets), *storage_, backend::services::Vault(*std::move(sealer)),
            backend::security::TokenHasher(*std::move(token_key)), clock_.get(), "https://motcua.example");
        dispatcher_ = std::make_unique<backend::http::Dispatcher>(*backend_);
    }

    /// In main()'s order: the writer ends before what it answers through.
    void close() {
        dispatcher_->stop();
        storage_->close();
        dispatcher_.reset();
        backend_.reset();
        storage_.reset();
    }

    std::filesystem::path keys() {
        std::filesystem::create_directories(folder_.path() / "keys");
        return folder_.path() / "keys";
    }

    Folder folder_;
    TestClock clock_;
    std::unique_ptr<SqliteStorage> storage_;
    std::unique_ptr<backend::http::Backend> backend_;
    std::unique_ptr<backend::http::Dispatcher> dispatcher_;
};

}  // namespace motcua::tests
