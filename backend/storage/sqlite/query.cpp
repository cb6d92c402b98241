#include "backend/storage/sqlite/query.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace motcua::backend::storage::sqlite {

namespace {

constexpr int kBusyTimeoutMillis = 5000;

int open_flags(Connection::Mode mode) {
    // No locks in the engine: a connection is used by one thread at a time.
    return SQLite::OPEN_NOMUTEX |
           (mode == Connection::Mode::ReadWrite ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                                : SQLite::OPEN_READONLY);
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Mode mode)
    : database_(std::make_unique<SQLite::Database>(file.string(), open_flags(mode), kBusyTimeoutMillis)) {
    database_->exec("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY");
    if (mode == Mode::ReadWrite) {
        // FULL: an answered booking survives a power cut. Checkpoints are made between
        // batches (Writer), not inside a commit that somebody waits for.
        database_->exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0");
        // What is deleted is overwritten: expired uploads and sessions leave no trace.
        database_->exec("PRAGMA secure_delete=ON");
        // The file's size would not do: it stays what it once was when the log begins anew.
        const auto note = [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        };
        sqlite3_wal_hook(database_->getHandle(), note, &log_pages_);
    } else {
        database_->exec("PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0");
    }
}

Connection::~Connection() {
    statements_.clear();
}

void Connection::exec(const char* sql) {
    database_->exec(sql);
}

void Connection::run(const char* sql) {
    Query(*this, sql).run();
}

void Connection::checkpoint() {
    sqlite3_wal_checkpoint_v2(database_->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    log_pages_ = 0;
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(database_->getHandle()) == 0;
}

int Connection::changes() const {
    return sqlite3_changes(database_->getHandle());
}

SQLite::Statement& Connection::prepared(const char* sql) {
    auto& statement = statements_[sql];
    if (statement == nullptr) {
        statement = std::make_unique<SQLite::Statement>(*database_, sql);
    }
    return *statement;
}

Query::Query(Connection& connection, const char* sql)
    : connection_(connection), statement_(connection.prepared(sql)) {}

Query::~Query() {
    // Ends the read and lets go of what was bound, which may be personal.
    statement_.tryReset();
    try {
        statement_.clearBindings();
    } catch (const SQLite::Exception&) {
        // The bindings are overwritten by the next use.
    }
}

Query& Query::text(std::string_view value) {
    statement_.bind(++bound_, std::string(value));
    return *this;
}

Query& Query::optional_text(const std::optional<std::string>& value) {
    if (value) {
        return text(*value);
    }
    statement_.bind(++bound_);
    return *this;
}

Query& Query::integer(std::int64_t value) {
    statement_.bind(++bound_, value);
    return *this;
}

Query& Query::optional_integer(const std::optional<std::int64_t>& value) {
    if (value) {
        return integer(*value);
    }
    statement_.bind(++bound_);
    return *this;
}

Query& Query::blob(std::string_view value) {
    statement_.bind(++bound_, static_cast<const void*>(value.data()), static_cast<int>(value.size()));
    return *this;
}

int Query::run() {
    statement_.exec();
    return connection_.changes();
}

bool Query::step() {
    return statement_.executeStep();
}

std::string Query::text_at(int column) const {
    return statement_.getColumn(column).getString();
}

std::int64_t Query::integer_at(int column) const {
    return statement_.getColumn(column).getInt64();
}

std::optional<std::string> Query::optional_text_at(int column) const {
    return statement_.getColumn(column).isNull() ? std::nullopt : std::optional(text_at(column));
}

std::optional<std::int64_t> Query::optional_integer_at(int column) const {
    if (statement_.getColumn(column).isNull()) {
        return std::nullopt;
    }
    return integer_at(column);
}

std::string Query::blob_at(int column) const {
    return text_at(column);
}

}  // namespace motcua::backend::storage::sqlite
