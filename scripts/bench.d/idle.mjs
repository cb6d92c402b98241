// what a page costs that nobody touches, beside React, and one redraw of 40 fields
// builds: release motcua-backend motcua-receiver
// runs: scripts/build-web

import { openPage } from '../../tests/browser/support/browser.mjs';
import { launch, openFresh, processorSeconds, pageSeconds } from './lib/browser.mjs';
import { fail, inTurn, quick, result, table } from './lib/passes.mjs';
import { withSite } from './lib/site.mjs';

const IDLE_SECONDS = quick ? 1 : 10;
/** What the browser still does after its start is not counted, however soon the page stands. */
const STARTING_SECONDS = quick ? 1 : 8;
const SETTLE_SECONDS = 0.5;
const FRAMES = quick ? 10 : 60;
const FIELDS = 40;
/** All of the fields are in this window. */
const TALL = { viewport: { width: 1280, height: 6000 } };

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Processor time of all of Chromium's processes, in per cent of one core; and frames painted. */
async function idle(url, how) {
  const browser = await launch();
  const begin = performance.now();
  const page = await openFresh(browser, url, how);
  await page.waitForLoadState('networkidle');
  if (how.ours) await page.waitForFunction(() => document.getElementById('mirror').dataset.still === 'true');
  const frames = () => page.evaluate(() => Number(document.getElementById('canvas')?.dataset.frames ?? 0));
  await wait(Math.max(SETTLE_SECONDS, STARTING_SECONDS - (performance.now() - begin) / 1000));
  const framesBefore = await frames();
  if (how.ours && framesBefore === 0) fail('our page is not drawn');
  const before = await processorSeconds(browser);
  await wait(IDLE_SECONDS);
  const percent = (((await processorSeconds(browser)) - before) / IDLE_SECONDS) * 100;
  const painted = (await frames()) - framesBefore;
  await browser.close();
  return { percent, painted };
}

/** Milliseconds of processor time of one redraw. */
async function redraw(url, changed) {
  const browser = await launch();
  const page = await openPage(browser, TALL);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.forty).catch(() => fail(`the painter does not start: ${page.faults.join('; ')}`));
  const fields = await page.evaluate(() => globalThis.forty.fields);
  if (fields !== FIELDS) fail(`${fields} fields were painted, not ${FIELDS}`);
  const draw = (frames) => page.evaluate(([count, anew]) => globalThis.forty.redraw(count, anew), [frames, changed]);
  await draw(FRAMES / 10);
  const seconds = await pageSeconds(page, () => draw(FRAMES));
  if (page.faults.length > 0) fail(page.faults.join('; '));
  await browser.close();
  return (seconds * 1000) / FRAMES;
}

await withSite(['react'], async (url, { react }, painterPage) => {
  let frames = 0;
  const figures = await inTurn({
    async ours() {
      const { percent, painted } = await idle(`${url}/`, { ours: true, mode: 'drawn' });
      frames = Math.max(frames, painted);
      return percent;
    },
    react: async () => (await idle(url + react.path, {})).percent,
    changed: () => redraw(url + painterPage, true),
    unchanged: () => redraw(url + painterPage, false),
  });
  if (quick && frames > 0) fail(`${frames} frames were painted without any input`);
  const titles = {
    ours: 'our drawn form, nobody there, % of a core',
    react: `the same form, ${react.title}, % of a core`,
    changed: `painting ${FIELDS} fields when an answer changed, ms`,
    unchanged: `painting ${FIELDS} fields again, ms`,
  };
  table(
    ['', 'median', 'least', 'greatest'],
    Object.entries(figures).map(([name, { median, least, greatest }]) => [
      titles[name],
      ...[median, least, greatest].map((figure) => figure.toFixed(2)),
    ]),
  );
  result({
    frames_in_10s: frames,
    cpu_percent: figures.ours.median,
    react_cpu_percent: figures.react.median,
    paint_40_fields_ms: figures.changed.median,
    repaint_40_fields_ms: figures.unchanged.median,
  });
});
