import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Client } from '../support/http.mjs';
import { Stack } from '../support/stack.mjs';
import { until } from '../support/process.mjs';
import { Citizen, hex, pdf, sha256 } from '../support/citizen.mjs';
import { canaryFiles } from '../support/files.mjs';

/** A signed delivery that no backend is needed for. */
async function delivery(name = 'NGUYỄN THỊ ÁNH TUYẾT') {
  const citizen = new Citizen(null, { changes: { nyc_ho_ten: name } });
  const content = pdf();
  citizen.slot = { office: 'xa-vi-du', starts_at: 1_800_000_000 };
  citizen.booking = hex(16);
  const file = { document: 'giay_xn_cu', name: 'a.pdf', media_type: 'application/pdf', size: content.length, sha256: sha256(content), upload: hex(16) };
  citizen.files = [file];
  return {
    v: 1, kind: 'dossier', code: 'H01.001.261121.00001', received_at: 1_790_000_000, office: 'xa-vi-du',
    envelope: JSON.parse(await citizen.envelope()),
    files: [{ sha256: file.sha256, media_type: file.media_type, name: file.name, content: content.toString('base64') }],
  };
}

async function started(t, how = {}) {
  const stack = new Stack();
  t.after(() => stack.end());
  await stack.startReceiver(how);
  return stack;
}

function deliver(stack, body, { key = hex(32), headers = {} } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const client = new Client(`http://127.0.0.1:${stack.receiverPort}`, { prefix: '' });
  stack.clients.push(client);
  const digest = createHash('sha256').update(text).digest('base64');
  return client.request('POST', '/', {
    body: text,
    headers: { 'Idempotency-Key': key, 'Content-Digest': `sha-256=:${digest}:`, ...headers },
  });
}

test('the receiver acknowledges with the key and the digest, and repeats itself', async (t) => {
  const stack = await started(t);
  const body = JSON.stringify(await delivery());
  const key = hex(32);
  const first = await deliver(stack, body, { key });
  assert.equal(first.status, 201, first.text);
  assert.equal(first.json.idempotency_key, key);
  assert.equal(first.json.sha256, sha256(body));
  const again = await deliver(stack, body, { key });
  assert.equal(again.text, first.text);
  assert.equal((await stack.received()).length, 1);
});

test('the receiver refuses a key that comes back with another body', async (t) => {
  const stack = await started(t);
  const key = hex(32);
  assert.equal((await deliver(stack, await delivery(), { key })).status, 201);
  assert.equal((await deliver(stack, await delivery(), { key })).status, 422);
  assert.equal((await stack.received()).length, 1);
});

test('the receiver takes nothing that is not as the interface says', async (t) => {
  const stack = await started(t);
  const good = await delivery();
  const altered = structuredClone(good);
  altered.envelope.form.answers.nyc_ho_ten = 'NGƯỜI KHÁC';
  const cases = [
    ['no key', good, { headers: { 'Idempotency-Key': null } }, 400],
    ['a malformed key', good, { key: 'a b' }, 400],
    ['no digest', good, { headers: { 'Content-Digest': null } }, 400],
    ['a wrong digest', good, { headers: { 'Content-Digest': 'sha-256=:AAAA:' } }, 400],
    ['another content type', good, { headers: { 'Content-Type': 'text/plain' } }, 415],
    ['no JSON', '{"v":1', {}, 422],
    ['an unknown member', { ...good, more: 1 }, {}, 422],
    ['another version', { ...good, v: 2 }, {}, 422],
    ['a form changed after signing', altered, {}, 422],
    ['a missing file', { ...good, files: [] }, {}, 422],
    ['a file with other bytes', { ...good, files: [{ ...good.files[0], content: 'AAAA' }] }, {}, 422],
    ['a file that is not base64', { ...good, files: [{ ...good.files[0], content: '?' }] }, {}, 422],
  ];
  for (const [what, body, options, status] of cases) {
    const answer = await deliver(stack, body, options);
    assert.equal(answer.status, status, `${what}: ${answer.text}`);
  }
  assert.deepEqual(await stack.received(), []);
});

test('what the receiver acknowledged survives kill -9, sealed', async (t) => {
  const stack = await started(t);
  const name = 'ĐẶNG CHIM HOÀNG YẾN';
  const body = await delivery(name);
  const key = hex(32);
  const first = await deliver(stack, body, { key });
  assert.equal(first.status, 201);
  await stack.receiver.kill('SIGKILL');
  await stack.startReceiver({});
  assert.deepEqual((await stack.received()).map((entry) => entry.receipt), [first.json.receipt]);
  assert.equal((await deliver(stack, body, { key })).text, first.text);
  const contents = await stack.receivedContents(first.json.receipt);
  assert.equal(contents.envelope.form.answers.nyc_ho_ten, name);
  assert.deepEqual(canaryFiles(stack.folder, [name, contents.envelope.form.answers.nyc_so_dinh_danh]), []);
});

test('the receiver stores before it dies or hangs up, and goes wrong only as often as asked', async (t) => {
  for (const misbehave of ['die_after_store', 'close_after_store', 'garbage']) {
    const stack = await started(t, { misbehave, times: 1 });
    const body = await delivery();
    const key = hex(32);
    const first = await deliver(stack, body, { key }).catch(() => ({ status: 0 }));
    assert.equal(first.status, misbehave === 'garbage' ? 200 : 0);
    if (misbehave === 'die_after_store') {
      await stack.receiver.ended;
      await stack.startReceiver({});
    }
    assert.equal((await stack.received()).length, 1, misbehave);
    const second = await deliver(stack, body, { key });
    assert.equal(second.status, 201, misbehave);
    assert.equal((await stack.received()).length, 1, misbehave);
  }
});

test('the receiver stores nothing when it is down or answers 500', async (t) => {
  for (const misbehave of ['down', 'error500']) {
    const stack = await started(t, { misbehave, times: 1 });
    const first = await deliver(stack, await delivery()).catch(() => ({ status: 0 }));
    assert.equal(first.status, misbehave === 'down' ? 0 : 500);
    assert.equal((await stack.received()).length, 0);
  }
});

test('the receiver ends cleanly, even in the middle of a slow answer', async (t) => {
  const stack = await started(t, { misbehave: 'slow', slowMs: 60_000 });
  const pending = deliver(stack, await delivery()).catch(() => null);
  await until('the delivery to arrive', async () => (await stack.deliveries()) === 1);
  const before = Date.now();
  assert.deepEqual(await stack.receiver.stop(), { code: 0, signal: null });
  assert.ok(Date.now() - before < 5_000);
  await pending;
});
