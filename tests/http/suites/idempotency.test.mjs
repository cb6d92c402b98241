import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, findSlot, pdf, sha256 } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack } from '../support/stack.mjs';

test('a repeated hand-in gets the first receipt, byte for byte, also after a restart', async (t) => {
  const stack = await Stack.start(t);
  const citizen = new Citizen(stack.client());
  await citizen.complete();
  const first = await citizen.handIn();
  assert.equal(first.status, 201);
  assert.deepEqual(first.json, citizen.receipt);
  await stack.killBackend();
  await stack.startBackend();
  const again = await citizen.handIn();
  assert.equal(again.status, 201);
  assert.equal(again.text, first.text);
});

test('a hand-in sent ten times at once is one dossier', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const citizen = await new Citizen(client).prepare(await findSlot(client, 1, stack.offices[0]));
  await citizen.envelope();
  const answers = await Promise.all(Array.from({ length: 10 }, () => citizen.handIn()));
  const won = answers.filter((answer) => answer.status === 201);
  assert.ok(won.length >= 1);
  for (const answer of answers) {
    if (answer.status === 201) assert.equal(answer.text, won[0].text);
    else assertProblem(answer, 409, { code: 'in_flight' });
  }
  assert.equal((await citizen.handIn()).text, won[0].text);
  const desk = await stack.clerk();
  assert.equal((await desk.get('/staff/dossiers?page=1')).json.dossiers.length, 1);
});

test('the key of another body is refused, and nothing changes', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const citizen = new Citizen(client);
  await citizen.complete();
  const other = await new Citizen(client).prepare();
  assertProblem(await other.handIn(await other.envelope(), citizen.handInKey), 422, { code: 'key_reused' });
  // The same dossier was not half stored: with a key of its own it is taken.
  assert.equal((await other.handIn()).status, 201);

  const slot = await findSlot(client);
  const key = newKey();
  assert.equal((await new Citizen(client).hold(slot, key)).status, 201);
  assertProblem(await new Citizen(client).hold(slot, key), 422, { code: 'key_reused' });
});

test('a key belongs to one request, whatever its route', async (t) => {
  const client = (await Stack.start(t)).client();
  const citizen = new Citizen(client);
  const key = newKey();
  assert.equal((await citizen.hold(await findSlot(client), key)).status, 201);
  assertProblem(await citizen.announce(pdf(), { key }), 422, { code: 'key_reused' });
});

test('a repeated hold and a repeated upload get their first answer', async (t) => {
  const client = (await Stack.start(t)).client();
  const citizen = new Citizen(client);
  const slot = await findSlot(client);
  const key = newKey();
  const held = await citizen.hold(slot, key);
  assert.equal((await citizen.hold(slot, key)).text, held.text);
  const content = pdf();
  const uploadKey = newKey();
  const announced = await citizen.announce(content, { key: uploadKey });
  assert.equal((await citizen.announce(content, { key: uploadKey })).text, announced.text);
});

test('a part that comes again is accepted, other bytes in its place are not', async (t) => {
  const client = (await Stack.start(t)).client();
  const citizen = new Citizen(client);
  const content = pdf('x', 600_000);
  const { upload, part_bytes: size } = (await citizen.announce(content)).json;
  const part = content.subarray(0, size);
  assert.equal((await citizen.putPart(upload, 0, part)).status, 204);
  assert.equal((await citizen.putPart(upload, 0, part)).status, 204);
  const other = Buffer.from(part);
  other[100] ^= 1;
  assertProblem(await citizen.putPart(upload, 0, other), 409);
  const answers = await Promise.all(Array.from({ length: 6 }, () => citizen.putPart(upload, 1, content.subarray(size))));
  assert.deepEqual(answers.map((answer) => answer.status), Array(6).fill(204));
  assert.equal(sha256(content), sha256(Buffer.concat([part, content.subarray(size)])));
});

test('a dossier handed in again under a new key is not a second dossier', async (t) => {
  const stack = await Stack.start(t);
  const citizen = new Citizen(stack.client());
  await citizen.complete();
  const again = await citizen.handIn(citizen.signed, newKey());
  assertProblem(again, [409, 422]);
});
