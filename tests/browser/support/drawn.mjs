// A drawn page: the painter takes over when the first page is turned.
import assert from 'node:assert/strict';
import { atPage, isDrawn, openPage, painterReady } from './browser.mjs';
import { mirrorDriver } from './drivers.mjs';
import { procedureName } from './texts.mjs';

/** A page of its own at a procedure, reached from the first page of `url`. */
export async function drawnProcedure(browser, url, options) {
  const page = await openPage(browser, options);
  await page.goto(url);
  await atPage(page, 'start');
  await painterReady(page);
  assert.equal(await isDrawn(page), false);
  await mirrorDriver(page).press(procedureName);
  await atPage(page, 'procedure');
  assert.ok(await isDrawn(page));
  return page;
}
