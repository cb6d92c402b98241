// What lies over the page: the question that everything else waits for, the message at the
// bottom of the window; and the heads that a table is sorted by.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESKTOP, PHONE } from './support/browser.mjs';
import { fixture, showing as showingPage } from './support/gallery.mjs';
import { browser, gallery, picturesFolder, useGallery } from './support/setup.mjs';

const shots = picturesFolder('samples');

useGallery();

const show = (page, next) => page.evaluate((shown) => globalThis.gallery.show(shown), next);
const still = (page) => page.waitForFunction(() => !document.documentElement.classList.contains('drawn') || document.getElementById('mirror').dataset.still === 'true');
const focused = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, `f-${id}`);
const messages = (page) => page.evaluate(() => globalThis.gallery.messages);

const showing = (first, drawn, options) => showingPage(browser, gallery, first, { ...options, drawn });

/** The questions' page, without anything over it. */
const bare = () => {
  const { toast: _toast, dialog: _dialog, ...page } = fixture('dialog');
  return page;
};
const opened = (epoch = 50) => ({ ...fixture('dialog'), focus: { epoch, id: 'idle.stay' } });

for (const drawn of [false, true]) {
  const mode = drawn ? 'drawn' : 'text mode';

  test(`${mode}: a dialog takes the focus, keeps it, and gives it back`, async () => {
    const page = await showing(bare(), drawn);
    await page.locator('#f-f\\.name').focus();
    await show(page, opened());
    await focused(page, 'idle.stay');
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Tab', 'Tab']) {
      await page.keyboard.press(key);
      const where = await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('[role=alertdialog]')));
      assert.ok(where, `${key} leads behind the dialog`);
    }
    assert.equal(await page.locator('#main').evaluate((main) => main.inert), true);
    assert.equal(await page.locator('.toast').evaluate((toast) => toast.inert), true);
    await show(page, { ...bare(), focus: { epoch: 50, id: 'idle.stay' } });
    await focused(page, 'f.name');
    assert.equal(await page.locator('#main').evaluate((main) => main.inert), false);
    await page.context().close();
  });

  test(`${mode}: Escape answers a dialog with the button that loses nothing`, async () => {
    const page = await showing(bare(), drawn);
    await page.keyboard.press('Escape');
    assert.deepEqual(await messages(page), []);
    await show(page, opened());
    await focused(page, 'idle.stay');
    await page.keyboard.press('Escape');
    assert.deepEqual((await messages(page)).at(-1), { type: 'press', id: 'idle.stay' });
    await page.context().close();
  });

  test(`${mode}: behind a dialog nothing is reached with the pointer, on it its buttons are`, async () => {
    const page = await showing(bare(), drawn);
    const field = await page.locator('#f-f\\.name').boundingBox();
    await show(page, opened());
    await focused(page, 'idle.stay');
    await still(page);
    await page.mouse.click(field.x + 6, field.y + field.height / 2);
    assert.notEqual(await page.evaluate(() => document.activeElement.id), 'f-f.name');
    const before = (await messages(page)).filter(({ type }) => type === 'press');
    assert.deepEqual(before, []);
    const button = await page.locator('#f-idle\\.clear').boundingBox();
    await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
    assert.deepEqual((await messages(page)).at(-1), { type: 'press', id: 'idle.clear' });
    await page.context().close();
  });

  test(`${mode}: a toast never covers what has the focus`, async () => {
    const page = await showing(fixture('toast'), drawn, PHONE);
    const controls = await page.locator('#main input, #main button, #main a').count();
    assert.ok(controls > 5);
    await page.locator('#main input').first().focus();
    for (let i = 0; i < controls; i += 1) {
      await page.keyboard.press('Tab');
      await still(page);
      const { covered, id } = await page.evaluate(() => {
        const active = document.activeElement;
        const below = document.querySelector('.toast').getBoundingClientRect().top;
        return { id: active.id, covered: Boolean(active.closest('#main')) && active.getBoundingClientRect().bottom > below + 1 };
      });
      assert.ok(!covered, `${id} lies under the toast`);
    }
    await page.context().close();
  });

  test(`${mode}: the action of a toast is pressed where it is seen`, async () => {
    const page = await showing(fixture('toast'), drawn, PHONE);
    const button = await page.locator('#f-rows\\.undo').boundingBox();
    assert.ok(button.height >= 48, `${button.height} px high`);
    await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
    assert.deepEqual((await messages(page)).at(-1), { type: 'press', id: 'rows.undo' });
    await page.context().close();
  });

  test(`${mode}: a table says how it is sorted, and is sorted by its heads`, async () => {
    for (const options of [DESKTOP, PHONE]) {
      const page = await showing(fixture('desk.list'), drawn, options);
      assert.deepEqual(await page.locator('th[aria-sort]').evaluateAll((heads) => heads.map((head) => `${head.textContent} ${head.ariaSort}`)), ['Nhận lúc descending']);
      const head = page.getByRole('button', { name: 'Thủ tục', exact: true });
      const box = await head.boundingBox();
      assert.ok(box.height >= 48, `${box.height} px high`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      assert.deepEqual((await messages(page)).at(-1), { type: 'press', id: 'head.2' });
      await page.context().close();
    }
  });
}

test('a dialog that does not fit the window is shown in text mode', async () => {
  const page = await showing(bare(), true, { ...DESKTOP, viewport: { width: 640, height: 240 } });
  await show(page, opened());
  await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
  await focused(page, 'idle.stay');
  await page.context().close();
});

test('toast and dialog are photographed in the dark and with high contrast', async () => {
  for (const [name, scheme] of [['dark', { colorScheme: 'dark' }], ['contrast', { contrast: 'more' }], ['forced', { forcedColors: 'active' }]]) {
    for (const sample of ['toast', 'dialog', 'desk.list']) {
      const page = await showing(fixture(sample), name !== 'forced', { ...PHONE, ...scheme });
      await page.screenshot({ path: join(shots, `${sample}-${name}.png`), animations: 'disabled' });
      await page.context().close();
    }
  }
});
