#pragma once

#include <functional>

#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::storage {

/// Should a command's changes stay?
enum class Keep { Yes, No };

/// A command: runs alone, in a transaction, on the storage's own thread.
struct WriteJob {
    /// Called at most once. What it changed is undone when it says No or throws.
    std::function<Keep(Stores&)> run;
    /// When `run` said No: called after its changes are undone, and what this changes stays.
    /// May be empty.
    std::function<void(Stores&)> otherwise;
    /// Called exactly once, after the changes are durable; with an Error when `run` threw or
    /// the changes could not be made durable, in which case none of them happened.
    std::function<void(Result<void>)> done;
};

/// The one door to what is stored. Safe to use from several threads.
class Storage {
public:
    virtual ~Storage() = default;

    /// Queues a command. False: the queue is full or closing; `done` is not called then.
    virtual bool write(WriteJob job) = 0;

    /// Runs `work` on one consistent state, on this thread. Writing there is an error.
    virtual Result<void> read(const std::function<Result<void>(Stores&)>& work) = 0;
};

/// Queues a command and waits for it. For start-up, upkeep and the forwarder; never on a
/// thread that answers requests.
Result<void> write_and_wait(Storage& storage, const std::function<Result<void>(Stores&)>& work);

}  // namespace motcua::backend::storage
