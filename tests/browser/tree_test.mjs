// What Chromium tells assistive technology of every sample page, in both modes, is what the
// page model says: names, descriptions, values, states and the order they come in.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { expectedTree } from './support/expected_tree.mjs';
import { fixture, showing } from './support/gallery.mjs';
import { heardTree, linesOf } from './support/heard_tree.mjs';
import { browser, gallery, root, useGallery } from './support/setup.mjs';
import { say } from './support/texts.mjs';

const pages = Object.fromEntries(readdirSync(join(root, 'tests/fixtures/pages')).map((file) => file.replace(/\.json$/, '')).map((name) => [name, fixture(name)]));
// What no sample page has: a choice of several, things that cannot be used now, things that must be filled in.
pages.rest = {
  ...fixture('start'),
  id: 'rest',
  main: [
    { id: 'h', role: 'heading', name: 'Còn lại', level: 1 },
    {
      id: 'help', role: 'check_group', name: 'Bạn cần hỗ trợ gì?', hint: 'Chọn tất cả những gì đúng.', error: 'Chọn nhiều nhất một mục.', required: true,
      children: [
        { id: 'sign', role: 'option', name: 'Phiên dịch ngôn ngữ ký hiệu', selected: true },
        { id: 'chair', role: 'option', name: 'Lối đi cho xe lăn', hint: 'Ở cổng phụ.' },
        { id: 'none', role: 'option', name: 'Không cần', disabled: true },
      ],
    },
    { id: 'agree', role: 'checkbox', name: 'Tôi cam đoan', error: 'Hãy đánh dấu.', required: true },
    { id: 'closed', role: 'text_field', name: 'Họ và tên', value: 'TRẦN VĂN ẤN', disabled: true },
    { id: 'papers', role: 'file_picker', name: 'Giấy ủy quyền', value: 'Chọn tệp', disabled: true },
    { id: 'send', role: 'button', name: 'Nộp', hint: 'Đang gửi', busy: true, disabled: true },
    { id: 'see', role: 'link', name: 'Xem', hint: 'Mở trang khác' },
  ],
};

useGallery();

for (const [mode, drawn] of [['text mode', false], ['drawn', true]]) {
  describe(mode, () => {
    for (const [name, model] of Object.entries(pages)) {
      test(`${name}: assistive technology gets what the page model says`, async () => {
        const page = await showing(browser, gallery, model, { drawn });
        const heard = linesOf(await heardTree(page)).join('\n');
        assert.equal(heard, linesOf(expectedTree(model, say('web.skip'))).join('\n'));
        await page.context().close();
      });
    }
  });
}
