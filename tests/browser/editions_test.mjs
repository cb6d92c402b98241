// A procedure changes while somebody fills its form in: begun under the earlier edition, refused,
// carried over, handed in under the present one, and opened so by the clerk. On the real programs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atPage, openPage } from './support/browser.mjs';
import { mirrorDriver } from './support/drivers.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { clerks, password, publish, trialProcedure } from './support/stack.mjs';
import { say } from './support/texts.mjs';

const DAY_MS = 24 * 3600e3;
/** A day in Vietnam, so many days from now. */
const day = (offset) => new Date(Date.now() + offset * DAY_MS + 7 * 3600e3).toISOString().slice(0, 10);

/** The backend takes an edition for one day after its last; this one ended the day before that. */
const first = { ...trialProcedure('9.000002@2026-01-01'), in_force: { from: '2026-01-01', until: day(-2) } };
const second = { ...trialProcedure('9.000002@2026-11-24'), in_force: { from: day(-1) } };
const questions = [first, second].flatMap(({ groups }) => groups.flatMap((group) => group.questions));
const asked = (id) => questions.find((each) => each.id === id).label.vi;
const paper = first.documents[0].label.vi;
const CONTINUE = say('action.continue');
const picture = { name: 'giấy tờ.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==', 'base64') };
const letter = { name: 'đơn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n') };

useStack(() => ({ trials: [first, second] }));

const sent = (page) => page.waitForFunction(() => document.querySelector('#main .file') && !document.querySelector('#main .file progress'));

/** Ends on the page where the dossier is signed. */
async function fillInTheFirst(page, by) {
  await atPage(page, 'start');
  await by.press(first.name.vi);
  await atPage(page, 'procedure');
  await by.press(say('action.begin'));
  await atPage(page, 'question.nguoi');
  await by.fill(asked('ho_ten'), 'Lê Thị Ví Dụ');
  await by.fill(asked('so_giay'), 'AB 123');
  await by.press(CONTINUE);
  await atPage(page, 'question.viec');
  await by.choose(asked('muc_dich'), 'Đi học');
  await by.attach(asked('anh'), picture);
  await sent(page);
  await by.press(CONTINUE);
  await atPage(page, 'question.cam_doan');
  await by.tick(asked('dong_y'));
  await by.press(CONTINUE);
  await atPage(page, 'documents');
  await by.choose(say('document.how', { name: paper, kind: say('document.copy') }), say('provision.attached'));
  await by.attach(`${say('files.pick')}: ${paper}`, letter, paper);
  await sent(page);
  await by.press(CONTINUE);
  await takeATime(page, by);
  await atPage(page, 'check');
  await by.press(say('check.continue'));
  await atPage(page, 'sign');
}

async function takeATime(page, by) {
  await atPage(page, 'office');
  const office = page.getByRole('radiogroup', { name: say('office.legend'), exact: true });
  await office.getByRole('radio').first().waitFor({ state: 'attached' });
  await by.choose(say('office.legend'), (await office.locator('label').first().textContent()).trim());
  await by.press(CONTINUE);
  await atPage(page, 'time');
  const times = page.locator('#f-slot');
  await times.getByRole('radio').first().waitFor({ state: 'attached' });
  await by.choose(await times.locator('legend').textContent(), (await times.locator('label').last().textContent()).trim());
  await by.press(say('slots.hold'));
}

/** From the refusal to the receipt's code. */
async function goOnUnderTheSecond(page, by) {
  await atPage(page, 'procedure');
  await page.getByText(second.migrations[0].note.vi, { exact: true }).waitFor();
  assert.equal(await page.getByText(say('task.again'), { exact: true }).count(), 3);
  await by.press(say('action.go_on'));
  await atPage(page, 'question.nguoi');
  assert.equal(await page.getByRole('textbox', { name: asked('so_giay_to'), exact: true }).inputValue(), 'AB 123');
  await by.fill(asked('ngay_cap'), '01022020');
  await by.press(CONTINUE);
  await atPage(page, 'question.viec');
  await page.getByText(picture.name).first().waitFor();
  await by.press(CONTINUE);
  await atPage(page, 'question.lien_he');
  await by.fill(asked('dien_thoai'), '0901234567');
  await by.press(CONTINUE);
  await atPage(page, 'check');
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

async function openAtTheDesk(code) {
  const page = await openPage(browser);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
  const by = mirrorDriver(page);
  await page.goto(`${stack.url}/ban-tiep-nhan`);
  await atPage(page, 'desk.sign_in');
  await by.fill(say('desk.user'), clerks.first);
  await by.fill(say('desk.password'), password);
  await by.press(say('desk.sign_in'));
  await atPage(page, 'desk.list');
  await by.press(code);
  await atPage(page, 'desk.dossier');
  await page.getByText(asked('ngay_cap'), { exact: true }).waitFor();
  await page.getByText('01/02/2020', { exact: true }).waitFor();
  await page.context().close();
}

/** A page in text mode; the statuses of handing in are gathered in `handIns`. */
async function visitor() {
  const page = await openPage(browser);
  await page.addInitScript(() => localStorage.setItem('motcua.mode', 'text'));
  const handIns = [];
  page.on('response', async (answer) => {
    if (new URL(answer.url()).pathname === '/api/v1/dossiers') handIns.push(answer.status());
  });
  return { page, by: mirrorDriver(page), handIns };
}

async function followTheChange({ page, by, handIns }) {
  const refusal = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/dossiers'));
  await by.press(say('sign.action'));
  assert.deepEqual((await (await refusal).json()).findings.map(({ field, code }) => [field, code]), [['edition', 'edition_ended']]);
  const code = await goOnUnderTheSecond(page, by);
  assert.deepEqual(handIns, [422, 201]);
  const { envelope, files } = await delivered(code);
  assert.equal(envelope.form.edition, second.edition);
  const { anh_giay: digest, ...answers } = envelope.form.answers;
  assert.match(digest, /^[0-9a-f]{64}$/);
  assert.deepEqual(answers, {
    dien_thoai: '0901234567',
    dong_y: 'yes',
    ho_ten: 'LÊ THỊ VÍ DỤ',
    muc_dich: 'hoc_tap',
    ngay_cap: '2020-02-01',
    so_giay_to: 'AB 123',
  });
  assert.deepEqual(files.map(({ name }) => name).sort(), [letter.name, picture.name].sort());
  await openAtTheDesk(code);
  await page.context().close();
}

test('a procedure that changes while the page stays open: nothing is lost', async () => {
  const { until, ...open } = first.in_force;
  assert.ok(until);
  publish(stack, [{ ...first, in_force: open }]);
  const person = await visitor();
  await person.page.goto(stack.url);
  await fillInTheFirst(person.page, person.by);
  publish(stack, [first, second]);
  await followTheChange(person);
});

test('the day of the change passes while the page stays open: nothing is lost', async () => {
  publish(stack, [first, second]);
  const person = await visitor();
  await person.page.clock.setFixedTime(Date.now() - 2 * DAY_MS);
  await person.page.goto(stack.url);
  await fillInTheFirst(person.page, person.by);
  await person.page.clock.setFixedTime(Date.now());
  await followTheChange(person);
});
