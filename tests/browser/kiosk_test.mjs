// The native kiosk takes the whole journey against the real backend, on a screen that is not there.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startStack } from './support/stack.mjs';
import { root } from '../http/support/stack.mjs';

const kiosk = join(process.env.MOTCUA_BUILD ?? join(root, 'build/debug'), 'client/platform/desktop/motcua-kiosk');
const pictures = join(root, 'build/screenshots/kiosk');
const paper = '%PDF-1.4\n% giấy xác nhận đã cấp lần trước\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

test('the native kiosk takes the journey to the receipt', { timeout: 240_000 }, async (t) => {
  const stack = await startStack(t);
  const documents = join(stack.folder, 'documents');
  mkdirSync(documents);
  writeFileSync(join(documents, 'giấy xác nhận cũ.pdf'), paper);
  writeFileSync(join(documents, 'ghi chú.txt'), 'không phải giấy tờ');
  mkdirSync(pictures, { recursive: true });
  const args = ['-a', '-s', '-screen 0 1080x1920x24', kiosk, '--server', stack.url, '--catalogue-key', join(root, 'build/catalogue.pub'), '--documents', documents,
    '--script', join(root, 'tests/browser/kiosk/journey.script')];
  await promisify(execFile)('xvfb-run', args, { cwd: pictures, timeout: 200_000 });
  for (const name of ['start', 'question', 'documents', 'check', 'receipt']) {
    const png = readFileSync(join(pictures, `${name}.png`));
    assert.equal(png.readUInt32BE(16), 1080);
    assert.equal(png.readUInt32BE(20), 1920);
    assert.ok(png.length > 20_000, `${name}.png looks empty`);
  }
});
