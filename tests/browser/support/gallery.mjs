// Serves the gallery (gallery_entry.js) with the built painter, fonts and styles, under the
// content security policy that nginx sends.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { bundleScript } from '../../../scripts/web/build_sources.mjs';
import { DESKTOP, openPage } from './browser.mjs';

const root = resolve(import.meta.dirname, '../../..');
const TYPES = { css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', sig: 'text/plain', svg: 'image/svg+xml', ttf: 'font/ttf', wasm: 'application/wasm' };

/** Where scripts/web/bundle has put the pages. */
export const site = process.env.MOTCUA_SITE ?? join(root, 'build/web-bundle');

export function policy() {
  return readFileSync(join(root, 'backend/nginx/headers.conf'), 'utf8').match(/Content-Security-Policy "([^"]+)"/)[1];
}

export async function startGallery() {
  const script = await bundleScript(join(import.meta.dirname, 'gallery_entry.js'), { words: { vi: {}, en: {} } });
  const html = readFileSync(join(site, 'index.html'), 'utf8')
    .replace(/src="\/assets\/boot\.[^"]+"/, 'src="/gallery.js"')
    .replace(/(<header id="header">)[\s\S]*?(<\/header>)/, '$1$2')
    .replace(/(<main[^>]*>)[\s\S]*?(<\/main>)/, '$1$2');
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://gallery').pathname;
    const given = { '/': [html, 'html'], '/gallery.js': [script, 'js'] }[path];
    try {
      const [body, ending] = given ?? [readFileSync(join(site, path)), path.split('.').pop()];
      response.writeHead(200, { 'Content-Type': TYPES[ending], 'Content-Security-Policy': policy() });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => new Promise((done) => server.close(done)) };
}

export function fixture(name) {
  return JSON.parse(readFileSync(join(root, `tests/fixtures/pages/${name}.json`), 'utf8'));
}

/** A page that shows `model`; drawn ones have had another page before, as it always is. */
export async function showing(browser, gallery, model, { drawn = false, ...options } = DESKTOP) {
  const page = await openPage(browser, { ...DESKTOP, ...options });
  await page.goto(gallery.url);
  await page.waitForFunction(() => globalThis.gallery);
  if (drawn) {
    await page.evaluate((first) => globalThis.gallery.show({ ...first, id: 'before' }), fixture('start'));
    await page.evaluate(() => globalThis.gallery.prepare());
  }
  await page.evaluate((next) => globalThis.gallery.show(next), model);
  if (drawn) await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true');
  assert.equal(await page.evaluate(() => document.documentElement.classList.contains('drawn')), drawn);
  return page;
}
