// Calendars, charts, maps and previews of files: what each gives to people who do not see the picture.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESKTOP, PHONE, openPage } from './support/browser.mjs';
import { fixture } from './support/gallery.mjs';
import { browser, gallery, picturesFolder, useGallery } from './support/setup.mjs';

const shots = picturesFolder('figures');
useGallery();

async function showing(name, { drawn = false, ...options } = DESKTOP) {
  const page = await openPage(browser, options);
  await page.goto(gallery.url);
  await page.waitForFunction(() => globalThis.gallery);
  if (drawn) {
    await page.evaluate((first) => globalThis.gallery.show({ ...first, id: 'before' }), fixture('start'));
    await page.evaluate(() => globalThis.gallery.prepare());
  }
  await page.evaluate((next) => globalThis.gallery.show(next), fixture(name));
  if (drawn) await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true');
  return page;
}

const lastMessage = (page) => page.evaluate(() => globalThis.gallery.messages.at(-1));

/** Whether an image can be had from this address. */
function loads(page, url) {
  return page.evaluate((address) => new Promise((done) => {
    const image = new Image();
    image.addEventListener('load', () => done(true));
    image.addEventListener('error', () => done(false));
    image.src = address;
  }), url);
}

for (const drawn of [false, true]) {
  const mode = drawn ? 'drawn' : 'text mode';

  test(`${mode}: the calendar is a table of buttons that say the whole day, walked with Tab`, async () => {
    const page = await showing('calendar', { ...DESKTOP, drawn });
    const table = page.getByRole('table', { name: 'Chọn ngày' });
    assert.equal(await table.getByRole('columnheader').count(), 7);
    assert.equal(await table.getByRole('columnheader', { name: 'Chủ nhật', exact: true }).count(), 1);
    assert.equal(await table.getByRole('row').count(), 3);
    const today = table.getByRole('button', { name: 'Thứ Ba, 24/11/2026, hôm nay: sắp hết, còn 2 chỗ', exact: true });
    assert.equal(await today.getAttribute('aria-current'), 'date');
    const chosen = table.getByRole('button', { pressed: true });
    assert.equal(await chosen.count(), 1);
    await today.focus();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'f-day.2026-11-26', 'days that cannot be had are passed over');
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastMessage(page), { type: 'press', id: 'day.2026-11-26' });
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test(`${mode}: a chart has its whole table for screen readers, shown or not`, async () => {
    const page = await showing('chart', { ...DESKTOP, drawn });
    const table = page.getByRole('region', { name: 'Hồ sơ nhận mỗi ngày' }).getByRole('table');
    assert.equal(await table.getByRole('row').count(), 15);
    assert.equal(await table.getByRole('cell', { name: '1.240', exact: true }).count(), 1);
    assert.equal(await page.locator('.plot').first().isVisible(), !drawn, 'the picture is seen once');
    const shut = page.getByRole('button', { name: 'Xem dạng bảng', exact: true });
    assert.equal(await shut.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.getByRole('button', { name: 'Ẩn bảng số liệu', exact: true }).getAttribute('aria-expanded'), 'true');
    await shut.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await lastMessage(page), { type: 'press', id: 'received.table' });
    await page.context().close();
  });

  test(`${mode}: a pin is pressed by pointer, and the list serves everybody else`, async () => {
    const page = await showing('map', { ...DESKTOP, drawn });
    assert.equal(await page.locator('.map-bar').isVisible(), !drawn, 'the scale is seen once');
    const panel = await page.getByRole('img', { name: 'Các nơi tiếp nhận trên bản đồ', exact: true }).boundingBox();
    await page.mouse.click(panel.x + panel.width * 0.86, panel.y + panel.height * 0.82);
    assert.deepEqual(await lastMessage(page), { type: 'press', id: 'pin.o2' });
    await page.getByRole('radio', { name: '2. Một cửa xã Thử Nghiệm', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await lastMessage(page), { type: 'choose', id: 'office', option: 'o2' });
    await page.context().close();
  });

  test(`${mode}: a picked picture is previewed from this window's own bytes until it is dropped`, async () => {
    const page = await showing('documents', { ...PHONE, drawn });
    const requests = [];
    page.on('request', (request) => requests.push(request.url()));
    const name = 'Ảnh xem trước của tệp ảnh chụp trang hai của bản án có hiệu lực pháp luật.jpg';
    const image = page.getByRole('img', { name, exact: true });
    assert.equal(await image.evaluate((element) => element.naturalWidth), 0);
    await page.evaluate(() => globalThis.gallery.pick(2, 48, 64));
    await image.evaluate((element) => element.decode());
    assert.deepEqual(await image.evaluate((element) => [element.naturalWidth, element.naturalHeight]), [48, 64]);
    assert.ok(await image.evaluate((element) => getComputedStyle(element).opacity === '1' && element.getBoundingClientRect().width === 72));
    await page.screenshot({ path: join(shots, `preview-${drawn ? 'drawn' : 'text'}.png`), animations: 'disabled' });
    const url = await image.evaluate((element) => element.src);
    assert.match(url, /^blob:/);
    assert.equal(await loads(page, url), true);
    await page.evaluate(() => globalThis.gallery.drop(2));
    assert.equal(await loads(page, url), false);
    assert.deepEqual(requests.filter((address) => !address.startsWith('blob:')), []);
    await page.context().close();
  });
}

test('every theme shows the figures', async () => {
  for (const name of ['calendar', 'chart', 'map', 'documents']) {
    for (const drawn of [false, true]) {
      for (const [theme, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['contrast', { contrast: 'more' }]]) {
        for (const [size, screen] of [['desktop', DESKTOP], ['phone', PHONE]]) {
          const page = await showing(name, { ...screen, ...options, drawn });
          assert.deepEqual(page.faults, [], `${name}, ${theme}`);
          await page.screenshot({ path: join(shots, `${name}-${drawn ? 'drawn' : 'text'}-${theme}-${size}.png`), fullPage: !drawn, animations: 'disabled' });
          await page.context().close();
        }
      }
    }
  }
});
