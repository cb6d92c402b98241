#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteStaffStore : public StaffStore {
public:
    explicit SqliteStaffStore(Connection& connection) : connection_(connection) {}

    void put(const StaffRecord& staff) override;
    std::optional<StaffRecord> staff(std::string_view user) override;
    bool has_demonstration_accounts() override;
    void add_session(const SessionRecord& session) override;
    std::optional<SessionRecord> session(std::string_view token_hash) override;
    void delete_session(std::string_view token_hash) override;
    int delete_expired_sessions(std::int64_t now_secs) override;

private:
    Connection& connection_;
};

class SqliteAnswerStore : public AnswerStore {
public:
    explicit SqliteAnswerStore(Connection& connection) : connection_(connection) {}

    std::optional<AnswerRecord> answer(std::string_view scope, std::string_view key) override;
    void add(std::string_view scope, std::string_view key, const AnswerRecord& answer,
             std::int64_t now_secs) override;
    int delete_before(std::int64_t created_before_secs) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
