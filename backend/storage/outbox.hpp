#pragma once

#include "backend/forwarding/outbox_store.hpp"
#include "backend/storage/storage.hpp"

namespace motcua::backend::storage {

/// The outbox as the forwarder sees it: each call a transaction of its own.
class StoredOutbox : public forwarding::OutboxStore {
public:
    explicit StoredOutbox(Storage& storage) : storage_(storage) {}

    Result<std::optional<forwarding::OutboxRow>> lease_next(std::string_view destination,
                                                            std::int64_t now_millis,
                                                            std::int64_t lease_until_millis) override;
    Result<std::optional<std::int64_t>> next_due(std::string_view destination) override;
    Result<void> freeze_body(const forwarding::OutboxRow& row, std::string_view sha256_hex) override;
    Result<void> mark_delivered(const forwarding::OutboxRow& row, std::string_view receipt,
                                std::int64_t now_millis) override;
    Result<void> mark_retry(const forwarding::OutboxRow& row, std::int64_t next_at_millis,
                            std::string_view error) override;
    Result<void> mark_refused(const forwarding::OutboxRow& row, std::string_view error,
                              std::int64_t now_millis) override;

private:
    Storage& storage_;
};

}  // namespace motcua::backend::storage
