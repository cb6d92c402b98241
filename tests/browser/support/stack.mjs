// The real programs behind the built pages: nginx, backend, receiver (tests/http/support).
import { createPrivateKey, sign } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Stack, clerks, password, trialProcedure } from '../../http/support/stack.mjs';
import { site } from './gallery.mjs';

export { clerks, password, trialProcedure };

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Signs as scripts/build-web has signed what it published. */
export function signer() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'motcua');
  const { key, seed } = readJson(process.env.MOTCUA_CATALOGUE_KEY ?? join(cache, 'catalogue-demonstration.key'));
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (text) => ({ alg: 'Ed25519', key, value: sign(null, Buffer.from(text), secret).toString('hex') });
}

let publishings = 0;

/** These procedures join the published ones, instead of those that joined them before. */
export function publish(stack, trials) {
  const web = join(stack.folder, 'nginx/web');
  const signature = signer();
  const put = (path, value) => {
    writeFileSync(join(web, path), JSON.stringify(value));
    for (const ending of ['br', 'gz']) rmSync(join(web, `${path}.${ending}`), { force: true });
  };
  const manifest = readJson(join(web, 'assets/manifest.json'));
  const add = (name, value) => {
    const path = `assets/trial-${(publishings += 1)}.json`;
    put(path, value);
    put(`${path}.sig`, signature(JSON.stringify(value)));
    manifest[name] = `/${path}`;
    manifest[`${name}.sig`] = `/${path}.sig`;
  };
  const index = readJson(join(web, readJson(join(site, 'assets/manifest.json'))['procedures/index']));
  for (const trial of trials) {
    const { code, edition, in_force, name, summary, field } = trial;
    const entry = index.procedures.find((each) => each.code === code) ?? { code, editions: [] };
    if (entry.editions.length === 0) index.procedures.push(entry);
    entry.editions.push({ edition, in_force, name, summary, field });
    Object.assign(entry, { name, summary, field });
    add(`procedures/${code}@${edition}`, trial);
  }
  add('procedures/index', index);
  put('assets/manifest.json', manifest);
}

/**
 * Ends with `t`; `url` is where the pages are. `trials` are procedures besides the project's own, everywhere;
 * `pages` a bundle other than the site.
 */
export async function startStack(t, options = {}) {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${site} is missing: run scripts/build-web`);
  const stack = await Stack.start(t, { nginx: true, ...options });
  cpSync(options.pages ?? site, join(stack.folder, 'nginx/web'), { recursive: true });
  if (options.trials) publish(stack, options.trials);
  stack.url = `http://127.0.0.1:${stack.nginxPort}`;
  return stack;
}
