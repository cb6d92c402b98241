// Vietnamese typing into the real fields, the way real keyboards do it: the value that the
// page shows is adopted, never rebuilt from keys.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { fixture } from './support/gallery.mjs';
import { browser, gallery, useGallery } from './support/setup.mjs';

useGallery();

/** A question page with its name field empty, drawn or in text mode, the field focused. */
async function emptyField(drawn) {
  const page = await openPage(browser);
  await page.goto(gallery.url);
  await page.waitForFunction(() => globalThis.gallery);
  const question = fixture('question');
  question.main.find((node) => node.id === 'f.name').value = '';
  await page.evaluate((first) => globalThis.gallery.show(first), fixture('start'));
  if (drawn) await page.evaluate(() => globalThis.gallery.prepare());
  await page.evaluate((next) => globalThis.gallery.show(next), question);
  await page.waitForFunction((wanted) => document.documentElement.classList.contains('drawn') === wanted, drawn);
  await page.locator('#f-f\\.name').focus();
  const session = await page.context().newCDPSession(page);
  const key = async (name, code) => {
    const common = { key: name, code: name, windowsVirtualKeyCode: code };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...common });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
  };
  return {
    page,
    session,
    insert: (text) => session.send('Input.insertText', { text }),
    backspace: () => key('Backspace', 8),
    value: () => page.locator('#f-f\\.name').inputValue(),
    told: (type) => page.evaluate((wanted) => globalThis.gallery.messages.filter((each) => each.type === wanted && each.id === 'f.name').map((each) => each.value), type),
    done: () => page.context().close(),
  };
}

/** How high the letters in a field are in a picture of it, and how high the font says they are. */
async function inkHeight(page, input, text) {
  const picture = (await input.screenshot({ animations: 'disabled' })).toString('base64');
  return input.evaluate(
    async (element, [data, letters]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const isInk = (x, y) => {
        const [red, green, blue] = context.getImageData(x, y, 1, 1).data;
        return red + green + blue < 500;
      };
      const rows = [];
      for (let y = 6; y < image.height - 6; y += 1) {
        for (let x = 10; x < 80; x += 1) {
          if (isInk(x, y)) {
            rows.push(y);
            break;
          }
        }
      }
      const { fontSize, fontFamily } = getComputedStyle(element);
      context.font = `${fontSize} ${fontFamily}`;
      const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = context.measureText(letters);
      return { seen: rows.at(-1) - rows[0] + 1, wanted: above + below };
    },
    [picture, text],
  );
}

for (const drawn of [false, true]) {
  describe(drawn ? 'in a drawn page' : 'in text mode', () => {
    test('a Unikey pattern of Backspaces and replacements gives "việt"', async () => {
      const field = await emptyField(drawn);
      for (const letter of 'vie') await field.insert(letter);
      await field.backspace();
      await field.insert('ê');
      await field.insert('t');
      await field.backspace();
      await field.backspace();
      await field.insert('ệt');
      assert.equal(await field.value(), 'việt');
      assert.equal((await field.told('input')).at(-1), 'việt');
      await field.done();
    });

    test('an input method composition is not disturbed and its result is adopted', async () => {
      const field = await emptyField(drawn);
      for (const text of ['t', 'ti', 'tiê', 'tiên', 'tiêng', 'tiếng']) {
        await field.session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        assert.equal(await field.value(), text);
      }
      await field.insert('tiếng ');
      assert.equal(await field.value(), 'tiếng ');
      assert.equal((await field.told('input')).at(-1), 'tiếng ');
      await field.done();
    });

    test('a phone keyboard that deletes without Backspace keys is followed', async () => {
      const field = await emptyField(drawn);
      await field.insert('viee');
      await field.page.evaluate(() => {
        document.execCommand('delete'); // deleteContentBackward with no keydown
        document.execCommand('delete');
        document.execCommand('insertText', false, 'ê');
      });
      await field.insert('t');
      assert.equal(await field.value(), 'viêt');
      assert.equal((await field.told('input')).at(-1), 'viêt');
      await field.done();
    });

    test('decomposed text that is pasted becomes NFC when the field is left, not before', async () => {
      const field = await emptyField(drawn);
      const decomposed = 'Nguyễn Thị Ánh'.normalize('NFD');
      await field.insert(decomposed);
      assert.equal(await field.value(), decomposed);
      await field.page.locator('#f-f\\.id').focus();
      assert.deepEqual(await field.told('commit'), ['Nguyễn Thị Ánh']);
      assert.equal(await field.value(), 'Nguyễn Thị Ánh');
      await field.done();
    });

    test('stacked marks and dots below are whole in the field that has the focus', async () => {
      for (const id of ['f-f\\.name', 'f-f\\.purpose']) {
        const field = await emptyField(drawn);
        const input = field.page.locator(`#${id}`);
        await input.fill('ỄẴỘ');
        await input.focus();
        const { seen, wanted } = await inkHeight(field.page, input, 'ỄẴỘ');
        assert.ok(seen >= wanted - 1, `${id} shows ${seen} px of the ${wanted} px that its letters are high`);
        await field.done();
      }
    });

    test('the caret stays in place when the application writes the same text back', async () => {
      const field = await emptyField(drawn);
      await field.insert('Trn An');
      await field.page.locator('#f-f\\.name').evaluate((input) => input.setSelectionRange(2, 2));
      await field.insert('ầ');
      assert.equal(await field.value(), 'Trần An');
      assert.equal(await field.page.locator('#f-f\\.name').evaluate((input) => input.selectionStart), 3);
      await field.done();
    });
  });
}
