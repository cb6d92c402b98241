#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "backend/storage/sqlite/event_chain.hpp"
#include "backend/storage/sqlite/query.hpp"

namespace motcua::tests {

/// What a statement counts in the file, over a connection of its own.
inline std::int64_t count_in(const std::filesystem::path& file, const char* sql) {
    using namespace backend::storage::sqlite;
    Connection connection(file, Connection::Mode::ReadOnly);
    Query query(connection, sql);
    REQUIRE(query.step());
    return query.integer_at(0);
}

/// What must hold of seats and bookings at every moment, whatever happened before.
inline void check_seats(const std::filesystem::path& file) {
    // Nobody sits in a lane that is not there, so claims never exceed lanes.
    CHECK(count_in(file,
                   "SELECT count(*) FROM seat_claims c JOIN slots s USING (office, starts_at) "
                   "WHERE c.lane > s.lanes") == 0);
    // Each confirmed booking has one lasting claim, at its own slot.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b WHERE b.state = 'confirmed' AND NOT EXISTS "
                   "(SELECT 1 FROM seat_claims c WHERE c.booking = b.id AND c.free_after IS NULL "
                   "AND c.office = b.office AND c.starts_at = b.starts_at)") == 0);
    // Each held one has one claim that ends; one that is over has none.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b WHERE b.state = 'held' AND NOT EXISTS "
                   "(SELECT 1 FROM seat_claims c WHERE c.booking = b.id AND c.free_after IS NOT NULL "
                   "AND c.office = b.office AND c.starts_at = b.starts_at)") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM seat_claims c JOIN bookings b ON b.id = c.booking WHERE b.state IN "
                   "('served', 'no_show', 'left', 'expired', 'cancelled')") == 0);
    // Who has a booking that is over has none.
    CHECK(
        count_in(file,
                 "SELECT count(*) FROM person_claims c JOIN bookings b ON b.id = c.booking WHERE b.state IN "
                 "('held', 'served', 'no_show', 'left', 'expired', 'cancelled')") == 0);
    // Each booking is what its last step made of it, and each step begins where the one before
    // it ended.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b WHERE NOT EXISTS (SELECT 1 FROM visit_events e "
                   "WHERE e.booking = b.id AND e.version = b.version AND e.to_state = b.state "
                   "AND e.office = b.office AND e.starts_at = coalesce(b.starts_at, 0))") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM visit_events e WHERE e.from_state <> coalesce((SELECT p.to_state "
                   "FROM visit_events p WHERE p.booking = e.booking AND p.version = e.version - 1), "
                   "iif(e.version = 1, 'none', ''))") == 0);
    // A seat is offered to those who wait for its time, and is theirs before it is everybody's.
    CHECK(count_in(file,
                   "SELECT count(*) FROM seat_claims c WHERE c.offered_to IS NOT NULL AND NOT EXISTS "
                   "(SELECT 1 FROM waiting w WHERE w.dossier = c.offered_to AND w.office = c.office "
                   "AND w.from_at <= c.starts_at AND c.starts_at < w.until_at)") == 0);
    // Nobody has two live bookings, as a dossier or as a person.
    CHECK(count_in(file,
                   "SELECT count(*) FROM (SELECT dossier FROM bookings WHERE dossier IS NOT NULL AND "
                   "state NOT IN ('served', 'no_show', 'left', 'expired', 'cancelled') GROUP BY dossier "
                   "HAVING count(*) > 1)") == 0);
}

/// What must hold of the line.
inline void check_line(const std::filesystem::path& file) {
    // Whoever is called or served is at one counter, the one on the ticket, and nobody else is at any.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b JOIN tickets t ON t.booking = b.id WHERE b.state IN "
                   "('called', 'serving') AND 1 <> (SELECT count(*) FROM counters c WHERE c.booking = b.id "
                   "AND c.counter = t.counter AND c.office = b.office)") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM counters c JOIN bookings b ON b.id = c.booking "
                   "WHERE b.state NOT IN ('called', 'serving')") == 0);
    // Who stands in the line has a ticket.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b WHERE b.state IN ('checked_in', 'called', 'serving', "
                   "'parked', 'missed', 'referred', 'served') AND NOT EXISTS "
                   "(SELECT 1 FROM tickets t WHERE t.booking = b.id AND t.office = b.office)") == 0);
    // Every number of a day was given out, or belongs to a device that may still give it out.
    CHECK(
        count_in(file,
                 "SELECT count(*) FROM ticket_days d WHERE d.last <> (SELECT count(*) FROM tickets t "
                 "WHERE t.office = d.office AND t.day = d.day AND NOT EXISTS (SELECT 1 FROM ticket_ranges r "
                 "WHERE r.office = t.office AND r.day = t.day AND t.number BETWEEN r.first AND r.last)) + "
                 "(SELECT coalesce(sum(r.last - r.first + 1), 0) FROM ticket_ranges r "
                 "WHERE r.office = d.office AND r.day = d.day)") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM tickets t JOIN ticket_days d USING (office, day) "
                   "WHERE t.number > d.last") == 0);
    backend::storage::sqlite::Connection connection(file,
                                                    backend::storage::sqlite::Connection::Mode::ReadOnly);
    CHECK(backend::storage::sqlite::find_broken_events(connection).empty());
}

/// The same, and of dossiers.
inline void check_invariants(const std::filesystem::path& file) {
    check_seats(file);
    // Each dossier has a booking that was confirmed, at the dossier's own time, its first event,
    // and one outbox row.
    CHECK(count_in(file,
                   "SELECT count(*) FROM dossiers d WHERE NOT EXISTS (SELECT 1 FROM bookings b "
                   "WHERE b.id = d.booking AND b.state NOT IN ('held', 'expired') AND b.dossier = d.id "
                   "AND b.starts_at = d.starts_at)") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM dossiers d WHERE NOT EXISTS (SELECT 1 FROM events e "
                   "WHERE e.dossier = d.id AND e.seq = 1 AND e.state = 'handed_in')") == 0);
    CHECK(count_in(file,
                   "SELECT count(*) FROM dossiers d WHERE 1 <> (SELECT count(*) FROM outbox o "
                   "WHERE o.aggregate = d.id)") == 0);
    // Other bookings than the one that its dossier has are cancelled, and have one.
    CHECK(count_in(file,
                   "SELECT count(*) FROM bookings b LEFT JOIN dossiers d ON d.id = b.dossier "
                   "WHERE b.dossier IS NOT NULL AND b.state NOT IN ('held', 'expired') "
                   "AND (d.id IS NULL OR (d.booking <> b.id AND b.state <> 'cancelled'))") == 0);
}

}  // namespace motcua::tests
