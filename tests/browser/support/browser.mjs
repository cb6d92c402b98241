// Chromium as the tests use it: Debian's own, headless, WebGL by software.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

export function launch() {
  return chromium.launch({ executablePath: process.env.MOTCUA_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/**
 * A page of its own context that keeps what went wrong in it: script errors, console
 * errors, requests that failed, violations of the content security policy.
 */
export async function openPage(browser, options = DESKTOP) {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(30000);
  const page = await context.newPage();
  // Choosers are caught from the start: begun with the key press that opens one, catching it
  // sometimes came too late on a busy machine, and the chooser was never heard of.
  page.on('filechooser', () => {});
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().startsWith('WebGL')) page.faults.push(`console: ${message.text()}`);
  });
  return page;
}

/** Waits until the application shows this page and, when it is drawn, lies still. */
export async function atPage(page, id) {
  await page.waitForFunction(
    (wanted) => {
      const main = document.getElementById('main');
      if (main?.dataset.page !== wanted || !('running' in document.documentElement.dataset)) return false;
      const drawn = document.documentElement.classList.contains('drawn');
      return !drawn || document.getElementById('mirror').dataset.still === 'true';
    },
    id,
    { polling: 'raf' },
  ).catch(async (error) => {
    const at = await page.evaluate(() => `${document.getElementById('main')?.dataset.page}: ${document.getElementById('main')?.innerText}`);
    throw new Error(`waited for page "${id}", but: ${at.slice(0, 1500)}\n${error.message}\n${page.faults.join('\n')}`);
  });
}

export const painterReady = (page) => page.waitForFunction(() => document.documentElement.dataset.painter === 'ready');

/** Holds back what is asked for under this address, until what is answered is called. */
export async function holdBack(page, address) {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

export const isDrawn = (page) => page.evaluate(() => document.documentElement.classList.contains('drawn'));
