// What a screen reader says on the way through a procedure, kept as golden files that people
// can read: tests/browser/golden/spoken. When a change is meant: MOTCUA_UPDATE_GOLDEN=1, then
// look at the difference.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESKTOP, atPage, openPage } from './support/browser.mjs';
import { mirrorDriver } from './support/drivers.mjs';
import { paper, takeJourney } from './support/journey.mjs';
import { heardAnnouncement, heardSince, readThrough, startReading, stopReading } from './support/reader.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { optionLabel, procedureName, recordLabel, say } from './support/texts.mjs';

const folder = join(import.meta.dirname, 'golden/spoken');
const READ = ['start', 'question.nguoi_yeu_cau-errors', 'question.nguoi_yeu_cau', 'documents', 'check', 'receipt'];

// Nothing is passed on to the province, so that the receipt always tells the same.
useStack(() => ({ receiver: false }));

/** What is another every day or with every dossier. */
const VARYING = [
  [/(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật), \d\d\/\d\d\/\d{4}/g, '<ngày>'],
  [/\d\d:\d\d(–\d\d:\d\d)?, <ngày>/g, '<giờ>, <ngày>'],
  [/đến (<giờ>, <ngày>|\d\d:\d\d)/g, 'đến <giờ>'],
  [/\d{5}-\d{6}-\d{4}/g, '<mã hồ sơ>'],
  [/^[0-9A-Z]{5}-[0-9A-Z]{5}$/gm, '<mã bí mật>'],
  [/^[0-9a-f]{8}$/gm, '<mã kiểm tra>'],
];

function assertSpoken(name, phrases) {
  const file = join(folder, `${name}.txt`);
  const text = VARYING.reduce((sofar, [pattern, instead]) => sofar.replaceAll(pattern, instead), `${phrases.join('\n')}\n`);
  if (process.env.MOTCUA_UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  assert.equal(text, readFileSync(file, 'utf8'), `what is said on "${name}"`);
}

async function opened() {
  const page = await openPage(browser, DESKTOP);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
  await page.goto(stack.url);
  await atPage(page, 'start');
  await page.waitForFunction(() => 'complete' in document.documentElement.dataset);
  return page;
}

/** A file is taken out and brought back: what happened is said, and where to undo it. */
async function takeOutAndBack(page, by) {
  const sent = say('files.sent', { name: paper.name });
  await page.waitForFunction((text) => document.getElementById('polite').textContent === text, sent);
  await startReading(page);
  await by.press(say('files.remove', { name: paper.name }));
  await heardAnnouncement(page);
  const phrases = await heardSince(page);
  await by.press(say('action.undo'));
  await heardAnnouncement(page);
  assertSpoken('documents-undo', [...phrases, ...(await heardSince(page))]);
  await stopReading(page);
}

/** What can be done with the slip: one thing at a time is said. */
async function readAppointment(page, by) {
  await by.press(say('slip.open'));
  await atPage(page, 'appointment');
  await page.locator('#f-slip\\.move').waitFor({ state: 'attached' });
  assertSpoken('appointment', await readThrough(page));
  await by.press(say('slip.wait'));
  await atPage(page, 'appointment.wait');
  await page.locator('#f-wish').waitFor({ state: 'attached' });
  assertSpoken('appointment.wait', await readThrough(page));
  await by.press(say('action.back'));
  await atPage(page, 'appointment');
  await startReading(page);
  await by.press(say('slip.cancel'));
  await page.locator('#layer dialog, #layer [role=alertdialog]').first().waitFor({ state: 'attached' });
  assertSpoken('appointment-cancel', await heardSince(page));
  await stopReading(page);
  await by.press(say('slip.cancel_yes'));
  await page.locator('#main .notice.tone-success').waitFor({ state: 'attached' });
  assertSpoken('appointment-cancelled', await readThrough(page));
}

test('each page of the journey is read as it was', async () => {
  const page = await opened();
  const by = mirrorDriver(page);
  await takeJourney(page, by, async (name) => {
    if (READ.includes(name)) assertSpoken(name, await readThrough(page));
    if (name === 'documents') await takeOutAndBack(page, by);
  });
  await readAppointment(page, by);
  await page.context().close();
});

test('a refused page of questions says how much is to be mended, once', async () => {
  const page = await opened();
  const by = mirrorDriver(page);
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'question.cho_ai');
  await startReading(page);
  await by.press(say('action.continue'));
  await page.waitForFunction(() => document.activeElement?.classList.contains('errors'));
  assertSpoken('question.cho_ai-refused', await heardSince(page));
  await page.context().close();
});

test('trying first, and telling who helps, are read as they were', async () => {
  const page = await opened();
  const by = mirrorDriver(page);
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await by.tick(say('helper.on'));
  await by.press(say('trial.open'));
  await atPage(page, 'trial.nyc_quan_he');
  assertSpoken('trial.nyc_quan_he', await readThrough(page));
  await by.choose(recordLabel('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await by.press(say('action.continue'));
  await atPage(page, 'trial.cap_lai');
  await by.choose(recordLabel('cap_lai'), optionLabel('cap_lai', 'yes'));
  await by.press(say('action.continue'));
  await atPage(page, 'trial');
  assertSpoken('trial', await readThrough(page));
  await by.press(say('trial.begin'));
  await atPage(page, 'helper');
  await by.press(say('action.continue'));
  await page.waitForFunction(() => document.querySelector('#main .errors') !== null);
  assertSpoken('helper-errors', await readThrough(page));
  await startReading(page);
  await by.press(say('helper.off'));
  await atPage(page, 'procedure');
  await heardAnnouncement(page);
  assertSpoken('helper-undo', await heardSince(page));
  await page.context().close();
});
