#pragma once

/// The migration that brings home pickup. Never changed once released, as those of migrations.cpp.
namespace motcua::backend::storage::sqlite {

/// pickup_seats is the one place that says who has a place in a courier's window: its primary key makes
/// one too many impossible, whatever the code does. States by the table of shared/visits/pickup.hpp:
/// pickup_steps holds its pairs (written anew at each start), a trigger refuses any other step, and each
/// step has its row of pickup_events. Address and telephone are sealed together in `contact`.
/// A courier is staff who sees pickups and nothing else.
inline constexpr const char* kPickups = R"sql(
ALTER TABLE staff ADD COLUMN role TEXT NOT NULL DEFAULT 'clerk' CHECK (role IN ('clerk', 'courier'));

CREATE TABLE pickup_areas (
    office    TEXT PRIMARY KEY REFERENCES offices (id),
    stop_secs INTEGER NOT NULL CHECK (stop_secs > 0),
    verified  INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE pickup_communes (
    office      TEXT NOT NULL REFERENCES pickup_areas (office),
    commune     TEXT NOT NULL,
    travel_secs INTEGER NOT NULL CHECK (travel_secs >= 0),
    PRIMARY KEY (office, commune)
) STRICT, WITHOUT ROWID;
CREATE TABLE pickup_ways (
    office      TEXT NOT NULL REFERENCES pickup_areas (office),
    commune     TEXT NOT NULL,
    other       TEXT NOT NULL,
    travel_secs INTEGER NOT NULL CHECK (travel_secs >= 0),
    PRIMARY KEY (office, commune, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE pickup_windows (
    office    TEXT NOT NULL REFERENCES pickup_areas (office),
    starts_at INTEGER NOT NULL,
    minutes   INTEGER NOT NULL CHECK (minutes > 0),
    stops     INTEGER NOT NULL CHECK (stops >= 0),
    PRIMARY KEY (office, starts_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE pickup_steps (
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    PRIMARY KEY (from_state, to_state)
) STRICT, WITHOUT ROWID;

CREATE TABLE pickups (
    id        TEXT PRIMARY KEY,
    dossier   TEXT NOT NULL REFERENCES dossiers (id),
    office    TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    state     TEXT NOT NULL,
    version   INTEGER NOT NULL,
    courier   TEXT REFERENCES staff (user),
    contact   BLOB NOT NULL,
    FOREIGN KEY (office, starts_at) REFERENCES pickup_windows (office, starts_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_live_pickup_per_dossier ON pickups (dossier)
WHERE state IN ('requested', 'on_the_way', 'collected');
CREATE INDEX pickups_by_dossier ON pickups (dossier, id);
CREATE INDEX pickups_by_time ON pickups (office, starts_at);

CREATE TABLE pickup_seats (
    office    TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    seat      INTEGER NOT NULL CHECK (seat >= 1),
    pickup    TEXT NOT NULL UNIQUE REFERENCES pickups (id),
    PRIMARY KEY (office, starts_at, seat),
    FOREIGN KEY (office, starts_at) REFERENCES pickup_windows (office, starts_at)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER seat_within_stops BEFORE INSERT ON pickup_seats
WHEN NEW.seat > (SELECT stops FROM pickup_windows WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such seat'); END;
CREATE TRIGGER move_within_stops BEFORE UPDATE ON pickup_seats
WHEN NEW.seat > (SELECT stops FROM pickup_windows WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such seat'); END;

CREATE TABLE pickup_events (
    pickup     TEXT NOT NULL REFERENCES pickups (id),
    version    INTEGER NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state   TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('citizen', 'courier')),
    user       TEXT NOT NULL,
    PRIMARY KEY (pickup, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER pickup_begins BEFORE INSERT ON pickups
WHEN NEW.version <> 1
    OR NOT EXISTS (SELECT 1 FROM pickup_steps WHERE from_state = 'none' AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER pickup_steps_on BEFORE UPDATE ON pickups
WHEN NEW.version <> OLD.version + 1 OR NEW.id <> OLD.id OR NEW.dossier <> OLD.dossier
    OR NOT EXISTS (SELECT 1 FROM pickup_steps WHERE from_state = OLD.state AND to_state = NEW.state)
BEGIN SELECT RAISE(ABORT, 'no such step'); END;
CREATE TRIGGER pickups_stay BEFORE DELETE ON pickups
BEGIN SELECT RAISE(ABORT, 'pickups are kept'); END;
CREATE TRIGGER pickup_events_are_fixed BEFORE UPDATE ON pickup_events
BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
CREATE TRIGGER pickup_events_stay BEFORE DELETE ON pickup_events
BEGIN SELECT RAISE(ABORT, 'events are kept'); END;
)sql";

}  // namespace motcua::backend::storage::sqlite
