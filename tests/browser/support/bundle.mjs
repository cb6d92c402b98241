// A bundle of its own, from what the site was made of: in other languages, of another agency.
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { site } from './gallery.mjs';

const script = resolve(import.meta.dirname, '../../../scripts/web/bundle.mjs');

/** Makes it in `out`; throws what it says when it refuses. @param {Record<string, string>} options  of scripts/web/bundle */
export function bundle(out, options) {
  const made = dirname(site);
  const given = {
    wasm: join(made, 'web/web'),
    fonts: join(made, 'fonts'),
    catalogue: join(made, 'catalogue'),
    'catalogue-key': join(made, 'catalogue.pub'),
    calendar: join(made, 'calendar.json'),
    out,
    ...options,
  };
  const words = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(process.execPath, [script, ...words, '--quiet'], { stdio: 'pipe', encoding: 'utf8' });
  return out;
}
