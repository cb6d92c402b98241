// Fresh pages in Chromium, what they fetch, when they can be used, and processor time.

import { DESKTOP, launch, openPage } from '../../../tests/browser/support/browser.mjs';
import { CONTINUE, FORM_PAGE, WAY } from './form_page.mjs';
import { fail } from './passes.mjs';
import { probe } from './probe.mjs';

export { launch };

/** A slow mobile line, as Chromium's developer tools imitate it. */
export const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/**
 * Opens a page in a context of its own, nothing cached, and waits until `until` is measured
 * (lib/probe.mjs): our first page's "running", "painted" or "started", or "usable" of the form.
 * `mode` is ours: "text" never fetches the painter, "drawn" waits for it before it goes on.
 * @param {{line?: object, ours?: boolean, mode?: 'text' | 'drawn', until?: string}} how
 */
export async function openFresh(browser, url, { line, ours = false, mode, until = 'usable' } = {}) {
  // Not every peer's page keeps to the content security policy that nginx sends.
  const page = await openPage(browser, { ...DESKTOP, bypassCSP: !ours });
  page.encodings = new Map();
  page.on('response', (response) => page.encodings.set(response.url(), response.headers()['content-encoding']));
  if (line) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', line);
  }
  const way = ['running', 'painted'].includes(until) ? {} : WAY;
  await page.addInitScript(probe, { way: ours ? way : null, formPage: FORM_PAGE, next: CONTINUE, mode });
  await page.goto(url, { waitUntil: 'commit' });
  const done = await page
    .waitForFunction((name) => globalThis.measured?.[name] && globalThis.measured, until, { polling: 25 })
    .catch(() => fail(`${url} never becomes ${until}; it says: ${page.faults.join('; ')}`));
  page.measured = await done.jsonValue();
  if (page.faults.length > 0) fail(`${url}: ${page.faults.join('; ')}`);
  return page;
}

/**
 * What came over the network until it fell quiet: [{path, bytes}], bytes of the bodies as they were
 * sent. What the browser's cache gave is not in it, nor what was asked for after `before` (milliseconds
 * since the navigation).
 */
export async function fetchedFiles(page, before = Infinity) {
  await page.waitForLoadState('networkidle');
  const loads = await page.evaluate(() =>
    ['navigation', 'resource']
      .flatMap((kind) => performance.getEntriesByType(kind))
      .map(({ name, startTime, transferSize, encodedBodySize }) => ({ name, startTime, transferSize, encodedBodySize })),
  );
  const files = [];
  for (const { name, startTime, transferSize, encodedBodySize } of loads) {
    if (!name.startsWith('http') || transferSize === 0 || startTime > before) continue;
    const path = new URL(name).pathname;
    const encoding = page.encodings.get(name);
    if (encoding !== 'br') fail(`${path} came as ${encoding ?? 'it is'}, not as brotli`);
    files.push({ path, bytes: encodedBodySize });
  }
  return files;
}
export const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

/** Seconds of processor time that all of Chromium's processes have used. */
export async function processorSeconds(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((total, { cpuTime }) => total + cpuTime, 0);
}

/** Seconds of processor time of a page's own thread, where its scripts and modules run, during `work`. */
export async function pageSeconds(page, work) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ThreadTime').value;
  };
  const before = await spent();
  await work();
  const seconds = (await spent()) - before;
  await session.detach();
  return seconds;
}
