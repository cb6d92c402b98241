#include "backend/storage/sqlite/fair_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kFullAt = "SELECT full_at FROM allowances WHERE kind = ? AND client = ?";
constexpr const char* kPutFullAt = R"sql(
INSERT INTO allowances (kind, client, full_at) VALUES (?, ?, ?)
ON CONFLICT (kind, client) DO UPDATE SET full_at = excluded.full_at)sql";
constexpr const char* kSpend = R"sql(
INSERT INTO spent_work (puzzle, ends_at) VALUES (?, ?) ON CONFLICT (puzzle) DO NOTHING)sql";
constexpr const char* kCountRefusal = R"sql(
INSERT INTO refused (day, code, count) VALUES (?, ?, 1)
ON CONFLICT (day, code) DO UPDATE SET count = count + 1)sql";
constexpr const char* kRefusals = R"sql(
SELECT code, sum(count) FROM refused WHERE day BETWEEN ? AND ? GROUP BY code ORDER BY code)sql";
constexpr const char* kDropAllowances = "DELETE FROM allowances WHERE full_at <= ?";
constexpr const char* kDropSpent = "DELETE FROM spent_work WHERE ends_at <= ?";

}  // namespace

std::int64_t SqliteFairStore::full_at(std::string_view kind, std::string_view client) {
    Query query(connection_, kFullAt);
    query.text(kind).text(client);
    return query.step() ? query.integer_at(0) : 0;
}

void SqliteFairStore::put_full_at(std::string_view kind, std::string_view client, std::int64_t full_at_secs) {
    Query(connection_, kPutFullAt).text(kind).text(client).integer(full_at_secs).run();
}

bool SqliteFairStore::spend_work(std::string_view puzzle, std::int64_t ends_at_secs) {
    return Query(connection_, kSpend).text(puzzle).integer(ends_at_secs).run() == 1;
}

void SqliteFairStore::count_refusal(std::int64_t day, std::string_view code) {
    Query(connection_, kCountRefusal).integer(day).text(code).run();
}

std::vector<RefusalCount> SqliteFairStore::refusals(std::int64_t first_day, std::int64_t last_day) {
    std::vector<RefusalCount> counts;
    Query query(connection_, kRefusals);
    query.integer(first_day).integer(last_day);
    while (query.step()) {
        counts.push_back({.code = query.text_at(0), .count = query.integer_at(1)});
    }
    return counts;
}

void SqliteFairStore::drop_until(std::int64_t now_secs) {
    Query(connection_, kDropAllowances).integer(now_secs).run();
    Query(connection_, kDropSpent).integer(now_secs).run();
}

}  // namespace motcua::backend::storage::sqlite
