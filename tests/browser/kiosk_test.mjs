// The native kiosk against the real backend, on a screen that is not there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { signer, startStack } from './support/stack.mjs';
import { root } from '../http/support/stack.mjs';
import { say } from './support/texts.mjs';

const kiosk = join(process.env.MOTCUA_BUILD ?? join(root, 'build/debug'), 'client/platform/desktop/motcua-kiosk');
const key = join(root, 'build/catalogue.pub');
const pictures = join(root, 'build/screenshots/kiosk');
const paper = '%PDF-1.4\n% giấy xác nhận đã cấp lần trước\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const run = promisify(execFile);

/** Fails with the kiosk's own words when a step of the script does. */
const runKiosk = (stack, script, ...more) =>
  run('xvfb-run', ['-a', '-s', '-screen 0 1080x1920x24', kiosk, '--demo', '--catalogue-key', key, '--server', stack.url, '--script', script, ...more],
    { cwd: pictures, timeout: 200_000 });

mkdirSync(pictures, { recursive: true });

test('the native kiosk takes the journey to the receipt', { timeout: 240_000 }, async (t) => {
  const stack = await startStack(t);
  const documents = join(stack.folder, 'documents');
  mkdirSync(documents);
  writeFileSync(join(documents, 'giấy xác nhận cũ.pdf'), paper);
  writeFileSync(join(documents, 'ghi chú.txt'), 'không phải giấy tờ');
  await runKiosk(stack, join(root, 'tests/browser/kiosk/journey.script'), '--documents', documents);
  for (const name of ['start', 'question', 'documents', 'check', 'receipt']) {
    const png = readFileSync(join(pictures, `${name}.png`));
    assert.equal(png.readUInt32BE(16), 1080);
    assert.equal(png.readUInt32BE(20), 1920);
    assert.ok(png.length > 20_000, `${name}.png looks empty`);
  }
});

test('the kiosk does not start without a key, nor with a demonstration key when it is none', async () => {
  await assert.rejects(run(kiosk, []), { code: 2, stderr: /--catalogue-key is missing/ });
  await assert.rejects(run(kiosk, ['--demo']), { code: 2, stderr: /--catalogue-key is missing/ });
  const { demonstration } = JSON.parse(readFileSync(key, 'utf8'));
  if (demonstration) await assert.rejects(run(kiosk, ['--catalogue-key', key]), { code: 2, stderr: /a demonstration key/ });
});

test('the kiosk does not use a procedure that is not as it was published, and says so', { timeout: 240_000 }, async (t) => {
  const stack = await startStack(t);
  const web = join(stack.folder, 'nginx/web');
  const manifest = JSON.parse(readFileSync(join(web, 'assets/manifest.json'), 'utf8'));
  const path = (name) => join(web, manifest[name]);
  const put = (name, text) => {
    for (const ending of ['.br', '.gz']) rmSync(path(name) + ending, { force: true });
    if (text === undefined) return rmSync(path(name));
    writeFileSync(path(name), text);
  };
  const script = join(stack.folder, 'refused.script');
  writeFileSync(script, ['wait start', 'press procedure.1.004873', 'wait failed.procedure', `expect ${say('load.untrusted')}`, ''].join('\n'));
  const name = Object.keys(manifest).find((each) => /^procedures\/1\.004873@[^.]+$/.test(each));
  const names = [name, `${name}.sig`, 'procedures/index', 'procedures/index.sig'];
  const published = names.map((name) => readFileSync(path(name), 'utf8'));
  const restore = () => names.forEach((name, i) => put(name, published[i]));
  const [procedure, , index] = published;

  // One byte of it.
  put(name, procedure.replace('Bạn', 'Bận'));
  await runKiosk(stack, script);

  restore();
  put(`${name}.sig`);
  await runKiosk(stack, script);

  // Signed in its time, and from before the procedure became what it is.
  restore();
  const { sha256 } = JSON.parse(index).procedures.find(({ code }) => code === '1.004873').editions.at(-1);
  const older = index.replaceAll(sha256, '0'.repeat(64));
  put('procedures/index', older);
  put('procedures/index.sig', JSON.stringify(signer()(older)));
  await runKiosk(stack, script);
});

test('a kiosk that was left asks whether anybody is there, and forgets', { timeout: 120_000 }, async (t) => {
  const stack = await startStack(t);
  await runKiosk(stack, join(root, 'tests/browser/kiosk/idle.script'), '--idle', '5', '--warning', '20');
});
