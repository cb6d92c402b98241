// The painter alone, with a page of 40 fields; forty.redraw has it drawn again and again.
import { Assets } from '../../../web/assets.js';
import { loadPainter } from '../../../web/painter.js';

const FIELDS = 40;

const field = (number, value) => ({
  id: `f.${number}`,
  role: 'text_field',
  name: `Câu hỏi thứ ${number} về nơi thường trú`,
  hint: 'Ghi như trên thẻ căn cước hoặc giấy khai sinh',
  value,
  required: true,
});
/** @param {number} round  what is in the last field changes with it */
const pageOf = (round) => ({
  v: 1,
  id: 'forty',
  title: 'Bốn mươi câu hỏi',
  lang: 'vi',
  busy: false,
  focus: { epoch: 0, id: '' },
  say: { n: 0, assertive: false, text: '' },
  header: [],
  main: Array.from({ length: FIELDS }, (_, i) => field(i, i === FIELDS - 1 ? `Xã Trà Cú ${round % 10}` : 'Ấp Ví Dụ, xã Trà Cú, tỉnh Vĩnh Long')),
});

document.documentElement.classList.add('drawn');
document.getElementById('mirror').replaceChildren();
const painter = await loadPainter(await Assets.load());
const give = (name, value) => {
  const wrong = painter.module.ccall(name, 'string', ['string'], [JSON.stringify(value)]);
  if (wrong) throw new Error(`${name}: ${wrong}`);
};
const frame = () => JSON.parse(painter.module.ccall('mp_frame', 'string', [], []));
const view = { width: innerWidth, height: innerHeight, dpr_milli: 1000, scroll: 0, theme: 'light', profile: 'desktop', scale_milli: 1000, motion: false };

give('mp_page', pageOf(0));
give('mp_view', view);
const { rects } = frame();
const fields = rects.filter(([id, , y, , h]) => /^f\.\d+$/.test(id) && y + h <= innerHeight).length;

globalThis.forty = {
  /** How many of them lie in the window. */
  fields,
  /** One frame after another; when `changed`, each shows an answer that the one before had not. */
  async redraw(frames, changed) {
    for (let round = 1; round <= frames; round += 1) {
      if (changed) give('mp_page', pageOf(round));
      frame();
      await new Promise(requestAnimationFrame);
    }
  },
};
