#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteFairStore : public FairStore {
public:
    explicit SqliteFairStore(Connection& connection) : connection_(connection) {}

    std::int64_t full_at(std::string_view kind, std::string_view client) override;
    void put_full_at(std::string_view kind, std::string_view client, std::int64_t full_at_secs) override;
    bool spend_work(std::string_view puzzle, std::int64_t ends_at_secs) override;
    void count_refusal(std::int64_t day, std::string_view code) override;
    std::vector<RefusalCount> refusals(std::int64_t first_day, std::int64_t last_day) override;
    void drop_until(std::int64_t now_secs) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
