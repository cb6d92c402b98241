// What concurrent clients saw of appointments, and whether one after the other could have seen it.
import assert from 'node:assert/strict';
import { newKey } from './http.mjs';

const now = () => performance.now();

/** ok, fail (refused: with its first finding), unknown (no answer, or one that says nothing). */
function outcomeOf(answer) {
  if (!answer || answer.status >= 500 || answer.status === 429 || answer.json?.code === 'in_flight') return { type: 'unknown' };
  if (answer.status < 300) return { type: 'ok', json: answer.json };
  return { type: 'fail', code: answer.json.findings[0]?.code ?? answer.json.code };
}

export class History {
  constructor() {
    this.operations = [];
  }

  /**
   * Sends one request that may be repeated (`send(key)`) and notes how it ended. Network errors are
   * unknown outcomes; `again()` of the operation sends it once more, with the same key.
   */
  async run(subject, kind, at, send) {
    const key = newKey();
    const operation = { subject, kind, at, invoked: now(), ended: Infinity, type: 'unknown' };
    operation.again = async () => {
      let answer = null;
      try {
        answer = await send(key);
      } catch {
        // The connection broke: done or not, nobody knows.
      }
      const outcome = outcomeOf(answer);
      if (outcome.type !== 'unknown') Object.assign(operation, outcome, { ended: now() });
      return answer;
    };
    this.operations.push(operation);
    const answer = await operation.again();
    return { operation, answer };
  }

  /** Asks for the end of what nobody knows the end of. */
  async settle() {
    for (const operation of this.operations) if (operation.type === 'unknown') await operation.again();
  }

  get unknown() {
    return this.operations.filter((operation) => operation.type === 'unknown').length;
  }
}

const NONE = { phase: 'none', at: 0 };

/** What a subject can be after an operation that ended so; null: it cannot have ended so. */
function after(state, { kind, at, type, code, json }, clockJumped) {
  const is = (...phases) => phases.includes(state.phase);
  if (type === 'unknown') {
    const happened = after(state, { kind, at, type: 'ok', json: null }, clockJumped);
    return happened ?? state;
  }
  const ok = type === 'ok';
  switch (kind) {
    case 'hold':
      if (ok) return is('none', 'held') ? { phase: 'held', at } : null;
      if (code === 'dossier_handed_in') return is('confirmed', 'cancelled') ? state : null;
      return code === 'slot_full' ? state : null;
    case 'confirm':
      if (ok) return is('held') && state.at === at ? { phase: 'confirmed', at } : null;
      if (code === 'dossier_handed_in') return is('confirmed', 'cancelled') ? state : null;
      // Its time may have run out in a moment.
      if (code === 'booking_lost' && clockJumped) return is('held') ? NONE : state;
      return code === 'booking_lost' && !(is('held') && state.at === at) ? state : null;
    case 'move':
      if (ok) return is('confirmed') ? { phase: 'confirmed', at } : null;
      if (code === 'appointment_cancelled') return is('cancelled') ? state : null;
      return code === 'slot_full' && is('confirmed') && state.at !== at ? state : null;
    case 'cancel':
      return ok && is('confirmed', 'cancelled') ? { phase: 'cancelled', at: state.at } : null;
    case 'status':
      return ok && (json === null || (json.state === state.phase && json.starts_at === state.at)) ? state : null;
  }
  throw new Error(`no such operation: ${kind}`);
}

/**
 * Is there an order, in which nothing comes before what had ended when it began, that explains every
 * answer? What ended unknown may have happened at any time since, or never. (Wing and Gong's search.)
 */
export function isExplained(operations, { clockJumped = false } = {}) {
  const all = (1n << BigInt(operations.length)) - 1n;
  const optional = operations.reduce((mask, { type }, i) => (type === 'unknown' ? mask | (1n << BigInt(i)) : mask), 0n);
  const seen = new Set();
  const search = (done, state) => {
    if ((done | optional) === all) return true;
    const known = `${done} ${state.phase} ${state.at}`;
    if (seen.has(known)) return false;
    seen.add(known);
    const open = operations.map((operation, i) => ({ operation, bit: 1n << BigInt(i) })).filter(({ bit }) => !(done & bit));
    const firstEnd = Math.min(...open.map(({ operation }) => operation.ended));
    return open.some(({ operation, bit }) => {
      if (operation.invoked > firstEnd) return false;
      const next = after(state, operation, clockJumped);
      return next !== null && search(done | bit, next);
    });
  };
  return search(0n, NONE);
}

/** From when to when each subject must have had a seat of which time: between answers that say so. */
function certainSeats(operations) {
  const seats = [];
  for (const { kind, at, type, invoked, ended, json, subject } of operations) {
    if (type !== 'ok' || kind === 'cancel' || (kind === 'status' && json.state !== 'confirmed')) continue;
    // What was under way at the same time may have come after it.
    const changes = operations.filter((other) => other.invoked !== invoked && other.kind !== 'status' && other.type !== 'fail' && other.ended > invoked);
    const until = Math.min(Infinity, ...changes.map((other) => other.invoked));
    if (until > ended) seats.push({ subject, at: kind === 'status' ? json.starts_at : at, from: ended, until });
  }
  return seats;
}

/** The most subjects that certainly had a seat of one time at one moment, by time. */
function mostAtOnce(seats) {
  const most = new Map();
  for (const seat of seats) {
    const beside = seats.filter((other) => other.at === seat.at && other.from <= seat.from && seat.from < other.until);
    most.set(seat.at, Math.max(most.get(seat.at) ?? 0, new Set(beside.map((other) => other.subject)).size));
  }
  return most;
}

const bySubject = (operations) => Map.groupBy(operations, (operation) => operation.subject);

/**
 * Throws what of a history nobody can explain. All of it is at one office, whose slots have so many lanes.
 * `clockJumped`: what was held for a while may have been given up at any moment.
 */
export function assertExplained({ operations }, lanes, how = {}) {
  const seats = [];
  for (const [subject, own] of bySubject(operations)) {
    const shown = own.map(({ again, ...rest }) => rest);
    assert.ok(isExplained(own, how), `${subject}: no order explains ${JSON.stringify(shown)}`);
    seats.push(...certainSeats(own));
  }
  for (const [at, count] of mostAtOnce(seats)) {
    assert.ok(count <= lanes, `${count} people had a seat of the ${lanes} at ${at} at one moment`);
  }
}
