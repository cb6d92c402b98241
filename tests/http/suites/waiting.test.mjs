import { test } from 'node:test';
import assert from 'node:assert/strict';
import { slotsOf } from '../support/appointments.mjs';
import { Citizen } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, lanes } from '../support/stack.mjs';

/** A full time at an office: one appointment, the rest held. */
async function withFullSlot(t, options) {
  const stack = await Stack.start(t, options);
  const client = stack.client();
  const slots = await slotsOf(client, stack.offices[0]);
  const holder = new Citizen(client);
  await holder.complete(slots[0]);
  for (let i = 1; i < lanes; ++i) assert.equal((await new Citizen(client).hold(slots[0])).status, 201);
  const wish = { from: slots[0].starts_at, until: slots[0].starts_at + 1 };
  const wait = (citizen, more = {}) => client.post('/waiting', { dossier: citizen.id, office: stack.offices[0], ...wish, ...more }, { once: true });
  const ask = (citizen, what = 'status') => client.post(`/waiting/${what}`, { dossier: citizen.id }, { once: what === 'leave' });
  return { stack, client, slots, holder, wish, wait, ask };
}

for (const nginx of [false, true]) {
  test(`a seat that is given up is the first waiting person's${nginx ? ', through nginx' : ''}`, async (t) => {
    const { stack, client, slots, holder, wish, wait, ask } = await withFullSlot(t, { nginx });
    const [first, second] = [new Citizen(client), new Citizen(client)];
    const joined = await wait(first);
    assert.equal(joined.status, 201, joined.text);
    assert.deepEqual(joined.json, { office: stack.offices[0], ...wish, position: 1, offer: null });
    assert.equal((await wait(second)).json.position, 2);
    assert.equal((await holder.appointment('cancel')).status, 200);
    // Also after a crash: the offer is in the database.
    await stack.killBackend();
    await stack.startBackend();
    const offered = (await ask(first)).json.offer;
    assert.equal(offered.starts_at, slots[0].starts_at);
    assert.ok(offered.until > Date.now() / 1000);
    assert.equal((await ask(second)).json.offer, null);
    assertProblem(await second.hold(slots[0]), 409, { finding: ['starts_at', 'slot_full'] });
    await first.complete(slots[0]);
    assertProblem(await ask(first), 409, { finding: ['dossier', 'dossier_handed_in'] });
    assert.equal((await ask(second)).json.position, 1);
  });
}

test('an appointment is exchanged for a better one by waiting with its slip', async (t) => {
  const { client, slots, holder, wish } = await withFullSlot(t);
  const citizen = new Citizen(client);
  await citizen.complete(slots[4]);
  const slip = { code: citizen.receipt.code, secret: citizen.receipt.secret };
  assertProblem(await client.post('/waiting', { ...slip, from: slots[5].starts_at, until: slots[6].starts_at }, { once: true }), 409, { finding: ['from', 'slots_free'] });
  assert.equal((await client.post('/waiting', { ...slip, ...wish }, { once: true })).status, 201);
  assert.equal((await holder.appointment('cancel')).status, 200);
  assert.equal((await client.post('/waiting/status', slip)).json.offer.starts_at, slots[0].starts_at);
  const moved = await citizen.appointment('move', { starts_at: slots[0].starts_at });
  assert.equal(moved.status, 200, moved.text);
  assert.equal((await client.post('/waiting/status', slip)).status, 204);
});

test('of many who wait exactly one is offered the one seat', async (t) => {
  const { client, holder, wait, ask } = await withFullSlot(t);
  const citizens = Array.from({ length: 12 }, () => new Citizen(client));
  const answers = await Promise.all(citizens.map((citizen) => wait(citizen)));
  assert.deepEqual(answers.map((answer) => answer.status), citizens.map(() => 201));
  await Promise.all([holder.appointment('cancel'), holder.appointment('cancel'), ...citizens.map((citizen) => ask(citizen))]);
  const told = await Promise.all(citizens.map((citizen) => ask(citizen)));
  assert.equal(told.filter((answer) => answer.json.offer !== null).length, 1);
  assert.deepEqual(told.map((answer) => answer.json.position).sort((a, b) => a - b), citizens.map((_, i) => i + 1));
});

test('who waits says it in a form that can be read, and leaves when they want', async (t) => {
  const { client, stack, wish, wait, ask } = await withFullSlot(t);
  const citizen = new Citizen(client);
  assertProblem(await client.post('/waiting', { dossier: 'short', office: stack.offices[0], ...wish }, { once: newKey() }), 422, { field: 'dossier' });
  assertProblem(await wait(citizen, { until: wish.from }), 422, { field: 'until' });
  assertProblem(await wait(citizen, { office: 'khong-co' }), 422, { finding: ['office', 'office_unknown'] });
  assertProblem(await client.post('/waiting', { code: 'x', secret: 'y', ...wish }, { once: true }), 404);
  assert.equal((await ask(citizen)).status, 204);
  assertProblem(await ask(citizen, 'leave'), 404);
  assert.equal((await wait(citizen)).status, 201);
  assert.equal((await ask(citizen, 'leave')).status, 204);
  assert.equal((await ask(citizen)).status, 204);
});
