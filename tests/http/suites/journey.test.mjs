import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, findSlot, procedure, today } from '../support/citizen.mjs';
import { slotAt, wholeJourney } from '../support/journey.mjs';
import { Stack } from '../support/stack.mjs';

test('a dossier travels from the hold to the receiver and the clerk', async (t) => {
  const stack = await Stack.start(t);
  await wholeJourney(stack);
});

test('the backend says that it lives and is ready', async (t) => {
  const client = (await Stack.start(t)).client();
  assert.deepEqual((await client.get('/healthz')).json, { ok: true });
  assert.equal((await client.get('/readyz')).status, 200);
});

test('the whole journey goes the same way through nginx', async (t) => {
  const stack = await Stack.start(t, { nginx: true });
  const { desk } = await wholeJourney(stack);
  const list = await desk.get('/staff/dossiers?page=1');
  assert.equal(list.headers['cache-control'], 'no-store');
});

test('offices and slots are told with what a person needs to choose', async (t) => {
  const client = (await Stack.start(t)).client();
  const { offices } = (await client.get(`/offices?procedure=${procedure}`)).json;
  assert.deepEqual(Object.keys(offices[0]).sort(), ['address', 'commune', 'id', 'name', 'verified']);
  const answer = await client.get(`/slots?office=${offices[0].id}&from=${today()}&days=14`);
  const now = Date.now() / 1000;
  assert.ok(answer.json.slots.length > 0);
  for (const slot of answer.json.slots) {
    assert.deepEqual(Object.keys(slot).sort(), ['free', 'minutes', 'starts_at']);
    assert.ok(slot.starts_at > now);
  }
  assert.deepEqual((await client.get('/offices?procedure=9.999999')).json, { offices: [] });
});

test('a second hold of a dossier moves its place, in one step', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const office = stack.offices[0];
  const { slots } = (await client.get(`/slots?office=${office}&from=${today()}&days=14`)).json;
  const freeOf = async (slot) => {
    const list = (await client.get(`/slots?office=${office}&from=${today()}&days=14`)).json.slots;
    return list.find((one) => one.starts_at === slot.starts_at).free;
  };
  const [first, second] = slots;
  const citizen = new Citizen(client);
  const held = await citizen.hold({ office, starts_at: first.starts_at });
  assert.equal(held.status, 201, held.text);
  assert.ok(held.json.hold_until > Date.now() / 1000);
  assert.equal(await freeOf(first), first.free - 1);
  const moved = await citizen.hold({ office, starts_at: second.starts_at });
  assert.equal(moved.status, 201, moved.text);
  assert.equal(await freeOf(first), first.free);
  assert.equal(await freeOf(second), second.free - 1);
});

test('a citizen learns the state with the code and the secret together only', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const one = new Citizen(client);
  const two = new Citizen(client);
  const first = await one.complete(await slotAt(client, stack.offices[0]));
  const second = await two.complete(await findSlot(client));
  assert.equal((await one.status()).status, 200);
  const wrong = [
    await client.post('/dossiers/status', { code: first.code, secret: second.secret }),
    await client.post('/dossiers/status', { code: 'H01.001.261121.99999', secret: first.secret }),
    await client.post('/dossiers/status', { code: first.code, secret: '' }),
  ];
  for (const answer of wrong.slice(0, 2)) {
    assert.equal(answer.status, 404, answer.text);
    // Whichever is wrong: nothing tells that the code exists.
    assert.equal(answer.text, wrong[0].text);
  }
  assert.equal(wrong[2].status, 422, wrong[2].text);
  assert.match(wrong[2].text, /shape\.missing/);
  // As a person types it from paper.
  const typed = first.secret.toLowerCase().replaceAll('-', ' ');
  assert.equal((await one.status(first.code, typed)).status, 200);
});

test('what is refused is said in the language of the reader', async (t) => {
  const client = (await Stack.start(t)).client();
  const title = async (language) =>
    (await client.post('/dossiers/status', { code: 'H01.001.261121.99999', secret: 'AAAA-BBBB-CCCC' }, { headers: { 'Accept-Language': language } })).json.title;
  const vietnamese = await title(null);
  assert.equal(await title('vi-VN,vi;q=0.9,en;q=0.8'), vietnamese);
  assert.equal(await title('fr'), vietnamese);
  assert.notEqual(await title('en-GB,en;q=0.9'), vietnamese);
});

test('a stop ends cleanly with the work done and nothing new taken', async (t) => {
  const stack = await Stack.start(t);
  const citizen = new Citizen(stack.client());
  await citizen.complete();
  const before = Date.now();
  assert.deepEqual(await stack.backend.stop(), { code: 0, signal: null });
  assert.ok(Date.now() - before < 5_000);
  await stack.startBackend();
  assert.equal((await citizen.status()).status, 200);
});
