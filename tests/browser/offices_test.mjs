// The page of offices: what is left to those whose browser cannot do more.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addOfficePages } from '../../scripts/web/offices_page.mjs';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, isDrawn, openPage, painterReady } from './support/browser.mjs';
import { mirrorDriver, pointerDriver } from './support/drivers.mjs';
import { browser, picturesFolder, root, stack, useStack } from './support/setup.mjs';
import { say } from './support/texts.mjs';

const shots = picturesFolder('offices');
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const languages = { vi: readJson('assets/lang/vi.json'), en: readJson('assets/lang/en.json') };
const agencies = readdirSync(join(root, 'assets/agencies'))
  .filter((file) => !file.includes('schema'))
  .map((file) => readJson(`assets/agencies/${file}`));
const pages = [['vi', '/noi-tiep-nhan'], ['en', '/noi-tiep-nhan/en']];

useStack();

/** What there is to know of an office, and whether any has it. */
const FACTS = { address: 'plain.address', phone: 'plain.phone', opening_hours: 'plain.hours' };
const isKnown = (fact) => agencies.some(({ offices }) => offices.some((office) => office[fact] !== null));

test('without any script every office is there in both languages, and what is not known is said once', async () => {
  for (const [lang, path] of pages) {
    const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
    assert.equal((await page.goto(stack.url + path)).status(), 200);
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
    assert.equal(await page.locator('h1').textContent(), languages[lang]['plain.title']);
    for (const { offices } of agencies) {
      for (const office of offices) {
        const section = page.locator(`#${office.id}`);
        assert.equal(await section.locator('h3').textContent(), office.name[lang]);
        assert.equal(await section.locator('dd').count(), Object.keys(FACTS).filter((fact) => office[fact] !== null).length);
        assert.ok((await section.locator('.hint').textContent()).includes(office.from.source));
      }
    }
    const missing = Object.keys(FACTS).filter((fact) => !isKnown(fact));
    const said = await page.locator('.notice').textContent();
    for (const fact of missing) {
      const name = languages[lang][FACTS[fact]].toLowerCase();
      assert.ok(said.includes(name));
      const everywhere = (await page.locator('main').textContent()).toLowerCase();
      assert.equal(everywhere.split(name).length, 2, `${name} is said once`);
    }
    assert.ok(!(await page.locator('main').textContent()).includes('*'));
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('the pages of offices are accessible, and 320 px are wide enough', async () => {
  for (const [lang, path] of pages) {
    for (const [size, options] of [['desktop', DESKTOP], ['phone', PHONE], ['320', { viewport: { width: 320, height: 640 } }]]) {
      const page = await openPage(browser, options);
      await page.goto(stack.url + path);
      await page.evaluate(() => document.querySelector('details').setAttribute('open', ''));
      await page.screenshot({ path: join(shots, `${lang}-${size}.png`), fullPage: true });
      await assertAccessible(page, `${path}, ${size}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${path} scrolls sideways`);
      await page.context().close();
    }
  }
});

test('a browser without scripts, without modules or without WebAssembly is led to the offices', async () => {
  const led = async (link) => {
    await link.click();
    await link.page().getByRole('heading', { level: 1, name: say('plain.title') }).waitFor();
    await link.page().context().close();
  };
  const plain = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
  await plain.goto(stack.url);
  await led(plain.locator('noscript [lang=vi] a'));

  const bare = await openPage(browser);
  await bare.addInitScript(() => delete globalThis.WebAssembly);
  await bare.goto(stack.url);
  const box = bare.locator('#trouble');
  await box.getByText(say('web.no_wasm')).waitFor();
  await assertAccessible(bare, 'the page for old browsers');
  await bare.screenshot({ path: join(shots, 'no-wasm.png') });
  await led(box.getByRole('link', { name: say('web.offices') }));

  const old = await openPage(browser);
  await old.route('**/boot.*.js', (route) => route.abort());
  await old.goto(stack.url);
  await old.addScriptTag({ url: await old.locator('script[nomodule]').getAttribute('src') });
  await old.evaluate(() => document.dispatchEvent(new Event('DOMContentLoaded')));
  await led(old.locator('#trouble').getByRole('link', { name: say('web.offices') }));
});

test('the start page leads to the offices, drawn and as text, in the language on screen', async () => {
  const drawn = await openPage(browser);
  await drawn.goto(stack.url);
  await atPage(drawn, 'start');
  await painterReady(drawn);
  await pointerDriver(drawn).press(say('nav.look_up'));
  await atPage(drawn, 'look_up');
  await drawn.goBack();
  await atPage(drawn, 'start');
  assert.ok(await isDrawn(drawn));
  await pointerDriver(drawn).press(say('web.offices'));
  await drawn.waitForURL(`${stack.url}/noi-tiep-nhan`);
  await drawn.context().close();

  const text = await openPage(browser);
  await text.goto(stack.url);
  await atPage(text, 'start');
  await mirrorDriver(text).press('English');
  await text.getByRole('link', { name: languages.en['web.offices'] }).click();
  await text.waitForURL(`${stack.url}/noi-tiep-nhan/en`);
  await text.context().close();
});

test('an address that no page of offices has is not found', async () => {
  const page = await openPage(browser);
  assert.equal((await page.goto(`${stack.url}/noi-tiep-nhan/xx`)).status(), 404);
  await page.context().close();
});

test('what is known is given as it is, with whether somebody has compared it, in every language there is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-offices-'));
  try {
    mkdirSync(join(folder, 'web'));
    mkdirSync(join(folder, 'assets/agencies'), { recursive: true });
    cpSync(join(root, 'web/offices.html'), join(folder, 'web/offices.html'));
    const from = { source: 'Biển hiệu <1>', checked_on: '2026-11-05', verified: true, confidence: 'high' };
    const hours = [{ weekdays: [1, 2], from: '07:30', until: '11:30' }];
    const office = { id: 'a', name: { vi: 'Nơi A' }, address: '1 Đường & Phố', phone: '0294 000 000', opening_hours: hours, procedures: ['1.000001'], from };
    const other = { ...office, id: 'b', phone: null, opening_hours: null };
    writeFileSync(join(folder, 'assets/agencies/a.json'), JSON.stringify({ then: { name: { vi: 'A' } }, now: { name: { vi: 'A' }, from }, offices: [office, other] }));
    const written = {};
    const index = { procedures: [{ code: '1.000001', name: { vi: 'Một' } }, { code: '1.000002', name: { vi: 'Hai' } }] };
    const output = { manifest: { 'icon.svg': '/i', 'page.css': '/p', 'print.css': '/q' }, content: () => JSON.stringify(index), write: (path, bytes) => (written[path] = bytes.toString()) };
    const third = Object.fromEntries(Object.entries(languages.vi).map(([key, text]) => [key, `⟦${text}⟧`]));
    addOfficePages(output, folder, { ...languages, km: third }, { agency: { vi: 'Cơ quan <A>' }, colour: '#0a4450' });
    assert.deepEqual(Object.keys(written), ['noi-tiep-nhan.html', 'noi-tiep-nhan/en.html', 'noi-tiep-nhan/km.html']);
    assert.ok(written['noi-tiep-nhan/km.html'].includes(`<h1>${third['plain.title']}</h1>`));
    const html = written['noi-tiep-nhan.html'];
    assert.ok(html.includes('<a href="/noi-tiep-nhan/km" lang="km" hreflang="km">⟦Tiếng Việt⟧</a>'));
    assert.ok(html.includes('<a href="/">Cơ quan &#60;A&#62;</a>'));
    assert.ok(html.includes('>1 Đường &#38; Phố</dd>'));
    assert.ok(html.includes('<a href="tel:0294000000">0294 000 000</a>'));
    assert.ok(html.includes('Thứ Hai, Thứ Ba: 07:30 – 11:30'));
    assert.ok(html.includes('Đã đối chiếu với Biển hiệu &#60;1&#62;, ngày 05/11/2026.'));
    assert.ok(html.includes('/thu-tuc/1.000001') && !html.includes('/thu-tuc/1.000002'));
    assert.ok(html.includes('Chưa biết: điện thoại, giờ làm việc.'));
    assert.ok(!html.includes('Chúng tôi chưa có thông tin'));
    assert.equal(html.split('<dd').length, 5);
    assert.ok(written['noi-tiep-nhan/en.html'].includes('<span lang="vi">Nơi A</span>'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
