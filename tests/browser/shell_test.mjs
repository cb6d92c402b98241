// What surrounds the application: the first page, bad lines, modes, the browser's Back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, atPage, holdBack, isDrawn, openPage } from './support/browser.mjs';
import { drawnProcedure } from './support/drawn.mjs';
import { mirrorDriver, pointerDriver } from './support/drivers.mjs';
import { takeJourney } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { label, optionLabel, procedureName, say } from './support/texts.mjs';

const english = JSON.parse(readFileSync(new URL('../../assets/lang/en.json', import.meta.url), 'utf8'));

useStack();

const running = (page) => page.waitForFunction(() => 'running' in document.documentElement.dataset);

test('the first page can be read before any script has run, in HTML alone', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [path, heading] of [['/', say('start.title')], ['/tra-cuu', say('look_up.title')], ['/thu-tuc/1.004873', procedureName]]) {
    await page.goto(`${stack.url}${path}`);
    assert.equal(await page.locator('h1').textContent(), heading);
    assert.ok((await page.title()).startsWith(heading));
  }
  await context.close();
});

test('without scripts every link of the first pages leads somewhere, and what needs them is not offered', async () => {
  const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
  for (const path of ['/', '/tra-cuu', '/thu-tuc/1.004873', '/ban-tiep-nhan']) {
    await page.goto(`${stack.url}${path}`);
    assert.equal(await page.locator('noscript [lang=vi]').first().isVisible(), true, path);
    assert.equal(await page.locator('a[href="#"]:visible, button:visible, input:visible').count(), 0, path);
    for (const lang of ['vi', 'en']) assert.equal(await page.locator(`noscript [lang=${lang}]`).count(), 1, path);
    assert.equal(await page.locator('noscript a').count(), path === '/ban-tiep-nhan' ? 0 : 2, path);
  }
  await page.locator('#header a').first().click();
  assert.equal(new URL(page.url()).pathname, '/ban-tiep-nhan');
  await page.goto(stack.url);
  await page.getByRole('link', { name: procedureName, exact: true }).click();
  assert.equal(await page.locator('h1').textContent(), procedureName);
  assert.equal(new URL(page.url()).pathname, '/thu-tuc/1.004873');
  await page.context().close();
});

test('a link to a page with an address opens in a tab of its own where a person asks for one', async () => {
  const page = await openPage(browser);
  await page.goto(stack.url);
  await running(page);
  for (const options of [{ button: 'middle' }, { modifiers: ['Control'] }]) {
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: procedureName, exact: true }).click(options);
    const other = await opened;
    await atPage(other, 'procedure');
    assert.equal(await other.locator('h1').textContent(), procedureName);
  }
  await atPage(page, 'start');
  await page.context().close();
});

test('what is pressed before the application has come is said at once, moves nothing, and is done when it comes', async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/core.*.wasm');
  await page.goto(stack.url);
  await page.waitForFunction(() => document.querySelector('#f-nav\\.look_up'));
  await page.waitForFunction(() => performance.getEntriesByName(document.querySelector('link[href$="/manifest.json"]').href).length > 0);
  const place = () => page.locator('h1').boundingBox();
  const before = await place();
  assert.equal(await page.getByRole('status').getByText(say('web.taken')).count(), 0);
  await page.locator('#f-nav\\.look_up').click();
  const note = page.locator('#taken');
  assert.equal(await note.textContent(), say('web.taken'));
  assert.equal(await page.getByRole('status').textContent(), say('web.taken'));
  await assertAccessible(page, 'the first page with a press that waits');
  assert.ok((await note.boundingBox()).y < DESKTOP.viewport.height);
  assert.deepEqual(await place(), before);
  release();
  await atPage(page, 'look_up');
  assert.equal(await note.textContent(), '');
  assert.ok(!(await page.getByRole('status').textContent()).includes(say('web.taken')));
  await page.context().close();
});

test('what is ticked and pressed before any of our scripts listens is done when they do, once', async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/boot.*.js');
  await page.goto(`${stack.url}/thu-tuc/1.001456`, { waitUntil: 'commit' });
  await page.waitForFunction(() => typeof globalThis.early === 'function');
  await page.getByText(say('helper.on')).click();
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: say('action.begin') }).click();
  assert.equal(await page.locator('#taken').textContent(), say('web.taken'));
  assert.equal(await page.locator('#polite').textContent(), say('web.taken'));
  release();
  await atPage(page, 'helper');
  assert.equal(await page.locator('#main [aria-invalid=true]').count(), 0);
  assert.equal(await page.locator('#taken').textContent(), '');
  await page.context().close();
});

test('a module that cannot be had is said in words, with a way to try again', async () => {
  const page = await openPage(browser);
  let broken = true;
  await page.route('**/core.*.wasm', (route) => (broken ? route.abort() : route.continue()));
  await page.goto(stack.url);
  const box = page.locator('#trouble');
  await box.getByRole('button', { name: say('web.retry') }).waitFor();
  assert.ok((await box.textContent()).startsWith(say('web.failed')));
  await assertAccessible(page, 'the failure page');
  broken = false;
  await box.getByRole('button').click();
  await atPage(page, 'start');
  assert.equal(await box.isVisible(), false);
  await page.context().close();
});

test('a slow line is said in words, and the page goes on by itself', async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/core.*.wasm');
  await page.goto(stack.url);
  await page.locator('#trouble').getByText(say('web.slow')).waitFor();
  release();
  await running(page);
  assert.equal(await page.locator('#trouble').isVisible(), false);
  await page.context().close();
});

test('the first page works before the rest of the application has come, and what needs the rest waits for it', async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/core-rest.*.wasm');
  await page.goto(stack.url);
  await running(page);
  const search = page.locator('#f-start\\.search');
  await search.fill('zzz');
  const none = page.locator('#main').getByText('“zzz”');
  await none.waitFor();
  await search.fill(procedureName);
  await none.waitFor({ state: 'detached' });
  await mirrorDriver(page).press(procedureName);
  await page.locator('#taken').getByText(say('web.taken')).waitFor();
  await page.locator('#f-lang\\.en').click();
  assert.equal(await page.evaluate(() => 'complete' in document.documentElement.dataset), false);
  assert.equal(await page.locator('h1').textContent(), say('start.title'));
  release();
  await atPage(page, 'procedure');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(await page.locator('#taken').textContent(), '');
  await page.context().close();
});

test('a form is filled in and corrected before the rest has come, its page standing as it was made', async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/{procedure-rest,later}.*');
  await page.goto(`${stack.url}/thu-tuc/1.001456`, { waitUntil: 'commit' });
  await running(page);
  const by = mirrorDriver(page);
  const title = await page.locator('h1').elementHandle();
  await by.press(say('action.begin'));
  await atPage(page, 'question.cap_cho');
  assert.equal(await title.evaluate((element) => element.isConnected), false);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
  await page.locator('#main .choices label').first().click();
  await by.press(say('action.continue'));
  await atPage(page, 'question.nguoi_duoc_cap');
  await page.locator('#main input[type=text]').first().fill('1');
  await by.press(say('action.continue'));
  await page.locator('#main input[aria-invalid=true]').first().waitFor();
  assert.equal(await page.evaluate(() => 'complete' in document.documentElement.dataset), false);
  release();
  await page.waitForFunction(() => 'complete' in document.documentElement.dataset);
  await page.goBack();
  await page.goBack();
  await atPage(page, 'procedure');
  await page.locator('#f-expected').waitFor();
  await page.context().close();
});

test("a procedure's page made at build time is one of today when everything has come, nothing moved", async () => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/procedure-rest.*');
  await page.goto(`${stack.url}/thu-tuc/1.004873`);
  await running(page);
  const title = await page.locator('h1').elementHandle();
  assert.equal(await page.locator('#f-expected').count(), 0);
  release();
  await page.locator('#f-expected').waitFor();
  assert.equal(await title.evaluate((element) => element.isConnected), true);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
  await page.context().close();
});

test('a rest that cannot be had is said in words, with a way to try again', async () => {
  const page = await openPage(browser);
  let broken = true;
  await page.route('**/core-rest.*.wasm', (route) => (broken ? route.abort() : route.continue()));
  await page.goto(stack.url);
  const box = page.locator('#trouble');
  await box.getByRole('button', { name: say('web.retry') }).waitFor();
  broken = false;
  await box.getByRole('button').click();
  await mirrorDriver(page).press(procedureName);
  await atPage(page, 'procedure');
  await page.context().close();
});

test('a browser without WebAssembly is told so', async () => {
  const page = await openPage(browser);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(stack.url);
  await page.locator('#trouble').getByText(say('web.no_wasm')).waitFor();
  await page.context().close();
});

test('the painter takes over only when the page is turned', async () => {
  const page = await drawnProcedure(browser, stack.url);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
  await page.context().close();
});

test('a drawn page is printed as text', async () => {
  const page = await drawnProcedure(browser, stack.url);
  const onPaper = page.evaluate(
    () =>
      new Promise((done) => {
        addEventListener('beforeprint', () => done([getComputedStyle(document.querySelector('h1')).color, document.querySelector('h1').style.position]), { once: true });
      }),
  );
  await page.pdf();
  const [colour, position] = await onPaper;
  assert.ok(!/, 0\)$|transparent/.test(colour), colour);
  assert.equal(position, '');
  await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
  await page.context().close();
});

test('the mode link changes the mode at once and is remembered', async () => {
  const page = await openPage(browser);
  await page.goto(stack.url);
  await running(page);
  const by = mirrorDriver(page);
  await by.press(say('web.drawn_mode'));
  await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
  await by.press(say('web.text_mode'));
  await page.waitForFunction(() => !document.documentElement.classList.contains('drawn'));
  await page.reload();
  await running(page);
  await mirrorDriver(page).press(procedureName);
  await atPage(page, 'procedure');
  assert.equal(await isDrawn(page), false);
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/painter.'))), false);
  await page.context().close();
});

for (const [why, options, script] of [
  ['forced colours', { forcedColors: 'active' }, () => {}],
  ['a missing WebGL', {}, () => (HTMLCanvasElement.prototype.getContext = () => null)],
  ['a window under 320 px', { viewport: { width: 300, height: 600 } }, () => {}],
  ['Save-Data', {}, () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })],
]) {
  test(`${why} means text mode, without fetching the painter`, async () => {
    const page = await openPage(browser, { ...DESKTOP, ...options });
    await page.addInitScript(script);
    await page.goto(stack.url);
    await running(page);
    await mirrorDriver(page).press(procedureName);
    await atPage(page, 'procedure');
    assert.equal(await isDrawn(page), false);
    assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/painter.'))), false);
    await page.context().close();
  });
}

test("the browser's Back goes back in the journey, and between addresses", async () => {
  const page = await openPage(browser);
  await page.goto(stack.url);
  await running(page);
  const by = mirrorDriver(page);
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await by.press(say('action.continue'));
  await atPage(page, 'question.nguoi_yeu_cau');
  await page.goBack();
  await atPage(page, 'question.cho_ai');
  assert.equal(await page.getByRole('radio', { name: optionLabel('nyc_quan_he', 'ban_than'), exact: true }).isChecked(), true);
  await by.press(say('nav.look_up'));
  await atPage(page, 'look_up');
  assert.equal(new URL(page.url()).pathname, '/tra-cuu');
  await page.goBack();
  await atPage(page, 'question.cho_ai');
  assert.equal(new URL(page.url()).pathname, '/thu-tuc/1.004873');
  await page.context().close();
});

test('a procedure has an address, which a reload comes back to', async () => {
  const page = await openPage(browser);
  await page.goto(`${stack.url}/thu-tuc/1.004873`);
  await running(page);
  const by = mirrorDriver(page);
  await by.press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await page.reload();
  await atPage(page, 'procedure');
  assert.equal(await page.locator('h1').textContent(), procedureName);
  await page.goto(`${stack.url}/thu-tuc/9.999999`);
  await atPage(page, 'start');
  await page.locator('#main').getByText('“9.999999”').waitFor();
  await page.context().close();
});

test("the browser's Forward goes to where Back was used, also the page's own", async () => {
  const page = await openPage(browser);
  await page.goto(stack.url);
  await running(page);
  const by = mirrorDriver(page);
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await page.goBack();
  await atPage(page, 'procedure');
  await page.goForward();
  await atPage(page, 'question.cho_ai');
  await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await by.press(say('action.continue'));
  await atPage(page, 'question.nguoi_yeu_cau');
  await by.press(say('action.back'));
  await atPage(page, 'question.cho_ai');
  await page.waitForFunction(() => history.state.at === 2); // the browser steps in its own time
  await page.goForward();
  await atPage(page, 'question.nguoi_yeu_cau');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await atPage(page, 'start');
  await page.context().close();
});

test('leaving with answers is asked about, without answers it is not', async () => {
  const page = await openPage(browser);
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.goto(stack.url);
  await running(page);
  await page.reload();
  await running(page);
  assert.deepEqual(asked, []);
  const by = pointerDriver(page);
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await page.waitForFunction(() => document.querySelector('input:checked'));
  await page.reload();
  await running(page);
  assert.deepEqual(asked, ['beforeunload']);
  await page.context().close();
});

test('a line that breaks before signing is called that, and the dossier gets through when it is back', async () => {
  const page = await openPage(browser);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
  await page.goto(stack.url);
  await running(page);
  const by = mirrorDriver(page);
  const signing = page.waitForResponse((answer) => answer.url().includes('/assets/signing.'));
  const journey = takeJourney(page, by, async (at) => {
    if (at !== 'sign') return;
    await (await signing).finished();
    await page.context().setOffline(true);
  });
  const again = page.locator('#main').getByRole('button', { name: say('action.retry'), exact: true });
  await again.waitFor();
  assert.ok(!(await page.locator('#main').textContent()).includes(say('sign.failed')));
  await page.context().setOffline(false);
  await by.press(say('action.retry'));
  assert.match((await journey).code, /-\d{6}-\d{4}$/);
  await page.context().close();
});

test('a wrong address gets a page that says so in every language, and leads back', async () => {
  const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
  assert.equal((await page.goto(`${stack.url}/khong-co`)).status(), 404);
  assert.equal(await page.locator('h1').textContent(), say('plain.not_found'));
  assert.equal(await page.locator('[lang=en]').first().textContent(), english['plain.not_found']);
  await page.getByRole('link', { name: say('plain.home') }).click();
  assert.equal(new URL(page.url()).pathname, '/');
  await page.context().close();
});

test('English has the same pages from the same tables, and is remembered', async () => {
  const page = await openPage(browser);
  await page.goto(stack.url);
  await running(page);
  await mirrorDriver(page).press('English');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(await page.locator('h1').textContent(), english['start.title']);
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(await page.locator('#f-web\\.mode').textContent(), english['web.drawn_mode']);
  assert.equal(await page.locator('.skip').textContent(), english['web.skip']);
  assert.equal(await page.locator('#waiting').textContent(), `${english['web.slow']} ${english['web.retry']}`);
  await page.context().close();
});
