#pragma once

/// The migration of what keeps seats from being hoarded. Never changed once released, as those of
/// migrations.cpp.
namespace motcua::backend::storage::sqlite {

/// allowances: when a client (a keyed hash) may again do a thing as often as ever. spent_work: answers to
/// puzzles that were used, until the puzzle ends. refused: how often limits refused, for the weekly report.
inline constexpr const char* kFairness = R"sql(
CREATE TABLE allowances (
    kind    TEXT NOT NULL,
    client  TEXT NOT NULL,
    full_at INTEGER NOT NULL,
    PRIMARY KEY (kind, client)
) STRICT, WITHOUT ROWID;
CREATE INDEX allowances_by_end ON allowances (full_at);

CREATE TABLE spent_work (
    puzzle  TEXT PRIMARY KEY,
    ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE refused (
    day   INTEGER NOT NULL,
    code  TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, code)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace motcua::backend::storage::sqlite
