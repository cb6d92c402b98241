#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteOfficeStore : public OfficeStore {
public:
    explicit SqliteOfficeStore(Connection& connection) : connection_(connection) {}

    void put_office(const OfficeRecord& office) override;
    void put_slot(const SlotRecord& slot) override;
    std::vector<OfficeRecord> offices(std::string_view procedure) override;
    std::optional<OfficeRecord> office(std::string_view id) override;
    std::vector<SlotRecord> slots(std::string_view office, std::int64_t from_secs, std::int64_t until_secs,
                                  std::int64_t now_secs) override;
    std::optional<SlotRecord> slot(std::string_view office, std::int64_t starts_at_secs,
                                   std::int64_t now_secs) override;
    std::string note(std::string_view key) override;
    void put_note(std::string_view key, std::string_view value) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
