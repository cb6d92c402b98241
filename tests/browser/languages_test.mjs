// A third language, which is a file and nothing else: Vietnamese with its letters replaced by Khmer ones,
// which the typeface lacks. It is made here and is not one that ships.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { atPage, isDrawn, openPage } from './support/browser.mjs';
import { bundle } from './support/bundle.mjs';
import { drawnProcedure } from './support/drawn.mjs';
import { mirrorDriver, pointerDriver } from './support/drivers.mjs';
import { browser, picturesFolder, root, stack, temporaryFolder, useStack } from './support/setup.mjs';
import { procedureName, say, speak, vietnamese } from './support/texts.mjs';

const shots = picturesFolder('languages');
const OWN_NAME = 'ភាសាខ្មែរ';
const LATIN_NAME = 'Khmer';
const NARROW = { viewport: { width: 320, height: 640 } };

const consonant = (letter) => String.fromCodePoint(0x1780 + (letter.codePointAt(0) % 33));
const inKhmer = (text) => text.replace(/\{\w+\}|\p{L}/gu, (part) => (part.startsWith('{') ? part : consonant(part)));
const khmer = {
  ...Object.fromEntries(Object.entries(vietnamese).map(([key, text]) => [key, inKhmer(text)])),
  'lang.own_name': OWN_NAME,
  'lang.latin_name': LATIN_NAME,
};

useStack(() => {
  const folder = temporaryFolder('languages');
  cpSync(join(root, 'assets/lang'), join(folder, 'lang'), { recursive: true });
  writeLanguage(folder, khmer);
  return { pages: bundle(join(folder, 'pages'), { lang: join(folder, 'lang') }) };
});

function writeLanguage(place, table) {
  const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(place, 'lang/km.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

const languageOf = (locator) => locator.evaluate((element) => element.closest('[lang]').lang);

test('a whole journey can be taken in it, as text, on 320 px', async () => {
  speak(khmer);
  const { takeJourney } = await import('./support/journey.mjs');
  const page = await openPage(browser, NARROW);
  await page.goto(stack.url);
  await atPage(page, 'start');
  const button = page.getByRole('button', { name: OWN_NAME, exact: true });
  assert.equal(await button.getAttribute('lang'), 'km');
  await button.click();
  await page.waitForFunction(() => document.documentElement.lang === 'km');
  const receipt = await takeJourney(page, mirrorDriver(page), async (name) => {
    assert.equal(await isDrawn(page), false, `${name} is drawn`);
    await assertAccessible(page, `${name} in a third language`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${name} scrolls sideways`);
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  });
  assert.match(receipt.code, /^29461-/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'km');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('it stays as text and says why, and no other mode is offered', async () => {
  speak(khmer);
  const page = await openPage(browser);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'canvas'));
  await page.addInitScript(() => localStorage.setItem('motcua.lang', 'km'));
  await page.goto(stack.url);
  await atPage(page, 'start');
  await mirrorDriver(page).press(procedureName);
  await atPage(page, 'procedure');
  assert.equal(await isDrawn(page), false);
  const notice = page.locator('#f-web\\.mode');
  assert.equal(await notice.textContent(), khmer['web.text_only']);
  assert.equal(await notice.evaluate((element) => element.localName), 'p');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.painter), undefined);
  await page.screenshot({ path: join(shots, 'text-only.png') });
  await page.context().close();
});

test('what the procedure has in Vietnamese alone is said to be Vietnamese', async () => {
  speak(khmer);
  const page = await openPage(browser);
  await page.addInitScript(() => localStorage.setItem('motcua.lang', 'km'));
  await page.goto(`${stack.url}/thu-tuc/1.004873`);
  await atPage(page, 'procedure');
  assert.equal(await languageOf(page.locator('h1')), 'vi');
  assert.equal(await languageOf(page.locator('#f-task\\.1')), 'vi');
  assert.equal(await languageOf(page.locator('#f-task\\.1-s')), 'km');
  assert.equal(await languageOf(page.locator('#f-fact\\.agency')), 'vi');
  assert.equal(await languageOf(page.locator('#main dt').first()), 'km');
  await mirrorDriver(page).press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await mirrorDriver(page).press(say('action.continue'));
  const error = page.locator('#main fieldset .error').first();
  await page.waitForFunction(() => document.querySelector('#main fieldset .error')?.textContent);
  assert.equal(await languageOf(error), 'km');
  assert.equal(await languageOf(page.locator('#main legend').first()), 'vi');
  assert.equal(await languageOf(page.locator('#main .choice label').first()), 'vi');
  await page.context().close();
});

test('a drawn page names it in letters that it has, and turns to text when it is chosen', async () => {
  speak(vietnamese);
  const page = await drawnProcedure(browser, stack.url);
  const button = page.getByRole('button', { name: LATIN_NAME, exact: true });
  assert.equal(await button.getAttribute('lang'), null);
  assert.equal(await page.locator('#f-web\\.mode').textContent(), say('web.text_mode'));
  await page.screenshot({ path: join(shots, 'drawn.png') });
  await pointerDriver(page).press(LATIN_NAME);
  await page.waitForFunction(() => document.documentElement.lang === 'km');
  assert.equal(await isDrawn(page), false);
  await page.getByRole('button', { name: OWN_NAME, exact: true }).waitFor();
  await pointerDriver(page).press('Tiếng Việt');
  await page.waitForFunction(() => document.documentElement.lang === 'vi');
  assert.equal(await page.locator('#f-web\\.mode').textContent(), say('web.drawn_mode'));
  await pointerDriver(page).press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  assert.ok(await isDrawn(page));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('there is a page of offices in it', async () => {
  const page = await openPage(browser);
  assert.equal((await page.goto(`${stack.url}/noi-tiep-nhan/km`)).status(), 200);
  assert.equal(await page.locator('h1').textContent(), khmer['plain.title']);
  await page.context().close();
});

test('one text that it lacks stops the lint and the bundle', () => {
  const place = mkdtempSync(join(tmpdir(), 'motcua-lacking-'));
  try {
    for (const part of ['shared', 'client', 'backend', 'web', 'scripts/web', 'assets/procedures', 'assets/offices']) {
      mkdirSync(dirname(join(place, part)), { recursive: true });
      symlinkSync(join(root, part), join(place, part));
    }
    cpSync(join(root, 'assets/lang'), join(place, 'lang'), { recursive: true });
    symlinkSync(join(place, 'lang'), join(place, 'assets/lang'));
    const lint = () => execFileSync('/usr/bin/python3', [join(root, 'scripts/lint.d/check_texts.py'), place], { stdio: 'pipe', encoding: 'utf8' });
    const said = (work) => {
      try {
        work();
        return '';
      } catch (error) {
        return error.stdout + error.stderr;
      }
    };
    writeLanguage(place, khmer);
    assert.equal(said(lint), '');
    const { 'action.back': left, ...lacking } = khmer;
    assert.ok(left);
    writeLanguage(place, lacking);
    assert.match(said(lint), /action\.back is in vi\.json and not in km\.json/);
    assert.match(said(() => bundle(join(place, 'pages'), { lang: join(place, 'lang') })), /km\.json has no action\.back/);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
