#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteUploadStore : public UploadStore {
public:
    explicit SqliteUploadStore(Connection& connection) : connection_(connection) {}

    void add(const UploadRecord& upload) override;
    std::optional<UploadRecord> upload(std::string_view id) override;
    std::vector<UploadRecord> uploads_of(std::string_view dossier) override;
    std::int64_t unclaimed_bytes() override;
    void add_part(std::string_view upload, int part, const Sealed& bytes) override;
    std::optional<Sealed> part(std::string_view upload, int part) override;
    int part_count(std::string_view upload) override;
    void claim(std::string_view upload) override;
    int delete_unclaimed(std::int64_t created_before_secs) override;

private:
    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
