// What must hold in the database whatever happened before (tests/backend/support/ledger.hpp has it
// for the native tests). The backend has to have ended.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const NONE_OF = {
  'a lane that is not there': 'SELECT 1 FROM seat_claims c JOIN slots s USING (office, starts_at) WHERE c.lane > s.lanes',
  'a live booking without its seat': `SELECT 1 FROM bookings b WHERE b.state IN ('held', 'confirmed') AND NOT EXISTS
    (SELECT 1 FROM seat_claims c WHERE c.booking = b.id AND c.office = b.office AND c.starts_at = b.starts_at
      AND (c.free_after IS NULL) = (b.state = 'confirmed'))`,
  'a seat of a booking that is over': "SELECT 1 FROM seat_claims c JOIN bookings b ON b.id = c.booking WHERE b.state IN ('served', 'no_show', 'left', 'expired', 'cancelled')",
  'a booking that is not what its last step made of it': `SELECT 1 FROM bookings b WHERE NOT EXISTS (SELECT 1 FROM visit_events e
    WHERE e.booking = b.id AND e.version = b.version AND e.to_state = b.state AND e.starts_at = coalesce(b.starts_at, 0))`,
  'a step that begins elsewhere than the one before ended': `SELECT 1 FROM visit_events e WHERE e.from_state <> coalesce((SELECT p.to_state
    FROM visit_events p WHERE p.booking = e.booking AND p.version = e.version - 1), iif(e.version = 1, 'none', ''))`,
  'a dossier without its appointment': `SELECT 1 FROM dossiers d WHERE NOT EXISTS (SELECT 1 FROM bookings b
    WHERE b.id = d.booking AND b.dossier = d.id AND b.starts_at = d.starts_at AND b.state NOT IN ('held', 'expired'))`,
  'a person whose booking is over': "SELECT 1 FROM person_claims c JOIN bookings b ON b.id = c.booking WHERE b.state IN ('held', 'served', 'no_show', 'left', 'expired', 'cancelled')",
  'a visit that is at no counter, or two': `SELECT 1 FROM bookings b JOIN tickets t ON t.booking = b.id WHERE b.state IN ('called', 'serving')
    AND 1 <> (SELECT count(*) FROM counters c WHERE c.booking = b.id AND c.counter = t.counter AND c.office = b.office)`,
  'a counter with somebody who is not there': "SELECT 1 FROM counters c JOIN bookings b ON b.id = c.booking WHERE b.state NOT IN ('called', 'serving')",
  'a number that nobody got': `SELECT 1 FROM ticket_days d WHERE d.last <> (SELECT count(*) FROM tickets t WHERE t.office = d.office AND t.day = d.day
    AND NOT EXISTS (SELECT 1 FROM ticket_ranges r WHERE r.office = t.office AND r.day = t.day AND t.number BETWEEN r.first AND r.last))
    + (SELECT coalesce(sum(r.last - r.first + 1), 0) FROM ticket_ranges r WHERE r.office = d.office AND r.day = d.day)`,
  'an event that is missing in its chain': `SELECT 1 FROM visit_events e WHERE e.seq > 1 AND NOT EXISTS
    (SELECT 1 FROM visit_events p WHERE p.office = e.office AND p.seq = e.seq - 1)`,
  'a dossier that is not sent once': 'SELECT 1 FROM dossiers d WHERE 1 <> (SELECT count(*) FROM outbox o WHERE o.aggregate = d.id)',
};

export function assertLedger(data) {
  const base = new DatabaseSync(join(data, 'motcua.sqlite'));
  try {
    const found = Object.entries(NONE_OF).filter(([, query]) => base.prepare(query).get() !== undefined);
    assert.deepEqual(found.map(([name]) => name), []);
    assert.equal(base.prepare('PRAGMA integrity_check').get().integrity_check, 'ok');
  } finally {
    base.close();
  }
}
