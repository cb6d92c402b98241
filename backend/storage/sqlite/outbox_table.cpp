#include "backend/storage/sqlite/outbox_table.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

// due_at_millis is a waiting row's next try or a leased row's deadline, so one index serves
// both. A row stays behind every undelivered row of a lower sequence.
constexpr const char* kDue = R"sql(
SELECT id, destination, aggregate, sequence, kind, idempotency_key, attempts, body_sha256 FROM outbox o
WHERE destination = ?1 AND state IN ('waiting', 'leased') AND due_at_millis <= ?2
AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.destination = o.destination AND e.aggregate = o.aggregate
    AND e.sequence < o.sequence AND e.state <> 'delivered')
ORDER BY due_at_millis, id LIMIT 1)sql";
constexpr const char* kLease = R"sql(
UPDATE outbox SET state = 'leased', attempts = attempts + 1, due_at_millis = ? WHERE id = ?)sql";
constexpr const char* kNextDue = R"sql(
SELECT min(due_at_millis) FROM outbox o WHERE destination = ?1 AND state IN ('waiting', 'leased')
AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.destination = o.destination AND e.aggregate = o.aggregate
    AND e.sequence < o.sequence AND e.state <> 'delivered'))sql";
constexpr const char* kFreeze = R"sql(
UPDATE outbox SET body_sha256 = ? WHERE id = ? AND attempts = ? AND state = 'leased' AND body_sha256 = '')sql";
constexpr const char* kRetry = R"sql(
UPDATE outbox SET state = 'waiting', due_at_millis = ?, last_error = ?
WHERE id = ? AND attempts = ? AND state = 'leased')sql";
constexpr const char* kDelivered = R"sql(
UPDATE outbox SET state = 'delivered', settled_at_millis = ?, receipt = ?, last_error = ''
WHERE id = ? AND attempts = ? AND state = 'leased')sql";
constexpr const char* kRefused = R"sql(
UPDATE outbox SET state = 'refused', settled_at_millis = ?, last_error = ?
WHERE id = ? AND attempts = ? AND state = 'leased')sql";

}  // namespace

std::optional<forwarding::OutboxRow> SqliteOutboxTable::lease_next(std::string_view destination,
                                                                   std::int64_t now_millis,
                                                                   std::int64_t lease_until_millis) {
    forwarding::OutboxRow row;
    {
        Query due(connection_, kDue);
        due.text(destination).integer(now_millis);
        if (!due.step()) {
            return std::nullopt;
        }
        row = {.id = due.integer_at(0),
               .destination = due.text_at(1),
               .aggregate = due.text_at(2),
               .sequence = due.integer_at(3),
               .kind = due.text_at(4),
               .idempotency_key = due.text_at(5),
               .attempts = due.small_at(6) + 1,
               .body_sha256 = due.text_at(7)};
    }
    Query(connection_, kLease).integer(lease_until_millis).integer(row.id).run();
    return row;
}

std::optional<std::int64_t> SqliteOutboxTable::next_due(std::string_view destination) {
    Query query(connection_, kNextDue);
    query.text(destination);
    return query.step() ? query.optional_integer_at(0) : std::nullopt;
}

bool SqliteOutboxTable::freeze_body(const forwarding::OutboxRow& row, std::string_view sha256_hex) {
    return Query(connection_, kFreeze).text(sha256_hex).integer(row.id).integer(row.attempts).run() == 1;
}

bool SqliteOutboxTable::mark_delivered(const forwarding::OutboxRow& row, std::string_view receipt,
                                       std::int64_t now_millis) {
    return Query(connection_, kDelivered)
               .integer(now_millis)
               .text(receipt)
               .integer(row.id)
               .integer(row.attempts)
               .run() == 1;
}

bool SqliteOutboxTable::mark_retry(const forwarding::OutboxRow& row, std::int64_t next_at_millis,
                                   std::string_view error) {
    return Query(connection_, kRetry)
               .integer(next_at_millis)
               .text(error)
               .integer(row.id)
               .integer(row.attempts)
               .run() == 1;
}

bool SqliteOutboxTable::mark_refused(const forwarding::OutboxRow& row, std::string_view error,
                                     std::int64_t now_millis) {
    return Query(connection_, kRefused)
               .integer(now_millis)
               .text(error)
               .integer(row.id)
               .integer(row.attempts)
               .run() == 1;
}

}  // namespace motcua::backend::storage::sqlite
