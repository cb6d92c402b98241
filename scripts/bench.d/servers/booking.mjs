// What `scripts/bench booking` and `http` compare with: holds of appointments as one writes them
// with Fastify (which checks bodies with ajv) and better-sqlite3.
//
//   node booking.mjs PORT DATABASE SLOTS each|together
//
// It promises what docs/API.md promises of POST /holds: a seat for one dossier for 20 minutes, a
// second hold moves it, a repeated request gets its first answer; answered after it is durable.
// It keeps no history of steps and seals nothing, which ours does.
// each: a transaction for each request. together: one for all requests that have come meanwhile.

import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [port, file, slotsFile, commits] = process.argv.slice(2);
const HOLD_SECS = 20 * 60;
const GRACE_SECS = 30;

const base = new Database(file);
base.pragma('journal_mode = WAL');
base.pragma('synchronous = FULL');
base.pragma('foreign_keys = ON');
base.exec(`
CREATE TABLE slots (office TEXT NOT NULL, starts_at INTEGER NOT NULL, lanes INTEGER NOT NULL,
  PRIMARY KEY (office, starts_at)) STRICT, WITHOUT ROWID;
CREATE TABLE bookings (id TEXT PRIMARY KEY, dossier TEXT NOT NULL, office TEXT NOT NULL, starts_at INTEGER NOT NULL,
  state TEXT NOT NULL, hold_until INTEGER NOT NULL,
  FOREIGN KEY (office, starts_at) REFERENCES slots (office, starts_at)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_live_booking_per_dossier ON bookings (dossier) WHERE state = 'held';
CREATE TABLE seat_claims (office TEXT NOT NULL, starts_at INTEGER NOT NULL, lane INTEGER NOT NULL,
  booking TEXT NOT NULL UNIQUE REFERENCES bookings (id), free_after INTEGER NOT NULL,
  PRIMARY KEY (office, starts_at, lane)) STRICT, WITHOUT ROWID;
CREATE TABLE answers (key TEXT PRIMARY KEY, request_hash TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`);
const addSlot = base.prepare('INSERT INTO slots VALUES (?, ?, ?)');
base.transaction(() => {
  for (const line of readFileSync(slotsFile, 'utf8').trim().split('\n')) {
    const [office, startsAt, lanes] = line.split(' ');
    addSlot.run(office, Number(startsAt), Number(lanes));
  }
})();

const sql = {
  answer: base.prepare('SELECT request_hash, status, body FROM answers WHERE key = ?'),
  keep: base.prepare('INSERT INTO answers VALUES (?, ?, ?, ?, ?)'),
  slot: base.prepare('SELECT lanes FROM slots WHERE office = ? AND starts_at = ?'),
  dropEnded: base.prepare('DELETE FROM seat_claims WHERE office = ? AND starts_at = ? AND free_after < ? RETURNING booking'),
  expire: base.prepare("UPDATE bookings SET state = 'expired' WHERE id = ?"),
  live: base.prepare("SELECT id FROM bookings WHERE dossier = ? AND state = 'held'").pluck(),
  add: base.prepare("INSERT INTO bookings VALUES (?, ?, ?, ?, 'held', ?)"),
  move: base.prepare('UPDATE bookings SET office = ?, starts_at = ?, hold_until = ? WHERE id = ?'),
  leave: base.prepare('DELETE FROM seat_claims WHERE booking = ?'),
  taken: base.prepare('SELECT lane FROM seat_claims WHERE office = ? AND starts_at = ? ORDER BY lane').pluck(),
  claim: base.prepare('INSERT INTO seat_claims VALUES (?, ?, ?, ?, ?)'),
};

const problem = (status, code, finding) =>
  [status, JSON.stringify({ type: 'about:blank', title: code, status, code, findings: [finding] })];

class Full extends Error {}

/** In a transaction that `Full` undoes. */
function takeSeat({ dossier, office, starts_at: startsAt }, lanes, now) {
  for (const { booking } of sql.dropEnded.iterate(office, startsAt, now)) sql.expire.run(booking);
  const holdUntil = now + HOLD_SECS;
  let id = sql.live.get(dossier);
  if (id === undefined) {
    id = randomBytes(16).toString('hex');
    sql.add.run(id, dossier, office, startsAt, holdUntil);
  } else {
    sql.move.run(office, startsAt, holdUntil, id);
    sql.leave.run(id);
  }
  let lane = 1;
  for (const taken of sql.taken.iterate(office, startsAt)) {
    if (taken !== lane) break;
    lane++;
  }
  if (lane > lanes) throw new Full();
  sql.claim.run(office, startsAt, lane, id, holdUntil + GRACE_SECS);
  return [201, JSON.stringify({ booking: id, office, starts_at: startsAt, hold_until: holdUntil })];
}
const takeSeatOrNothing = base.transaction(takeSeat);

function hold({ key, hash, body }) {
  const first = sql.answer.get(key);
  if (first) return first.request_hash === hash ? [first.status, first.body] : problem(422, 'key_reused', 'key_reused');
  const now = Math.floor(Date.now() / 1000);
  const slot = sql.slot.get(body.office, body.starts_at);
  let answer;
  if (!slot || body.starts_at <= now) answer = problem(422, 'invalid_input', 'slot_unknown');
  else {
    try {
      answer = takeSeatOrNothing(body, slot.lanes, now);
    } catch (fault) {
      if (!(fault instanceof Full)) throw fault;
      answer = problem(409, 'conflict', 'slot_full');
    }
  }
  sql.keep.run(key, hash, answer[0], answer[1], now);
  return answer;
}
const holdAlone = base.transaction(hold).immediate;
const holdAll = base.transaction((jobs) => jobs.map(hold)).immediate;

let waiting = [];
/** Resolves after the one commit of all that came in this turn of the event loop. */
function holdTogether(request) {
  return new Promise((resolve, reject) => {
    waiting.push({ ...request, resolve, reject });
    if (waiting.length > 1) return;
    setImmediate(() => {
      const jobs = waiting;
      waiting = [];
      try {
        holdAll(jobs).forEach((answer, i) => jobs[i].resolve(answer));
      } catch (fault) {
        for (const job of jobs) job.reject(fault);
      }
    });
  });
}

const app = Fastify({ bodyLimit: 4096 });
const body = {
  type: 'object',
  additionalProperties: false,
  required: ['dossier', 'office', 'starts_at'],
  properties: {
    dossier: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    office: { type: 'string' },
    starts_at: { type: 'integer', minimum: 0 },
  },
};
const headers = {
  type: 'object',
  required: ['idempotency-key'],
  properties: { 'idempotency-key': { type: 'string', pattern: '^[A-Za-z0-9._-]{1,80}$' } },
};
let count = 0;
app.post('/api/v1/holds', { schema: { body, headers } }, async (request, reply) => {
  const text = JSON.stringify(request.body);
  const job = {
    key: request.headers['idempotency-key'],
    hash: createHash('sha256').update(`POST /api/v1/holds\n${text}`).digest('hex'),
    body: request.body,
  };
  const [status, answer] = commits === 'together' ? await holdTogether(job) : holdAlone(job);
  reply.code(status).header('content-type', status < 300 ? 'application/json' : 'application/problem+json');
  reply.header('cache-control', 'no-store').header('x-request-id', String(++count));
  return reply.send(answer);
});
app.get('/api/v1/healthz', { schema: { response: { 200: { type: 'object', properties: { ok: { type: 'boolean' } } } } } }, async (request, reply) => {
  reply.header('cache-control', 'no-store').header('x-request-id', String(++count));
  return { ok: true };
});
await app.listen({ port: Number(port), host: '127.0.0.1' });
console.log(`listening, SQLite ${base.prepare('SELECT sqlite_version()').pluck().get()}`);
process.on('SIGTERM', async () => {
  await app.close();
  base.close();
});
