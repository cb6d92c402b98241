// Papers fetched at home: windows that are open now, what people and couriers ask, and what must hold in the end.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newKey } from './http.mjs';

/** What nothing but a sealed column and this test may hold. */
export const contact = { commune: '29461', line: 'Số nhà 7, ấp Không Có Thật', telephone: '0912345670' };

const base = (stack, options = {}) => new DatabaseSync(join(stack.data, 'motcua.sqlite'), options);

/** A window of the first office that begins soon, whatever day and hour it is; the backend is started anew. */
export async function openWindow(stack, { stops = 2, inMinutes = 30 } = {}) {
  await stack.backend.stop();
  const startsAt = Math.floor(Date.now() / 60_000) * 60 + inMinutes * 60;
  const file = base(stack);
  file.prepare('INSERT INTO pickup_windows (office, starts_at, minutes, stops) VALUES (?, ?, 120, ?)').run(stack.offices[0], startsAt, stops);
  file.close();
  await stack.startBackend();
  return startsAt;
}

export const slipOf = (citizen) => ({ code: citizen.receipt.code, secret: citizen.receipt.secret });
/** POST /pickups… with the citizen's slip. */
export const pickup = (citizen, what = '', more = {}, key = newKey()) =>
  citizen.client.post(`/pickups${what}`, { ...slipOf(citizen), ...more }, { once: what === '/status' ? undefined : key });
export const fetchAt = (citizen, startsAt, key) => pickup(citizen, '', { starts_at: startsAt, ...contact }, key);

/** The half-day in Vietnam that a time is in, as a query. */
export function halfDayOf(startsAt) {
  const there = new Date((startsAt + 7 * 3600) * 1000).toISOString();
  return `day=${there.slice(0, 10)}&half=${Number(there.slice(11, 13)) < 12 ? 'morning' : 'afternoon'}`;
}
export const round = async (staff, startsAt) => (await staff.staff('GET', `/staff/pickups?${halfDayOf(startsAt)}`)).json;
export const courierStep = (staff, stop, event, number = '', key = newKey()) =>
  staff.staff('POST', '/staff/pickups/steps', { json: { pickup: stop.pickup, state: stop.state, event, number }, once: key });

/** Of a stopped backend: nobody has a seat that there is not, whoever is to be fetched from has one, each step its event. */
export function assertPickups(stack) {
  const file = base(stack, { readOnly: true });
  const none = (sql) => assert.deepEqual(file.prepare(sql).all(), []);
  none(`SELECT * FROM pickup_windows w WHERE stops <
    (SELECT count(*) FROM pickup_seats s WHERE s.office = w.office AND s.starts_at = w.starts_at)`);
  none(`SELECT * FROM pickups p WHERE (state = 'cancelled') =
    EXISTS (SELECT 1 FROM pickup_seats s WHERE s.pickup = p.id AND s.starts_at = p.starts_at)`);
  none(`SELECT * FROM pickups p WHERE version <> (SELECT count(*) FROM pickup_events e WHERE e.pickup = p.id)`);
  const states = file.prepare('SELECT state, count(*) AS count FROM pickups GROUP BY state').all();
  file.close();
  return Object.fromEntries(states.map(({ state, count }) => [state, count]));
}
