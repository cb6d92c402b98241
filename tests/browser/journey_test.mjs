// A dossier from the first question to the receiver, taken in every way a person may take
// it, on the real programs; what arrives is compared with what was entered.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { accessibleNames, assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, isDrawn, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, mirrorDriver, pointerDriver, touchDriver } from './support/drivers.mjs';
import { paper, person, takeJourney } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { clerks, password } from './support/stack.mjs';
import { optionLabel, say } from './support/texts.mjs';

const shots = resolve(import.meta.dirname, '../../build/screenshots');
const WAYS = [
  { name: 'by pointer on the canvas', folder: 'pointer-desktop', options: DESKTOP, driver: pointerDriver, drawn: true },
  { name: 'by keyboard alone', folder: 'keyboard-desktop', options: DESKTOP, driver: keyboardDriver, drawn: true },
  { name: 'through the mirror', folder: 'mirror-desktop', options: DESKTOP, driver: mirrorDriver, drawn: true },
  { name: 'by touch on a phone', folder: 'touch-phone', options: PHONE, driver: touchDriver, drawn: true },
  { name: 'in text mode', folder: 'text-desktop', options: DESKTOP, driver: pointerDriver, drawn: false },
  { name: 'in text mode on a phone', folder: 'text-phone', options: PHONE, driver: touchDriver, drawn: false },
];

useStack();

/** Keeps a picture of the page as it is seen, and of what lies below the first screen. */
async function photograph(page, folder, name) {
  mkdirSync(join(shots, folder), { recursive: true });
  const file = join(shots, folder, `${name}.png`);
  if (!(await isDrawn(page))) {
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled', scale: 'css' });
    return;
  }
  // The canvas is as large as the window: for one picture the window is as tall as the page.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const settle = () => page.waitForFunction(() => document.getElementById('canvas').clientHeight === innerHeight && document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
  await page.setViewportSize({ width: size.width, height: Math.min(Math.max(height, size.height), 4000) });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await settle();
  await page.screenshot({ path: file });
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await settle();
}

async function handIn(way) {
  const page = await openPage(browser, way.options);
  await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.drawn ? 'canvas' : 'text');
  await page.goto(stack.url);
  await atPage(page, 'start');
  // The painter comes after the first page stands; a person reads that page meanwhile.
  if (way.drawn) await painterReady(page);
  const receipt = await takeJourney(page, way.driver(page), async (name) => {
    assert.equal(await isDrawn(page), way.drawn && name !== 'start', `${name} is drawn`);
    await photograph(page, way.folder, name);
    await assertAccessible(page, `${name}, ${way.name}`);
    const names = await accessibleNames(page, name);
    assert.ok(names.some((line) => line.startsWith('heading ')), `${name} has a heading`);
  });
  assert.deepEqual(page.faults, []);
  await page.context().close();
  return receipt;
}

/** What the receiver got under this code. */
async function delivered(code) {
  for (;;) {
    const found = (await stack.received()).find((each) => each.code === code);
    if (found) return stack.receivedContents(found.receipt);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function assertReceived(receipt) {
  const { envelope, files } = await delivered(receipt.code);
  assert.deepEqual(envelope.form.answers, person.answers);
  assert.equal(files.length, 1);
  assert.equal(files[0].name, paper.name);
  assert.equal(files[0].sha256, createHash('sha256').update(paper.buffer).digest('hex'));
  assert.equal(files[0].size, paper.buffer.length); // it has compared the content with the digest itself
}

/** The clerk signs in, opens the dossier, sees what was entered, and marks it received. */
async function assertClerkSees(receipt, way) {
  const page = await openPage(browser, way.options);
  await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.drawn ? 'canvas' : 'text');
  const by = way.driver(page);
  const look = async (name) => {
    await photograph(page, way.folder, name);
    await assertAccessible(page, `${name}, ${way.name}`);
  };
  await page.goto(`${stack.url}/ban-tiep-nhan`);
  await atPage(page, 'desk.sign_in');
  if (way.drawn) await painterReady(page);
  await look('desk.sign_in');
  await by.fill(say('desk.user'), clerks.first);
  await by.fill(say('desk.password'), password);
  await by.press(say('desk.sign_in'));
  await atPage(page, 'desk.list');
  await page.getByRole('link', { name: receipt.code, exact: true }).waitFor({ state: 'attached' });
  await look('desk.list');
  await by.press(say('statistics.title'));
  await atPage(page, 'desk.statistics');
  await page.locator('#main .chart').first().waitFor({ state: 'attached' });
  await look('desk.statistics');
  await by.press(say('statistics.table'));
  await page.waitForFunction(() => document.querySelector('#main .chart.open'));
  await look('desk.statistics-table');
  await by.press(say('desk.to_list'));
  await atPage(page, 'desk.list');
  await page.getByRole('link', { name: receipt.code, exact: true }).waitFor({ state: 'attached' });
  await by.press(receipt.code);
  await atPage(page, 'desk.dossier');
  await page.locator('#main .summary').first().waitFor({ state: 'attached' });
  await look('desk.dossier');
  const all = await page.locator('#main').evaluate((main) => main.textContent);
  for (const text of ['NGUYỄN THỊ ÁNH TUYẾT', '27/03/1990', '084190001234', '0901234567', 'Số nhà 12, ấp Ví Dụ', 'Xã Trà Cú', optionLabel('xn_tinh_trang', 'chua_ket_hon'), optionLabel('muc_dich', 'vay_von'), paper.name]) {
    assert.ok(all.includes(text), `the clerk does not see "${text}"`);
  }
  const opener = await page.locator('#main').getByRole('link', { name: `Mở tệp ${paper.name}` }).textContent();
  const download = page.waitForEvent('download');
  await by.press(opener);
  const stream = await (await download).createReadStream();
  assert.deepEqual(Buffer.concat(await stream.toArray()), paper.buffer);
  await by.press(say('desk.receive'));
  await look('desk.receive');
  await by.press(say('desk.receive_yes'));
  await page.waitForFunction(() => !document.querySelector('#main button.tone-primary'));
  await look('desk.received');
  const askedForSession = 'console: Failed to load resource: the server responded with a status of 401 (Unauthorized)';
  assert.deepEqual(page.faults, [askedForSession]);
  await page.context().close();
}

/** Code and secret together show the state; the code with a wrong secret shows nothing. */
async function assertLookUp(receipt, way) {
  const page = await openPage(browser, way.options);
  const by = mirrorDriver(page);
  await page.goto(`${stack.url}/tra-cuu`);
  await atPage(page, 'look_up');
  await by.fill(say('receipt.code'), receipt.code);
  await by.fill(say('receipt.secret'), 'KHONGPHAIMANAY');
  await by.press(say('look_up.go'));
  await page.locator('#main .notice.tone-error').first().waitFor({ state: 'attached' });
  assert.equal(await page.locator('#main .timeline').count(), 0);
  await by.fill(say('receipt.secret'), receipt.secret);
  await by.press(say('look_up.go'));
  await page.locator('#main .timeline').waitFor({ state: 'attached' });
  await photograph(page, way.folder, 'look_up');
  await assertAccessible(page, 'look_up');
  await page.context().close();
}

for (const way of WAYS) {
  describe(`a dossier handed in ${way.name}`, () => {
    let receipt;
    test('goes from the first question to the receipt', async () => {
      receipt = await handIn(way);
    });
    const handedIn = (check) => () => {
      assert.ok(receipt, 'there is no receipt');
      return check(receipt, way);
    };
    test('reaches the receiver with what was entered, file included', handedIn(assertReceived));
    test('is what the clerk sees, and the clerk receives it', handedIn(assertClerkSees));
    test('can be asked for with its code and secret, not with the code alone', handedIn(assertLookUp));
  });
}
