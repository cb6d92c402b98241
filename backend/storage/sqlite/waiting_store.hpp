#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteWaitingStore : public WaitingStore {
public:
    explicit SqliteWaitingStore(Connection& connection) : connection_(connection) {}

    void join(const WaitingRecord& waiting) override;
    bool leave(std::string_view dossier) override;
    std::optional<WaitingRecord> waiting(std::string_view dossier) override;
    std::optional<WaitingRecord> first(std::string_view office, std::int64_t starts_at_secs) override;
    int ahead_of(std::string_view dossier) override;
    void drop_until(std::int64_t now_secs) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
