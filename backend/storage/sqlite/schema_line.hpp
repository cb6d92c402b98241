#pragma once

/// The migrations of the line on the day. Never changed once released, as those of migrations.cpp.
namespace motcua::backend::storage::sqlite {

/// Who comes without an appointment has a row of bookings without dossier and time, so that one
/// table of steps and one log hold for both. Each event has its place in its office's chain (0:
/// from before there was one) and what the ticket was after it, so that a step can be undone.
///
/// counters is the one place that says who is at which counter: its primary key and the unique
/// key of `booking` make two people at one, or one at two, impossible, whatever the code does.
inline constexpr const char* kLine = R"sql(
CREATE TABLE new_bookings (
    id         TEXT PRIMARY KEY,
    dossier    TEXT,
    office     TEXT NOT NULL,
    starts_at  INTEGER,
    state      TEXT NOT NULL,
    hold_until INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at),
    CHECK ((dossier IS NULL) = (starts_at IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO new_bookings (id, dossier, office, starts_at, state, hold_until, version)
SELECT id, dossier, office, starts_at, state, hold_until, version FROM bookings;
DROP TABLE bookings;
ALTER TABLE new_bookings RENAME TO bookings;
CREATE UNIQUE INDEX one_live_booking_per_dossier ON bookings (dossier)
WHERE state NOT IN ('served', 'no_show', 'left', 'expired', 'cancelled');
CREATE INDEX confirmed_bookings ON bookings (starts_at) WHERE state = 'confirmed';
CREATE INDEX visits_on_the_day ON bookings (id)
WHERE state IN ('checked_in', 'called', 'serving', 'parked', 'missed', 'referred');
CREATE TRIGGER booking_begins BEFORE INSERT ON bookings
WHEN NEW.version <> 1
    OR NOT EXISTS (SELECT 1 FROM visit_steps WHERE from_state = 'none' AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER booking_steps BEFORE UPDATE ON bookings
WHEN NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.dossier IS NOT OLD.dossier
    OR NOT EXISTS (SELECT 1 FROM visit_steps WHERE from_state = OLD.state AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER bookings_stay BEFORE DELETE ON bookings
BEGIN SELECT RAISE(ABORT, 'bookings are kept'); END;

ALTER TABLE visit_events ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_events ADD COLUMN counter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_events ADD COLUMN service TEXT NOT NULL DEFAULT '';
ALTER TABLE visit_events ADD COLUMN arrived_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit_events ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX event_chain ON visit_events (office, seq) WHERE seq > 0;
CREATE INDEX events_by_time ON visit_events (office, event, at);

CREATE TABLE ticket_days (
    office TEXT NOT NULL REFERENCES offices (id),
    day    INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (office, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_ranges (
    office TEXT NOT NULL,
    day    INTEGER NOT NULL,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (office, day, first),
    FOREIGN KEY (office, day) REFERENCES ticket_days (office, day),
    CHECK (first <= last)
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
    booking    TEXT PRIMARY KEY REFERENCES bookings (id),
    office     TEXT NOT NULL,
    day        INTEGER NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 1),
    service    TEXT NOT NULL,
    priority   TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    counter    INTEGER NOT NULL,
    bound      INTEGER NOT NULL,
    UNIQUE (office, day, number),
    FOREIGN KEY (office, day) REFERENCES ticket_days (office, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (
    office   TEXT NOT NULL REFERENCES offices (id),
    counter  INTEGER NOT NULL CHECK (counter >= 1),
    user     TEXT UNIQUE REFERENCES staff (user),
    services TEXT NOT NULL DEFAULT '',
    booking  TEXT UNIQUE REFERENCES bookings (id),
    PRIMARY KEY (office, counter)
) STRICT, WITHOUT ROWID;
)sql";

/// The class a ticket stood in after each event, since a clerk can correct it. NULL: from before.
inline constexpr const char* kLoggedPriority = "ALTER TABLE visit_events ADD COLUMN priority TEXT";

/// What people were told of their wait. -1: from before it was kept.
inline constexpr const char* kToldWaits = "ALTER TABLE tickets ADD COLUMN told INTEGER NOT NULL DEFAULT -1";

}  // namespace motcua::backend::storage::sqlite
