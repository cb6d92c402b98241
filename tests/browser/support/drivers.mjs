// One journey, several ways to take it. A driver knows how to press, type, choose, tick and
// attach; what it acts on is found by role and name, as a person finds it.
import assert from 'node:assert/strict';
import { isDrawn } from './browser.mjs';

/** The part of the page that is meant: a named region or group of check boxes, or all of it. */
function part(page, within) {
  const all = page.locator('#mirror');
  if (!within) return all;
  return all.getByRole('region', { name: within, exact: true }).or(all.getByRole('group', { name: within, exact: true })).first();
}
const byName = (page, role, name, within) => part(page, within).getByRole(role, { name, exact: true }).first();
const targetOf = {
  press: (page, name) => page.locator('#mirror').getByRole('button', { name, exact: true }).or(page.locator('#mirror').getByRole('link', { name, exact: true })).first(),
  field: (page, label, within) => byName(page, 'textbox', label, within),
  option: (page, group, name, within) => byName(page, 'radiogroup', group, within).getByRole('radio', { name, exact: true }).first(),
  box: (page, name, within) => byName(page, 'checkbox', name, within),
  picker: (page, label, within) => part(page, within).getByLabel(label, { exact: true }).first(),
};

/** Waits until what is drawn has been laid out, then answers the middle of the target's rectangle. */
async function middleOf(page, target) {
  await target.waitFor({ state: 'attached' });
  await page.waitForFunction(() => !document.documentElement.classList.contains('drawn') || document.getElementById('mirror').dataset.still === 'true', null, { polling: 'raf' });
  const outside = await target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const toast = document.querySelector('.toast:not([inert])');
    const floor = toast && !toast.contains(element) ? toast.getBoundingClientRect().top : innerHeight;
    return top < 0 || bottom > floor;
  });
  if (outside) {
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  }
  const box = await target.boundingBox();
  assert.ok(box && box.width > 1 && box.height > 1, `no rectangle for ${target}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

/** A drawn page must get the pointer on its canvas, except where a real field lies. */
async function assertOwner(page, { x, y }, owner) {
  if (!(await isDrawn(page))) return;
  const hit = await page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName, [x, y]);
  assert.ok(owner.includes(hit), `the pointer at ${x},${y} reaches <${hit}>, not <${owner}>`);
}

/** By pointer (mouse or finger) on drawn positions. */
function pointing(page, tap) {
  const at = async (target, owner) => {
    const middle = await middleOf(page, target);
    await assertOwner(page, middle, owner);
    await tap(middle.x, middle.y);
  };
  return {
    async press(name) {
      const target = targetOf.press(page, name);
      await target.waitFor({ state: 'attached' });
      const inToast = await target.evaluate((element) => Boolean(element.closest('.toast')));
      await at(target, [inToast ? 'button' : 'canvas']);
    },
    choose: (group, name, within) => at(targetOf.option(page, group, name, within), ['canvas']),
    tick: (name, within) => at(targetOf.box(page, name, within), ['canvas']),
    async fill(label, text, within) {
      await at(targetOf.field(page, label, within), ['input', 'textarea']);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async attach(label, files, within) {
      const chooser = page.waitForEvent('filechooser');
      await at(targetOf.picker(page, label, within), ['input']);
      await (await chooser).setFiles(files);
    },
  };
}

export const pointerDriver = (page) => pointing(page, (x, y) => page.mouse.click(x, y));
export const touchDriver = (page) => pointing(page, (x, y) => page.touchscreen.tap(x, y));

/** By keyboard alone: Tab until the focus is there, then the keys a person uses. */
export function keyboardDriver(page) {
  const isFocused = (target) => target.evaluate((element) => element === document.activeElement);
  const walkTo = async (target) => {
    await target.waitFor({ state: 'attached' });
    for (let steps = 0; steps < 120; steps += 1) {
      if (await isFocused(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${target}`);
  };
  return {
    async press(name) {
      await walkTo(targetOf.press(page, name));
      await page.keyboard.press('Enter');
    },
    async choose(group, name, within) {
      const wanted = targetOf.option(page, group, name, within);
      const radios = byName(page, 'radiogroup', group, within).getByRole('radio');
      await radios.first().waitFor({ state: 'attached' });
      const inside = () => radios.evaluateAll((all) => all.includes(document.activeElement));
      for (let steps = 0; steps < 120 && !(await inside()); steps += 1) await page.keyboard.press('Tab');
      const count = await radios.count();
      if (await isFocused(wanted)) await page.keyboard.press('Space');
      for (let steps = 0; steps < count && !(await wanted.isChecked()); steps += 1) await page.keyboard.press('ArrowDown');
      assert.ok(await wanted.isChecked(), `arrow keys do not reach ${name}`);
    },
    async tick(name, within) {
      await walkTo(targetOf.box(page, name, within));
      await page.keyboard.press('Space');
    },
    async fill(label, text, within) {
      await walkTo(targetOf.field(page, label, within));
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async attach(label, files, within) {
      await walkTo(targetOf.picker(page, label, within));
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Space');
      await (await chooser).setFiles(files);
    },
  };
}

/** Through the mirror, as a screen reader's "activate" does: no pointer, no positions. */
export function mirrorDriver(page) {
  const activate = async (target) => {
    await target.waitFor({ state: 'attached' });
    await target.evaluate((element) => {
      element.focus();
      element.click();
    });
  };
  return {
    press: (name) => activate(targetOf.press(page, name)),
    choose: (group, name, within) => activate(targetOf.option(page, group, name, within)),
    tick: (name, within) => activate(targetOf.box(page, name, within)),
    async fill(label, text, within) {
      const field = targetOf.field(page, label, within);
      await field.focus();
      await field.fill(text);
    },
    attach: (label, files, within) => targetOf.picker(page, label, within).setInputFiles(files),
  };
}
