// The real programs behind the built pages: nginx, backend, receiver (tests/http/support).
import { createPrivateKey, sign } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stack, clerks, everyType, password, root } from '../../http/support/stack.mjs';
import { site } from './gallery.mjs';

export { clerks, password };

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Signs as scripts/build-web has signed what it published. */
export function signer() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'motcua');
  const { key, seed } = readJson(process.env.MOTCUA_CATALOGUE_KEY ?? join(cache, 'catalogue-demonstration.key'));
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (text) => ({ alg: 'Ed25519', key, value: sign(null, Buffer.from(text), secret).toString('hex') });
}

/** The procedure that asks everything joins the published ones. */
function publishTrial(web) {
  const signature = signer();
  const put = (path, value) => {
    writeFileSync(join(web, path), JSON.stringify(value));
    for (const ending of ['br', 'gz']) rmSync(join(web, `${path}.${ending}`), { force: true });
  };
  const manifest = readJson(join(web, 'assets/manifest.json'));
  const publish = (name, path, value) => {
    put(path, value);
    put(`${path}.sig`, signature(JSON.stringify(value)));
    manifest[name] = `/${path}`;
    manifest[`${name}.sig`] = `/${path}.sig`;
  };
  const file = readJson(join(root, `tests/fixtures/procedures/${everyType}.json`));
  const index = readJson(join(web, manifest['procedures/index']));
  const { code, edition, name, summary, field } = file;
  index.procedures.push({ code, edition, name, summary, field });
  publish('procedures/index', 'assets/trial-index.json', index);
  publish(`procedures/${code}`, 'assets/trial.json', file);
  publish(`procedures/${code}@${edition}`, 'assets/trial-edition.json', file);
  put('assets/manifest.json', manifest);
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
