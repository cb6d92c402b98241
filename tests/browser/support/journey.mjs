// The citizen's journey on procedure 1.004873, once, for every driver. `at` is called on
// each page (for screenshots and axe); what was entered is answered for comparing.
import assert from 'node:assert/strict';
import { atPage } from './browser.mjs';

const HOW = 'Bạn nộp giấy này (bản chính) bằng cách nào?';
const AGREED = 'Tôi cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về điều mình khai.';

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

async function questions(page, by, at) {
  await atPage(page, 'question.cho_ai');
  await at('question.cho_ai');
  await by.choose('Bạn là ai đối với người cần giấy xác nhận?', 'Chính tôi');
  await by.press('Tiếp tục');
  await atPage(page, 'question.nguoi_yeu_cau');
  await by.press('Tiếp tục');
  await page.waitForFunction(() => document.title.startsWith('Lỗi:'));
  await atPage(page, 'question.nguoi_yeu_cau');
  await at('question.nguoi_yeu_cau-errors');
  await by.fill('Họ, chữ đệm, tên của bạn', person.typed.name);
  await by.fill('Ngày, tháng, năm sinh của bạn', person.typed.born);
  await by.choose('Giới tính của bạn', 'Nữ');
  await by.fill('Tìm: Dân tộc của bạn', 'kinh');
  await by.choose('Dân tộc của bạn', 'Kinh');
  await by.choose('Quốc tịch của bạn', 'Việt Nam');
  await at('question.nguoi_yeu_cau');
  await by.press('Tiếp tục');
  await atPage(page, 'question.giay_to_lien_he');
  await by.choose('Giấy tờ tùy thân của bạn', 'Thẻ căn cước');
  await by.fill('Số định danh cá nhân hoặc số giấy tờ', person.typed.number);
  await by.fill('Số điện thoại', person.typed.phone);
  await at('question.giay_to_lien_he');
  await by.press('Tiếp tục');
  await atPage(page, 'question.noi_cu_tru');
  await by.choose('Đây là nơi', 'Thường trú');
  await by.fill('Tìm: Tỉnh, thành phố', 'vinh long');
  await by.choose('Tỉnh, thành phố', 'Tỉnh Vĩnh Long');
  await by.fill('Tìm: Xã, phường, đặc khu thuộc Tỉnh Vĩnh Long', 'tra cu');
  await by.choose('Xã, phường, đặc khu thuộc Tỉnh Vĩnh Long', 'Xã Trà Cú');
  await by.fill('Số nhà, đường, thôn, tổ dân phố', person.typed.line);
  await at('question.noi_cu_tru');
  await by.press('Tiếp tục');
  await shortQuestions(page, by, at);
}

async function shortQuestions(page, by, at) {
  await atPage(page, 'question.thoi_gian_cu_tru');
  await by.choose('Xác nhận cho thời gian ở chính nơi cư trú vừa khai?', 'Đúng, nơi cư trú vừa khai');
  await at('question.thoi_gian_cu_tru');
  await by.press('Tiếp tục');
  await atPage(page, 'question.tinh_trang');
  await by.choose('Tình trạng hôn nhân trong thời gian đó', 'Chưa đăng ký kết hôn với ai');
  await at('question.tinh_trang');
  await by.press('Tiếp tục');
  await atPage(page, 'question.muc_dich');
  await by.choose('Mục đích sử dụng', 'Vay vốn');
  await by.choose('Trước đây đã được cấp giấy này chưa?', 'Đã được cấp');
  await at('question.muc_dich');
  await by.press('Tiếp tục');
  await atPage(page, 'question.cam_doan');
  await at('question.cam_doan');
  await by.tick(AGREED);
  await by.press('Tiếp tục');
}

async function documents(page, by, at) {
  await atPage(page, 'documents');
  await by.choose(HOW, 'Gửi tệp ngay bây giờ', 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đó');
  await by.attach('Chọn tệp', paper, 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đó');
  await page.waitForFunction(() => document.querySelector('#main .file .hint')?.textContent.includes('đã gửi'));
  await by.choose(HOW, 'Mang đến khi hẹn', 'Giấy tờ tùy thân');
  await by.choose(HOW, 'Mang đến khi hẹn', 'Giấy tờ chứng minh nơi cư trú');
  await at('documents');
  await by.press('Tiếp tục');
}

async function appointment(page, by, at) {
  await atPage(page, 'office');
  await page.locator('#main').getByRole('radio').first().waitFor({ state: 'attached' });
  await at('office');
  await by.choose('Nơi tiếp nhận', 'Bộ phận Một cửa xã Trà Cú (minh họa)');
  await by.press('Tiếp tục');
  await atPage(page, 'time');
  const day = page.getByRole('radiogroup', { name: 'Chọn ngày', exact: true });
  await day.getByRole('radio').nth(1).waitFor({ state: 'attached' });
  const dayName = (await day.locator('label').nth(1).textContent()).trim();
  await by.choose('Chọn ngày', dayName);
  const times = page.getByRole('radiogroup', { name: `Chọn giờ, ${dayName}`, exact: true });
  await times.waitFor({ state: 'attached' });
  const time = (await times.locator('label').first().textContent()).trim();
  await by.choose(`Chọn giờ, ${dayName}`, time);
  await at('time');
  await by.press('Giữ chỗ và tiếp tục');
  return { dayName, time };
}

/** @returns {Promise<{code: string, secret: string, dayName: string, time: string}>} */
export async function takeJourney(page, by, at) {
  await atPage(page, 'start');
  await at('start');
  await by.press('Cấp Giấy xác nhận tình trạng hôn nhân');
  await atPage(page, 'procedure');
  await at('procedure');
  await by.press('Bắt đầu');
  await questions(page, by, at);
  await documents(page, by, at);
  const when = await appointment(page, by, at);
  await atPage(page, 'check');
  await at('check');
  const shown = await page.locator('#main .summary').allTextContents();
  for (const text of ['NGUYỄN THỊ ÁNH TUYẾT', '27/03/1990', 'Số nhà 12, ấp Ví Dụ']) {
    assert.ok(shown.join('\n').includes(text), `the check page does not show "${text}"`);
  }
  await by.press('Đúng rồi, sang bước ký');
  await atPage(page, 'sign');
  await at('sign');
  await by.press('Ký và nộp hồ sơ');
  await atPage(page, 'receipt');
  await at('receipt');
  return { ...when, code: await answer(page, 'Mã hồ sơ'), secret: await answer(page, 'Mã bí mật') };
}

/** What a summary on the page says to a question. */
export async function answer(page, question) {
  const row = page.locator('#main .summary-row').filter({ has: page.locator('dt', { hasText: new RegExp(`^${question}$`) }) });
  return (await row.locator('.answer').first().textContent()).trim();
}
