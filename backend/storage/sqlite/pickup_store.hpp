#pragma once

#include "backend/storage/pickups.hpp"
#include "backend/storage/sqlite/query.hpp"

namespace motcua::backend::storage::sqlite {

class SqlitePickupStore : public PickupStore {
public:
    explicit SqlitePickupStore(Connection& connection) : connection_(connection) {}

    void put_area(const PickupArea& area) override;
    std::optional<PickupArea> area(std::string_view office) override;
    void put_window(const PickupWindow& window) override;
    std::vector<PickupWindow> windows(std::string_view office, std::int64_t from_secs,
                                      std::int64_t until_secs) override;
    std::optional<PickupRecord> pickup(std::string_view id) override;
    std::optional<PickupRecord> latest_of(std::string_view dossier) override;
    std::vector<PickupRecord> pickups(std::string_view office, std::int64_t from_secs,
                                      std::int64_t until_secs) override;
    std::vector<PickupRecord> in_state(std::string_view office, visits::pickup::State state) override;
    std::vector<PickupEventRecord> events(std::string_view pickup) override;
    std::optional<PickupRecord> step(const PickupRecord& pickup, visits::pickup::Event event,
                                     const PickupPerson& person, std::int64_t now_secs) override;
    std::optional<PickupRecord> undo(const PickupRecord& pickup, const PickupPerson& person,
                                     std::int64_t now_secs) override;
    bool claim_seat(const PickupRecord& pickup) override;

private:
    std::optional<PickupRecord> one(const char* sql, std::string_view key);
    bool write(const PickupRecord& after, visits::pickup::State before);
    std::optional<PickupRecord> step_to(const PickupRecord& pickup, visits::pickup::State to,
                                        std::string_view event, const PickupPerson& person,
                                        std::int64_t now_secs);
    int free_seat(const PickupRecord& pickup);

    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
