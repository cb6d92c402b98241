import { test } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import { Citizen, today } from '../support/citizen.mjs';
import { assertProblem } from '../support/problem.mjs';
import { slotAt } from '../support/journey.mjs';
import { Stack, lanes } from '../support/stack.mjs';

/** 200 connections, all open before the first of them asks. */
async function connections(client, count) {
  const agents = Array.from({ length: count }, () => new http.Agent({ keepAlive: true, maxSockets: 1 }));
  const answers = await Promise.all(agents.map((agent) => client.get('/healthz', { agent })));
  assert.ok(answers.every((answer) => answer.status === 200));
  return agents;
}

async function race(stack, slots) {
  const client = stack.client();
  const agents = await connections(client, 200);
  try {
    return await Promise.all(
      agents.map((agent, i) => {
        const slot = slots[i % slots.length];
        const body = { dossier: new Citizen(client).id, office: slot.office, starts_at: slot.starts_at };
        return client.post('/holds', body, { once: true, agent });
      }),
    );
  } finally {
    for (const agent of agents) agent.destroy();
  }
}

function assertRace(answers, places) {
  const won = answers.filter((answer) => answer.status === 201);
  assert.equal(won.length, places);
  assert.equal(new Set(won.map((answer) => answer.json.booking)).size, places);
  for (const answer of answers.filter((one) => one.status !== 201)) {
    assertProblem(answer, 409, { code: 'conflict', finding: ['starts_at', 'slot_full'] });
  }
}

async function freeOf(client, slot) {
  const { slots } = (await client.get(`/slots?office=${slot.office}&from=${today()}&days=14`)).json;
  return slots.find((one) => one.starts_at === slot.starts_at).free;
}

test('of 200 connections that race for 10 places exactly 10 get one', async (t) => {
  const stack = await Stack.start(t);
  const slot = await slotAt(stack.client(), stack.offices[0], lanes);
  assert.equal(slot.free, 10);
  assertRace(await race(stack, [slot]), 10);
  assert.equal(await freeOf(stack.client(), slot), 0);
});

test('the race has the same end through nginx', async (t) => {
  const stack = await Stack.start(t, { nginx: true });
  const slot = await slotAt(stack.client(), stack.offices[0], lanes);
  assertRace(await race(stack, [slot]), 10);
});

test('dossiers that move between two slots at once never take more places than there are', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const office = stack.offices[0];
  const [a, b] = (await client.get(`/slots?office=${office}&from=${today()}&days=14`)).json.slots.map((slot) => ({ ...slot, office }));
  const citizens = Array.from({ length: 30 }, () => new Citizen(client));
  for (let round = 0; round < 4; ++round) {
    const answers = await Promise.all(citizens.map((citizen, i) => citizen.hold((i + round) % 2 ? a : b)));
    assert.deepEqual(answers.filter((answer) => ![201, 409].includes(answer.status)).map((answer) => answer.text), []);
    assert.ok((await freeOf(client, a)) >= 0);
    assert.ok((await freeOf(client, b)) >= 0);
  }
  // 30 dossiers, 20 places: in the end both are full, and each holder holds one.
  assert.equal((await freeOf(client, a)) + (await freeOf(client, b)), 0);
});

test('places that were won can be used, all of them at once', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const slot = await slotAt(client, stack.offices[0], lanes);
  const citizens = Array.from({ length: lanes }, () => new Citizen(client));
  const receipts = await Promise.all(citizens.map((citizen) => citizen.complete(slot)));
  assert.equal(new Set(receipts.map((receipt) => receipt.code)).size, lanes);
  assertProblem(await new Citizen(client).hold(slot), 409, { finding: ['starts_at', 'slot_full'] });
});
