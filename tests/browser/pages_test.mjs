// Every sample page, in both modes: what assistive technology gets, what reflow does, and
// that an untouched page draws nothing.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { accessibleNames, assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE } from './support/browser.mjs';
import { fixture, showing as showingPage } from './support/gallery.mjs';
import { browser, gallery, picturesFolder, root, useGallery } from './support/setup.mjs';

const shots = picturesFolder('samples');
const names = readdirSync(join(root, 'tests/fixtures/pages')).map((file) => file.replace(/\.json$/, ''));

useGallery();

const showing = (name, options) => showingPage(browser, gallery, fixture(name), options);

for (const [mode, drawn] of [['text mode', false], ['drawn', true]]) {
  describe(mode, () => {
    for (const name of names) {
      test(`${name}: axe finds nothing and every control has a name`, async () => {
        for (const [size, options] of [['desktop', DESKTOP], ['phone', PHONE]]) {
          const page = await showing(name, { ...options, drawn });
          await page.screenshot({ path: join(shots, `${name}-${drawn ? 'drawn' : 'text'}-${size}.png`), fullPage: !drawn, animations: 'disabled' });
          await assertAccessible(page, `${name}, ${mode}, ${size}`);
          await accessibleNames(page, name);
          assert.deepEqual(page.faults, []);
          await page.context().close();
        }
      });
    }
  });
}

test('in text mode 320 px are wide enough for every page', async () => {
  for (const name of names) {
    const page = await showing(name, { viewport: { width: 320, height: 640 } });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(sideways, 0, `${name} scrolls sideways`);
    await page.context().close();
  }
});

test('in text mode no two texts overlap and none is covered by a box', async () => {
  for (const name of names.filter((each) => !fixture(each).dialog)) {
    for (const options of [DESKTOP, PHONE]) {
      const page = await showing(name, options);
      const found = await page.evaluate(() => {
        const isText = (element) => element.childElementCount === 0 && element.textContent.trim() !== '' && element.getClientRects().length > 0;
        const boxOf = (element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return range.getBoundingClientRect();
        };
        const isCutAway = (element) => element !== null && (getComputedStyle(element).clipPath === 'inset(50%)' || isCutAway(element.parentElement));
        const texts = [...document.querySelectorAll('#header *, #main *')].filter((element) => isText(element) && boxOf(element).height > 2 && !isCutAway(element));
        const wrong = [];
        texts.forEach((one, at) => {
          const a = boxOf(one);
          for (const other of texts.slice(at + 1)) {
            const b = boxOf(other);
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 2 && high > 4) wrong.push(`"${one.textContent}" and "${other.textContent}"`);
          }
          one.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = boxOf(one);
          const hit = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
          const own = hit === one || one.contains(hit) || hit?.contains(one) || hit?.parentElement?.contains(one);
          if (!own) wrong.push(`"${one.textContent}" lies under <${hit?.localName} class="${hit?.className}">`);
        });
        return wrong;
      });
      assert.deepEqual(found, [], name);
      await page.context().close();
    }
  }
});

test('both modes give assistive technology the same names in the same order', async () => {
  for (const name of names) {
    const [text, drawn] = [await showing(name), await showing(name, { ...DESKTOP, drawn: true })];
    assert.deepEqual(await accessibleNames(drawn, name), await accessibleNames(text, name));
    await text.context().close();
    await drawn.context().close();
  }
});

test('an untouched page draws no frame in five seconds, and a movement at most three', async () => {
  const page = await showing('question', { ...DESKTOP, drawn: true });
  const frames = () => page.evaluate(() => Number(document.getElementById('canvas').dataset.frames));
  const start = await frames();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 5000))); // the claim is about time itself
  assert.equal(await frames(), start);
  await page.mouse.move(640, 640);
  await page.waitForFunction((before) => Number(document.getElementById('canvas').dataset.frames) > before, start);
  await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true');
  assert.ok((await frames()) - start <= 3, `${(await frames()) - start} frames after one movement`);
  await page.context().close();
});

test('a press on the canvas reaches what is drawn there, and the focus follows', async () => {
  const page = await showing('question', { ...DESKTOP, drawn: true });
  const option = page.getByRole('radio', { name: 'Chưa đăng ký kết hôn với ai', exact: true });
  await option.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  const box = await option.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const chosen = await page.evaluate(() => globalThis.gallery.messages.at(-1));
  assert.deepEqual(chosen, { type: 'choose', id: 'f.state', option: 'single' });
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-f.state/single');
  await page.context().close();
});

test('every element of the mirror lies where the painter has drawn it', async () => {
  for (const name of names) {
    for (const options of [DESKTOP, PHONE]) {
      const page = await showing(name, { ...options, drawn: true });
      const wrong = await page.evaluate(() =>
        [...document.querySelectorAll('#mirror .placed')].flatMap((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const [left, top, wide, high] = element.dataset.rect.split(' ').map(Number);
          const off = Math.max(Math.abs(x + scrollX - left), Math.abs(y + scrollY - top), Math.abs(width - wide), Math.abs(height - high));
          return off > 1 ? [`${element.dataset.place}: ${[x, y, width, height]} instead of ${element.dataset.rect}`] : [];
        }),
      );
      assert.deepEqual(wrong, [], name);
      await page.context().close();
    }
  }
});

test('an error link takes the focus to the field it is about', async () => {
  for (const drawn of [false, true]) {
    const page = await showing('question', { ...DESKTOP, drawn });
    await page.getByRole('link', { name: 'Số căn cước có 12 chữ số; bạn đã nhập 11.' }).evaluate((element) => element.click());
    await page.waitForFunction(() => document.activeElement.id === 'f-f.id');
    await page.context().close();
  }
});

test('announcements are new children of regions that were there from the start', async () => {
  const page = await showing('question');
  await page.evaluate(() => {
    globalThis.spoken = [];
    for (const id of ['polite', 'assert']) {
      new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) globalThis.spoken.push(`${id}: ${node.textContent}`);
      }).observe(document.getElementById(id), { childList: true });
    }
  });
  const say = (n, text, assertive) => page.evaluate(([next, words]) => globalThis.gallery.show({ ...next, say: words }), [fixture('question'), { n, text, assertive }]);
  await say(1, 'Đã lưu');
  await page.waitForFunction(() => globalThis.spoken.length === 1);
  await say(2, 'Cũ', false);
  await say(3, 'Đã lưu', true);
  await page.waitForFunction(() => globalThis.spoken.length === 2);
  assert.deepEqual(await page.evaluate(() => globalThis.spoken), ['polite: Đã lưu', 'assert: Đã lưu']);
  await page.context().close();
});

test('what was said about one page is not found at the end of the next', async () => {
  const page = await showing('question');
  await page.evaluate((next) => globalThis.gallery.show(next), { ...fixture('question'), say: { n: 1, text: 'Đã lưu' } });
  await page.waitForFunction(() => document.getElementById('polite').textContent === 'Đã lưu');
  await page.evaluate((next) => globalThis.gallery.show(next), { ...fixture('start'), say: { n: 1, text: 'Đã lưu' } });
  assert.equal(await page.evaluate(() => document.getElementById('polite').textContent), '');
  await page.context().close();
});
