// The line's own pages: the display in the hall, and a number on a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clerks } from '../http/support/stack.mjs';
import { newKey } from '../http/support/http.mjs';
import { callNext, sit, step, takeTicket } from '../http/support/line.mjs';
import { follow } from '../../web/line/follow.js';
import { assertAccessible } from './support/axe.mjs';
import { PHONE, openPage } from './support/browser.mjs';
import { browser, picturesFolder, stack, useStack } from './support/setup.mjs';

const shots = picturesFolder('line');
const HALL = { viewport: { width: 1920, height: 1080 } };

useStack();

/** Answers as given; notes what was asked and for how long following rested. */
function scripted(...answers) {
  const seen = { headers: [], rests: [] };
  const send = async (_, { headers }) => {
    seen.headers.push(headers);
    const answer = answers.shift();
    if (!answer) throw new Error('the line is down');
    return { status: answer.status, headers: new Headers(answer.etag ? { ETag: answer.etag } : {}), json: async () => answer.json };
  };
  const rest = async (ms) => void seen.rests.push(ms);
  return { seen, send, rest };
}

test('following asks for news, rests when answered at once, and longer each time the line is down', async () => {
  const { seen, send, rest } = scripted({ status: 200, etag: '"a"', json: 1 }, { status: 304 }, { status: 200, etag: '"b"', json: 2 });
  const taken = [];
  let failures = 0;
  await follow('/x', { take: (json) => taken.push(json), broken: () => ++failures < 6 }, send, rest);
  assert.deepEqual(taken, [1, 2]);
  assert.deepEqual(seen.headers.slice(0, 3), [{}, { 'If-None-Match': '"a"', Prefer: 'wait=25' }, { 'If-None-Match': '"a"', Prefer: 'wait=25' }]);
  assert.deepEqual(seen.headers[3], { 'If-None-Match': '"b"', Prefer: 'wait=25' });
  assert.deepEqual(seen.rests, [5000, 1000, 2000, 4000, 8000, 15000]);
});

const latest = (page) => page.locator('.call.fresh').innerText().then((text) => text.split('\n'));

test('the display shows who is called where, keeps it when the line breaks, and says so', async () => {
  const office = stack.offices[0];
  const page = await openPage(browser, HALL);
  await page.goto(`${stack.url}/man-hinh/${office}`);
  await page.locator('#nobody').waitFor();
  const clerk = await stack.clerk(clerks.first);
  assert.equal((await sit(clerk, 1)).status, 200);
  const { number } = (await takeTicket(stack.client(), office, newKey())).json;
  await callNext(clerk, newKey());
  await page.locator('.call.fresh').waitFor();
  assert.deepEqual(await latest(page), [`${number}`, 'Quầy 1']);
  assert.equal(await page.locator('#broken').isVisible(), false);
  await assertAccessible(page, 'the display');
  // A capital letter of the rows is a two-hundredth of eight metres on a screen 50 cm high.
  const tall = await page.locator('.call .number').evaluate((node) => parseFloat(getComputedStyle(node).fontSize) / innerHeight);
  assert.ok(tall >= 0.115, `${tall}`);
  await page.screenshot({ path: `${shots}/hall.png` });
  await page.route('**/api/v1/board*', (route) => route.abort());
  await page.goto(`${stack.url}/man-hinh/${office}`);
  await page.locator('#broken').waitFor();
  assert.deepEqual(await latest(page), [`${number}`, 'Quầy 1'], 'what was there before');
  await page.screenshot({ path: `${shots}/hall_broken.png` });
  await page.unroute('**/api/v1/board*');
  await page.locator('#broken').waitFor({ state: 'hidden' });
  const here = (await clerk.staff('GET', '/staff/line')).json.here[0];
  await step(clerk, here, 'miss', newKey());
  await page.locator('#nobody').waitFor();
  await page.context().close();
});

test('a number is taken on a phone, which shows when it is called', async () => {
  const office = stack.offices[0];
  const clerk = await stack.clerk(clerks.first);
  await sit(clerk, 1);
  const page = await openPage(browser, PHONE);
  await page.goto(`${stack.url}/lay-so/${office}`);
  await page.getByRole('button', { name: 'Lấy số' }).click();
  assert.equal(await page.locator('#ticket').isVisible(), false, 'not before one has said what for');
  await page.getByLabel('Việc khác').check();
  await page.getByLabel('Phụ nữ mang thai').check();
  await assertAccessible(page, 'taking a number');
  await page.screenshot({ path: `${shots}/take.png`, fullPage: true });
  await page.getByRole('button', { name: 'Lấy số' }).click();
  await page.locator('#ticket').waitFor();
  assert.match(page.url(), /\/so-thu-tu#[0-9a-f]{64}$/);
  assert.equal(await page.locator('#state').textContent(), 'Đang chờ');
  assert.match(await page.locator('#stated').textContent(), /Phụ nữ mang thai/);
  assert.match(await page.locator('#wait').textContent(), /^Còn khoảng \d+ phút/);
  // The QR code says this page's address, whose secret stands behind the # alone.
  assert.equal(await page.locator('#qr svg').getAttribute('aria-label'), 'Mã QR của trang số này');
  await assertAccessible(page, 'a ticket');
  await page.screenshot({ path: `${shots}/ticket.png`, fullPage: true });
  await page.evaluate(() => (globalThis.heard = { asked: 0, tones: 0 }));
  await page.evaluate(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => void globalThis.heard.asked++;
    const begin = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function start(...when) {
      globalThis.heard.tones++;
      return begin.apply(this, when);
    };
  });
  await page.getByRole('button', { name: 'Nhắc tôi khi sắp đến lượt' }).click();
  await page.getByRole('button', { name: 'Đang nhắc. Bấm để thôi', pressed: true }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.heard.asked), 1, 'asked on a press');
  await callNext(clerk, newKey());
  await page.getByText('Mời bạn đến quầy 1').waitFor();
  assert.equal(await page.locator('#leave').isVisible(), false, 'who is called does not wait any more');
  assert.equal(await page.evaluate(() => globalThis.heard.tones), 2, 'called: heard once');
  assert.match(await page.title(), /^Mời bạn đến quầy 1/);
  await page.screenshot({ path: `${shots}/ticket_called.png` });
  await page.reload();
  await page.getByText('Mời bạn đến quầy 1').waitFor();
  await page.goto(`${stack.url}/so-thu-tu#${'0'.repeat(64)}`);
  await page.getByRole('alert').waitFor();
  await page.context().close();
});

test('the ticket pages speak the language that was chosen, and so does what the server says', async () => {
  const office = stack.offices[0];
  const clerk = await stack.clerk(clerks.first);
  await sit(clerk, 1);
  const page = await openPage(browser, PHONE);
  await page.goto(`${stack.url}/lay-so/${office}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'English', pressed: true }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByLabel('Pregnant women').check();
  await page.getByLabel('Something else').check();
  await assertAccessible(page, 'taking a number, in English');
  await page.screenshot({ path: `${shots}/take_en.png`, fullPage: true });
  await page.locator('#take_button').click();
  await page.locator('#ticket').waitFor();
  assert.match(await page.locator('#stated').textContent(), /Pregnant women/);
  assert.match(await page.locator('#rule').textContent(), /first/);
  await assertAccessible(page, 'a ticket, in English');
  await page.screenshot({ path: `${shots}/ticket_en.png`, fullPage: true });
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByText('Số của bạn', { exact: true }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
