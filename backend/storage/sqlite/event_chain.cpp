#include "backend/storage/sqlite/event_chain.hpp"

#include "shared/crypto/crypto.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr std::size_t kMostReported = 20;

constexpr const char* kHead =
    "SELECT seq, hash FROM visit_events WHERE office = ? AND seq > 0 ORDER BY seq DESC LIMIT 1";
constexpr const char* kAdd = R"sql(
INSERT INTO visit_events (booking, version, event, from_state, to_state, office, starts_at, at, counter,
    service, arrived_at, priority, seq, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";
constexpr const char* kEventOf = R"sql(
SELECT booking, version, event, from_state, to_state, office, starts_at, at, counter, service, arrived_at,
    priority
FROM visit_events WHERE booking = ? AND version = ?)sql";
constexpr const char* kChain = R"sql(
SELECT booking, version, event, from_state, to_state, office, starts_at, at, counter, service, arrived_at,
    priority, seq, hash
FROM visit_events WHERE seq > 0 ORDER BY office, seq)sql";
constexpr const char* kWithoutEvent = R"sql(
SELECT b.id FROM bookings b WHERE NOT EXISTS (SELECT 1 FROM visit_events e WHERE e.booking = b.id
    AND e.version = b.version AND e.to_state = b.state AND e.starts_at = coalesce(b.starts_at, 0)
    AND e.office = b.office))sql";
constexpr const char* kAfterLast = R"sql(
SELECT e.booking FROM visit_events e JOIN bookings b ON b.id = e.booking WHERE e.version > b.version)sql";

std::string hash_of(std::string_view before, std::int64_t seq, const VisitEvent& event) {
    // No field can hold a line break, so two different events never have one text.
    std::string text(before);
    for (const std::string& field :
         {std::to_string(seq), event.booking, std::to_string(event.version), event.event, event.from,
          event.to, event.office, std::to_string(event.starts_at_secs), std::to_string(event.at_secs),
          std::to_string(event.counter), event.service, std::to_string(event.arrived_at_secs)}) {
        text += "\n" + field;
    }
    if (event.priority) {
        text += "\n" + *event.priority;
    }
    return crypto::hex(crypto::sha256(text));
}

VisitEvent event_at(const Query& row) {
    return {.booking = row.text_at(0),
            .version = row.small_at(1),
            .event = row.text_at(2),
            .from = row.text_at(3),
            .to = row.text_at(4),
            .office = row.text_at(5),
            .starts_at_secs = row.integer_at(6),
            .at_secs = row.integer_at(7),
            .counter = row.small_at(8),
            .service = row.text_at(9),
            .arrived_at_secs = row.integer_at(10),
            .priority = row.optional_text_at(11)};
}

void report(std::vector<std::string>& broken, Connection& connection, const char* sql, const char* what) {
    Query query(connection, sql);
    while (broken.size() < kMostReported && query.step()) {
        broken.push_back(what + query.text_at(0));
    }
}

}  // namespace

ChainHead head_of(Connection& connection, std::string_view office) {
    Query query(connection, kHead);
    query.text(office);
    return query.step() ? ChainHead{query.integer_at(0), query.text_at(1)} : ChainHead{};
}

void append_event(Connection& connection, const VisitEvent& event) {
    const ChainHead head = head_of(connection, event.office);
    const std::int64_t seq = head.sequence + 1;
    Query(connection, kAdd)
        .text(event.booking)
        .integer(event.version)
        .text(event.event)
        .text(event.from)
        .text(event.to)
        .text(event.office)
        .integer(event.starts_at_secs)
        .integer(event.at_secs)
        .integer(event.counter)
        .text(event.service)
        .integer(event.arrived_at_secs)
        .optional_text(event.priority)
        .integer(seq)
        .text(hash_of(head.hash, seq, event))
        .run();
}

std::optional<VisitEvent> event_of(Connection& connection, std::string_view booking, int version) {
    Query query(connection, kEventOf);
    query.text(booking).integer(version);
    return query.step() ? std::optional(event_at(query)) : std::nullopt;
}

std::vector<std::string> find_broken_events(Connection& connection) {
    std::vector<std::string> broken;
    {
        constexpr int kSeq = 12;
        constexpr int kHash = 13;
        std::string office;
        std::string before;
        std::int64_t seq = 0;
        Query query(connection, kChain);
        while (broken.size() < kMostReported && query.step()) {
            const VisitEvent event = event_at(query);
            if (event.office != office) {
                office = event.office;
                before.clear();
                seq = 0;
            }
            const std::string place = event.office + " " + std::to_string(query.integer_at(kSeq));
            if (query.integer_at(kSeq) != ++seq) {
                broken.push_back("before event " + place + " events are missing");
                seq = query.integer_at(kSeq);
            } else if (query.text_at(kHash) != hash_of(before, seq, event)) {
                broken.push_back("event " + place + " is not as it was written");
            }
            before = query.text_at(kHash);
        }
    }
    report(broken, connection, kWithoutEvent, "no event made this visit what it is: ");
    report(broken, connection, kAfterLast, "an event came after the last step of visit ");
    return broken;
}

}  // namespace motcua::backend::storage::sqlite
