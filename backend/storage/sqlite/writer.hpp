#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "backend/storage/sqlite/store_set.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::storage::sqlite {

/// The one thread that writes. It takes what is queued (up to kBatch), gives each job a
/// savepoint, makes all durable with one commit (so with one fsync), and only then reports.
class Writer {
public:
    static constexpr std::size_t kBatch = 256;

    Writer(const std::filesystem::path& file, std::size_t queue_limit);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    bool push(WriteJob job);
    [[nodiscard]] StoreSet& set() { return set_; }
    void start();
    /// Does what is queued, then ends. Nothing is taken afterwards.
    void finish();

private:
    void run();
    bool take(std::vector<WriteJob>& batch);
    void process(std::vector<WriteJob>& batch);
    Result<void> run_job(WriteJob& job);
    /// Copies the log into the database when it has more pages.
    void checkpoint_if_over(int log_pages);

    StoreSet set_;
    std::size_t queue_limit_;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<WriteJob> queue_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace motcua::backend::storage::sqlite
