import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Citizen, findSlot } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { assertPickups, contact, courierStep, fetchAt, openWindow, pickup, round } from '../support/pickups.mjs';
import { assertProblem } from '../support/problem.mjs';
import { until } from '../support/process.mjs';
import { Stack, courier } from '../support/stack.mjs';

/** People who have handed in at the first office. */
async function people(stack, count) {
  const client = stack.client();
  const slot = await findSlot(client, count, stack.offices[0]);
  const all = Array.from({ length: count }, () => new Citizen(client));
  for (const citizen of all) await citizen.complete(slot);
  return all;
}

test('papers are fetched, carried and delivered, through nginx, and nothing of it is in a log', async (t) => {
  const stack = await Stack.start(t, { nginx: true });
  const at = await openWindow(stack);
  const [citizen] = await people(stack, 1);
  const offer = (await pickup(citizen, '/status')).json;
  assert.equal(offer.closed, '');
  assert.equal(offer.verified, false, 'the demonstration says so');
  assert.ok(offer.windows.some(({ starts_at: start }) => start === at));
  assertProblem(await pickup(citizen, '', { starts_at: at, ...contact, commune: '00004' }), 422, { finding: ['commune', 'pickup_area'] });
  const asked = await fetchAt(citizen, at);
  assert.equal(asked.status, 200, asked.text);
  assert.equal(asked.json.pickup.state, 'requested');

  const rider = await stack.clerk(courier);
  const clerk = await stack.clerk();
  const doors = async () => (await round(rider, at)).stops;
  let [door] = await doors();
  assert.equal(door.line, contact.line);
  assert.equal((await courierStep(rider, door, 'set_out')).status, 200);
  [door] = await doors();
  assert.equal((await pickup(citizen, '/courier', { number: door.number })).status, 200);
  assertProblem(await courierStep(rider, door, 'collect', door.number), 422, { finding: ['number', 'pickup_number'] });
  const collected = newKey();
  assert.equal((await courierStep(rider, door, 'collect', asked.json.pickup.number, collected)).status, 200);
  assert.equal((await courierStep(rider, door, 'collect', asked.json.pickup.number, collected)).status, 200, 'the same press once more');
  const [carried] = (await round(clerk, at)).carried;
  const [own] = (await round(rider, at)).carried;
  assert.equal((await courierStep(rider, own, 'deliver', carried.number)).status, 200);
  const over = (await pickup(citizen, '/status')).json.pickup;
  assert.deepEqual(over.steps.map(({ event, role }) => `${event} ${role}`), ['request citizen', 'set_out courier', 'meet citizen', 'collect courier', 'deliver courier']);

  const logs = readdirSync(stack.logs).map((name) => readFileSync(join(stack.logs, name), 'utf8')).join('');
  for (const secret of [contact.line, contact.telephone, asked.json.pickup.number, door.number, carried.number]) {
    assert.ok(!new RegExp(`\\b${secret}\\b`).test(logs), 'a log holds it');
  }
  await stack.backend.stop();
  assert.deepEqual(assertPickups(stack), { delivered: 1 });
});

test('a kill between request and answer neither loses a seat nor gives one away twice', async (t) => {
  const stack = await Stack.start(t);
  const stops = 5;
  const at = await openWindow(stack, { stops });
  const all = await people(stack, 10);
  const keys = all.map(() => newKey());
  const firsts = new Map();
  const asking = all.map(async (citizen, i) => {
    const answer = await fetchAt(citizen, at, keys[i]).catch(() => null);
    if (answer) firsts.set(i, answer);
  });
  await until('an answer', () => firsts.size > 0);
  await stack.killBackend();
  await Promise.all(asking);
  await stack.startBackend();
  const seconds = await Promise.all(all.map((citizen, i) => fetchAt(citizen, at, keys[i])));
  for (const [i, answer] of firsts) assert.equal(seconds[i].text, answer.text, 'what was answered before stands');
  assert.equal(seconds.filter(({ status }) => status === 200).length, stops);
  for (const refused of seconds.filter(({ status }) => status !== 200)) assertProblem(refused, 409, { finding: ['starts_at', 'pickup_window_full'] });
  const given = seconds.findIndex(({ status }) => status === 200);
  const waiting = seconds.findIndex(({ status }) => status !== 200);
  assert.equal((await pickup(all[given], '/cancel')).status, 200);
  assert.equal((await fetchAt(all[waiting], at)).status, 200, 'the seat that was given up');
  await stack.backend.stop();
  assert.deepEqual(assertPickups(stack), { cancelled: 1, requested: stops });
});

test('a courier with a kill in between collects once, and sees nothing but pickups', async (t) => {
  const stack = await Stack.start(t);
  const at = await openWindow(stack);
  const [citizen] = await people(stack, 1);
  const { number } = (await fetchAt(citizen, at)).json.pickup;
  const rider = await stack.clerk(courier);
  let [door] = (await round(rider, at)).stops;
  const key = newKey();
  const pressed = courierStep(rider, door, 'set_out', '', key).catch(() => null);
  await stack.killBackend();
  await pressed;
  await stack.startBackend();
  assert.equal((await courierStep(rider, door, 'set_out', '', key)).status, 200);
  [door] = (await round(rider, at)).stops;
  assert.equal(door.undo, 'set_out');
  assert.equal((await courierStep(rider, door, 'collect', number)).status, 200);
  assertProblem(await courierStep(rider, door, 'collect', number), 409, { finding: ['pickup', 'pickup_moved_on'] });
  for (const path of ['/staff/dossiers', '/staff/line', '/staff/indicators']) {
    assertProblem(await rider.staff('GET', path), 403);
  }
  assert.equal((await (await stack.clerk()).staff('POST', '/staff/pickups/steps', { json: { pickup: door.pickup, state: 'collected', event: 'deliver' }, once: true })).status, 403);
});
