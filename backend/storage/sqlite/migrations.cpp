#include "backend/storage/sqlite/migrations.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "backend/storage/sqlite/schema_fair.hpp"
#include "backend/storage/sqlite/schema_line.hpp"
#include "backend/storage/sqlite/schema_pickup.hpp"
#include "backend/storage/sqlite/schema_visits.hpp"
#include "shared/visits/pickup.hpp"
#include "shared/visits/states.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

// Never changed once released: a later change is a further entry in kMigrations.
//
// seat_claims is the one place that says who sits where: its primary key makes two people
// in one lane impossible, whatever the code does (docs/decisions/0005-storage.md).
constexpr const char* kFirst = R"sql(
CREATE TABLE notes (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE offices (
    id        TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    address   TEXT NOT NULL,
    commune   TEXT NOT NULL,
    unit_code TEXT NOT NULL,
    verified  INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE office_procedures (
    office    TEXT NOT NULL REFERENCES offices (id),
    procedure TEXT NOT NULL,
    PRIMARY KEY (office, procedure)
) STRICT, WITHOUT ROWID;

CREATE TABLE slots (
    office    TEXT NOT NULL REFERENCES offices (id),
    starts_at INTEGER NOT NULL,
    minutes   INTEGER NOT NULL CHECK (minutes > 0),
    lanes     INTEGER NOT NULL CHECK (lanes >= 0),
    PRIMARY KEY (office, starts_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE bookings (
    id         TEXT PRIMARY KEY,
    dossier    TEXT NOT NULL,
    office     TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('held', 'confirmed', 'expired')),
    hold_until INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_live_booking_per_dossier ON bookings (dossier) WHERE state IN ('held', 'confirmed');

CREATE TABLE seat_claims (
    office     TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    lane       INTEGER NOT NULL CHECK (lane >= 1),
    booking    TEXT NOT NULL UNIQUE REFERENCES bookings (id),
    free_after INTEGER,
    PRIMARY KEY (office, starts_at, lane),
    FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_end ON seat_claims (free_after) WHERE free_after IS NOT NULL;
CREATE TRIGGER claim_within_lanes BEFORE INSERT ON seat_claims
WHEN NEW.lane > (SELECT lanes FROM slots WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such lane'); END;
CREATE TRIGGER move_within_lanes BEFORE UPDATE OF office, starts_at, lane ON seat_claims
WHEN NEW.lane > (SELECT lanes FROM slots WHERE office = NEW.office AND starts_at = NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'no such lane'); END;

CREATE TABLE uploads (
    id         TEXT PRIMARY KEY,
    dossier    TEXT NOT NULL,
    size       INTEGER NOT NULL CHECK (size > 0),
    about      BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    claimed    INTEGER NOT NULL DEFAULT 0 CHECK (claimed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_by_dossier ON uploads (dossier);
CREATE INDEX unclaimed_uploads ON uploads (created_at, size) WHERE claimed = 0;

CREATE TABLE upload_parts (
    upload TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    part   INTEGER NOT NULL CHECK (part >= 0),
    bytes  BLOB NOT NULL,
    PRIMARY KEY (upload, part)
) STRICT;

CREATE TABLE dossiers (
    id          TEXT PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL,
    office      TEXT NOT NULL REFERENCES offices (id),
    booking     TEXT NOT NULL UNIQUE REFERENCES bookings (id),
    procedure   TEXT NOT NULL,
    starts_at   INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('handed_in', 'received_by_clerk')),
    version     INTEGER NOT NULL,
    complete    INTEGER NOT NULL CHECK (complete IN (0, 1)),
    applicant   BLOB NOT NULL,
    envelope    BLOB NOT NULL
) STRICT;
CREATE INDEX dossiers_by_office ON dossiers (office, state, received_at, id);

CREATE TABLE events (
    dossier TEXT NOT NULL REFERENCES dossiers (id),
    seq     INTEGER NOT NULL,
    state   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    PRIMARY KEY (dossier, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    destination     TEXT NOT NULL,
    aggregate       TEXT NOT NULL REFERENCES dossiers (id),
    sequence        INTEGER NOT NULL,
    kind            TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    state           TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'delivered', 'refused')),
    attempts        INTEGER NOT NULL DEFAULT 0,
    due_at_millis   INTEGER NOT NULL,
    body_sha256     TEXT NOT NULL DEFAULT '',
    last_error      TEXT NOT NULL DEFAULT '',
    receipt         TEXT NOT NULL DEFAULT '',
    settled_at_millis INTEGER,
    UNIQUE (destination, aggregate, sequence)
) STRICT;
CREATE INDEX outbox_due ON outbox (destination, due_at_millis) WHERE state IN ('waiting', 'leased');

CREATE TABLE serials (
    unit TEXT NOT NULL,
    day  TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (unit, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE nonces (
    nonce   TEXT PRIMARY KEY,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    user          TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    office        TEXT NOT NULL REFERENCES offices (id),
    password_hash TEXT NOT NULL,
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user       TEXT NOT NULL REFERENCES staff (user),
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    scope        TEXT NOT NULL,
    key          TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    answer       BLOB NOT NULL,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT;
CREATE INDEX answers_by_age ON answers (created_at);
)sql";

constexpr const char* kOfficeCoordinates = R"sql(
ALTER TABLE offices ADD COLUMN lat TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN lon TEXT NOT NULL DEFAULT '';
)sql";

const std::vector<const char*>& migrations() {
    static const std::vector<const char*> kAll{
        kFirst, kOfficeCoordinates, kVisitStates,    kPersonClaims, kWaiting, kHoldClients,
        kLine,  kFairness,          kLoggedPriority, kToldWaits,    kPickups};
    return kAll;
}

/// One step, in a transaction. Tables are made anew in it, so references are looked at when it
/// is done and not on the way.
void apply(Connection& connection, int step) {
    connection.exec("PRAGMA foreign_keys=OFF");
    connection.exec("BEGIN IMMEDIATE");
    try {
        connection.exec(migrations()[static_cast<std::size_t>(step)]);
        if (Query(connection, "PRAGMA foreign_key_check").step()) {
            throw std::runtime_error("a migration broke a reference");
        }
        connection.exec(("PRAGMA user_version=" + std::to_string(step + 1)).c_str());
        connection.exec("COMMIT");
    } catch (...) {
        if (connection.in_transaction()) {
            connection.exec("ROLLBACK");
        }
        throw;
    }
    connection.exec("PRAGMA foreign_keys=ON");
}

/// The steps the triggers allow are those of this program.
void put_steps(Connection& connection) {
    const std::string sql = "BEGIN IMMEDIATE; DELETE FROM visit_steps; INSERT INTO visit_steps VALUES " +
                            visits::states_sql() +
                            "; DELETE FROM pickup_steps; INSERT INTO pickup_steps VALUES " +
                            visits::pickup::states_sql() + "; COMMIT";
    connection.exec(sql.c_str());
}

}  // namespace

int newest_version() {
    return static_cast<int>(migrations().size());
}

int version_of(Connection& connection) {
    Query query(connection, "PRAGMA user_version");
    return query.step() ? query.small_at(0) : 0;
}

Result<void> migrate(Connection& connection) {
    const int found = version_of(connection);
    if (found > newest_version()) {
        return Error{.code = ErrorCode::Unavailable,
                     .detail = "the database was written by a newer version of this program"};
    }
    for (int step = found; step < newest_version(); ++step) {
        apply(connection, step);
    }
    put_steps(connection);
    return {};
}

}  // namespace motcua::backend::storage::sqlite
