// Questions of every type, refused and answered, and the rows of a repeated group.
import { atPage, painterReady } from '../../tests/browser/support/browser.mjs';
import { mirrorDriver } from '../../tests/browser/support/drivers.mjs';
import { trialProcedure } from '../../tests/browser/support/stack.mjs';
import { say } from '../../tests/browser/support/texts.mjs';

const procedure = trialProcedure('9.000001');
const all = procedure.groups.flatMap((group) => group.questions);
const asked = (id) => {
  const { label, required = true } = all.find((each) => each.id === id);
  return required ? label.vi : say('question.optional', { label: label.vi });
};
const option = (id, name) => all.find((each) => each.id === id).options.find((each) => each.id === name).label.vi;
const CONTINUE = say('action.continue');

/** A picture with something on it: a real photograph is what people attach. */
async function photograph(page) {
  const bytes = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 640 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#e9e4d8';
    pen.fillRect(0, 0, 480, 640);
    pen.fillStyle = '#55606a';
    pen.arc(240, 250, 110, 0, 7);
    pen.fill();
    pen.fillRect(90, 400, 300, 240);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  return { name: 'Ảnh chân dung Nguyễn Thị Ánh Tuyết.png', mimeType: 'image/png', buffer: Buffer.from(bytes, 'base64') };
}

async function everyType(page, by, shoot) {
  await atPage(page, 'question.moi_loai');
  await shoot(page, 'every_type');
  await by.press(CONTINUE);
  await page.locator('#main .errors').waitFor({ state: 'attached' });
  await shoot(page, 'every_type-errors');
  await by.choose(asked('gap'), say('answer.no'));
  await by.fill(asked('nam_sinh'), '031960');
  await by.fill(asked('gio'), '7h30');
  await by.fill(asked('so_ban'), '2');
  await by.fill(asked('so_tien'), '1250000');
  await by.tick(option('can_giup', 'di_lai'), asked('can_giup'));
  await by.tick(option('can_giup', 'nghe'), asked('can_giup'));
  await by.attach(asked('anh'), await photograph(page));
  await page.waitForFunction(() => document.querySelector('#main .file') && !document.querySelector('#main .file progress'));
  await shoot(page, 'every_type-answered');
  await by.press(CONTINUE);
}

async function rows(page, by, shoot) {
  await atPage(page, 'question.thanh_vien');
  await shoot(page, 'rows-none');
  for (const [row, name] of ['Lê Thị Một', 'Lê Thị Hai'].entries()) {
    await by.press(procedure.groups[1].repeat.add.vi);
    await page.locator(`#f-q\\.thanh_vien\\.${row}\\.ho_ten`).waitFor({ state: 'attached' });
    await by.fill(asked('ho_ten'), name, `Thành viên ${row + 1}`);
    await by.fill(asked('ngay_sinh'), '01022015', `Thành viên ${row + 1}`);
    await by.choose(asked('quan_he'), option('quan_he', 'con'), `Thành viên ${row + 1}`);
  }
  await shoot(page, 'rows');
  await by.press(say('rows.remove', { row: 'Thành viên 1' }));
  await page.locator('.toast').waitFor({ state: 'attached' });
  await shoot(page, 'toast');
  await by.press(CONTINUE);
}

export async function questions({ open, shoot }) {
  const page = await open('/');
  const by = mirrorDriver(page);
  await atPage(page, 'start');
  await painterReady(page);
  await by.press(procedure.name.vi);
  await atPage(page, 'procedure');
  await shoot(page, 'procedure-trial');
  await by.press(say('action.begin'));
  await everyType(page, by, shoot);
  await rows(page, by, shoot);
  await atPage(page, 'question.cam_doan');
  await by.tick(asked('dong_y'));
  await by.press(CONTINUE);
  await atPage(page, 'documents');
  await by.press(CONTINUE);
  await page.locator('#main .errors').waitFor({ state: 'attached' });
  await shoot(page, 'documents-errors');
  const lease = procedure.documents[0].label.vi;
  await by.choose(say('document.how', { name: lease, kind: say('document.copy') }), say('provision.attached'));
  // Its bytes never arrive: the bar stays where it is.
  await page.route('**/api/v1/uploads/*/parts/*', () => {});
  await by.attach(`${say('files.pick')}: ${lease}`, await photograph(page), lease);
  await page.locator('#main .file progress').waitFor({ state: 'attached' });
  await shoot(page, 'documents-sending');
  await page.context().close();
}
