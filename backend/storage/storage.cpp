#include "backend/storage/storage.hpp"

#include <future>
#include <memory>

namespace motcua::backend::storage {

Result<void> write_and_wait(Storage& storage, const std::function<Result<void>(Stores&)>& work) {
    Result<void> own;
    std::promise<Result<void>> promise;
    auto future = promise.get_future();
    const bool queued =
        storage.write({.run =
                           [&](Stores& stores) {
                               own = work(stores);
                               return own.ok() ? Keep::Yes : Keep::No;
                           },
                       .otherwise = {},
                       .done = [&](Result<void> outcome) { promise.set_value(std::move(outcome)); }});
    if (!queued) {
        return Error{.code = ErrorCode::Unavailable, .detail = "the writer's queue is full or closed"};
    }
    Result<void> outcome = future.get();
    return outcome.ok() ? own : outcome;
}

}  // namespace motcua::backend::storage
