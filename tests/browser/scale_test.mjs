// Larger text, as the browser's own font size asks for it, and larger everything, as its zoom does: nothing is cut
// off and nothing scrolls sideways, drawn up to 200 %, as text where a drawn page would have no room.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESKTOP, PHONE, openPage } from './support/browser.mjs';
import { fixture } from './support/gallery.mjs';
import { browser, gallery, root, useGallery } from './support/setup.mjs';

const names = readdirSync(join(root, 'tests/fixtures/pages')).map((file) => file.replace(/\.json$/, ''));

useGallery();

/** The gallery with the painter ready, in a browser set to this font size. */
async function opened(options, percent) {
  const page = await openPage(browser, options);
  const session = await page.context().newCDPSession(page);
  page.setTextSize = (wanted) => session.send('Page.setFontSizes', { fontSizes: { standard: (16 * wanted) / 100 } });
  await page.setTextSize(percent);
  await page.goto(gallery.url);
  await page.waitForFunction(() => globalThis.gallery);
  assert.equal(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)), (16 * percent) / 100);
  await page.evaluate((first) => globalThis.gallery.show({ ...first, id: 'before' }), fixture('start'));
  await page.evaluate(() => globalThis.gallery.prepare());
  return page;
}

async function show(page, name) {
  await page.evaluate((next) => globalThis.gallery.show(next), { ...fixture(name), id: `${name}.shown` });
  await page.waitForFunction(() => !document.documentElement.classList.contains('drawn') || document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
  return page.evaluate(() => document.documentElement.classList.contains('drawn'));
}

/** What is cut off, or reaches beyond the window's sides. */
const cutOff = (page) =>
  page.evaluate(() => {
    const wrong = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push('the page scrolls sideways');
    const drawn = document.documentElement.classList.contains('drawn');
    for (const element of document.querySelectorAll('#header *, #main *, #layer *')) {
      if (drawn) {
        if (!element.classList.contains('placed')) continue;
        const [x, y, width, height] = element.dataset.rect.split(' ').map(Number);
        if (x < -0.5 || x + width > document.documentElement.clientWidth + 0.5) wrong.push(`${element.dataset.place} lies beyond the window`);
        const line = parseFloat(getComputedStyle(document.documentElement).fontSize) * 1.1875 * 1.4;
        if (element.matches('input[data-act=field]') && height < line) wrong.push(`${element.dataset.place} is ${height} px high at ${y}, a line ${line}`);
      } else {
        const style = getComputedStyle(element);
        const cuts = style.overflowX !== 'visible' && style.clipPath === 'none' && !element.closest('.table, [data-act=field], svg, .preview');
        if (cuts && element.scrollWidth > element.clientWidth + 1) wrong.push(`<${element.localName} class="${element.className}"> cuts "${element.textContent.slice(0, 40)}"`);
      }
    }
    return wrong;
  });

for (const percent of [100, 150, 200]) {
  for (const [where, options] of [['a desktop', DESKTOP], ['a phone', PHONE]]) {
    const drawn = where === 'a desktop' || percent <= 150;
    test(`text at ${percent} % on ${where} is ${drawn ? 'drawn' : 'shown as text'}, and all of it is there`, async () => {
      const page = await opened(options, percent);
      for (const name of names) {
        const isDrawn = await show(page, name);
        // A dialog that does not fit the window is text, whatever else is.
        if (!fixture(name).dialog) assert.equal(isDrawn, drawn, name);
        assert.deepEqual(await cutOff(page), [], name);
      }
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }
}

test('a new size of text is noticed while the page is open, and more than 200 % of it turns to text', async () => {
  const page = await opened(DESKTOP, 100);
  await show(page, 'question');
  const before = (await page.locator('h1').boundingBox()).height;
  await page.setTextSize(150);
  await page.waitForFunction((height) => document.querySelector('h1').getBoundingClientRect().height > 1.4 * height, before, { polling: 'raf' });
  assert.equal(await page.evaluate(() => document.documentElement.classList.contains('drawn')), true);
  await page.setTextSize(250);
  await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
  await page.context().close();
});

for (const percent of [150, 200, 400]) {
  test(`a desktop's window at ${percent} % of the browser's zoom has no sideways scroll, and all of it is there`, async () => {
    const viewport = { width: Math.round((1280 * 100) / percent), height: Math.round((900 * 100) / percent) };
    const page = await opened({ viewport, deviceScaleFactor: percent / 100 }, 100);
    for (const name of names) {
      await show(page, name);
      assert.deepEqual(await cutOff(page), [], name);
    }
    await page.context().close();
  });
}
