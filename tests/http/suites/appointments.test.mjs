import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen } from '../support/citizen.mjs';
import { slotsOf } from '../support/appointments.mjs';
import { newKey } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { findLine } from '../support/journey.mjs';
import { Stack } from '../support/stack.mjs';

const freeOf = async (client, slot) => (await slotsOf(client, slot.office)).find((one) => one.starts_at === slot.starts_at).free;

/** A stack, somebody with an appointment there, and other times of the same office. */
async function withAppointment(t, options) {
  const stack = await Stack.start(t, options);
  const client = stack.client();
  const slots = await slotsOf(client, stack.offices[0]);
  const citizen = new Citizen(client);
  await citizen.complete(slots[0]);
  return { stack, client, citizen, slots };
}

for (const nginx of [false, true]) {
  test(`a slip's appointment is told, moved and cancelled${nginx ? ' through nginx' : ''}`, async (t) => {
    const { stack, client, citizen, slots } = await withAppointment(t, { nginx });
    const told = await citizen.appointment('status');
    assert.equal(told.status, 200, told.text);
    assert.deepEqual(Object.keys(told.json).sort(), ['change_until', 'code', 'minutes', 'next', 'office', 'sequence', 'starts_at', 'state']);
    assert.equal(told.json.change_until, slots[0].starts_at);
    assert.deepEqual(told.json.next.map((slot) => slot.starts_at), slots.slice(1, 13).map((slot) => slot.starts_at));
    assert.equal(told.json.office.id, stack.offices[0]);

    const moved = await citizen.appointment('move', { starts_at: slots[5].starts_at });
    assert.equal(moved.status, 200, moved.text);
    assert.equal(moved.json.code, citizen.receipt.code);
    assert.equal(moved.json.starts_at, slots[5].starts_at);
    assert.equal(await freeOf(client, slots[5]), slots[5].free - 1);
    assert.equal((await citizen.status()).json.starts_at, slots[5].starts_at);

    const file = await citizen.appointment('calendar.ics');
    assert.match(file.headers['content-type'], /^text\/calendar/);
    assert.match(file.headers['content-disposition'], /^attachment/);
    assert.match(file.text, /\r\nSEQUENCE:1\r\n/);

    const cancelled = await citizen.appointment('cancel');
    assert.equal(cancelled.json.state, 'cancelled');
    // The seat comes back later, at a time that nobody knows.
    assert.equal(await freeOf(client, slots[5]), slots[5].free - 1);
    const line = await findLine(await stack.clerk(), citizen.receipt.code);
    assert.equal(line.appointment, 'cancelled');
    assertProblem(await citizen.appointment('move', { starts_at: slots[1].starts_at }), 409, { finding: ['appointment', 'appointment_cancelled'] });

    const again = await citizen.appointment('again', { starts_at: slots[1].starts_at });
    assert.equal(again.status, 200, again.text);
    assert.equal(again.json.state, 'confirmed');
    assert.equal(again.json.code, citizen.receipt.code);
    assert.equal((await citizen.status()).json.starts_at, slots[1].starts_at);
    assert.equal((await findLine(await stack.clerk(), citizen.receipt.code)).appointment, 'confirmed');
  });
}

test('a move that is sent again is answered again and happens once', async (t) => {
  const { stack, citizen, slots } = await withAppointment(t);
  const key = newKey();
  const first = await citizen.appointment('move', { starts_at: slots[2].starts_at }, key);
  assert.equal(first.status, 200, first.text);
  await stack.killBackend();
  await stack.startBackend();
  assert.equal((await citizen.appointment('move', { starts_at: slots[3].starts_at })).json.sequence, 2);
  assert.equal((await citizen.appointment('move', { starts_at: slots[2].starts_at }, key)).text, first.text);
  assert.equal((await citizen.appointment('status')).json.starts_at, slots[3].starts_at);
  assertProblem(await citizen.appointment('move', { starts_at: slots[4].starts_at }, key), 422, { code: 'key_reused' });
});

test('of many who move to the last places of a time exactly as many get there as there are', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const slots = await slotsOf(client, stack.offices[0]);
  const citizens = Array.from({ length: 12 }, () => new Citizen(client));
  for (const [i, citizen] of citizens.entries()) await citizen.complete(slots[i % 3]);
  for (let i = 0; i < 7; ++i) await new Citizen(client).hold(slots[7]);
  const answers = await Promise.all(citizens.map((citizen) => citizen.appointment('move', { starts_at: slots[7].starts_at })));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 3);
  for (const answer of answers.filter((one) => one.status !== 200)) {
    assertProblem(answer, 409, { finding: ['starts_at', 'slot_full'] });
  }
  // Who did not get there is where they were.
  for (const [i, citizen] of citizens.entries()) {
    const { starts_at: at } = (await citizen.appointment('status')).json;
    assert.equal(at, answers[i].status === 200 ? slots[7].starts_at : slots[i % 3].starts_at);
  }
});

test('bodies of the slip routes are read strictly', async (t) => {
  const { client, citizen } = await withAppointment(t);
  const slip = { code: citizen.receipt.code, secret: citizen.receipt.secret };
  assertProblem(await client.post('/appointments/move', slip, { once: true }), 422, { field: 'starts_at' });
  assertProblem(await client.post('/appointments/move', { ...slip, starts_at: 1 }), 400);
  assertProblem(await client.post('/appointments/cancel', { ...slip, more: 1 }, { once: true }), 422, { field: 'more' });
  assertProblem(await client.post('/appointments/status', { code: slip.code }), 422, { field: 'secret' });
  assertProblem(await client.post('/appointments/calendar.ics', { ...slip, secret: 'AAAAA-AAAAA' }), 404);
  assertProblem(await client.get('/appointments/calendar.ics'), 405);
});
