// Parts the application's module in two (Binaryen's wasm-split): what the first page has been seen to
// call, and the rest. web/application.js puts them together again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOLE } from './first_texts.mjs';
import { heardBy, saying, useFirstPage } from './first_use.mjs';
import { NotLoaded, TextModule } from '../../web/module.js';

/** As in client/platform/web: a function larger than this is not merged into its only caller. */
const APART = '--one-caller-inline-max-function-size=15';
const PROFILE_ROOM = 1 << 20;

/**
 * @param {Uint8Array} wasm
 * @param {import('./first_use.mjs').Visit[]} visits
 * @param {string} texts  "lang/vi" as the first part will have it
 * @param {object} site  what web/site.js says of it
 * @returns {Promise<{first: Buffer, rest: Buffer}>}
 */
export async function split(wasm, visits, texts, site) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-split-'));
  const file = (name) => join(folder, name);
  const run = (program, ...given) => execFileSync(program, ['--enable-mutable-globals', ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    writeFileSync(file('whole'), wasm);
    run('wasm-split', '--instrument', file('whole'), '-o', file('watched'));
    const watched = await WebAssembly.compile(readFileSync(file('watched')));
    for (const [number, visit] of visits.entries()) {
      const app = await TextModule.from(watched);
      useFirstPage(heardBy(assertWhole, app), saying(texts, visit), site);
      const at = app.exports.mc_room(PROFILE_ROOM);
      const bytes = app.exports.__write_profile(at, PROFILE_ROOM);
      writeFileSync(file(`seen${number}`), new Uint8Array(app.exports.memory.buffer, at, bytes));
    }
    run('wasm-split', '--merge-profiles', ...visits.map((_, number) => file(`seen${number}`)), '-o', file('seen'));
    run('wasm-split', file('whole'), `--profile=${file('seen')}`, '-o1', file('first'), '-o2', file('rest'), '--export-prefix=%');
    run('wasm-dis', file('first'), '-o', file('first.wat'));
    writeFileSync(file('first.wat'), withFewPlaceholders(readFileSync(file('first.wat'), 'utf8')));
    run('wasm-as', file('first.wat'), '-o', file('first'));
    run('wasm-opt', '--duplicate-import-elimination', '-Oz', APART, file('first'), '-o', file('first'));
    run('wasm-opt', '-Oz', APART, file('rest'), '-o', file('rest'));
    const parts = { first: readFileSync(file('first')), rest: readFileSync(file('rest')) };
    await prove(parts, visits.map((visit) => saying(texts, visit)), site);
    return parts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every function of the rest has a placeholder under its number. All do the same: named by type, one of each is left. */
function withFewPlaceholders(wat) {
  const placeholder = /\(import "placeholder" "\d+" (\(func [^\s()]+)((?: \([^)]*\))*)/g;
  return wat.replace(placeholder, (_, name, type) => `(import "placeholder" "_${type.replace(/\W/g, '')}" ${name}${type}`);
}

/** @param {string} answer  of the application */
function assertWhole(answer) {
  const holes = answer.match(HOLE);
  if (holes) throw new Error(`the first part lacks the texts ${holes.join(', ')}`);
}

/** The first part does by itself what it was made for, and what it does not the two do together. */
async function prove({ first, rest }, visits, site) {
  for (const visit of visits) {
    const app = await TextModule.from(await WebAssembly.compile(first));
    useFirstPage(heardBy(assertWhole, app), visit, site);
    await app.add(await WebAssembly.compile(rest));
    useFirstPage(heardBy(assertWhole, app), visit, site);
    await proveHoles(first, visit, site);
  }
}

/** Where it lacks a text it asks for the rest, as for code. */
async function proveHoles(first, visit, site) {
  try {
    useFirstPage(await TextModule.from(await WebAssembly.compile(first)), saying('{}', visit), site);
  } catch (error) {
    if (error instanceof NotLoaded) return;
    throw error;
  }
  throw new Error(`${visit.path}: the first part does not notice missing texts; was one worked with and not shown (first_texts.mjs)?`);
}
