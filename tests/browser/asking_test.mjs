// Trying first what will be needed, and filling in for somebody else, on the real programs: on a phone
// and a desktop, drawn and in text mode. What a helper told is there when the clerk opens the dossier.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, isDrawn, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, pointerDriver, touchDriver } from './support/drivers.mjs';
import { answer, takeJourney } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { clerks, password } from './support/stack.mjs';
import { label, optionLabel, paperLabel, recordLabel, say } from './support/texts.mjs';

const shots = resolve(import.meta.dirname, '../../build/screenshots');
const ON_PHONE = { name: 'asking-phone', options: PHONE, driver: touchDriver, mode: 'canvas' };
const IN_TEXT = { name: 'asking-text-phone', options: PHONE, driver: touchDriver, mode: 'text' };
const ON_DESKTOP = { name: 'asking-desktop', options: DESKTOP, driver: pointerDriver, mode: 'canvas' };
const BY_KEYBOARD = { name: 'asking-keyboard', options: DESKTOP, driver: keyboardDriver, mode: 'canvas' };

useStack();

/** A picture of the whole page; none is wider than the window, and axe finds nothing. */
async function look(page, way, name) {
  mkdirSync(join(shots, way.name), { recursive: true });
  const file = join(shots, way.name, `${name}.png`);
  const size = page.viewportSize();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= size.width, `${name} is too wide`);
  if (!(await isDrawn(page))) {
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled', scale: 'css' });
  } else {
    const settled = () => page.waitForFunction(() => document.getElementById('canvas').clientHeight === innerHeight && document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const [tall, photo] of [[Math.min(Math.max(height, size.height), 4000), true], [size.height, false]]) {
      await page.setViewportSize({ width: size.width, height: tall });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await settled();
      if (photo) await page.screenshot({ path: file });
    }
  }
  await assertAccessible(page, `${name}, ${way.name}`);
}

async function opened(way, path) {
  const page = await openPage(browser, way.options);
  await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.mode);
  await page.goto(`${stack.url}${path}`);
  if (way.mode === 'canvas') await painterReady(page);
  return page;
}

for (const way of [ON_PHONE, IN_TEXT, BY_KEYBOARD]) {
  test(`what will be needed is tried first, and begun with (${way.name})`, async () => {
    const page = await opened(way, '/thu-tuc/1.004873');
    const by = way.driver(page);
    const asked = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.url());
    });
    await atPage(page, 'procedure');
    await by.press(say('trial.open'));
    await atPage(page, 'trial.nyc_quan_he');
    await look(page, way, 'trial.nyc_quan_he');
    await by.press(say('action.continue'));
    await page.waitForFunction(() => document.querySelector('#main .errors') !== null);
    await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'uy_quyen'));
    await by.press(say('action.continue'));
    await atPage(page, 'trial.cap_lai');
    await by.choose(label('cap_lai'), optionLabel('cap_lai', 'yes'));
    await by.press(say('action.continue'));
    await atPage(page, 'trial');
    await look(page, way, 'trial');
    for (const paper of ['to_khai', 'van_ban_uy_quyen', 'giay_xn_cu']) {
      await page.locator('#main h3').filter({ hasText: paperLabel(paper) }).first().waitFor({ state: 'attached' });
    }
    assert.equal(await answer(page, say('trial.filling_in')), say('trial.minutes', { count: '15' }));
    assert.deepEqual(asked, []);
    await page.goBack();
    await atPage(page, 'trial.cap_lai');
    await page.goForward();
    await atPage(page, 'trial');
    await by.press(say('trial.begin'));
    await page.waitForFunction(() => document.getElementById('main').dataset.page.startsWith('question.'));
    assert.notEqual(await page.evaluate(() => document.getElementById('main').dataset.page), 'question.cho_ai');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

/** On the procedure's page: says that somebody is helped, and who helps. */
async function tellWhoHelps(page, by, way) {
  await by.tick(say('helper.on'));
  await look(page, way, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'helper');
  await by.fill(say('helper.name'), 'Lê Thị Giúp');
  await by.choose(say('helper.relation'), say('helper.relation.family'));
  await by.fill(say('question.optional', { label: say('helper.phone') }), '0912 345 678');
  await look(page, way, 'helper');
  await by.press(say('action.continue'));
  await atPage(page, 'question.cho_ai');
  await by.press(say('nav.tasks'));
  await atPage(page, 'procedure');
}

test('the clerk sees who helped to fill in', async () => {
  const way = ON_DESKTOP;
  const page = await opened(way, '/');
  const by = way.driver(page);
  const receipt = await takeJourney(page, by, async (name) => {
    if (name === 'procedure') await tellWhoHelps(page, by, way);
    if (['question.cho_ai', 'check', 'sign', 'receipt'].includes(name)) await look(page, way, name);
    if (name === 'check' || name === 'receipt') assert.match(await answer(page, say('helper.step')), /LÊ THỊ GIÚP/);
  }, recordLabel);
  assert.deepEqual(page.faults, []);
  await page.context().close();

  const desk = await opened(way, '/ban-tiep-nhan');
  const clerk = way.driver(desk);
  await atPage(desk, 'desk.sign_in');
  await clerk.fill(say('desk.user'), clerks.first);
  await clerk.fill(say('desk.password'), password);
  await clerk.press(say('desk.sign_in'));
  await atPage(desk, 'desk.list');
  await clerk.press(receipt.code);
  await atPage(desk, 'desk.dossier');
  await desk.locator('#main .summary').first().waitFor({ state: 'attached' });
  assert.equal(await answer(desk, say('helper.step')), `LÊ THỊ GIÚP\n${say('helper.relation.family')}\n0912345678`);
  await look(desk, way, 'desk.dossier');
  await desk.context().close();
});
