// What can be done with a slip, on the real programs: its appointment is seen, moved, exchanged for an
// earlier one by waiting, saved to a calendar, cancelled and had again.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { slotsOf } from '../http/support/appointments.mjs';
import { Citizen } from '../http/support/citizen.mjs';
import { lanes } from '../http/support/stack.mjs';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, isDrawn, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, mirrorDriver, pointerDriver, touchDriver } from './support/drivers.mjs';
import { answer, takeJourney } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { say } from './support/texts.mjs';

const shots = resolve(import.meta.dirname, '../../build/screenshots');
const WAYS = [
  { name: 'slip-keyboard', options: DESKTOP, driver: keyboardDriver, mode: 'canvas' },
  { name: 'slip-phone', options: PHONE, driver: touchDriver, mode: 'canvas' },
  { name: 'slip-text-phone', options: PHONE, driver: touchDriver, mode: 'text' },
  { name: 'slip-mirror', options: DESKTOP, driver: mirrorDriver, mode: 'canvas' },
];

useStack();

/** A picture of the whole page, which is no wider than the window; axe finds nothing. */
async function look(page, way, name) {
  mkdirSync(join(shots, way.name), { recursive: true });
  const size = page.viewportSize();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= size.width, `${name} is too wide`);
  const settle = async (height) => {
    await page.setViewportSize({ width: size.width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    if (await isDrawn(page)) {
      await page.waitForFunction(() => document.getElementById('canvas').clientHeight === innerHeight && document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
    }
  };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if ((await page.locator('#layer > *').count()) === 0) await settle(Math.min(Math.max(height, size.height), 4000));
  await page.screenshot({ path: join(shots, way.name, `${name}.png`), animations: 'disabled' });
  await settle(size.height);
  await assertAccessible(page, `${name}, ${way.name}`);
}

async function opened(way, path) {
  const page = await openPage(browser, way.options);
  await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.mode);
  await page.goto(`${stack.url}${path}`);
  if (way.mode === 'canvas') await painterReady(page);
  return page;
}

/** At home, with the slip in hand. */
async function lookUp(page, by, { code, secret }) {
  await atPage(page, 'look_up');
  await by.fill(say('receipt.code'), code);
  await by.fill(say('receipt.secret'), secret);
  await by.press(say('look_up.go'));
  await page.locator('#main .timeline').waitFor({ state: 'attached' });
  await by.press(say('slip.open'));
  await atPage(page, 'appointment');
  await page.locator('#main .summary').waitFor({ state: 'attached' });
}

const times = (page) => page.locator('#main').getByRole('radiogroup').first();
const done = (page, key) => page.locator('#main .notice.tone-success').filter({ hasText: say(key) }).waitFor({ state: 'attached' });

/** The first time of the first day that has any; answers what it is called. */
async function chooseFirst(page, by, action) {
  await atPage(page, 'appointment.move');
  await times(page).waitFor({ state: 'attached' });
  const group = (await times(page).locator('legend').textContent()).trim();
  const time = (await times(page).locator('label').first().textContent()).trim();
  await by.choose(group, time);
  await by.press(say(action));
  await atPage(page, 'appointment');
  return time;
}

/** So many of the office's next times are full; answers who has the one appointment among those who sit there. */
async function fillFirst(client, slots) {
  const holder = new Citizen(client);
  await holder.complete(slots[0]);
  for (let i = 1; i < lanes; i += 1) assert.equal((await new Citizen(client).hold(slots[0])).status, 201);
  return holder;
}

test('an appointment is booked, looked up, moved, exchanged by waiting, saved and cancelled', async () => {
  const way = { name: 'slip-desktop', options: DESKTOP, driver: pointerDriver, mode: 'canvas' };
  const page = await opened(way, '/');
  const by = way.driver(page);
  const receipt = await takeJourney(page, by, async () => {});
  const client = stack.client();
  const slots = await slotsOf(client, stack.offices[0]);
  const holder = await fillFirst(client, slots);
  await page.goto(`${stack.url}/tra-cuu`);
  await lookUp(page, by, receipt);
  await look(page, way, 'appointment');
  assert.ok(!page.url().includes(receipt.secret));

  await by.press(say('slip.move'));
  await atPage(page, 'appointment.move');
  await times(page).waitFor({ state: 'attached' });
  await look(page, way, 'appointment.move');
  const time = await chooseFirst(page, by, 'slip.move_to');
  await done(page, 'slip.booked');
  assert.ok((await answer(page, say('check.time'))).startsWith(time.slice(0, 5)));
  await look(page, way, 'appointment-moved');

  await by.press(say('slip.wait'));
  await atPage(page, 'appointment.wait');
  await times(page).waitFor({ state: 'attached' });
  await look(page, way, 'appointment.wait');
  await by.choose(say('slip.wish'), (await times(page).locator('label').first().textContent()).trim());
  await by.press(say('slip.join'));
  await atPage(page, 'appointment');
  await done(page, 'slip.waits');
  await look(page, way, 'appointment-waiting');
  assert.equal((await holder.appointment('cancel')).status, 200);
  await by.press(say('receipt.refresh'));
  await page.locator('#main .notice.tone-warning').waitFor({ state: 'attached' });
  await look(page, way, 'appointment-offer');
  await by.press(say('slip.take'));
  await done(page, 'slip.booked');

  const saved = page.waitForEvent('download');
  await by.press(say('slip.file'));
  const download = await saved;
  assert.equal(download.suggestedFilename(), 'lich-hen.ics');
  const file = Buffer.concat(await (await download.createReadStream()).toArray()).toString();
  assert.match(file, /^BEGIN:VCALENDAR\r\n/);
  assert.match(file, /\r\nSEQUENCE:2\r\n/);

  await by.press(say('slip.cancel'));
  await by.press(say('slip.keep'));
  await by.press(say('slip.cancel'));
  await look(page, way, 'appointment-cancel');
  await by.press(say('slip.cancel_yes'));
  await done(page, 'slip.cancelled');
  await look(page, way, 'appointment-cancelled');
  await page.goBack();
  await page.goForward();
  await atPage(page, 'appointment');
  assert.deepEqual(page.faults.filter((fault) => !fault.includes('404')), []); // not on the waiting list
  await page.context().close();
});

for (const way of WAYS) {
  test(`an appointment is moved, cancelled and had again (${way.name})`, async () => {
    const client = stack.client();
    const slots = await slotsOf(client, stack.offices[0]);
    const citizen = new Citizen(client);
    await citizen.complete(slots.filter(({ free }) => free > 2).at(-1));
    const page = await opened(way, '/tra-cuu');
    const by = way.driver(page);
    await lookUp(page, by, citizen.receipt);
    await look(page, way, 'appointment');
    await by.press(say('slip.move'));
    await atPage(page, 'appointment.move');
    await times(page).waitFor({ state: 'attached' });
    await look(page, way, 'appointment.move');
    await by.press(say('slip.move_to'));
    await page.waitForFunction(() => document.querySelector('#main .errors') !== null);
    await chooseFirst(page, by, 'slip.move_to');
    await done(page, 'slip.booked');
    await by.press(say('slip.cancel'));
    await look(page, way, 'appointment-cancel');
    await by.press(say('slip.cancel_yes'));
    await done(page, 'slip.cancelled');
    await look(page, way, 'appointment-cancelled');
    await by.press(say('slip.choose'));
    await chooseFirst(page, by, 'slip.book');
    await done(page, 'slip.booked');
    assert.deepEqual(page.faults.filter((fault) => !fault.includes('404')), []);
    await page.context().close();
  });
}
