// What a device has to compute before a seat or a number when many ask at once.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sit } from '../http/support/line.mjs';
import { clerks } from '../http/support/stack.mjs';
import { PHONE, openPage } from './support/browser.mjs';
import { mirrorDriver } from './support/drivers.mjs';
import { takeJourney } from './support/journey.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { solve } from '../../web/work.js';

// Every hold and every ticket is work.
useStack(() => ({ calm: 0 }));

/** Every answer of this route, as it comes. */
function answersOf(page, path) {
  const seen = [];
  page.on('response', (response) => {
    if (response.url().endsWith(path)) seen.push({ status: response.status(), work: response.request().headers()['x-work'] });
  });
  return seen;
}

test('the worker hashes as everybody does, whatever the length', () => {
  for (let length = 40; length < 180; length += 1) {
    const puzzle = `1.2.6.${'a'.repeat(length)}`;
    const work = solve(puzzle);
    assert.ok(work.startsWith(`${puzzle}:`));
    assert.ok(createHash('sha256').update(work).digest()[0] < 4, `${length}`);
  }
});

test('whoever books under load has their device work, and does nothing for it', async () => {
  const page = await openPage(browser, PHONE);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
  await page.goto(`${stack.url}/`);
  const holds = answersOf(page, '/api/v1/holds');
  await takeJourney(page, mirrorDriver(page), async () => {});
  assert.deepEqual(holds.map(({ status }) => status), [429, 201]);
  assert.match(holds[1].work, /^1\.[0-9.a-f]+:[0-9]+$/);
  await page.context().close();
});

test('whoever takes a number under load, likewise', async () => {
  const clerk = await stack.clerk(clerks.first);
  assert.equal((await sit(clerk, 1)).status, 200);
  const page = await openPage(browser, PHONE);
  const tickets = answersOf(page, '/api/v1/tickets');
  await page.goto(`${stack.url}/lay-so/${stack.offices[0]}`);
  await page.locator('#services input').first().check();
  await page.locator('#take button').click();
  await page.locator('#ticket').waitFor();
  assert.deepEqual(tickets.map(({ status }) => status), [429, 201]);
  await page.context().close();
});
