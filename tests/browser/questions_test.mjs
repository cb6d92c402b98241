// Questions of every type and rows of a repeated group on the real programs, by pointer,
// keyboard and touch, drawn and in text mode; what arrives is compared with what was entered.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, isDrawn, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, pointerDriver, touchDriver } from './support/drivers.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { trialProcedure } from './support/stack.mjs';
import { say } from './support/texts.mjs';

const procedure = trialProcedure('9.000001');
const questions = procedure.groups.flatMap((group) => group.questions);
const asked = (id) => {
  const { label, required = true } = questions.find((each) => each.id === id);
  return required ? label.vi : say('question.optional', { label: label.vi });
};
const chosen = (id, option) => questions.find((each) => each.id === id).options.find((each) => each.id === option).label.vi;
const CONTINUE = say('action.continue');
const rowName = (number) => `Thành viên ${number}`;
const picture = {
  name: 'ảnh.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==', 'base64'),
};
const digest = createHash('sha256').update(picture.buffer).digest('hex');

const shots = resolve(import.meta.dirname, '../../build/screenshots');
const WAYS = [
  { name: 'by pointer on the canvas', folder: 'questions-pointer', options: DESKTOP, driver: pointerDriver, drawn: true },
  { name: 'by keyboard alone', folder: 'questions-keyboard', options: DESKTOP, driver: keyboardDriver, drawn: true },
  { name: 'by touch on a phone', folder: 'questions-phone', options: PHONE, driver: touchDriver, drawn: true },
  { name: 'in text mode', folder: 'questions-text', options: DESKTOP, driver: pointerDriver, drawn: false },
  { name: 'in text mode on a phone', folder: 'questions-text-phone', options: PHONE, driver: touchDriver, drawn: false },
];

useStack(() => ({ trials: [procedure] }));

const settled = (page) => page.waitForFunction(() => !document.documentElement.classList.contains('drawn') || document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });

/** A picture of the whole page, and what axe finds on it. */
async function look(page, way, name) {
  mkdirSync(join(shots, way.folder), { recursive: true });
  const file = join(shots, way.folder, `${name}.png`);
  const size = page.viewportSize();
  if (way.drawn) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.min(Math.max(height, size.height), 4000) });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await settled(page);
    await page.screenshot({ path: file });
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await settled(page);
  } else {
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled', scale: 'css' });
  }
  await assertAccessible(page, `${name}, ${way.name}`);
}

/** Waits until the focus is on a field of the page that is called so. */
const focusOn = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, `f-${id}`);

async function answerEverything(page, by, way) {
  await atPage(page, 'question.moi_loai');
  await by.choose(asked('gap'), say('answer.no'));
  await by.fill(asked('nam_sinh'), '031960');
  await by.fill(asked('gio'), '7h30');
  await by.fill(asked('so_ban'), '2');
  await by.fill(asked('so_tien'), '1250000');
  await by.tick(chosen('can_giup', 'di_lai'), asked('can_giup'));
  await by.tick(chosen('can_giup', 'nghe'), asked('can_giup'));
  await by.attach(asked('anh'), picture);
  await page.waitForFunction(() => document.querySelector('#main .file') && !document.querySelector('#main .file progress'));
  await look(page, way, 'every_type');
  assert.equal(await page.locator('#f-q\\.so_tien').inputValue(), '1.250.000');
  await by.press(CONTINUE);
}

async function addRow(page, by, row, name) {
  await by.press(procedure.groups[1].repeat.add.vi);
  await focusOn(page, `q.thanh_vien.${row}.ho_ten`);
  await by.fill(asked('ho_ten'), name, rowName(row + 1));
  await by.fill(asked('ngay_sinh'), '01022015', rowName(row + 1));
  await by.choose(asked('quan_he'), chosen('quan_he', 'con'), rowName(row + 1));
}

async function fillRows(page, by, way) {
  await atPage(page, 'question.thanh_vien');
  await look(page, way, 'rows-none');
  await addRow(page, by, 0, 'Lê Thị Một');
  await addRow(page, by, 1, 'Lê Thị Hai');
  await look(page, way, 'rows-two');
  await by.press(say('rows.remove', { row: rowName(1) }));
  await focusOn(page, 'rows.undo');
  assert.equal(await page.locator('#f-q\\.thanh_vien\\.0\\.ho_ten').inputValue(), 'LÊ THỊ HAI');
  await look(page, way, 'rows-removed');
  await by.press(say('action.undo'));
  await focusOn(page, 'q.thanh_vien.0.ho_ten');
  assert.equal(await page.locator('#f-q\\.thanh_vien\\.1\\.ho_ten').inputValue(), 'LÊ THỊ HAI');
  await by.press(say('rows.remove', { row: rowName(1) }));
  await focusOn(page, 'rows.undo');
  await by.press(CONTINUE);
}

async function toReceipt(page, by, way) {
  await atPage(page, 'question.cam_doan');
  await by.tick(asked('dong_y'));
  await by.press(CONTINUE);
  await atPage(page, 'documents');
  const [lease, card] = procedure.documents.map((each) => each.label.vi);
  await by.press(say('document.more', { name: lease }));
  await page.waitForFunction(() => document.querySelector('#main .summary'));
  await by.choose(say('document.how', { name: lease, kind: say('document.copy') }), say('provision.at_counter'));
  await by.choose(say('document.how_shown', { name: card }), say('provision.shown'));
  await look(page, way, 'documents');
  await by.press(CONTINUE);
  await atPage(page, 'office');
  const office = page.getByRole('radiogroup', { name: say('office.legend'), exact: true });
  await office.getByRole('radio').first().waitFor({ state: 'attached' });
  await by.choose(say('office.legend'), (await office.locator('label').first().textContent()).trim());
  await by.press(CONTINUE);
  await atPage(page, 'time');
  const times = page.locator('#f-slot');
  await times.getByRole('radio').first().waitFor({ state: 'attached' });
  const [legend, first] = [await times.locator('legend').textContent(), await times.locator('label').first().textContent()];
  await by.choose(legend, first.trim());
  await by.press(say('slots.hold'));
  await atPage(page, 'check');
  await look(page, way, 'check');
  await by.press(say('check.continue'));
  await atPage(page, 'sign');
  await by.press(say('sign.action'));
  await atPage(page, 'receipt');
  return (await page.locator('#f-receipt\\.code').textContent()).trim();
}

/** What the receiver got under this code. */
async function delivered(code) {
  for (;;) {
    const found = (await stack.received()).find((each) => each.code === code);
    if (found) return stack.receivedContents(found.receipt);
    await new Promise((done) => setTimeout(done, 50));
  }
}

for (const way of WAYS) {
  test(`every type of question and rows of them are answered ${way.name}`, async () => {
    const page = await openPage(browser, way.options);
    await page.addInitScript((mode) => localStorage.setItem('motcua.mode', mode), way.drawn ? 'canvas' : 'text');
    await page.goto(stack.url);
    await atPage(page, 'start');
    if (way.drawn) await painterReady(page);
    const by = way.driver(page);
    await by.press(procedure.name.vi);
    await atPage(page, 'procedure');
    assert.equal(await isDrawn(page), way.drawn);
    await look(page, way, 'procedure');
    await by.press(say('action.begin'));
    await answerEverything(page, by, way);
    await fillRows(page, by, way);
    const code = await toReceipt(page, by, way);
    const { envelope, files } = await delivered(code);
    assert.deepEqual(envelope.form.answers, {
      anh: digest,
      can_giup: 'nghe,di_lai',
      dong_y: 'yes',
      gap: 'no',
      gio: '07:30',
      nam_sinh: '1960-03',
      so_ban: '2',
      so_tien: '1250000',
      thanh_vien: '1',
      'thanh_vien.0.ho_ten': 'LÊ THỊ HAI',
      'thanh_vien.0.ngay_sinh': '2015-02-01',
      'thanh_vien.0.quan_he': 'con',
    });
    assert.deepEqual(envelope.manifest.files.map(({ document }) => document), ['anh']);
    assert.deepEqual(files.map(({ name, sha256 }) => [name, sha256]), [[picture.name, digest]]);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}
