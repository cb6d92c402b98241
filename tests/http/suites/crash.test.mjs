import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, findSlot, hex } from '../support/citizen.mjs';
import { kills } from '../support/nemesis.mjs';
import { Stack } from '../support/stack.mjs';

test('everything answered with success is there after 20 kills at random moments', { timeout: 200_000 }, async (t) => {
  t.diagnostic(await kills(await Stack.start(t), 20));
});

test('a held place stays held over kill -9', async (t) => {
  const stack = await Stack.start(t);
  const citizen = new Citizen(stack.client());
  const slot = await findSlot(citizen.client);
  const key = hex(16);
  const held = await citizen.hold(slot, key);
  assert.equal(held.status, 201);
  await stack.killBackend();
  await stack.startBackend();
  assert.equal((await citizen.hold(slot, key)).text, held.text);
  const now = await findSlot(citizen.client, 1, slot.office);
  assert.equal(now.starts_at, slot.starts_at);
  assert.equal(now.free, slot.free - 1);
});

test('an upload goes on after kill -9 where it was', async (t) => {
  const stack = await Stack.start(t);
  const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(700_000, 0x61)]);
  const citizen = new Citizen(stack.client(), { files: [] });
  await citizen.prepare();
  const { upload, part_bytes: size } = (await citizen.announce(content)).json;
  assert.equal((await citizen.putPart(upload, 0, content.subarray(0, size))).status, 204);
  await stack.killBackend();
  await stack.startBackend();
  assert.equal((await citizen.putPart(upload, 1, content.subarray(size))).status, 204);
  const { sha256 } = await import('../support/citizen.mjs');
  citizen.files = [{ document: 'giay_xn_cu', name: 'a.pdf', media_type: 'application/pdf', size: content.length, sha256: sha256(content), upload }];
  await citizen.envelope();
  const answer = await citizen.handIn();
  assert.equal(answer.status, 201, answer.text);
});
