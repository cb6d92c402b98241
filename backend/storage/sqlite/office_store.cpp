#include "backend/storage/sqlite/office_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kPutOffice = R"sql(
INSERT INTO offices (id, name, address, commune, unit_code, verified, lat, lon)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
    commune = excluded.commune, unit_code = excluded.unit_code, verified = excluded.verified,
    lat = excluded.lat, lon = excluded.lon)sql";
constexpr const char* kDropProcedures = "DELETE FROM office_procedures WHERE office = ?";
constexpr const char* kAddProcedure = "INSERT INTO office_procedures (office, procedure) VALUES (?, ?)";
constexpr const char* kPutSlot = R"sql(
INSERT INTO slots (office, starts_at, minutes, lanes) VALUES (?, ?, ?, ?)
ON CONFLICT (office, starts_at) DO UPDATE SET minutes = excluded.minutes, lanes = excluded.lanes)sql";
constexpr const char* kOffices = R"sql(
SELECT id, name, address, commune, unit_code, verified, lat, lon FROM offices
WHERE ?1 = '' OR id IN (SELECT office FROM office_procedures WHERE procedure = ?1) ORDER BY unit_code, id)sql";
constexpr const char* kOffice =
    "SELECT id, name, address, commune, unit_code, verified, lat, lon FROM offices WHERE id = ?";
constexpr const char* kProcedures = "SELECT procedure FROM office_procedures WHERE office = ?";
constexpr const char* kSlots = R"sql(
SELECT s.office, s.starts_at, s.minutes, s.lanes,
    max(0, s.lanes - (SELECT count(*) FROM seat_claims c WHERE c.office = s.office
        AND c.starts_at = s.starts_at AND (c.free_after IS NULL OR c.free_after >= ?4)))
FROM slots s WHERE s.office = ?1 AND s.starts_at >= ?2 AND s.starts_at < ?3 ORDER BY s.starts_at)sql";
constexpr const char* kNote = "SELECT value FROM notes WHERE key = ?";
constexpr const char* kPutNote = R"sql(
INSERT INTO notes (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value)sql";

OfficeRecord office_at(const Query& row) {
    return {.id = row.text_at(0),
            .name = row.text_at(1),
            .address = row.text_at(2),
            .commune = row.text_at(3),
            .unit_code = row.text_at(4),
            .verified = row.integer_at(5) != 0,
            .procedures = {},
            .lat = row.text_at(6),
            .lon = row.text_at(7)};
}

}  // namespace

void SqliteOfficeStore::put_office(const OfficeRecord& office) {
    Query(connection_, kPutOffice)
        .text(office.id)
        .text(office.name)
        .text(office.address)
        .text(office.commune)
        .text(office.unit_code)
        .integer(office.verified ? 1 : 0)
        .text(office.lat)
        .text(office.lon)
        .run();
    Query(connection_, kDropProcedures).text(office.id).run();
    for (const std::string& procedure : office.procedures) {
        Query(connection_, kAddProcedure).text(office.id).text(procedure).run();
    }
}

void SqliteOfficeStore::put_slot(const SlotRecord& slot) {
    Query(connection_, kPutSlot)
        .text(slot.office)
        .integer(slot.starts_at_secs)
        .integer(slot.minutes)
        .integer(slot.lanes)
        .run();
}

std::vector<OfficeRecord> SqliteOfficeStore::offices(std::string_view procedure) {
    std::vector<OfficeRecord> found;
    Query query(connection_, kOffices);
    query.text(procedure);
    while (query.step()) {
        found.push_back(office_at(query));
    }
    return found;
}

std::optional<OfficeRecord> SqliteOfficeStore::office(std::string_view id) {
    Query query(connection_, kOffice);
    query.text(id);
    if (!query.step()) {
        return std::nullopt;
    }
    OfficeRecord office = office_at(query);
    Query procedures(connection_, kProcedures);
    procedures.text(id);
    while (procedures.step()) {
        office.procedures.push_back(procedures.text_at(0));
    }
    return office;
}

std::vector<SlotRecord> SqliteOfficeStore::slots(std::string_view office, std::int64_t from_secs,
                                                 std::int64_t until_secs, std::int64_t now_secs) {
    std::vector<SlotRecord> found;
    Query query(connection_, kSlots);
    query.text(office).integer(from_secs).integer(until_secs).integer(now_secs);
    while (query.step()) {
        found.push_back({.office = query.text_at(0),
                         .starts_at_secs = query.integer_at(1),
                         .minutes = query.small_at(2),
                         .lanes = query.small_at(3),
                         .free = query.small_at(4)});
    }
    return found;
}

std::optional<SlotRecord> SqliteOfficeStore::slot(std::string_view office, std::int64_t starts_at_secs,
                                                  std::int64_t now_secs) {
    auto found = slots(office, starts_at_secs, starts_at_secs + 1, now_secs);
    if (found.empty()) {
        return std::nullopt;
    }
    return found.front();
}

std::string SqliteOfficeStore::note(std::string_view key) {
    Query query(connection_, kNote);
    query.text(key);
    return query.step() ? query.text_at(0) : "";
}

void SqliteOfficeStore::put_note(std::string_view key, std::string_view value) {
    Query(connection_, kPutNote).text(key).text(value).run();
}

}  // namespace motcua::backend::storage::sqlite
