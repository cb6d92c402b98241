#include "backend/storage/sqlite/line_store.hpp"

#include "backend/storage/sqlite/event_chain.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kUndo = "undo";

constexpr const char* kTakeNumbers = R"sql(
INSERT INTO ticket_days (office, day, last) VALUES (?1, ?2, ?3)
ON CONFLICT (office, day) DO UPDATE SET last = last + ?3 RETURNING last)sql";
constexpr const char* kAddRange =
    "INSERT INTO ticket_ranges (office, day, device, first, last) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kRangeOf = R"sql(
SELECT device, first, last FROM ticket_ranges
WHERE office = ?1 AND day = ?2 AND first <= ?3 AND last >= ?3)sql";
constexpr const char* kHasNumber = "SELECT 1 FROM tickets WHERE office = ? AND day = ? AND number = ?";

// The states of the index visits_on_the_day stand in those that look for many.
constexpr const char* kVisit = R"sql(
SELECT b.id, coalesce(b.dossier, ''), b.office, coalesce(b.starts_at, 0), b.state, b.hold_until, b.version,
    t.day, t.number, t.service, t.priority, t.arrived_at, t.counter, t.bound, t.told, coalesce(d.code, ''),
    (SELECT max(s.at) FROM visit_events s
        WHERE s.booking = b.id AND s.to_state = b.state AND s.from_state <> s.to_state),
    e.event, e.from_state
FROM tickets t JOIN bookings b ON b.id = t.booking
JOIN visit_events e ON e.booking = b.id AND e.version = b.version
LEFT JOIN dossiers d ON d.id = b.dossier
WHERE b.id = ?)sql";
constexpr const char* kLiveVisits = R"sql(
SELECT b.id, coalesce(b.dossier, ''), b.office, coalesce(b.starts_at, 0), b.state, b.hold_until, b.version,
    t.day, t.number, t.service, t.priority, t.arrived_at, t.counter, t.bound, t.told, coalesce(d.code, ''),
    (SELECT max(s.at) FROM visit_events s
        WHERE s.booking = b.id AND s.to_state = b.state AND s.from_state <> s.to_state),
    e.event, e.from_state
FROM tickets t JOIN bookings b ON b.id = t.booking
JOIN visit_events e ON e.booking = b.id AND e.version = b.version
LEFT JOIN dossiers d ON d.id = b.dossier
WHERE t.office = ? AND t.day = ?
AND b.state IN ('checked_in', 'called', 'serving', 'parked', 'missed', 'referred')
ORDER BY t.number)sql";
constexpr const char* kLeftOver = R"sql(
SELECT b.id, coalesce(b.dossier, ''), b.office, coalesce(b.starts_at, 0), b.state, b.hold_until, b.version,
    t.day, t.number, t.service, t.priority, t.arrived_at, t.counter, t.bound, t.told, '', e.at, e.event, e.from_state
FROM bookings b JOIN tickets t ON t.booking = b.id
JOIN visit_events e ON e.booking = b.id AND e.version = b.version
WHERE t.day < ?
AND b.state IN ('checked_in', 'called', 'serving', 'parked', 'missed', 'referred'))sql";
constexpr const char* kNotCome = R"sql(
SELECT b.id FROM bookings b JOIN dossiers d ON d.booking = b.id AND d.state = 'handed_in'
WHERE b.state = 'confirmed' AND b.starts_at < ?1
AND EXISTS (SELECT 1 FROM tickets t WHERE t.office = b.office AND t.day = (b.starts_at + 25200) / 86400))sql";
constexpr const char* kPutTicket = R"sql(
INSERT INTO tickets (booking, office, day, number, service, priority, arrived_at, counter, bound, told)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (booking) DO UPDATE SET day = excluded.day, number = excluded.number,
    service = excluded.service, priority = excluded.priority, arrived_at = excluded.arrived_at,
    counter = excluded.counter, bound = excluded.bound, told = excluded.told)sql";

constexpr const char* kPutCounter =
    "INSERT INTO counters (office, counter) VALUES (?, ?) ON CONFLICT (office, counter) DO NOTHING";
constexpr const char* kCounters = R"sql(
SELECT office, counter, coalesce(user, ''), services, coalesce(booking, '') FROM counters
WHERE office = ? ORDER BY counter)sql";
constexpr const char* kCounterOf = R"sql(
SELECT office, counter, coalesce(user, ''), services, coalesce(booking, '') FROM counters
WHERE user = ?)sql";
constexpr const char* kStandUp = "UPDATE counters SET user = NULL, services = '' WHERE user = ?";
constexpr const char* kSit = R"sql(
UPDATE counters SET user = ?3, services = ?4
WHERE office = ?1 AND counter = ?2 AND (booking IS NULL OR user = ?3))sql";
constexpr const char* kClearCounters = R"sql(
UPDATE counters SET user = NULL, services = ''
WHERE booking IS NULL AND user IS NOT NULL AND user NOT IN (SELECT user FROM sessions))sql";
constexpr const char* kOccupy = R"sql(
UPDATE counters SET booking = ?3 WHERE office = ?1 AND counter = ?2 AND booking IS NULL
AND NOT EXISTS (SELECT 1 FROM counters WHERE booking = ?3))sql";
constexpr const char* kFreeCounter = "UPDATE counters SET booking = NULL WHERE booking = ?";

VisitRecord visit_at(const Query& row) {
    VisitRecord visit;
    visit.booking = {.id = row.text_at(0),
                     .dossier = row.text_at(1),
                     .office = row.text_at(2),
                     .starts_at_secs = row.integer_at(3),
                     .state = visits::state_named(row.text_at(4)).value_or(visits::State::None),
                     .hold_until_secs = row.integer_at(5),
                     .version = row.small_at(6)};
    visit.ticket = {.visit = visit.booking.id,
                    .office = visit.booking.office,
                    .day = row.integer_at(7),
                    .number = row.integer_at(8),
                    .service = row.text_at(9),
                    .priority = row.text_at(10),
                    .arrived_at_secs = row.integer_at(11),
                    .counter = row.small_at(12),
                    .bound_secs = row.integer_at(13),
                    .told_secs = row.integer_at(14)};
    visit.code = row.text_at(15);
    visit.since_secs = row.integer_at(16);
    visit.last_event = row.text_at(17);
    visit.before = visits::state_named(row.text_at(18)).value_or(visits::State::None);
    return visit;
}

std::vector<VisitRecord> all_visits(Query& query) {
    std::vector<VisitRecord> found;
    while (query.step()) {
        found.push_back(visit_at(query));
    }
    return found;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

CounterRecord counter_at(const Query& row) {
    return {.office = row.text_at(0),
            .counter = row.small_at(1),
            .user = row.text_at(2),
            .services = split(row.text_at(3)),
            .visit = row.text_at(4)};
}

}  // namespace

std::int64_t SqliteLineStore::take_numbers(std::string_view office, std::int64_t day, std::int64_t count) {
    Query query(connection_, kTakeNumbers);
    query.text(office).integer(day).integer(count);
    query.step();
    return query.integer_at(0) - count + 1;
}

void SqliteLineStore::add_range(const NumberRange& range) {
    Query(connection_, kAddRange)
        .text(range.office)
        .integer(range.day)
        .text(range.device)
        .integer(range.first)
        .integer(range.last)
        .run();
}

std::optional<NumberRange> SqliteLineStore::range_of(std::string_view office, std::int64_t day,
                                                     std::int64_t number) {
    Query query(connection_, kRangeOf);
    query.text(office).integer(day).integer(number);
    if (!query.step()) {
        return std::nullopt;
    }
    return NumberRange{.office = std::string(office),
                       .day = day,
                       .device = query.text_at(0),
                       .first = query.integer_at(1),
                       .last = query.integer_at(2)};
}

bool SqliteLineStore::has_number(std::string_view office, std::int64_t day, std::int64_t number) {
    Query query(connection_, kHasNumber);
    return query.text(office).integer(day).integer(number).step();
}

std::optional<VisitRecord> SqliteLineStore::visit(std::string_view id) {
    Query query(connection_, kVisit);
    query.text(id);
    return query.step() ? std::optional(visit_at(query)) : std::nullopt;
}

std::vector<VisitRecord> SqliteLineStore::live_visits(std::string_view office, std::int64_t day) {
    Query query(connection_, kLiveVisits);
    query.text(office).integer(day);
    return all_visits(query);
}

void SqliteLineStore::put_ticket(const TicketRecord& ticket) {
    Query(connection_, kPutTicket)
        .text(ticket.visit)
        .text(ticket.office)
        .integer(ticket.day)
        .integer(ticket.number)
        .text(ticket.service)
        .text(ticket.priority)
        .integer(ticket.arrived_at_secs)
        .integer(ticket.counter)
        .integer(ticket.bound_secs)
        .integer(ticket.told_secs)
        .run();
}

std::optional<VisitRecord> SqliteLineStore::take_step(const VisitRecord& visit, visits::State to,
                                                      std::string_view event, const TicketRecord& after,
                                                      std::int64_t now_secs) {
    const auto booking = bookings_.step_to(visit.booking, to, event, after, now_secs);
    if (!booking) {
        return std::nullopt;
    }
    put_ticket(after);
    return this->visit(booking->id);
}

std::optional<VisitRecord> SqliteLineStore::step(const VisitRecord& visit, visits::Event event,
                                                 const TicketRecord& after, std::int64_t now_secs) {
    const auto to = visits::next(visit.booking.state, event);
    return to ? take_step(visit, *to, visits::name(event), after, now_secs) : std::nullopt;
}

std::optional<VisitRecord> SqliteLineStore::undo(const VisitRecord& visit, std::int64_t now_secs) {
    const auto event = visits::event_named(visit.last_event);
    const auto before = event_of(connection_, visit.booking.id, visit.booking.version - 1);
    const bool known = before && (before->priority || event != visits::Event::Reclassify);
    if (!event || !known || !visits::undone(visit.booking.state, visit.before, *event)) {
        return std::nullopt;
    }
    TicketRecord after = visit.ticket;
    after.counter = before->counter;
    after.service = before->service;
    after.arrived_at_secs = before->arrived_at_secs;
    after.priority = before->priority.value_or(visit.ticket.priority);
    return take_step(visit, visit.before, kUndo, after, now_secs);
}

std::vector<BookingRecord> SqliteLineStore::not_come(std::int64_t until_secs) {
    std::vector<std::string> ids;
    {
        Query query(connection_, kNotCome);
        query.integer(until_secs);
        while (query.step()) {
            ids.push_back(query.text_at(0));
        }
    }
    std::vector<BookingRecord> found;
    for (const std::string& id : ids) {
        if (auto booking = bookings_.booking(id)) {
            found.push_back(*std::move(booking));
        }
    }
    return found;
}

std::vector<VisitRecord> SqliteLineStore::left_over(std::int64_t before_day) {
    Query query(connection_, kLeftOver);
    query.integer(before_day);
    return all_visits(query);
}

void SqliteLineStore::put_counters(std::string_view office, int count) {
    for (int counter = 1; counter <= count; ++counter) {
        Query(connection_, kPutCounter).text(office).integer(counter).run();
    }
}

std::vector<CounterRecord> SqliteLineStore::counters(std::string_view office) {
    std::vector<CounterRecord> found;
    Query query(connection_, kCounters);
    query.text(office);
    while (query.step()) {
        found.push_back(counter_at(query));
    }
    return found;
}

std::optional<CounterRecord> SqliteLineStore::counter_of(std::string_view user) {
    Query query(connection_, kCounterOf);
    query.text(user);
    return query.step() ? std::optional(counter_at(query)) : std::nullopt;
}

bool SqliteLineStore::sit(const CounterRecord& counter) {
    const auto earlier = counter_of(counter.user);
    if (earlier && (earlier->office != counter.office || earlier->counter != counter.counter)) {
        stand_up(counter.user);
    }
    return Query(connection_, kSit)
               .text(counter.office)
               .integer(counter.counter)
               .text(counter.user)
               .text(joined(counter.services))
               .run() == 1;
}

void SqliteLineStore::stand_up(std::string_view user) {
    Query(connection_, kStandUp).text(user).run();
}

void SqliteLineStore::clear_counters() {
    Query(connection_, kClearCounters).run();
}

bool SqliteLineStore::occupy(std::string_view office, int counter, std::string_view visit) {
    return Query(connection_, kOccupy).text(office).integer(counter).text(visit).run() == 1;
}

void SqliteLineStore::free_counter_of(std::string_view visit) {
    Query(connection_, kFreeCounter).text(visit).run();
}

}  // namespace motcua::backend::storage::sqlite
