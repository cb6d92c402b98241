#include "backend/storage/sqlite/upload_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kAdd =
    "INSERT INTO uploads (id, dossier, size, about, created_at) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kUpload =
    "SELECT id, dossier, size, about, created_at, claimed FROM uploads WHERE id = ?";
constexpr const char* kUploadsOf =
    "SELECT id, dossier, size, about, created_at, claimed FROM uploads WHERE dossier = ?";
constexpr const char* kUnclaimedBytes = "SELECT coalesce(sum(size), 0) FROM uploads WHERE claimed = 0";
constexpr const char* kAddPart = "INSERT INTO upload_parts (upload, part, bytes) VALUES (?, ?, ?)";
constexpr const char* kPart = "SELECT bytes FROM upload_parts WHERE upload = ? AND part = ?";
constexpr const char* kPartCount = "SELECT count(*) FROM upload_parts WHERE upload = ?";
constexpr const char* kClaim = "UPDATE uploads SET claimed = 1 WHERE id = ?";
constexpr const char* kDeleteUnclaimed = "DELETE FROM uploads WHERE claimed = 0 AND created_at < ?";

UploadRecord upload_at(const Query& row) {
    return {.id = row.text_at(0),
            .dossier = row.text_at(1),
            .size = row.integer_at(2),
            .about = Sealed{row.blob_at(3)},
            .created_at_secs = row.integer_at(4),
            .claimed = row.integer_at(5) != 0};
}

}  // namespace

void SqliteUploadStore::add(const UploadRecord& upload) {
    Query(connection_, kAdd)
        .text(upload.id)
        .text(upload.dossier)
        .integer(upload.size)
        .blob(upload.about.bytes)
        .integer(upload.created_at_secs)
        .run();
}

std::optional<UploadRecord> SqliteUploadStore::upload(std::string_view id) {
    Query query(connection_, kUpload);
    query.text(id);
    if (!query.step()) {
        return std::nullopt;
    }
    return upload_at(query);
}

std::vector<UploadRecord> SqliteUploadStore::uploads_of(std::string_view dossier) {
    std::vector<UploadRecord> found;
    Query query(connection_, kUploadsOf);
    query.text(dossier);
    while (query.step()) {
        found.push_back(upload_at(query));
    }
    return found;
}

std::int64_t SqliteUploadStore::unclaimed_bytes() {
    Query query(connection_, kUnclaimedBytes);
    return query.step() ? query.integer_at(0) : 0;
}

void SqliteUploadStore::add_part(std::string_view upload, int part, const Sealed& bytes) {
    Query(connection_, kAddPart).text(upload).integer(part).blob(bytes.bytes).run();
}

std::optional<Sealed> SqliteUploadStore::part(std::string_view upload, int part) {
    Query query(connection_, kPart);
    query.text(upload).integer(part);
    if (!query.step()) {
        return std::nullopt;
    }
    return Sealed{query.blob_at(0)};
}

int SqliteUploadStore::part_count(std::string_view upload) {
    Query query(connection_, kPartCount);
    query.text(upload);
    return query.step() ? query.small_at(0) : 0;
}

void SqliteUploadStore::claim(std::string_view upload) {
    Query(connection_, kClaim).text(upload).run();
}

int SqliteUploadStore::delete_unclaimed(std::int64_t created_before_secs) {
    return Query(connection_, kDeleteUnclaimed).integer(created_before_secs).run();
}

}  // namespace motcua::backend::storage::sqlite
