#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): SQLiteCpp's own name.
namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace motcua::backend::storage::sqlite {

/// One connection with its prepared statements. Used by one thread at a time.
class Connection {
public:
    enum class Mode { ReadWrite, ReadOnly };

    Connection(const std::filesystem::path& file, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Runs statements of any kind, parsed anew each time.
    void exec(const char* sql);
    /// Runs one statement without rows, a constant that is kept prepared.
    void run(const char* sql);
    /// Copies finished pages of the log into the database; skips what readers still need.
    void checkpoint();
    /// Pages that the log holds since it was last begun anew, as of the last commit.
    [[nodiscard]] int log_pages() const { return log_pages_; }
    /// False when the engine has ended the transaction by itself (disk full, I/O error).
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] int changes() const;

    /// The prepared form of a statement constant; compared by address.
    SQLite::Statement& prepared(const char* sql);

private:
    std::unique_ptr<SQLite::Database> database_;
    std::map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
    int log_pages_ = 0;
};

/// One use of a prepared statement: bind in order, then run or step. `sql` is a constant.
class Query {
public:
    Query(Connection& connection, const char* sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    Query& text(std::string_view value);
    Query& optional_text(const std::optional<std::string>& value);
    Query& integer(std::int64_t value);
    Query& optional_integer(const std::optional<std::int64_t>& value);
    Query& blob(std::string_view value);

    /// Runs a statement without rows; how many rows it changed.
    int run();
    /// Moves to the next row; false at the end.
    bool step();

    [[nodiscard]] std::string text_at(int column) const;
    [[nodiscard]] std::int64_t integer_at(int column) const;
    [[nodiscard]] int small_at(int column) const { return static_cast<int>(integer_at(column)); }
    [[nodiscard]] std::optional<std::int64_t> optional_integer_at(int column) const;
    [[nodiscard]] std::optional<std::string> optional_text_at(int column) const;
    [[nodiscard]] std::string blob_at(int column) const;

private:
    Connection& connection_;
    SQLite::Statement& statement_;
    int bound_ = 0;
};

}  // namespace motcua::backend::storage::sqlite
