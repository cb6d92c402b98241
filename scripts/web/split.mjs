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
const APART = '--one-caller-inline-max-function-size=50';
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
    const rewrite = (part, change) => {
      run('wasm-dis', file(part), '-o', file(`${part}.wat`));
      writeFileSync(file(`${part}.wat`), change(readFileSync(file(`${part}.wat`), 'utf8')));
      run('wasm-as', file(`${part}.wat`), '-o', file(part));
      run('wasm-opt', '--duplicate-import-elimination', '-Oz', APART, file(part), '-o', file(part));
    };
    rewrite('first', (wat) => alikeTogether(withFewPlaceholders(wat)));
    rewrite('rest', alikeTogether);
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

/** Functions of one type stand together, those that begin alike side by side: what is alike and near compresses better. */
function alikeTogether(wat) {
  const start = wat.indexOf('\n (func ');
  const items = wat.slice(start + 1, wat.lastIndexOf('\n)')).split(/\n(?= \()/);
  const isFunction = (item) => item.startsWith(' (func ');
  const body = (item) => item.replace(/^ \(func \S+/, '');
  const functions = items.filter(isFunction).map((item) => [body(item), item]);
  functions.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const others = items.filter((item) => !isFunction(item));
  return [wat.slice(0, start), ...functions.map(([, item]) => item), ...others, ')\n'].join('\n');
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
