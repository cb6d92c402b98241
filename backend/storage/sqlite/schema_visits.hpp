#pragma once

/// Migrations of what becomes of a visit. Never changed once released, as those of migrations.cpp.
namespace motcua::backend::storage::sqlite {

/// States by the one table of shared/visits/states.hpp: visit_steps holds its pairs (written anew
/// at each start), a trigger refuses any other step, and each step has its row of visit_events.
/// What was there before has the step that led to it, at a time that nobody noted (0).
inline constexpr const char* kVisitStates = R"sql(
CREATE TABLE visit_steps (
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    PRIMARY KEY (from_state, to_state)
) STRICT, WITHOUT ROWID;

CREATE TABLE new_bookings (
    id         TEXT PRIMARY KEY,
    dossier    TEXT NOT NULL,
    office     TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    state      TEXT NOT NULL,
    hold_until INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at)
) STRICT, WITHOUT ROWID;
INSERT INTO new_bookings (id, dossier, office, starts_at, state, hold_until, version)
SELECT id, dossier, office, starts_at, state, hold_until, version FROM bookings;
DROP TABLE bookings;
ALTER TABLE new_bookings RENAME TO bookings;
CREATE UNIQUE INDEX one_live_booking_per_dossier ON bookings (dossier)
WHERE state NOT IN ('served', 'no_show', 'left', 'expired', 'cancelled');

CREATE TABLE visit_events (
    booking    TEXT NOT NULL REFERENCES bookings (id),
    version    INTEGER NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    office     TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (booking, version)
) STRICT, WITHOUT ROWID;
INSERT INTO visit_events (booking, version, event, from_state, to_state, office, starts_at, at)
SELECT id, version, CASE state WHEN 'held' THEN 'hold' WHEN 'confirmed' THEN 'confirm' ELSE 'expire' END,
    CASE WHEN state = 'held' AND version = 1 THEN 'none' ELSE 'held' END, state, office, starts_at, 0
FROM bookings;

CREATE TRIGGER booking_begins BEFORE INSERT ON bookings
WHEN NEW.version <> 1
    OR NOT EXISTS (SELECT 1 FROM visit_steps WHERE from_state = 'none' AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER booking_steps BEFORE UPDATE ON bookings
WHEN NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.dossier <> OLD.dossier
    OR NOT EXISTS (SELECT 1 FROM visit_steps WHERE from_state = OLD.state AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER bookings_stay BEFORE DELETE ON bookings
BEGIN SELECT RAISE(ABORT, 'bookings are kept'); END;
CREATE TRIGGER visit_events_are_fixed BEFORE UPDATE ON visit_events
BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
CREATE TRIGGER visit_events_stay BEFORE DELETE ON visit_events
BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
)sql";

/// One live booking for each person and service group. `who` is a keyed hash, never the number.
inline constexpr const char* kPersonClaims = R"sql(
CREATE TABLE person_claims (
    who           TEXT NOT NULL,
    service_group TEXT NOT NULL,
    booking       TEXT NOT NULL UNIQUE REFERENCES bookings (id),
    PRIMARY KEY (who, service_group)
) STRICT, WITHOUT ROWID;
)sql";

/// A seat that was given back: nobody's until free_after, and before that, until offered_until,
/// the one dossier's it is offered to. Who waits stands in the order they came.
inline constexpr const char* kWaiting = R"sql(
CREATE TABLE new_seat_claims (
    office        TEXT NOT NULL,
    starts_at     INTEGER NOT NULL,
    lane          INTEGER NOT NULL CHECK (lane >= 1),
    booking       TEXT UNIQUE REFERENCES bookings (id),
    free_after    INTEGER,
    offered_to    TEXT UNIQUE,
    offered_until INTEGER,
    PRIMARY KEY (office, starts_at, lane),
    FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at),
    CHECK (booking IS NOT NULL OR free_after IS NOT NULL),
    CHECK (booking IS NULL OR offered_to IS NULL),
    CHECK ((offered_to IS NULL) = (offered_until IS NULL)),
    CHECK (offered_until <= free_after)
) STRICT, WITHOUT ROWID;
INSERT INTO new_seat_claims (office, starts_at, lane, booking, free_after)
SELECT office, starts_at, lane, booking, free_after FROM seat_claims;
DROP TABLE seat_claims;
ALTER TABLE new_seat_claims RENAME TO seat_claims;
CREATE INDEX claims_by_end ON seat_claims (free_after) WHERE free_after IS NOT NULL;
CREATE INDEX claims_by_offer ON seat_claims (offered_until) WHERE offered_until IS NOT NULL;
CREATE TRIGGER claim_within_lanes BEFORE INSERT ON seat_claims
WHEN NEW.lane > (SELECT lanes FROM slots WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such lane'); END;
CREATE TRIGGER move_within_lanes BEFORE UPDATE OF office, starts_at, lane ON seat_claims
WHEN NEW.lane > (SELECT lanes FROM slots WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such lane'); END;

CREATE TABLE waiting (
    place    INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier  TEXT NOT NULL UNIQUE,
    office   TEXT NOT NULL REFERENCES offices (id),
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    CHECK (from_at < until_at)
) STRICT;
CREATE INDEX waiting_by_office ON waiting (office, place);
)sql";

/// Who holds a seat (a keyed hash) until it is theirs for good, so that nobody holds very many.
inline constexpr const char* kHoldClients = R"sql(
ALTER TABLE seat_claims ADD COLUMN client TEXT;
CREATE INDEX holds_by_client ON seat_claims (client, free_after) WHERE client IS NOT NULL;
)sql";

}  // namespace motcua::backend::storage::sqlite
