#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "backend/storage/sqlite/writer.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::storage::sqlite {

struct SqliteConfig {
    std::size_t queue_limit = 4096;
    int readers = 4;
};

/// The embedded storage: one writer, several readers, one file (docs/decisions/0005-storage.md).
class SqliteStorage : public Storage {
public:
    /// Opens or makes the file and brings it up to date.
    static Result<std::unique_ptr<SqliteStorage>> open(const std::filesystem::path& file,
                                                       const SqliteConfig& config = {});
    ~SqliteStorage() override;

    /// Does what is queued and takes no more commands; reading goes on.
    void close();

    bool write(WriteJob job) override;
    Result<void> read(const std::function<Result<void>(Stores&)>& work) override;

private:
    SqliteStorage(const std::filesystem::path& file, const SqliteConfig& config);
    std::unique_ptr<StoreSet> borrow();
    void give_back(std::unique_ptr<StoreSet> reader);

    // Made first and so closed last: closing the last connection checkpoints, which only
    // the writer's may do.
    std::unique_ptr<Writer> writer_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<StoreSet>> readers_;
};

}  // namespace motcua::backend::storage::sqlite
