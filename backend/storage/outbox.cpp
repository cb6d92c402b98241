#include "backend/storage/outbox.hpp"

namespace motcua::backend::storage {

namespace {

Result<void> unless_lost(bool changed) {
    if (!changed) {
        return Error{.code = ErrorCode::Conflict, .detail = "outbox: the lease was lost"};
    }
    return {};
}

}  // namespace

Result<std::optional<forwarding::OutboxRow>> StoredOutbox::lease_next(std::string_view destination,
                                                                      std::int64_t now_millis,
                                                                      std::int64_t lease_until_millis) {
    std::optional<forwarding::OutboxRow> row;
    // Looked for on a reader first, so that an idle forwarder writes nothing.
    MC_TRY_ASSIGN(const std::optional<std::int64_t> due, next_due(destination));
    if (!due || *due > now_millis) {
        return row;
    }
    MC_TRY(write_and_wait(storage_, [&](Stores& stores) -> Result<void> {
        row = stores.outbox.lease_next(destination, now_millis, lease_until_millis);
        return {};
    }));
    return row;
}

Result<std::optional<std::int64_t>> StoredOutbox::next_due(std::string_view destination) {
    std::optional<std::int64_t> due;
    MC_TRY(storage_.read([&](Stores& stores) -> Result<void> {
        due = stores.outbox.next_due(destination);
        return {};
    }));
    return due;
}

Result<void> StoredOutbox::freeze_body(const forwarding::OutboxRow& row, std::string_view sha256_hex) {
    return write_and_wait(
        storage_, [&](Stores& stores) { return unless_lost(stores.outbox.freeze_body(row, sha256_hex)); });
}

Result<void> StoredOutbox::mark_delivered(const forwarding::OutboxRow& row, std::string_view receipt,
                                          std::int64_t now_millis) {
    return write_and_wait(storage_, [&](Stores& stores) {
        const bool mine = stores.outbox.mark_delivered(row, receipt, now_millis);
        if (mine) {
            stores.dossiers.add_event(row.aggregate, {.state = "passed_on", .at_secs = now_millis / 1000},
                                      "forwarder");
        }
        return unless_lost(mine);
    });
}

Result<void> StoredOutbox::mark_retry(const forwarding::OutboxRow& row, std::int64_t next_at_millis,
                                      std::string_view error) {
    return write_and_wait(storage_, [&](Stores& stores) {
        return unless_lost(stores.outbox.mark_retry(row, next_at_millis, error));
    });
}

Result<void> StoredOutbox::mark_refused(const forwarding::OutboxRow& row, std::string_view error,
                                        std::int64_t now_millis) {
    return write_and_wait(storage_, [&](Stores& stores) {
        return unless_lost(stores.outbox.mark_refused(row, error, now_millis));
    });
}

}  // namespace motcua::backend::storage
