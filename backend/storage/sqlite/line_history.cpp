// What the line learns from its own log.
#include "backend/storage/sqlite/event_chain.hpp"
#include "backend/storage/sqlite/line_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kCalls = R"sql(
SELECT t.number, e.counter, max(e.at), max(e.seq) AS latest
FROM tickets t JOIN bookings b ON b.id = t.booking
JOIN visit_events e ON e.booking = b.id AND e.event IN ('call', 'recall') AND e.counter = t.counter
WHERE t.office = ? AND t.day = ? AND b.state IN ('called', 'serving')
GROUP BY t.number, e.counter ORDER BY latest DESC LIMIT ?)sql";
constexpr const char* kLastAt = R"sql(
SELECT e.booking FROM visit_events e JOIN tickets t ON t.booking = e.booking
WHERE e.office = ? AND e.seq > 0 AND e.counter = ? AND t.day = ? ORDER BY e.seq DESC LIMIT 1)sql";
// From the start of the service that ended; one that was undone in between has another start.
constexpr const char* kServiceSecs = R"sql(
SELECT f.at - max(s.at) FROM visit_events f JOIN visit_events s
ON s.booking = f.booking AND s.event = 'start' AND s.version < f.version
WHERE f.office = ? AND f.event IN ('finish', 'refer') AND f.at > ? AND s.service = ?
GROUP BY f.booking, f.version ORDER BY f.at DESC LIMIT ?)sql";
// From coming, whatever the ticket's time became afterwards.
constexpr const char* kPromised = R"sql(
SELECT min(e.at) - (SELECT a.arrived_at FROM visit_events a WHERE a.booking = e.booking
        AND a.event IN ('arrive', 'check_in') ORDER BY a.version DESC LIMIT 1), t.bound, t.told
FROM visit_events e JOIN tickets t ON t.booking = e.booking
WHERE e.office = ? AND e.event = 'call' AND e.at > ? AND t.bound >= 0
GROUP BY e.booking ORDER BY min(e.at) DESC LIMIT ?)sql";

constexpr const char* kLogs = R"sql(
SELECT e.booking, t.service, coalesce(b.starts_at, 0), t.number, e.event, e.at
FROM tickets t JOIN bookings b ON b.id = t.booking JOIN visit_events e ON e.booking = t.booking
WHERE t.office = ? AND t.day BETWEEN ? AND ? ORDER BY e.booking, e.version)sql";
constexpr const char* kNoShows = R"sql(
SELECT d.procedure, b.starts_at, e.at FROM visit_events e
JOIN bookings b ON b.id = e.booking AND b.version = e.version JOIN dossiers d ON d.booking = b.id
WHERE e.office = ? AND e.event = 'no_show' AND (b.starts_at + 25200) / 86400 BETWEEN ? AND ?
AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.booking = b.id))sql";

}  // namespace

std::vector<CallRecord> SqliteLineStore::calls(std::string_view office, std::int64_t day, int limit) {
    std::vector<CallRecord> found;
    Query query(connection_, kCalls);
    query.text(office).integer(day).integer(limit);
    while (query.step()) {
        found.push_back({.number = query.integer_at(0),
                         .counter = query.small_at(1),
                         .at_secs = query.integer_at(2),
                         .sequence = query.integer_at(3)});
    }
    return found;
}

std::optional<VisitRecord> SqliteLineStore::last_at(std::string_view office, int counter, std::int64_t day) {
    std::string id;
    {
        Query query(connection_, kLastAt);
        query.text(office).integer(counter).integer(day);
        if (!query.step()) {
            return std::nullopt;
        }
        id = query.text_at(0);
    }
    return visit(id);
}

std::vector<std::int64_t> SqliteLineStore::service_secs(std::string_view office, std::string_view service,
                                                        std::int64_t since_secs, int limit) {
    std::vector<std::int64_t> found;
    Query query(connection_, kServiceSecs);
    query.text(office).integer(since_secs).text(service).integer(limit);
    while (query.step()) {
        found.push_back(query.integer_at(0));
    }
    return found;
}

std::vector<WaitRecord> SqliteLineStore::promised_waits(std::string_view office, std::int64_t since_secs,
                                                        int limit) {
    std::vector<WaitRecord> found;
    Query query(connection_, kPromised);
    query.text(office).integer(since_secs).integer(limit);
    while (query.step()) {
        found.push_back({.waited_secs = query.integer_at(0),
                         .bound_secs = query.integer_at(1),
                         .told_secs = query.integer_at(2)});
    }
    return found;
}

std::vector<visits::VisitLog> SqliteLineStore::visit_logs(std::string_view office, std::int64_t first_day,
                                                          std::int64_t last_day) {
    std::vector<visits::VisitLog> logs;
    std::string visit;
    Query query(connection_, kLogs);
    query.text(office).integer(first_day).integer(last_day);
    while (query.step()) {
        if (query.text_at(0) != visit) {
            visit = query.text_at(0);
            logs.push_back({.service = query.text_at(1),
                            .booked_at_secs = query.integer_at(2),
                            .number = query.integer_at(3),
                            .steps = {}});
        }
        logs.back().steps.push_back({visits::event_named(query.text_at(4)), query.integer_at(5)});
    }
    Query absent(connection_, kNoShows);
    absent.text(office).integer(first_day).integer(last_day);
    while (absent.step()) {
        logs.push_back({.service = absent.text_at(0),
                        .booked_at_secs = absent.integer_at(1),
                        .number = 0,
                        .steps = {{visits::Event::NoShow, absent.integer_at(2)}}});
    }
    return logs;
}

ChainHead SqliteLineStore::chain_head(std::string_view office) {
    return head_of(connection_, office);
}

std::vector<std::string> SqliteLineStore::broken_events() {
    return find_broken_events(connection_);
}

}  // namespace motcua::backend::storage::sqlite
