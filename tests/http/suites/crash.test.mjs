import { test } from 'node:test';
import assert from 'node:assert/strict';
import { changeAppointment, handIn, slotsOf } from '../support/appointments.mjs';
import { Citizen, findSlot, hex } from '../support/citizen.mjs';
import { History, assertExplained } from '../support/history.mjs';
import { findLine } from '../support/journey.mjs';
import { until } from '../support/process.mjs';
import { assertLedger } from '../support/ledger.mjs';
import { Stack, lanes } from '../support/stack.mjs';

const kills = 20;

/** Hands dossiers in and changes their appointments until the connection breaks; keeps what was answered with success. */
async function work(stack, kept, slots) {
  while (stack.backend.running) {
    const citizen = new Citizen(stack.client());
    try {
      const slot = slots[Math.floor(Math.random() * slots.length)];
      if (await handIn(citizen, slot, kept.history)) {
        kept.accepted.push(citizen);
        await Promise.all([0, 1].map(() => changeAppointment(citizen, slots, kept.history, { times: 2 })));
      } else if (citizen.signed) {
        kept.unanswered.push(citizen);
      }
    } catch (error) {
      if (!/ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|no answer/.test(String(error))) throw error;
      return;
    }
  }
}

test(`everything answered with success is there after ${kills} kills at random moments`, { timeout: 200_000 }, async (t) => {
  const stack = await Stack.start(t);
  const kept = { history: new History(), accepted: [], unanswered: [] };
  const slots = (await slotsOf(stack.client(), stack.offices[0])).slice(0, 30);
  for (let i = 0; i < kills; ++i) {
    const workers = Array.from({ length: 4 }, () => work(stack, kept, slots));
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
  for (const citizen of [...kept.accepted, ...kept.unanswered]) citizen.client = client;
  for (const citizen of kept.accepted) {
    const status = await citizen.status();
    assert.equal(status.status, 200, `${citizen.receipt.code}: ${status.text}`);
    const again = await citizen.handIn();
    assert.equal(again.text, citizen.text, 'the first answer, byte for byte');
  }

  // What got no answer is there once or not at all: its repetition decides.
  const unknown = kept.history.unknown;
  await kept.history.settle();
  for (const citizen of kept.unanswered) {
    const again = await citizen.handIn();
    assert.ok([201, 409].includes(again.status), again.text);
    if (again.status === 201) {
      citizen.receipt = again.json;
      kept.accepted.push(citizen);
    }
  }
  const codes = kept.accepted.map((citizen) => citizen.receipt.code);
  assert.equal(new Set(codes).size, codes.length);

  // Nothing answered is missing, nothing happened twice, and no time had more people than room.
  for (const citizen of kept.accepted) await kept.history.run(citizen.id, 'status', 0, () => citizen.appointment('status'));
  assertExplained(kept.history, lanes);

  // And the receiver gets each of them, once.
  await until('all to be delivered', async () => (await stack.received()).length >= codes.length, { timeoutMs: 60_000 });
  assert.deepEqual((await stack.received()).map((entry) => entry.code).sort(), [...codes].sort());

  // Attachments can be opened.
  const desk = await stack.clerk();
  for (const citizen of kept.accepted.slice(0, 5)) {
    const line = await findLine(desk, citizen.receipt.code);
    const file = await desk.get(`/staff/dossiers/${line.id}/files/0`);
    assert.ok(file.bytes.equals(citizen.bytes[0]));
  }
  await stack.backend.stop();
  assertLedger(stack.data);
  t.diagnostic(`${codes.length} accepted, ${kept.history.operations.length} operations, ${unknown} of them without an answer`);
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
