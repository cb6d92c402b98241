// Papers fetched at home, on the real programs: a person asks for it with the slip, the courier's phone shows the door,
// both enter the other's number, a clerk takes the papers, and the person sees each step.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Citizen, findSlot } from '../http/support/citizen.mjs';
import { halfDayOf, openWindow } from '../http/support/pickups.mjs';
import { clerks, courier, password } from '../http/support/stack.mjs';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, mirrorDriver, pointerDriver, touchDriver } from './support/drivers.mjs';
import { answer } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { say } from './support/texts.mjs';

const shots = resolve(import.meta.dirname, '../../build/screenshots');
const WAYS = [
  { name: 'pickup-keyboard', options: DESKTOP, driver: keyboardDriver, mode: 'canvas' },
  { name: 'pickup-text-phone', options: PHONE, driver: touchDriver, mode: 'text' },
  { name: 'pickup-mirror', options: DESKTOP, driver: mirrorDriver, mode: 'canvas' },
];

useStack();
/** When the one window begins that is soon enough to set out for; 0: it is not open yet. */
let at = 0;

async function look(page, folder, name) {
  mkdirSync(join(shots, folder), { recursive: true });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= page.viewportSize().width, `${name} is too wide`);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(shots, folder, `${name}.png`), fullPage: true, animations: 'disabled' });
  await assertAccessible(page, `${name}, ${folder}`);
}

/** Somebody who has handed in, looking at what there is to say of fetching the papers. */
async function atThePickup(way) {
  at ||= await openWindow(stack, { stops: 20 });
  const client = stack.client();
  const citizen = new Citizen(client);
  await citizen.complete(await findSlot(client, 1, stack.offices[0]));
  const page = await openPage(browser, way.options);
  await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.mode);
  await page.goto(`${stack.url}/tra-cuu`);
  if (way.mode === 'canvas') await painterReady(page);
  const by = way.driver(page);
  await atPage(page, 'look_up');
  await by.fill(say('receipt.code'), citizen.receipt.code);
  await by.fill(say('receipt.secret'), citizen.receipt.secret);
  await by.press(say('look_up.go'));
  await page.locator('#main .timeline').waitFor({ state: 'attached' });
  await by.press(say('slip.open'));
  await atPage(page, 'appointment');
  await by.press(say('slip.pickup'));
  await atPage(page, 'pickup');
  return { page, by };
}

const radios = (page, name) => page.locator('#main').getByRole('radiogroup', { name, exact: true });
const done = (page, key) => page.locator('#main .notice.tone-success').filter({ hasText: say(key) }).waitFor({ state: 'attached' });

/** The first window; answers the person's number. */
async function ask({ page, by }, way) {
  await look(page, way.name, 'pickup-offer');
  await by.press(say('pickup.ask'));
  await atPage(page, 'pickup.form');
  await by.press(say('pickup.send'));
  await page.waitForFunction(() => document.querySelector('#main .errors') !== null);
  await by.choose(say('pickup.commune'), 'Xã Trà Cú');
  await by.fill(say('pickup.line'), 'Số nhà 7, ấp Ví Dụ');
  await by.fill(say('pickup.telephone'), '0901234567');
  await by.choose(say('pickup.window'), (await radios(page, say('pickup.window')).getByRole('radio').first().evaluate((radio) => radio.labels[0].querySelector('.name')?.textContent ?? radio.labels[0].textContent)).trim());
  await look(page, way.name, 'pickup-form');
  await by.press(say('pickup.send'));
  await atPage(page, 'pickup');
  await done(page, 'pickup.asked');
  await look(page, way.name, 'pickup-asked');
  return (await answer(page, say('pickup.own_number'))).replace(/\D/g, '').slice(0, 6);
}

/** The plain page, signed in. */
async function atTheRound(user, options) {
  const page = await openPage(browser, options);
  await page.goto(`${stack.url}/giao-nhan`);
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('#signed_in').waitFor();
  if (user === courier) {
    const { day, half } = Object.fromEntries(new URLSearchParams(halfDayOf(at)));
    await page.getByLabel('Ngày').fill(day);
    await page.getByLabel(half === 'morning' ? 'Buổi sáng' : 'Buổi chiều').check();
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
  }
  return page;
}
const said = (page, text) => page.locator('#done').filter({ hasText: text }).waitFor();

test('papers are asked for, fetched, carried and delivered, each hand with the number of the other', async () => {
  const way = { name: 'pickup-desktop', options: DESKTOP, driver: pointerDriver, mode: 'canvas' };
  const { page, by } = await atThePickup(way);
  const number = await ask({ page, by }, way);
  assert.match(number, /^\d{6}$/);

  const rider = await atTheRound(courier, PHONE);
  const door = rider.locator('#stops > li').first();
  await door.waitFor();
  assert.match(await door.textContent(), /ấp Ví Dụ/);
  await look(rider, 'courier', 'round');
  await door.getByRole('button', { name: 'Bắt đầu đi đến đây' }).click();
  await said(rider, 'đang đến');
  await door.getByRole('button', { name: /^Không gặp/ }).click();
  await said(rider, 'không nhận được');
  await door.getByRole('button', { name: /^Hoàn tác/ }).click();
  await said(rider, 'đang đến');
  const couriers = (await door.locator('.shown strong').textContent()).trim();
  await look(rider, 'courier', 'door');

  await by.press(say('receipt.refresh'));
  await page.locator('#main').getByRole('button', { name: say('pickup.meet') }).waitFor({ state: 'attached' });
  await by.fill(say('pickup.number'), number);
  await by.press(say('pickup.meet'));
  await page.locator('#main').getByText(say('finding.pickup_number')).first().waitFor({ state: 'attached' });
  await look(page, way.name, 'pickup-wrong-number');
  await by.fill(say('pickup.number'), couriers);
  await by.press(say('pickup.meet'));
  await done(page, 'pickup.met');
  await look(page, way.name, 'pickup-met');

  await door.getByLabel('Số của người dân').fill(couriers);
  await door.getByRole('button', { name: 'Đã nhận giấy tờ' }).click();
  await rider.locator('#problem').filter({ hasText: 'Số này không đúng' }).waitFor();
  await door.getByLabel('Số của người dân').fill(number);
  await door.getByRole('button', { name: 'Đã nhận giấy tờ' }).click();
  await said(rider, 'đã nhận giấy tờ');
  await look(rider, 'courier', 'carried');
  await by.press(say('receipt.refresh'));
  await page.locator('#main').getByText(say('pickup.state.collected')).first().waitFor({ state: 'attached' });

  const clerk = await atTheRound(clerks.first, DESKTOP);
  const offices = (await clerk.locator('#carried .shown strong').textContent()).trim();
  await look(clerk, 'courier', 'clerk');
  await rider.getByLabel(/^Số của cơ quan/).fill(offices);
  await rider.getByRole('button', { name: 'Đã giao tại cơ quan' }).click();
  await said(rider, 'đã giao tại cơ quan');
  await by.press(say('receipt.refresh'));
  await page.locator('#main').getByText(say('pickup.state.delivered')).first().waitFor({ state: 'attached' });
  await look(page, way.name, 'pickup-delivered');
  for (const one of [page, rider, clerk]) assert.doesNotMatch(one.url(), /\d{6}|@|\?/);
  await rider.getByRole('button', { name: 'Đăng xuất' }).click();
  await rider.locator('#sign_in').waitFor();
  assert.equal(await rider.locator('#stops > li').count(), 0, 'nothing of it stays on the telephone');
  for (const one of [page, rider, clerk]) await one.context().close();
});

for (const way of WAYS) {
  test(`a pickup is asked for, changed and cancelled: ${way.name}`, async () => {
    const { page, by } = await atThePickup(way);
    await ask({ page, by }, way);
    await by.press(say('pickup.change'));
    await atPage(page, 'pickup.form');
    await by.fill(say('pickup.line'), 'Số nhà 8, ấp Ví Dụ');
    await by.press(say('pickup.send'));
    await done(page, 'pickup.asked');
    assert.match(await answer(page, say('pickup.address')), /^Số nhà 8/);
    await by.press(say('pickup.cancel'));
    await by.press(say('pickup.cancel_yes'));
    await done(page, 'pickup.cancelled');
    await page.context().close();
  });
}
