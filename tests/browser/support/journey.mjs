// The citizen's journey on procedure 1.004873, once, for every driver. `at` is called on
// each page (for screenshots and axe); what was entered is answered for comparing.
import assert from 'node:assert/strict';
import { atPage } from './browser.mjs';
import { label, optionLabel, paperLabel, procedureName, say } from './texts.mjs';

const CONTINUE = say('action.continue');
const OFFICE = 'Bộ phận Một cửa xã Trà Cú (minh họa)';
/** The region of a paper on the checklist, and the questions in it. */
const EARLIER = paperLabel('giay_xn_cu');
const how = (paper) => say('document.how', { name: paperLabel(paper), kind: say('document.original') });
const howShown = (paper) => say('document.how_shown', { name: paperLabel(paper) });
const searchFor = (name) => say('search.label', { label: name });

/** What this person enters, and the answers that must arrive. */
export const person = {
  typed: {
    name: 'Nguyễn Thị Ánh Tuyết',
    born: '27/3/1990',
    number: '084190001234',
    phone: '090 123 45 67',
    line: 'Số nhà 12, ấp Ví Dụ',
  },
  answers: {
    nyc_quan_he: 'ban_than',
    nyc_ho_ten: 'NGUYỄN THỊ ÁNH TUYẾT',
    nyc_ngay_sinh: '1990-03-27',
    nyc_gioi_tinh: 'nu',
    nyc_dan_toc: 'kinh',
    nyc_quoc_tich: 'viet_nam',
    nyc_loai_giay_to: 'can_cuoc',
    nyc_so_dinh_danh: '084190001234',
    nyc_dien_thoai: '0901234567',
    nyc_loai_cu_tru: 'thuong_tru',
    'nyc_noi_cu_tru.province': '86',
    'nyc_noi_cu_tru.commune': '29461',
    'nyc_noi_cu_tru.line': 'Số nhà 12, ấp Ví Dụ',
    xn_cung_noi: 'yes',
    xn_tinh_trang: 'chua_ket_hon',
    muc_dich: 'vay_von',
    cap_lai: 'yes',
    cam_doan: 'yes',
  },
};

/** A small PDF, as a file chooser takes it. */
export const paper = {
  name: 'giấy xác nhận cũ.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n% giấy xác nhận đã cấp lần trước\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

async function questions(page, by, at, label, number) {
  await atPage(page, 'question.cho_ai');
  await at('question.cho_ai');
  await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await by.press(CONTINUE);
  await atPage(page, 'question.nguoi_yeu_cau');
  await by.press(CONTINUE);
  await page.waitForFunction(() => document.querySelector('#main .errors') !== null);
  await atPage(page, 'question.nguoi_yeu_cau');
  await at('question.nguoi_yeu_cau-errors');
  await by.fill(label('nyc_ho_ten'), person.typed.name);
  await by.fill(label('nyc_ngay_sinh'), person.typed.born);
  await by.choose(label('nyc_gioi_tinh'), optionLabel('nyc_gioi_tinh', 'nu'));
  await by.fill(searchFor(label('nyc_dan_toc')), 'kinh');
  await by.choose(label('nyc_dan_toc'), optionLabel('nyc_dan_toc', 'kinh'));
  await by.choose(label('nyc_quoc_tich'), optionLabel('nyc_quoc_tich', 'viet_nam'));
  await at('question.nguoi_yeu_cau');
  await by.press(CONTINUE);
  await atPage(page, 'question.giay_to_lien_he');
  await by.choose(label('nyc_loai_giay_to'), optionLabel('nyc_loai_giay_to', 'can_cuoc'));
  await by.fill(label('nyc_so_dinh_danh'), number);
  await by.fill(label('nyc_dien_thoai'), person.typed.phone);
  await at('question.giay_to_lien_he');
  await by.press(CONTINUE);
  await atPage(page, 'question.noi_cu_tru');
  await by.choose(label('nyc_loai_cu_tru'), optionLabel('nyc_loai_cu_tru', 'thuong_tru'));
  await by.fill(searchFor(say('address.province')), 'vinh long');
  await by.choose(say('address.province'), 'Tỉnh Vĩnh Long');
  await by.fill(searchFor(say('address.commune', { province: 'Tỉnh Vĩnh Long' })), 'tra cu');
  await by.choose(say('address.commune', { province: 'Tỉnh Vĩnh Long' }), 'Xã Trà Cú');
  await by.fill(say('address.line'), person.typed.line);
  await at('question.noi_cu_tru');
  await by.press(CONTINUE);
  await shortQuestions(page, by, at, label);
}

async function shortQuestions(page, by, at, label) {
  await atPage(page, 'question.thoi_gian_cu_tru');
  await by.choose(label('xn_cung_noi'), optionLabel('xn_cung_noi', 'yes'));
  await at('question.thoi_gian_cu_tru');
  await by.press(CONTINUE);
  await atPage(page, 'question.tinh_trang');
  await by.choose(label('xn_tinh_trang'), optionLabel('xn_tinh_trang', 'chua_ket_hon'));
  await at('question.tinh_trang');
  await by.press(CONTINUE);
  await atPage(page, 'question.muc_dich');
  await by.choose(label('muc_dich'), optionLabel('muc_dich', 'vay_von'));
  await by.choose(label('cap_lai'), optionLabel('cap_lai', 'yes'));
  await at('question.muc_dich');
  await by.press(CONTINUE);
  await atPage(page, 'question.cam_doan');
  await at('question.cam_doan');
  await by.tick(label('cam_doan'));
  await by.press(CONTINUE);
}

async function documents(page, by, at) {
  await atPage(page, 'documents');
  await by.choose(how('giay_xn_cu'), say('provision.attached'));
  await by.attach(`${say('files.pick')}: ${EARLIER}`, paper, EARLIER);
  // Its bar is there as long as it is being sent.
  await page.waitForFunction(() => document.querySelector('#main .file') && !document.querySelector('#main .file progress'));
  await by.choose(howShown('giay_to_tuy_than'), say('provision.shown'));
  await by.choose(howShown('giay_to_cu_tru'), say('provision.shown'));
  await at('documents');
  await by.press(CONTINUE);
}

async function appointment(page, by, at) {
  await atPage(page, 'office');
  await page.locator('#main').getByRole('radio').first().waitFor({ state: 'attached' });
  await at('office');
  await by.choose(say('office.legend'), OFFICE);
  await by.press(CONTINUE);
  await atPage(page, 'time');
  const day = page.locator('#main .day:not(:disabled)').nth(1);
  await day.waitFor({ state: 'attached' });
  const dayWords = (await day.locator('.unseen').textContent()).trim(); // "Thứ Ba, 24/11/2026: còn 24 chỗ"
  const [dayName] = dayWords.split(': ');
  await by.press(dayWords);
  const times = page.getByRole('radiogroup', { name: say('slots.time', { day: dayName }), exact: true });
  await times.waitFor({ state: 'attached' });
  const time = (await times.locator('label').first().textContent()).trim();
  await by.choose(say('slots.time', { day: dayName }), time);
  await at('time');
  await by.press(say('slots.hold'));
  return { dayName, time };
}

/**
 * `called` words questions for whoever helps. `number` is for a second journey on one stack: a person
 * has one appointment of a procedure.
 * @returns {Promise<{code: string, secret: string, dayName: string, time: string}>}
 */
export async function takeJourney(page, by, at, called = label, number = person.typed.number) {
  await atPage(page, 'start');
  await at('start');
  await by.press(procedureName);
  await atPage(page, 'procedure');
  await at('procedure');
  await by.press(say('action.begin'));
  await questions(page, by, at, called, number);
  await documents(page, by, at);
  const when = await appointment(page, by, at);
  await atPage(page, 'check');
  await at('check');
  const shown = await page.locator('#main .summary').allTextContents();
  for (const text of ['NGUYỄN THỊ ÁNH TUYẾT', '27/03/1990', 'Số nhà 12, ấp Ví Dụ']) {
    assert.ok(shown.join('\n').includes(text), `the check page does not show "${text}"`);
  }
  await by.press(say('check.continue'));
  await atPage(page, 'sign');
  await at('sign');
  await by.press(say('sign.action'));
  await atPage(page, 'receipt');
  await at('receipt');
  return { ...when, code: await answer(page, say('receipt.code')), secret: await answer(page, say('receipt.secret')) };
}

/** What a summary on the page says to a question. */
export async function answer(page, question) {
  const row = page.locator('#main .summary-row').filter({ has: page.locator('dt', { hasText: new RegExp(`^${question}$`) }) });
  return (await row.locator('.answer').first().textContent()).trim();
}
