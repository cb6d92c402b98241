// The native kiosk on a screen that is not there; its own scripts say where it is photographed.
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programs, root } from '../../tests/http/support/stack.mjs';

const run = promisify(execFile);
const program = join(programs.motcua, '../../platform/desktop/motcua-kiosk');
const paper = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

export async function kiosk({ start: startStack, folder }) {
  const stack = await startStack(); // only what was published
  const own = join(stack.folder, 'kiosk');
  const documents = join(stack.folder, 'documents');
  for (const each of [own, documents]) mkdirSync(each);
  writeFileSync(join(documents, 'giấy xác nhận cũ.pdf'), paper);
  const start = ['-a', '-s', '-screen 0 1080x1920x24', program, '--demo', '--catalogue-key', join(root, 'build/catalogue.pub'), '--server', stack.url];
  for (const [script, ...more] of [['journey', '--documents', documents], ['idle', '--idle', '5', '--warning', '20']]) {
    await run('xvfb-run', [...start, '--script', join(root, `tests/browser/kiosk/${script}.script`), ...more], { cwd: own, timeout: 240_000 });
  }
  for (const name of readdirSync(own)) renameSync(join(own, name), join(folder, `kiosk-${name}`));
}
