// What is seen when something does not come, and the page that needs nothing.
import { atPage, painterReady } from '../../tests/browser/support/browser.mjs';
import { mirrorDriver } from '../../tests/browser/support/drivers.mjs';
import { takeJourney } from '../../tests/browser/support/journey.mjs';
import { procedureName } from '../../tests/browser/support/texts.mjs';

/** The line is lost while the dossier is being handed in. */
async function lostLine({ open, shoot }) {
  const page = await open('/');
  const by = mirrorDriver(page);
  await atPage(page, 'start');
  await painterReady(page);
  const walk = takeJourney(page, by, async (name) => {
    if (name === 'sign') await page.route('**/api/**', (route) => route.abort());
  });
  walk.catch(() => {}); // it never reaches the receipt
  await page.locator('#f-retry, #main .notice.tone-error').first().waitFor({ state: 'attached', timeout: 120_000 });
  await shoot(page, 'error-hand_in');
  await page.context().close();
  await walk.catch(() => {});
}

async function withoutScript({ open, shoot }) {
  const page = await open('/', { javaScriptEnabled: false });
  await shoot.plain(page, 'error-no_script');
  await page.context().close();
}

async function beforeTheModule({ open, shoot, stack }) {
  const cases = {
    'error-no_wasm': (page) => page.addInitScript(() => delete globalThis.WebAssembly),
    'error-no_core': (page) => page.route('**/core.*.wasm', (route) => route.abort()),
    'error-slow': (page) => page.route('**/core.*.wasm', () => {}),
    'error-no_rest': (page) => page.route('**/core-rest.*.wasm', (route) => route.abort()),
  };
  for (const [name, spoil] of Object.entries(cases)) {
    const page = await open();
    await spoil(page);
    await page.goto(stack.url);
    await page.locator('#trouble:not([hidden])').waitFor({ timeout: 60_000 });
    await shoot.plain(page, name);
    await page.context().close();
  }
}

async function procedureThatDoesNotCome({ open, shoot, stack }) {
  for (const [name, answer] of [['error-procedure', (route) => route.abort()], ['error-untrusted', (route) => route.fulfill({ body: '{}' })]]) {
    const page = await open();
    await page.route(/\/assets\/procedures-1\.004873[^/]*\.json$/, answer);
    await page.goto(stack.url);
    await atPage(page, 'start');
    await painterReady(page);
    await mirrorDriver(page).press(procedureName);
    await page.locator('#main .notice.tone-error, #main [data-node^="retry"]').first().waitFor({ state: 'attached', timeout: 60_000 });
    await shoot(page, name);
    await page.context().close();
  }
}

/** A defect of the core, as an unreachable instruction is. */
async function stoppedCore({ open, shoot, stack }) {
  const page = await open('/');
  await atPage(page, 'start');
  await page.evaluate(() => {
    const { parse } = JSON;
    JSON.parse = (text) => {
      if (String(text).includes('"page"')) throw new WebAssembly.RuntimeError('unreachable');
      return parse(text);
    };
  });
  await page.locator('#f-nav\\.look_up').evaluate((link) => link.click());
  await page.locator('#trouble:not([hidden])').waitFor();
  await shoot.plain(page, 'error-stopped');
  await page.context().close();
}

async function offices({ open, shoot }) {
  const page = await open('/noi-tiep-nhan');
  await shoot.plain(page, 'offices');
  await page.context().close();
}

export async function errors(means) {
  for (const take of [withoutScript, beforeTheModule, procedureThatDoesNotCome, stoppedCore, lostLine, offices]) await take(means);
}
