// Other people's packages: pinned in a package-lock.json, kept outside of the checkout.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

import { fail } from './passes.mjs';

/**
 * Where the packages of this folder's package-lock.json lie; fetched once for each state of it.
 * @param {string} size what it says while fetching
 */
export function install(from, size) {
  const cache = process.env.MOTCUA_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'motcua');
  const files = ['package.json', 'package-lock.json'];
  const lock = createHash('sha256').update(files.map((name) => readFileSync(join(from, name))).join('')).digest('hex');
  const place = join(cache, `bench-${basename(from)}-${lock.slice(0, 16)}`);
  if (existsSync(place)) return place;
  console.log(`fetching the peers (about ${size} unpacked, once)`);
  const making = `${place}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  for (const name of files) copyFileSync(join(from, name), join(making, name));
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: making, stdio: 'inherit' });
  } catch {
    rmSync(making, { recursive: true });
    fail('npm ci failed: is the npm registry reachable?');
  }
  if (existsSync(place)) rmSync(making, { recursive: true });
  else renameSync(making, place);
  return place;
}
