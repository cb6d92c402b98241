// What a file of tests stands on: there before its first test, ended after its last.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { startGallery } from './gallery.mjs';
import { startStack } from './stack.mjs';

export const root = resolve(import.meta.dirname, '../../..');

/** @type {import('playwright-core').Browser} */
export let browser;
/** The real programs (support/stack.mjs), after `useStack`. */
export let stack;
/** Pages without an application (support/gallery.mjs), after `useGallery`. */
export let gallery;

const atTheEnd = [];
const test = { after: (end) => atTheEnd.push(end) };

function use(start) {
  before(async () => {
    await start();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    for (const end of atTheEnd) await end();
  });
}

/** @param {() => object} [options]  of startStack, asked for when it is started */
export const useStack = (options = () => ({})) =>
  use(async () => {
    stack = await startStack(test, await options());
  });

export const useGallery = () =>
  use(async () => {
    gallery = await startGallery();
    test.after(gallery.stop);
  });

/** A folder that is gone when the tests are over. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `motcua-${name}-`));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where pictures of this name are kept. */
export function picturesFolder(name = '') {
  const folder = join(root, 'build/screenshots', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
