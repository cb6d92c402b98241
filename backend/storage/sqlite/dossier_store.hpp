#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteDossierStore : public DossierStore {
public:
    explicit SqliteDossierStore(Connection& connection) : connection_(connection) {}

    bool use_nonce(std::string_view nonce, std::int64_t now_secs) override;
    std::int64_t next_serial(std::string_view unit, std::string_view day) override;
    void add(const DossierRecord& dossier) override;
    bool has(std::string_view id) override;
    std::optional<DossierRecord> dossier(std::string_view id) override;
    std::optional<DossierRecord> dossier_by_code(std::string_view code) override;
    void add_event(std::string_view dossier, const EventRecord& event, std::string_view actor) override;
    std::vector<EventRecord> events(std::string_view dossier) override;
    ForwardingRecord forwarding(std::string_view dossier) override;
    void add_outbox(std::string_view destination, std::string_view dossier, std::string_view idempotency_key,
                    std::int64_t now_millis) override;
    void change_appointment(std::string_view id, std::string_view booking,
                            std::int64_t starts_at_secs) override;
    bool mark_received(std::string_view id, int version) override;
    bool take_back_mark(std::string_view id, int version) override;
    std::vector<DossierLine> lines(std::string_view office, std::string_view state, int limit,
                                   int offset) override;
    int count(std::string_view office, std::string_view state) override;
    std::vector<DayCount> received(std::string_view office, std::int64_t from_secs,
                                   std::int64_t until_secs) override;

private:
    std::optional<DossierRecord> one(const char* sql, std::string_view key);

    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
