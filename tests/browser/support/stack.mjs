// The real programs behind the built pages: nginx, backend, receiver (tests/http/support).
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, clerks, password } from '../../http/support/stack.mjs';
import { site } from './gallery.mjs';

export { clerks, password };

/** Ends with `t`; `url` is where the pages are. */
export async function startStack(t) {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${site} is missing: run scripts/build-web`);
  const stack = await Stack.start(t, { nginx: true });
  cpSync(site, join(stack.folder, 'nginx/web'), { recursive: true });
  stack.url = `http://127.0.0.1:${stack.nginxPort}`;
  return stack;
}
