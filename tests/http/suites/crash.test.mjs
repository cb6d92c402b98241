import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, findSlot, hex } from '../support/citizen.mjs';
import { findLine } from '../support/journey.mjs';
import { until } from '../support/process.mjs';
import { Stack } from '../support/stack.mjs';

const kills = 12;

/** Hands dossiers in until the connection breaks; remembers what was answered with success. */
async function work(stack, kept) {
  for (;;) {
    const citizen = new Citizen(stack.client());
    try {
      await citizen.prepare(await findSlot(citizen.client));
      kept.held.push({ id: citizen.id, slot: citizen.slot, booking: citizen.booking });
      await citizen.envelope();
      const answer = await citizen.handIn();
      if (answer.status === 201) {
        citizen.receipt = answer.json;
        citizen.text = answer.text;
        kept.accepted.push(citizen);
      } else {
        kept.unanswered.push(citizen);
        if (answer.status >= 500) return;
      }
    } catch (error) {
      if (citizen.signed) kept.unanswered.push(citizen);
      if (!/ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|no answer/.test(String(error))) {
        // A lost race for a place is no fault here.
        if (!/slot_full|no slot has/.test(String(error))) throw error;
      }
      if (!stack.backend.running || /ECONN|EPIPE|hang up/.test(String(error))) return;
    }
  }
}

test(`everything answered with success is there after ${kills} kills at random moments`, { timeout: 200_000 }, async (t) => {
  const stack = await Stack.start(t);
  const kept = { held: [], accepted: [], unanswered: [] };
  for (let i = 0; i < kills; ++i) {
    const workers = Array.from({ length: 4 }, () => work(stack, kept));
    // Some work has to be done before, so that there is something to lose.
    const enough = kept.accepted.length + 1 + Math.floor(Math.random() * 4);
    await until('some dossiers to be accepted', () => kept.accepted.length >= enough || !stack.backend.running);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    await stack.killBackend();
    await Promise.all(workers);
    for (const client of stack.clients.splice(0)) client.close();
    await stack.startBackend();
  }

  const client = stack.client();
  assert.ok(kept.accepted.length >= kills, `only ${kept.accepted.length} were accepted`);
  for (const citizen of kept.accepted) {
    citizen.client = client;
    const status = await citizen.status();
    assert.equal(status.status, 200, `${citizen.receipt.code}: ${status.text}`);
    const again = await citizen.handIn();
    assert.equal(again.text, citizen.text, 'the first answer, byte for byte');
  }

  // What got no answer is there once or not at all: its repetition decides.
  for (const citizen of kept.unanswered) {
    citizen.client = client;
    const again = await citizen.handIn();
    assert.ok([201, 409].includes(again.status), again.text);
    if (again.status === 201) {
      citizen.receipt = again.json;
      kept.accepted.push(citizen);
    }
  }
  const codes = kept.accepted.map((citizen) => citizen.receipt.code);
  assert.equal(new Set(codes).size, codes.length);

  // No slot was given to more people than it has room for.
  const perSlot = new Map();
  for (const citizen of kept.accepted) {
    const key = `${citizen.receipt.office} ${citizen.receipt.starts_at}`;
    perSlot.set(key, (perSlot.get(key) ?? 0) + 1);
  }
  assert.ok(Math.max(...perSlot.values()) <= 10);

  // And the receiver gets each of them, once.
  await until('all to be delivered', async () => (await stack.received()).length >= codes.length, { timeoutMs: 60_000 });
  assert.deepEqual((await stack.received()).map((entry) => entry.code).sort(), [...codes].sort());

  // Attachments can be opened.
  const desks = await Promise.all([stack.clerk(), stack.clerk('can-bo-ba')]);
  for (const citizen of kept.accepted.slice(0, 5)) {
    const desk = desks[citizen.receipt.office === stack.offices[0] ? 0 : 1];
    if (![stack.offices[0], stack.offices[1]].includes(citizen.receipt.office)) continue;
    const line = await findLine(desk, citizen.receipt.code);
    const file = await desk.get(`/staff/dossiers/${line.id}/files/0`);
    assert.ok(file.bytes.equals(citizen.bytes[0]));
  }
  t.diagnostic(`${codes.length} accepted, ${kept.unanswered.length} without an answer`);
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
