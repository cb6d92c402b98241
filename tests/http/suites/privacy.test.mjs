import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Citizen, findSlot, pdf } from '../support/citizen.mjs';
import { canaryFiles, readableByOthers } from '../support/files.mjs';
import { findLine, slotAt } from '../support/journey.mjs';
import { until } from '../support/process.mjs';
import { Stack, password } from '../support/stack.mjs';

const canaries = {
  name: 'TRƯƠNG CHIM HOÀNG YẾN',
  id: '084190777888',
  phone: '0909777888',
  email: 'chim.hoang.yen@example.org',
  address: 'Số nhà 777, ấp Hoàng Yến',
  fileName: 'giấy chim hoàng yến.pdf',
  fileText: 'NỘI DUNG CHIM HOÀNG YẾN',
};

test('the scan finds a planted text in every spelling it knows', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-canary-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const text = canaries.name;
  const plant = {
    plain: `x${text}y`,
    base64: Buffer.from(`{"name":"${text}"}`).toString('base64'),
    decomposed: text.normalize('NFD'),
    lower: text.toLowerCase(),
    utf16: Buffer.from(text, 'utf16le'),
    escaped: JSON.stringify(text).replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')),
    url: encodeURIComponent(text),
  };
  for (const [name, bytes] of Object.entries(plant)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'harmless'), gzipSync('nothing'));
  const found = canaryFiles(folder, [text]).map((line) => line.split(':')[0].slice(folder.length + 1)).sort();
  assert.deepEqual(found, Object.keys(plant).sort());
});

test('nothing personal is in any file or log line, whatever happens', async (t) => {
  const stack = await Stack.start(t, { nginx: true, receiver: { misbehave: 'garbage', times: 2 } });
  const client = stack.client();
  const changes = {
    nyc_ho_ten: canaries.name,
    nyc_so_dinh_danh: canaries.id,
    nyc_dien_thoai: canaries.phone,
    nyc_email: canaries.email,
    'nyc_noi_cu_tru.line': canaries.address,
  };
  const content = pdf(canaries.fileText, 600_000);
  const citizen = new Citizen(client, { changes, files: [] });
  await citizen.prepare(await slotAt(client, stack.offices[0]));
  citizen.files = [await citizen.upload(content, { name: canaries.fileName })];
  await citizen.envelope();
  citizen.receipt = (await citizen.handIn()).json;
  await until('the receiver to have it', async () => (await citizen.status()).json.forwarding === 'delivered');

  // Refused ones leave no traces either: incomplete, altered, broken, with names in odd places.
  const refused = await new Citizen(client, { changes: { ...changes, cam_doan: 'no' } }).prepare(await findSlot(client));
  const envelope = await refused.envelope();
  assert.equal((await refused.handIn()).status, 422);
  assert.equal((await refused.handIn(envelope.replace(canaries.id, '084190777889'), 'k1')).status, 422);
  assert.equal((await refused.handIn(envelope.slice(0, -2), 'k2')).status, 400);
  await client.post('/holds', { dossier: canaries.id, office: canaries.name, starts_at: 1, [canaries.email]: 1 }, { once: true });
  await client.get(`/slots?office=${encodeURIComponent(canaries.name)}&from=2026-12-01&days=3`);
  await client.get(`/offices?${encodeURIComponent(canaries.name)}=1`);
  await client.signIn(canaries.email, canaries.address);
  const half = pdf(canaries.fileText, 600_000);
  const { upload, part_bytes: size } = (await refused.announce(half)).json;
  await refused.putPart(upload, 0, half.subarray(0, size));

  // A clerk reads all of it.
  const desk = await stack.clerk();
  const line = await findLine(desk, citizen.receipt.code);
  assert.equal(line.applicant, canaries.name);
  const file = await desk.get(`/staff/dossiers/${line.id}/files/0`);
  assert.ok(file.bytes.includes(canaries.fileText));
  assert.match(file.headers['content-disposition'], /filename\*=UTF-8''/);

  const secrets = [citizen.receipt.secret, desk.cookie.split('=')[1], password];
  const everything = [...Object.values(canaries), ...secrets];
  // The password of the test accounts stands in the assets we made, so those are left out.
  const scan = () => ['data', 'logs', 'receiver', 'nginx'].flatMap((name) => canaryFiles(join(stack.folder, name), everything));
  assert.deepEqual(scan().filter((found) => !found.includes(`backend.log: ${password}`)), []);
  await stack.killBackend();
  assert.deepEqual(scan().filter((found) => !found.includes(`backend.log: ${password}`)), []);
});

test('the data folder is for its owner alone', async (t) => {
  const stack = await Stack.start(t);
  await new Citizen(stack.client()).complete();
  assert.deepEqual(readableByOthers(stack.data), []);
  assert.equal(statSync(join(stack.data, 'keys/storage.key')).size, 32);
});

test('a key file that others can read stops the start with a clear sentence', async (t) => {
  const stack = await Stack.start(t);
  await stack.backend.stop();
  const { chmodSync } = await import('node:fs');
  chmodSync(join(stack.data, 'keys/storage.key'), 0o644);
  await assert.rejects(stack.startBackend(), /chmod 600/);
  assert.equal(stack.backend.exit.code, 1);
});

test('demonstration data is refused outside demonstration mode', async (t) => {
  const stack = await Stack.start(t);
  await stack.backend.stop();
  stack.demo = false;
  await assert.rejects(stack.startBackend(), /demonstration/);
  assert.equal(stack.backend.exit.code, 1);
});
