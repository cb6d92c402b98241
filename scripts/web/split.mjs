// Parts the application's module in two (Binaryen's wasm-split): what the first page has been seen to
// call, and the rest. web/application.js puts them together again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstPage, tell } from './prerender.mjs';
import { TextModule } from '../../web/module.js';

/** Typed on the start page: found with and without marks and by other words, only nearly, not found, not even Vietnamese. */
const SEARCHES = ['k', 'kết hôn', 'KET HON', 'sao y giấy khai sinh', 'zzz', '中文 € \u{1f600}', ''];
/** As in client/platform/web: a function larger than this is not merged into its only caller. */
const APART = '--one-caller-inline-max-function-size=50';
const PROFILE_ROOM = 1 << 20;
/** Typed into every field: first what most of them refuse, then what a name takes. */
const ENTRIES = ['1', 'nguyễn văn an'];
/** Their own pages stand as they were made until somebody goes on from them. */
const PROCEDURES = '/thu-tuc/';
/** Question pages of a procedure that its first part can do without the rest. */
const QUESTION_PAGES = 2;

/** What people do on a first page before they leave it; on a procedure's, with its first questions, mistakes included. */
function useFirstPage(app, path, readAsset, site) {
  const standing = path.startsWith(PROCEDURES);
  let page = firstPage(app, path, readAsset, site, standing);
  const send = (message) => {
    page = tell(app, message).page ?? page;
  };
  const search = page?.main.find(({ id }) => id === 'start.search');
  if (search) for (const value of SEARCHES) send({ type: 'input', id: search.id, value });
  if (!standing) return;
  const goOn = () => send({ type: 'press', id: 'continue' });
  goOn();
  const begun = page.id;
  for (let number = 1; number <= QUESTION_PAGES; number += 1) {
    goOn();
    for (const node of page.main.flatMap((one) => [one, ...(one.children ?? [])])) {
      const isText = node.role === 'text_field';
      for (const value of isText ? ENTRIES : []) for (const type of ['input', 'commit']) send({ type, id: node.id, value });
      if (node.role === 'choice_group') send({ type: 'choose', id: node.id, option: node.children[0].id });
      if (node.id.startsWith('why.')) send({ type: 'press', id: node.id });
    }
    goOn();
  }
  if (page.id !== begun) send({ type: 'press', id: 'back' });
}

/**
 * @param {Uint8Array} wasm
 * @param {string[]} paths  of the first pages
 * @param {(name: string) => string | undefined} readAsset
 * @param {object} site  what web/site.js says of it
 * @returns {Promise<{first: Buffer, rest: Buffer}>}
 */
export async function split(wasm, paths, readAsset, site) {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-split-'));
  const file = (name) => join(folder, name);
  const run = (program, ...given) => execFileSync(program, ['--enable-mutable-globals', ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    writeFileSync(file('whole'), wasm);
    run('wasm-split', '--instrument', file('whole'), '-o', file('watched'));
    const watched = await WebAssembly.compile(readFileSync(file('watched')));
    for (const [number, [path, read]] of visits(paths, readAsset).entries()) {
      const app = await TextModule.from(watched);
      useFirstPage(app, path, read, site);
      const at = app.exports.mc_room(PROFILE_ROOM);
      const bytes = app.exports.__write_profile(at, PROFILE_ROOM);
      writeFileSync(file(`seen${number}`), new Uint8Array(app.exports.memory.buffer, at, bytes));
    }
    run('wasm-split', '--merge-profiles', ...visits(paths, readAsset).map((_, number) => file(`seen${number}`)), '-o', file('seen'));
    run('wasm-split', file('whole'), `--profile=${file('seen')}`, '-o1', file('first'), '-o2', file('rest'), '--export-prefix=%');
    for (const part of ['first', 'rest']) run('wasm-opt', '-Oz', APART, file(part), '-o', file(part));
    const parts = { first: readFileSync(file('first')), rest: readFileSync(file('rest')) };
    await prove(parts, paths, readAsset, site);
    return parts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first part does by itself what it was made for, and what it does not the two do together. */
async function prove({ first, rest }, paths, readAsset, site) {
  for (const [path, read] of visits(paths, readAsset)) {
    const app = await TextModule.from(await WebAssembly.compile(first));
    useFirstPage(app, path, read, site);
    await app.add(await WebAssembly.compile(rest));
    useFirstPage(app, path, read, site);
  }
}

/** Each first page with all it asks for, and without what it can do without. */
const visits = (paths, readAsset) =>
  paths.flatMap((path) => [
    [path, readAsset],
    [path, (name) => (name === 'calendar' ? undefined : readAsset(name))],
  ]);
