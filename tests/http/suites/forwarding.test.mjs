import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen } from '../support/citizen.mjs';
import { findLine, slotAt } from '../support/journey.mjs';
import { until } from '../support/process.mjs';
import { Stack } from '../support/stack.mjs';

const delivered = (stack, citizen) =>
  until('the state to say delivered', async () => (await citizen.status()).json.forwarding === 'delivered', { timeoutMs: 30_000 });

async function handedIn(stack, count = 1) {
  const client = stack.client();
  const citizens = [];
  for (let i = 0; i < count; ++i) {
    const citizen = new Citizen(client);
    await citizen.complete(await slotAt(client, stack.offices[0]));
    citizens.push(citizen);
  }
  return citizens;
}

/** Each was delivered, once in effect. */
async function assertDelivered(stack, citizens) {
  for (const citizen of citizens) await delivered(stack, citizen);
  const codes = (await stack.received()).map((entry) => entry.code).sort();
  assert.deepEqual(codes, citizens.map((citizen) => citizen.receipt.code).sort());
}

test('a receiver that is down gets everything when it comes up', async (t) => {
  const stack = await Stack.start(t, { receiver: false });
  const citizens = await handedIn(stack, 3);
  const desk = await stack.clerk();
  const line = await findLine(desk, citizens[0].receipt.code);
  const waiting = await until('two tries to have failed', async () => {
    const { forwarding } = (await desk.get(`/staff/dossiers/${line.id}`)).json;
    return forwarding.attempts >= 2 && forwarding;
  });
  assert.equal(waiting.state, 'waiting');
  assert.equal(waiting.last_error, 'connect');
  assert.equal((await citizens[0].status()).json.forwarding, 'waiting');
  assert.deepEqual((await citizens[0].status()).json.events.map((event) => event.state), ['handed_in']);
  await stack.startReceiver({});
  await assertDelivered(stack, citizens);
});

for (const [misbehave, times, error] of [
  ['down', 3, 'cut_off'],
  ['slow', 1, 'timeout'],
  ['error500', 3, 'http_500'],
  ['garbage', 3, 'receipt_missing'],
  ['close_after_store', 3, 'cut_off'],
]) {
  test(`a receiver that misbehaves (${misbehave}) has each dossier once in the end`, async (t) => {
    const stack = await Stack.start(t, { receiver: { misbehave, times, slowMs: 3_000 } });
    const citizens = await handedIn(stack, 2);
    await assertDelivered(stack, citizens);
    assert.ok((await stack.deliveries()) >= 2 + times);
    const desk = await stack.clerk();
    const attempts = [];
    for (const citizen of citizens) {
      const line = await findLine(desk, citizen.receipt.code);
      const { forwarding } = (await desk.get(`/staff/dossiers/${line.id}`)).json;
      assert.equal(forwarding.state, 'delivered');
      attempts.push(forwarding.attempts);
    }
    assert.equal(attempts.reduce((sum, one) => sum + one), 2 + times);
    assert.match(stack.backend.output, new RegExp(`error=${error}`));
  });
}

test('a receiver killed between storing and answering has the dossier once', async (t) => {
  const stack = await Stack.start(t, { receiver: { misbehave: 'die_after_store', times: 1 } });
  const [citizen] = await handedIn(stack);
  const exit = await stack.receiver.ended;
  assert.equal(exit.signal, 'SIGKILL');
  await stack.startReceiver({});
  await assertDelivered(stack, [citizen]);
});

test('what was not delivered before kill -9 is delivered after the restart, once', async (t) => {
  const stack = await Stack.start(t, { receiver: { misbehave: 'close_after_store' } });
  const citizens = await handedIn(stack, 3);
  await until('each to have been stored', async () => (await stack.received()).length === 3);
  await stack.killBackend();
  await stack.receiver.stop();
  await stack.startReceiver({});
  await stack.startBackend();
  await assertDelivered(stack, citizens);
});

test('a refusal stops the dossier, says so to the clerk, and holds up no other', async (t) => {
  const stack = await Stack.start(t, { receiver: false });
  // A server that knows nothing of us: whatever is sent, 404.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(404, { 'Content-Length': 0 });
      response.end();
    });
  }).listen(stack.receiverPort, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const [refused] = await handedIn(stack);
  await until('it to be refused', async () => (await refused.status()).json.forwarding === 'refused');
  const desk = await stack.clerk();
  const line = await findLine(desk, refused.receipt.code);
  const { forwarding } = (await desk.get(`/staff/dossiers/${line.id}`)).json;
  assert.deepEqual([forwarding.state, forwarding.attempts, forwarding.last_error], ['refused', 1, 'http_404']);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await stack.startReceiver({});
  const [second] = await handedIn(stack);
  await delivered(stack, second);
  assert.equal((await refused.status()).json.forwarding, 'refused');
});

test('the backend stops within two seconds in the middle of a slow delivery', async (t) => {
  const stack = await Stack.start(t, { receiver: { misbehave: 'slow', slowMs: 60_000 }, backendArgs: [] });
  const [citizen] = await handedIn(stack);
  await until('the delivery to begin', async () => (await stack.deliveries()) >= 1);
  const before = Date.now();
  assert.deepEqual(await stack.backend.stop(), { code: 0, signal: null });
  assert.ok(Date.now() - before < 2_500, `${Date.now() - before} ms`);
  await stack.receiver.stop();
  await stack.startReceiver({});
  await stack.startBackend();
  await assertDelivered(stack, [citizen]);
});
