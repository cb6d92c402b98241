// Photographs the page that is shown, in every look there is, without the journey noticing.
import { join } from 'node:path';
import { isDrawn } from '../../tests/browser/support/browser.mjs';

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
const THEMES = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  contrast: { colorScheme: 'light', contrast: 'more' },
};
const PLAIN = { ...THEMES.light, forcedColors: 'none', media: 'screen' };
/** No canvas is larger with software WebGL. */
const TALLEST_PX = 6000;

/** Two frames later everything that a change asked for has been laid out and drawn. */
async function settle(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForFunction(() => {
    if (!document.documentElement.classList.contains('drawn')) return true;
    return document.getElementById('canvas').clientHeight === innerHeight && document.getElementById('mirror').dataset.still === 'true';
  }, null, { polling: 'raf' });
}

async function resize(page, size) {
  await page.setViewportSize(size);
  await settle(page);
}

/** The canvas is one window high: the window grows to the page's height, unless something lies over the page. */
async function wholePage(page, size, path) {
  await resize(page, size);
  if ((await page.locator('#layer > *').count()) === 0) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await resize(page, { width: size.width, height: Math.min(Math.max(height, size.height), TALLEST_PX) });
  }
  await page.screenshot({ path, animations: 'disabled' });
}

/** Presses the header's link as a screen reader does; where the mode is not offered nothing changes. */
async function setDrawn(page, drawn) {
  if ((await isDrawn(page)) === drawn) return;
  await page.locator('#f-web\\.mode').evaluate((link) => link.click());
  await page.waitForFunction((wanted) => document.documentElement.classList.contains('drawn') === wanted, drawn);
}

/** As the browser's own setting does, in a window that has room for it. */
async function setTextSize(page, percent) {
  page.devTools ??= await page.context().newCDPSession(page); // what it sets lasts as long as it does
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.devTools.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100 } });
  await settle(page);
}

/** @returns {(page: import('playwright-core').Page, name: string) => Promise<void>} */
export function camera(folder) {
  const file = (name, look) => join(folder, `${name}-${look}.png`);

  /** HTML without an application, perhaps without scripts: it has one mode, and nothing to wait for. */
  async function plain(page, name) {
    for (const [at, size] of Object.entries(SIZES)) {
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia(THEMES[theme]);
        await page.setViewportSize(size);
        await page.screenshot({ path: file(name, `text-${at}-${theme}`), fullPage: true });
      }
    }
    await page.emulateMedia(PLAIN);
    await page.setViewportSize(SIZES.desktop);
  }

  /** A page of the application. */
  async function every(page, name) {
    const before = await isDrawn(page);
    await setDrawn(page, true);
    for (const [at, size] of Object.entries(SIZES)) {
      for (const [theme, media] of Object.entries(THEMES)) {
        await page.emulateMedia(media);
        await wholePage(page, size, file(name, `drawn-${at}-${theme}`));
      }
    }
    await page.emulateMedia(PLAIN);
    await setTextSize(page, 200);
    await wholePage(page, SIZES.desktop, file(name, 'drawn-desktop-200'));
    await setTextSize(page, 100);
    await resize(page, SIZES.desktop);
    await setDrawn(page, false);
    await setTextSize(page, 200);
    await wholePage(page, SIZES.phone, file(name, 'text-phone-200'));
    await setTextSize(page, 100);
    for (const [at, size] of Object.entries(SIZES)) await wholePage(page, size, file(name, `text-${at}-light`));
    await page.emulateMedia(THEMES.dark);
    await wholePage(page, SIZES.phone, file(name, 'text-phone-dark'));
    await page.emulateMedia({ ...PLAIN, forcedColors: 'active' });
    await wholePage(page, SIZES.phone, file(name, 'text-phone-forced'));
    await page.emulateMedia({ ...PLAIN, media: 'print' });
    await wholePage(page, { width: 720, height: 1000 }, file(name, 'paper'));
    await page.emulateMedia(PLAIN);
    await resize(page, SIZES.desktop);
    await setDrawn(page, before);
    await settle(page);
  }

  return Object.assign(every, { plain });
}
