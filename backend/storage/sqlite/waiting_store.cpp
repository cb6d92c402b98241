#include "backend/storage/sqlite/waiting_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kJoin = "INSERT INTO waiting (dossier, office, from_at, until_at) VALUES (?, ?, ?, ?)";
constexpr const char* kLeave = "DELETE FROM waiting WHERE dossier = ?";
constexpr const char* kWaitingOf = "SELECT dossier, office, from_at, until_at FROM waiting WHERE dossier = ?";
constexpr const char* kFirst = R"sql(
SELECT dossier, office, from_at, until_at FROM waiting w
WHERE office = ?1 AND from_at <= ?2 AND ?2 < until_at
    AND NOT EXISTS (SELECT 1 FROM seat_claims c WHERE c.offered_to = w.dossier)
ORDER BY place LIMIT 1)sql";
constexpr const char* kAheadOf = R"sql(
SELECT count(*) FROM waiting me JOIN waiting other ON other.office = me.office AND other.place < me.place
    AND other.from_at < me.until_at AND me.from_at < other.until_at
WHERE me.dossier = ?)sql";
constexpr const char* kDropUntil = "DELETE FROM waiting WHERE until_at <= ?";

std::optional<WaitingRecord> record_of(Query& query) {
    if (!query.step()) {
        return std::nullopt;
    }
    return WaitingRecord{.dossier = query.text_at(0),
                         .office = query.text_at(1),
                         .from_secs = query.integer_at(2),
                         .until_secs = query.integer_at(3)};
}

}  // namespace

void SqliteWaitingStore::join(const WaitingRecord& waiting) {
    leave(waiting.dossier);
    Query(connection_, kJoin)
        .text(waiting.dossier)
        .text(waiting.office)
        .integer(waiting.from_secs)
        .integer(waiting.until_secs)
        .run();
}

bool SqliteWaitingStore::leave(std::string_view dossier) {
    return Query(connection_, kLeave).text(dossier).run() == 1;
}

std::optional<WaitingRecord> SqliteWaitingStore::waiting(std::string_view dossier) {
    Query query(connection_, kWaitingOf);
    query.text(dossier);
    return record_of(query);
}

std::optional<WaitingRecord> SqliteWaitingStore::first(std::string_view office, std::int64_t starts_at_secs) {
    Query query(connection_, kFirst);
    query.text(office).integer(starts_at_secs);
    return record_of(query);
}

int SqliteWaitingStore::ahead_of(std::string_view dossier) {
    Query query(connection_, kAheadOf);
    query.text(dossier);
    return query.step() ? query.small_at(0) : 0;
}

void SqliteWaitingStore::drop_until(std::int64_t now_secs) {
    Query(connection_, kDropUntil).integer(now_secs).run();
}

}  // namespace motcua::backend::storage::sqlite
