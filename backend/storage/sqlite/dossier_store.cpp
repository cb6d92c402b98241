#include "backend/storage/sqlite/dossier_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kUseNonce =
    "INSERT INTO nonces (nonce, used_at) VALUES (?, ?) ON CONFLICT (nonce) DO NOTHING";
constexpr const char* kNextSerial = R"sql(
INSERT INTO serials (unit, day, last) VALUES (?, ?, 1)
ON CONFLICT (unit, day) DO UPDATE SET last = last + 1 RETURNING last)sql";
constexpr const char* kAdd = R"sql(
INSERT INTO dossiers (id, code, secret_hash, office, booking, procedure, starts_at, received_at, state,
    version, complete, applicant, envelope)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";
constexpr const char* kHas = "SELECT 1 FROM dossiers WHERE id = ?";
constexpr const char* kById = R"sql(
SELECT id, code, secret_hash, office, booking, procedure, starts_at, received_at, state, version, complete,
    applicant, envelope FROM dossiers WHERE id = ?)sql";
constexpr const char* kByCode = R"sql(
SELECT id, code, secret_hash, office, booking, procedure, starts_at, received_at, state, version, complete,
    applicant, envelope FROM dossiers WHERE code = ?)sql";
constexpr const char* kAddEvent = R"sql(
INSERT INTO events (dossier, seq, state, at, actor)
VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE dossier = ?1), ?2, ?3, ?4))sql";
constexpr const char* kEvents = "SELECT state, at FROM events WHERE dossier = ? ORDER BY seq";
constexpr const char* kForwarding = R"sql(
SELECT state, attempts, last_error, settled_at_millis FROM outbox
WHERE aggregate = ? ORDER BY state = 'refused' DESC, state = 'delivered', sequence LIMIT 1)sql";
constexpr const char* kAddOutbox = R"sql(
INSERT INTO outbox (destination, aggregate, sequence, kind, idempotency_key, state, due_at_millis)
VALUES (?1, ?2, (SELECT coalesce(max(sequence), 0) + 1 FROM outbox WHERE destination = ?1 AND aggregate = ?2),
    'dossier', ?3, 'waiting', ?4))sql";
constexpr const char* kChangeAppointment = "UPDATE dossiers SET booking = ?, starts_at = ? WHERE id = ?";
constexpr const char* kMarkReceived = R"sql(
UPDATE dossiers SET state = 'received_by_clerk', version = version + 1
WHERE id = ? AND version = ? AND state = 'handed_in')sql";
constexpr const char* kTakeBackMark = R"sql(
UPDATE dossiers SET state = 'handed_in', version = version + 1
WHERE id = ? AND version = ? AND state = 'received_by_clerk')sql";
constexpr const char* kLines = R"sql(
SELECT d.id, d.code, d.procedure, d.starts_at, d.received_at, d.state, d.complete, d.applicant,
    (SELECT b.state FROM bookings b WHERE b.id = d.booking),
    coalesce((SELECT o.state FROM outbox o WHERE o.aggregate = d.id
        ORDER BY o.state = 'refused' DESC, o.state = 'delivered', o.sequence LIMIT 1), 'waiting')
FROM dossiers d WHERE d.office = ?1 AND (?2 = '' OR d.state = ?2)
ORDER BY d.received_at, d.id LIMIT ?3 OFFSET ?4)sql";
constexpr const char* kCount = "SELECT count(*) FROM dossiers WHERE office = ?1 AND (?2 = '' OR state = ?2)";
// 25200 = 7 * 3600: Vietnam is UTC+7 all year round. The states are named for the index.
constexpr const char* kReceived = R"sql(
SELECT (received_at + 25200) / 86400 AS day, count(*) FROM dossiers
WHERE office = ?1 AND state IN ('handed_in', 'received_by_clerk') AND received_at >= ?2 AND received_at < ?3
GROUP BY day ORDER BY day)sql";

/// A row being delivered is still waiting, to everybody but the forwarder.
std::string public_state(const std::string& outbox_state) {
    return outbox_state == "leased" ? "waiting" : outbox_state;
}

}  // namespace

bool SqliteDossierStore::use_nonce(std::string_view nonce, std::int64_t now_secs) {
    return Query(connection_, kUseNonce).text(nonce).integer(now_secs).run() == 1;
}

std::int64_t SqliteDossierStore::next_serial(std::string_view unit, std::string_view day) {
    Query query(connection_, kNextSerial);
    query.text(unit).text(day);
    query.step();
    const std::int64_t serial = query.integer_at(0);
    query.step();
    return serial;
}

void SqliteDossierStore::add(const DossierRecord& dossier) {
    Query(connection_, kAdd)
        .text(dossier.id)
        .text(dossier.code)
        .text(dossier.secret_hash)
        .text(dossier.office)
        .text(dossier.booking)
        .text(dossier.procedure)
        .integer(dossier.starts_at_secs)
        .integer(dossier.received_at_secs)
        .text(dossier.state)
        .integer(dossier.version)
        .integer(dossier.complete ? 1 : 0)
        .blob(dossier.applicant.bytes)
        .blob(dossier.envelope.bytes)
        .run();
}

bool SqliteDossierStore::has(std::string_view id) {
    return Query(connection_, kHas).text(id).step();
}

std::optional<DossierRecord> SqliteDossierStore::one(const char* sql, std::string_view key) {
    Query query(connection_, sql);
    query.text(key);
    if (!query.step()) {
        return std::nullopt;
    }
    return DossierRecord{.id = query.text_at(0),
                         .code = query.text_at(1),
                         .secret_hash = query.text_at(2),
                         .office = query.text_at(3),
                         .booking = query.text_at(4),
                         .procedure = query.text_at(5),
                         .starts_at_secs = query.integer_at(6),
                         .received_at_secs = query.integer_at(7),
                         .state = query.text_at(8),
                         .version = query.small_at(9),
                         .complete = query.integer_at(10) != 0,
                         .applicant = Sealed{query.blob_at(11)},
                         .envelope = Sealed{query.blob_at(12)}};
}

std::optional<DossierRecord> SqliteDossierStore::dossier(std::string_view id) {
    return one(kById, id);
}

std::optional<DossierRecord> SqliteDossierStore::dossier_by_code(std::string_view code) {
    return one(kByCode, code);
}

void SqliteDossierStore::add_event(std::string_view dossier, const EventRecord& event,
                                   std::string_view actor) {
    Query(connection_, kAddEvent).text(dossier).text(event.state).integer(event.at_secs).text(actor).run();
}

std::vector<EventRecord> SqliteDossierStore::events(std::string_view dossier) {
    std::vector<EventRecord> found;
    Query query(connection_, kEvents);
    query.text(dossier);
    while (query.step()) {
        found.push_back({.state = query.text_at(0), .at_secs = query.integer_at(1)});
    }
    return found;
}

ForwardingRecord SqliteDossierStore::forwarding(std::string_view dossier) {
    Query query(connection_, kForwarding);
    query.text(dossier);
    if (!query.step()) {
        return {};
    }
    ForwardingRecord record{.state = public_state(query.text_at(0)),
                            .attempts = query.small_at(1),
                            .last_error = query.text_at(2),
                            .delivered_at_secs = std::nullopt};
    if (record.state == "delivered") {
        record.delivered_at_secs = query.optional_integer_at(3).value_or(0) / 1000;
    }
    return record;
}

void SqliteDossierStore::add_outbox(std::string_view destination, std::string_view dossier,
                                    std::string_view idempotency_key, std::int64_t now_millis) {
    Query(connection_, kAddOutbox)
        .text(destination)
        .text(dossier)
        .text(idempotency_key)
        .integer(now_millis)
        .run();
}

void SqliteDossierStore::change_appointment(std::string_view id, std::string_view booking,
                                            std::int64_t starts_at_secs) {
    Query(connection_, kChangeAppointment).text(booking).integer(starts_at_secs).text(id).run();
}

bool SqliteDossierStore::mark_received(std::string_view id, int version) {
    return Query(connection_, kMarkReceived).text(id).integer(version).run() == 1;
}

bool SqliteDossierStore::take_back_mark(std::string_view id, int version) {
    return Query(connection_, kTakeBackMark).text(id).integer(version).run() == 1;
}

std::vector<DossierLine> SqliteDossierStore::lines(std::string_view office, std::string_view state, int limit,
                                                   int offset) {
    std::vector<DossierLine> found;
    Query query(connection_, kLines);
    query.text(office).text(state).integer(limit).integer(offset);
    while (query.step()) {
        found.push_back({.id = query.text_at(0),
                         .code = query.text_at(1),
                         .procedure = query.text_at(2),
                         .starts_at_secs = query.integer_at(3),
                         .received_at_secs = query.integer_at(4),
                         .state = query.text_at(5),
                         .appointment = query.text_at(8),
                         .forwarding = public_state(query.text_at(9)),
                         .complete = query.integer_at(6) != 0,
                         .applicant = Sealed{query.blob_at(7)}});
    }
    return found;
}

int SqliteDossierStore::count(std::string_view office, std::string_view state) {
    Query query(connection_, kCount);
    query.text(office).text(state);
    return query.step() ? query.small_at(0) : 0;
}

std::vector<DayCount> SqliteDossierStore::received(std::string_view office, std::int64_t from_secs,
                                                   std::int64_t until_secs) {
    std::vector<DayCount> found;
    Query query(connection_, kReceived);
    query.text(office).integer(from_secs).integer(until_secs);
    while (query.step()) {
        found.push_back({.day = query.integer_at(0), .count = query.small_at(1)});
    }
    return found;
}

}  // namespace motcua::backend::storage::sqlite
