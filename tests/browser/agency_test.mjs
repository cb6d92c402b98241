// Pages of one agency: its name, its colours in every theme, its emblem, as HTML and drawn.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { programs } from '../http/support/stack.mjs';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, openPage } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { drawnProcedure } from './support/drawn.mjs';
import { browser, picturesFolder, root, stack, temporaryFolder, useStack } from './support/setup.mjs';
import { say } from './support/texts.mjs';

const shots = picturesFolder('agency');
const NAME = 'Một cửa Sông Mẫu';
const ACCENT = [0x8a, 0x15, 0x38];
const THEMES = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['contrast', { contrast: 'more' }],
];

let look;
useStack(() => {
  const folder = temporaryFolder('agency');
  const profile = join(root, 'tests/fixtures/agencies/co-quan-mau.json');
  const text = execFileSync(programs.motcua, ['agency', 'site', profile], { encoding: 'utf8' });
  look = JSON.parse(text);
  writeFileSync(join(folder, 'agency.json'), text);
  return { pages: bundle(join(folder, 'pages'), { agency: join(folder, 'agency.json') }) };
});

const style = (locator, name) => locator.evaluate((element, property) => getComputedStyle(element)[property], name);
const rgb = (channels) => `rgb(${channels.join(', ')})`;
const channelsOf = (number) => [(number >> 16) & 255, (number >> 8) & 255, number & 255];
/** The agency's own colour of a role (its number in colour::Colour) in a theme, if it has one. */
const ownColour = (theme, role) => {
  const numbers = look.colours[theme];
  const at = numbers.findIndex((number, i) => i % 2 === 0 && number === role);
  return at < 0 ? undefined : channelsOf(numbers[at + 1]);
};
const PRIMARY = 7;
const HEADER = 12;

/** How many pixels of what is seen have this colour. */
async function pixels(page, channels) {
  const picture = (await page.screenshot({ scale: 'css' })).toString('base64');
  return page.evaluate(
    async ([data, [red, green, blue]]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const all = context.getImageData(0, 0, image.width, image.height).data;
      let found = 0;
      for (let i = 0; i < all.length; i += 4) if (all[i] === red && all[i + 1] === green && all[i + 2] === blue) found += 1;
      return found;
    },
    [picture, channels],
  );
}

test('the first page is the agency’s before any script has run', async () => {
  const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(stack.url);
  assert.equal(await page.locator('#header a').first().textContent(), NAME);
  assert.ok((await page.title()).endsWith(`– ${NAME}`));
  assert.equal(await style(page.locator('#header'), 'backgroundColor'), rgb(ownColour('light', HEADER)));
  assert.equal(await page.locator('meta[name=theme-color]').getAttribute('content'), `#${ownColour('light', HEADER).map((one) => one.toString(16).padStart(2, '0')).join('')}`);
  await page.goto(`${stack.url}/noi-tiep-nhan`);
  assert.equal(await page.locator('#header a').first().textContent(), NAME);
  await page.context().close();
});

test('as text its colours are used in every theme, with the contrast that there must be', async () => {
  for (const [theme, wanted] of THEMES) {
    const page = await openPage(browser, { ...DESKTOP, ...wanted });
    await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
    await page.goto(`${stack.url}/thu-tuc/1.004873`);
    await atPage(page, 'procedure');
    const button = page.getByRole('button', { name: say('action.begin') });
    const primary = ownColour(theme, PRIMARY);
    if (primary) assert.equal(await style(button, 'backgroundColor'), rgb(primary), theme);
    else assert.equal(theme, 'contrast');
    assert.notEqual(await page.locator('#header a').first().evaluate((link) => getComputedStyle(link, '::before').maskImage), 'none');
    await assertAccessible(page, `a page of an agency, ${theme}`);
    await page.screenshot({ path: join(shots, `text-${theme}.png`) });
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('drawn it has the same colours', async () => {
  for (const [theme, wanted] of THEMES) {
    const page = await drawnProcedure(browser, stack.url, { ...DESKTOP, ...wanted });
    for (const role of [PRIMARY, HEADER]) {
      const own = ownColour(theme, role);
      if (own) assert.ok((await pixels(page, own)) > 1000, `${theme}: ${own}`);
    }
    await page.screenshot({ path: join(shots, `drawn-${theme}.png`) });
    await page.context().close();
  }
  assert.deepEqual(ownColour('light', PRIMARY), ACCENT);
  const phone = await drawnProcedure(browser, stack.url, PHONE);
  await phone.screenshot({ path: join(shots, 'drawn-phone.png') });
  await phone.context().close();
});

test('the theme can change while it is drawn', async () => {
  const page = await drawnProcedure(browser, stack.url, DESKTOP);
  assert.ok((await pixels(page, ACCENT)) > 1000);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
  assert.ok((await pixels(page, ownColour('dark', PRIMARY))) > 1000);
  assert.equal(await pixels(page, ACCENT), 0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
  assert.ok((await pixels(page, ACCENT)) > 1000);
  await page.context().close();
});

test('the clerk’s desk says whose it is', async () => {
  const page = await openPage(browser);
  await page.goto(`${stack.url}/ban-tiep-nhan`);
  await atPage(page, 'desk.sign_in');
  assert.equal(await page.locator('#f-agency').textContent(), NAME);
  await assertAccessible(page, 'the desk of an agency');
  await page.screenshot({ path: join(shots, 'desk.png') });
  await page.context().close();
});
