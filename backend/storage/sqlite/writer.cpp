#include "backend/storage/sqlite/writer.hpp"

#include <chrono>
#include <exception>

namespace motcua::backend::storage::sqlite {

namespace {

// A checkpoint waits for the disk several times: while commands keep coming it is made when the log
// has grown to kBusyLogPages, otherwise once nothing has come for kQuiet.
constexpr int kIdleLogPages = 256;
constexpr int kBusyLogPages = 4096;
constexpr std::chrono::milliseconds kQuiet{100};

// Compared by address, so each has its one place.
constexpr const char* kBegin = "BEGIN IMMEDIATE";
constexpr const char* kCommit = "COMMIT";
constexpr const char* kSavepoint = "SAVEPOINT job";
constexpr const char* kUndo = "ROLLBACK TO job";
constexpr const char* kRelease = "RELEASE job";

Error engine_error(const std::exception& fault) {
    // SQLite names tables and columns here, never values.
    return {
        .code = ErrorCode::Unavailable, .detail = std::string("storage: ") + fault.what(), .findings = {}};
}

}  // namespace

Writer::Writer(const std::filesystem::path& file, std::size_t queue_limit)
    : set_(file, Connection::Mode::ReadWrite), queue_limit_(queue_limit) {}

Writer::~Writer() {
    finish();
}

void Writer::finish() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Writer::start() {
    thread_ = std::thread([this] { run(); });
}

bool Writer::push(WriteJob job) {
    {
        const std::lock_guard lock(mutex_);
        if (closing_ || queue_.size() >= queue_limit_) {
            return false;
        }
        queue_.push_back(std::move(job));
    }
    changed_.notify_one();
    return true;
}

bool Writer::take(std::vector<WriteJob>& batch) {
    batch.clear();
    std::unique_lock lock(mutex_);
    const auto something = [this] { return closing_ || !queue_.empty(); };
    if (!changed_.wait_for(lock, kQuiet, something)) {
        lock.unlock();
        checkpoint_if_over(kIdleLogPages);
        lock.lock();
        changed_.wait(lock, something);
    }
    while (!queue_.empty() && batch.size() < kBatch) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    return !batch.empty();
}

void Writer::run() {
    std::vector<WriteJob> batch;
    while (take(batch)) {
        process(batch);
        checkpoint_if_over(kBusyLogPages);
    }
}

Result<void> Writer::run_job(WriteJob& job) {
    Connection& connection = set_.connection();
    try {
        connection.run(kSavepoint);
        if (job.run(set_.stores()) == Keep::No) {
            connection.run(kUndo);
            if (job.otherwise) {
                job.otherwise(set_.stores());
            }
        }
        connection.run(kRelease);
        return {};
    } catch (const std::exception& fault) {
        if (connection.in_transaction()) {
            connection.run(kUndo);
            connection.run(kRelease);
        }
        return engine_error(fault);
    }
}

void Writer::process(std::vector<WriteJob>& batch) {
    Connection& connection = set_.connection();
    std::vector<Result<void>> outcomes(batch.size());
    std::size_t next = 0;
    try {
        connection.run(kBegin);
        for (; next < batch.size(); ++next) {
            outcomes[next] = run_job(batch[next]);
            if (!connection.in_transaction()) {
                throw std::runtime_error("the engine rolled the transaction back");
            }
        }
        connection.run(kCommit);
    } catch (const std::exception& fault) {
        // Nothing of this batch is durable: all of it failed, also what had gone well.
        for (Result<void>& outcome : outcomes) {
            outcome = engine_error(fault);
        }
        if (connection.in_transaction()) {
            try {
                connection.exec("ROLLBACK");
            } catch (const std::exception&) {
                // The next BEGIN reports it.
            }
        }
    }
    for (std::size_t index = 0; index < batch.size(); ++index) {
        try {
            batch[index].done(std::move(outcomes[index]));
        } catch (const std::exception&) {
            // It is stored; that nobody could be told must not end the one who writes.
        }
    }
}

void Writer::checkpoint_if_over(int log_pages) {
    if (set_.connection().log_pages() > log_pages) {
        set_.connection().checkpoint();
    }
}

}  // namespace motcua::backend::storage::sqlite
