#include "backend/storage/sqlite/writer.hpp"

#include <chrono>
#include <exception>
#include <system_error>

namespace motcua::backend::storage::sqlite {

namespace {

constexpr std::uintmax_t kIdleWalBytes = 1U << 20U;
constexpr std::uintmax_t kBusyWalBytes = 16U << 20U;

Error engine_error(const std::exception& fault) {
    // SQLite names tables and columns here, never values.
    return {
        .code = ErrorCode::Unavailable, .detail = std::string("storage: ") + fault.what(), .findings = {}};
}

}  // namespace

Writer::Writer(const std::filesystem::path& file, std::size_t queue_limit)
    : wal_file_(file.string() + "-wal"), set_(file, Connection::Mode::ReadWrite), queue_limit_(queue_limit) {}

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
    changed_.wait(lock, [this] { return closing_ || !queue_.empty(); });
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
        batch.clear();
        bool idle = false;
        {
            const std::lock_guard lock(mutex_);
            idle = queue_.empty();
        }
        checkpoint_if_grown(idle);
    }
}

Result<void> Writer::run_job(WriteJob& job) {
    Connection& connection = set_.connection();
    try {
        connection.exec("SAVEPOINT job");
        if (job.run(set_.stores()) == Keep::No) {
            connection.exec("ROLLBACK TO job");
            if (job.otherwise) {
                job.otherwise(set_.stores());
            }
        }
        connection.exec("RELEASE job");
        return {};
    } catch (const std::exception& fault) {
        if (connection.in_transaction()) {
            connection.exec("ROLLBACK TO job");
            connection.exec("RELEASE job");
        }
        return engine_error(fault);
    }
}

void Writer::process(std::vector<WriteJob>& batch) {
    Connection& connection = set_.connection();
    std::vector<Result<void>> outcomes(batch.size());
    std::size_t next = 0;
    try {
        connection.exec("BEGIN IMMEDIATE");
        for (; next < batch.size(); ++next) {
            outcomes[next] = run_job(batch[next]);
            if (!connection.in_transaction()) {
                throw std::runtime_error("the engine rolled the transaction back");
            }
        }
        connection.exec("COMMIT");
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

void Writer::checkpoint_if_grown(bool idle) {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(wal_file_, missing);
    if (!missing && bytes > (idle ? kIdleWalBytes : kBusyWalBytes)) {
        set_.connection().checkpoint();
    }
}

}  // namespace motcua::backend::storage::sqlite
