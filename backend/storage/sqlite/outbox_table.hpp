#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteOutboxTable : public OutboxTable {
public:
    explicit SqliteOutboxTable(Connection& connection) : connection_(connection) {}

    std::optional<forwarding::OutboxRow> lease_next(std::string_view destination, std::int64_t now_millis,
                                                    std::int64_t lease_until_millis) override;
    std::optional<std::int64_t> next_due(std::string_view destination) override;
    bool freeze_body(const forwarding::OutboxRow& row, std::string_view sha256_hex) override;
    bool mark_delivered(const forwarding::OutboxRow& row, std::string_view receipt,
                        std::int64_t now_millis) override;
    bool mark_retry(const forwarding::OutboxRow& row, std::int64_t next_at_millis,
                    std::string_view error) override;
    bool mark_refused(const forwarding::OutboxRow& row, std::string_view error,
                      std::int64_t now_millis) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
