import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen } from '../support/citizen.mjs';
import { History, assertExplained, isExplained } from '../support/history.mjs';
import { changeAppointment, handIn, slotsOf } from '../support/appointments.mjs';
import { assertLedger } from '../support/ledger.mjs';
import { Stack, lanes } from '../support/stack.mjs';

let clock = 0;
/** An operation that began and ended, one after the other unless `ended` says otherwise. */
const op = (kind, at, type = 'ok', more = {}) => ({ subject: 'a', kind, at, type, invoked: ++clock, ended: type === 'unknown' ? Infinity : ++clock, ...more });
const read = (state, at) => op('status', 0, 'ok', { json: { state, starts_at: at } });
const begun = () => [op('hold', 1), op('confirm', 1)];

test('the checker explains what can have been', () => {
  assert.ok(isExplained([...begun(), op('move', 2), read('confirmed', 2), op('cancel'), read('cancelled', 2)]));
  assert.ok(isExplained([...begun(), op('move', 2, 'unknown'), read('confirmed', 1), read('confirmed', 2)]));
  assert.ok(isExplained([...begun(), op('move', 2, 'unknown'), read('confirmed', 1)]));
  assert.ok(isExplained([...begun(), op('cancel'), op('move', 2, 'fail', { code: 'appointment_cancelled' })]));
  const atOnce = [...begun(), op('move', 2), op('move', 3), read('confirmed', 2)];
  assert.ok(!isExplained(atOnce), 'one ended before the other began');
  atOnce[3].invoked = atOnce[2].invoked;
  assert.ok(isExplained(atOnce), 'they ran at once');
});

test('the checker refuses what cannot have been', () => {
  const wrong = {
    'a move that was answered is lost': [...begun(), op('move', 2), read('confirmed', 1)],
    'a cancellation that was answered is lost': [...begun(), op('cancel'), read('confirmed', 1)],
    'an appointment comes back from cancelled': [...begun(), op('cancel'), op('move', 2)],
    'a confirmation without a hold': [op('confirm', 1)],
    'a hold that was answered is lost': [op('hold', 1), op('confirm', 1, 'fail', { code: 'booking_lost' })],
    'what is unknown happens and unhappens': [...begun(), op('move', 2, 'unknown'), read('confirmed', 2), read('confirmed', 1)],
    'a refusal that moved all the same': [...begun(), op('move', 2, 'fail', { code: 'slot_full' }), read('confirmed', 2)],
    'a refusal nobody knows': [...begun(), op('move', 2, 'fail', { code: 'slot_unknown' })],
  };
  for (const [name, operations] of Object.entries(wrong)) assert.ok(!isExplained(operations), name);
});

test('the checker refuses more people than lanes at one moment', () => {
  const operations = [];
  for (const subject of ['a', 'b']) operations.push({ ...op('hold', 1), subject });
  assertExplained({ operations }, 2);
  assert.throws(() => assertExplained({ operations }, 1), /2 people had a seat/);
  // One goes before the other comes: never at once.
  const apart = [...begun(), op('cancel'), { ...op('hold', 1), subject: 'b' }];
  assertExplained({ operations: apart }, 1);
});

test('what many see who change appointments at once can be explained', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const office = stack.offices[0];
  const few = (await slotsOf(client, office)).slice(0, 6);
  const history = new History();
  // More than have room at the first three times. Nobody gets a seat that was just left.
  const citizens = Array.from({ length: 34 }, () => new Citizen(stack.client()));
  await Promise.all(citizens.map(async (citizen, i) => {
    if (!(await handIn(citizen, few[i % 3], history))) return;
    // Two of them have the same slip.
    await Promise.all([0, 1].map(() => changeAppointment(citizen, few, history, { times: 4 })));
  }));
  assert.equal(history.unknown, 0);
  for (const citizen of citizens.filter((one) => one.receipt)) {
    await history.run(citizen.id, 'status', 0, () => citizen.appointment('status'));
  }
  assertExplained(history, lanes);
  const done = Map.groupBy(history.operations, ({ kind, type }) => `${kind} ${type}`);
  for (const kind of ['hold ok', 'hold fail', 'confirm ok', 'move ok', 'move fail', 'cancel ok']) assert.ok(done.has(kind), `no ${kind}`);
  await stack.backend.stop();
  assertLedger(stack.data);
});
