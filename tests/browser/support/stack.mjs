// The real programs behind the built pages: nginx, backend, receiver (tests/http/support).
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, clerks, everyType, password, root } from '../../http/support/stack.mjs';
import { site } from './gallery.mjs';

export { clerks, password };

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The procedure that asks everything joins the published ones. */
function publishTrial(web) {
  const put = (path, value) => {
    writeFileSync(join(web, path), JSON.stringify(value));
    for (const ending of ['br', 'gz']) rmSync(join(web, `${path}.${ending}`), { force: true });
  };
  const manifest = readJson(join(web, 'assets/manifest.json'));
  const file = readJson(join(root, `tests/fixtures/procedures/${everyType}.json`));
  const index = readJson(join(web, manifest['procedures/index']));
  const { code, edition, name, summary, field } = file;
  index.procedures.push({ code, edition, name, summary, field });
  put('assets/trial-index.json', index);
  put('assets/trial.json', file);
  put('assets/manifest.json', { ...manifest, 'procedures/index': '/assets/trial-index.json', [`procedures/${everyType}`]: '/assets/trial.json' });
}

/** Ends with `t`; `url` is where the pages are. */
export async function startStack(t, options = {}) {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${site} is missing: run scripts/build-web`);
  const stack = await Stack.start(t, { nginx: true, ...options });
  cpSync(site, join(stack.folder, 'nginx/web'), { recursive: true });
  if (options.trial) publishTrial(join(stack.folder, 'nginx/web'));
  stack.url = `http://127.0.0.1:${stack.nginxPort}`;
  return stack;
}
