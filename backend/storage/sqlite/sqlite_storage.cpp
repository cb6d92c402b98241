#include "backend/storage/sqlite/sqlite_storage.hpp"

#include <exception>

#include "backend/storage/sqlite/migrations.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kBegin = "BEGIN";
constexpr const char* kCommit = "COMMIT";

}  // namespace

SqliteStorage::SqliteStorage(const std::filesystem::path& file, const SqliteConfig& config)
    : writer_(std::make_unique<Writer>(file, config.queue_limit)) {}

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const std::filesystem::path& file,
                                                           const SqliteConfig& config) {
    try {
        std::unique_ptr<SqliteStorage> storage(new SqliteStorage(file, config));
        MC_TRY(migrate(storage->writer_->set().connection()));
        for (int count = 0; count < config.readers; ++count) {
            storage->readers_.push_back(std::make_unique<StoreSet>(file, Connection::Mode::ReadOnly));
        }
        storage->writer_->start();
        return storage;
    } catch (const std::exception& fault) {
        return Error{.code = ErrorCode::Unavailable,
                     .detail = "cannot open " + file.string() + ": " + fault.what(),
                     .findings = {}};
    }
}

SqliteStorage::~SqliteStorage() = default;

void SqliteStorage::close() {
    writer_->finish();
}

bool SqliteStorage::write(WriteJob job) {
    return writer_->push(std::move(job));
}

std::unique_ptr<StoreSet> SqliteStorage::borrow() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return !readers_.empty(); });
    auto reader = std::move(readers_.back());
    readers_.pop_back();
    return reader;
}

void SqliteStorage::give_back(std::unique_ptr<StoreSet> reader) {
    {
        const std::lock_guard lock(mutex_);
        readers_.push_back(std::move(reader));
    }
    returned_.notify_one();
}

Result<void> SqliteStorage::read(const std::function<Result<void>(Stores&)>& work) {
    auto reader = borrow();
    Result<void> outcome;
    try {
        reader->connection().run(kBegin);
        outcome = work(reader->stores());
    } catch (const std::exception& fault) {
        outcome = Error{.code = ErrorCode::Unavailable,
                        .detail = std::string("storage: ") + fault.what(),
                        .findings = {}};
    }
    try {
        if (reader->connection().in_transaction()) {
            reader->connection().run(kCommit);
        }
    } catch (const std::exception& fault) {
        outcome = Error{.code = ErrorCode::Unavailable,
                        .detail = std::string("storage: ") + fault.what(),
                        .findings = {}};
    }
    give_back(std::move(reader));
    return outcome;
}

}  // namespace motcua::backend::storage::sqlite
