// A day at the counter on three screens at once: the clerk's desk, the display in the hall, a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { DESKTOP, PHONE, atPage, openPage, painterReady } from './support/browser.mjs';
import { keyboardDriver, pointerDriver } from './support/drivers.mjs';
import { browser, picturesFolder, stack, useStack } from './support/setup.mjs';
import { clerks, password } from './support/stack.mjs';
import { say } from './support/texts.mjs';

const HALL = { viewport: { width: 1920, height: 1080 } };

useStack();

async function signedIn(by, page) {
  await page.goto(`${stack.url}/ban-tiep-nhan`);
  await atPage(page, 'desk.sign_in');
  await by.fill(say('desk.user'), clerks.first);
  await by.fill(say('desk.password'), password);
  await by.press(say('desk.sign_in'));
  await atPage(page, 'desk.list');
  page.faults.length = 0; // before signing in the backend knows nobody, and the console says so
}

async function numberTaken(group) {
  const phone = await openPage(browser, PHONE);
  await phone.goto(`${stack.url}/lay-so/${stack.offices[0]}`);
  await phone.getByLabel('Việc khác').check();
  if (group) await phone.getByLabel(group).check();
  await phone.getByRole('button', { name: 'Lấy số' }).click();
  await phone.locator('#ticket').waitFor();
  return phone;
}

const called = (hall) => hall.locator('.call.fresh').innerText().then((text) => text.split('\n'));

for (const [way, driver] of [
  ['pointer', pointerDriver],
  ['keyboard', keyboardDriver],
]) {
  test(`numbers are called, missed, brought back, served and undone by ${way}, and everybody sees it`, async () => {
    const shots = picturesFolder(`counter-${way}`);
    const desk = await openPage(browser, DESKTOP);
    const by = driver(desk);
    const shoot = async (name) => {
      await desk.waitForFunction(() => document.getElementById('mirror').dataset.still !== 'false');
      await assertAccessible(desk, `${name}, ${way}`);
      await desk.screenshot({ path: `${shots}/${name}.png` });
    };
    await desk.addInitScript(() => localStorage.setItem('motcua.mode', 'canvas'));
    await signedIn(by, desk);
    await painterReady(desk);
    const hall = await openPage(browser, HALL);
    await hall.goto(`${stack.url}/man-hinh/${stack.offices[0]}`);
    await by.press(say('desk.counter_title'));
    await atPage(desk, 'desk.counter');
    await desk.locator('#f-sit\\.1').waitFor({ state: 'attached' });
    await shoot('counters');
    await by.press(say('desk.counter_sit', { counter: '1' }));
    await desk.locator('#f-counter\\.next').waitFor({ state: 'attached' });
    const first = await numberTaken();
    const second = await numberTaken('Phụ nữ mang thai');
    const [one, two] = await Promise.all([first, second].map((phone) => phone.locator('#number').textContent()));
    await desk.locator('#main tr').nth(2).waitFor({ state: 'attached' });
    await shoot('waiting');

    await by.press(say('desk.next_number'));
    await second.getByText('Mời bạn đến quầy 1').waitFor();
    assert.deepEqual(await called(hall), [two, 'Quầy 1'], 'whom the law lets go first');
    await shoot('called');
    await by.press(say('desk.miss'));
    await desk.locator('#f-counter\\.next').waitFor({ state: 'attached' });
    await shoot('missed');
    await by.press(say('desk.undo_step', { step: say('desk.step.miss'), number: two }));
    await by.press(say('desk.start'));
    await desk.locator('#f-here\\.finish').waitFor({ state: 'attached' });
    await shoot('serving');
    // The paper does not bear out what was stated; and the one who is served has a second thing to do.
    await by.press(say('desk.class_change'));
    await shoot('class');
    await by.choose(say('desk.class_of', { number: two }), say('desk.class_none'));
    await by.press(say('desk.save'));
    await desk.locator('#f-here\\.priority').waitFor({ state: 'detached' });
    await by.press(say('desk.undo_step', { step: say('desk.step.reclassify'), number: two }));
    await desk.locator('#f-here\\.priority').waitFor({ state: 'attached' });
    await by.press(say('desk.transfer'));
    await by.choose(say('desk.transfer_to', { number: two }), say('desk.other_service'));
    await by.press(say('desk.transfer_send'));
    await desk.locator('#f-counter\\.next').waitFor({ state: 'attached' });
    await by.press(say('desk.undo_step', { step: say('desk.step.transfer'), number: two }));
    await desk.locator('#f-here\\.finish').waitFor({ state: 'attached' });
    await by.press(say('desk.finish'));
    await by.press(say('desk.next_number'));
    await first.getByText('Mời bạn đến quầy 1').waitFor();
    await hall.getByText(one, { exact: true }).first().waitFor();
    await by.press(say('desk.start'));
    await by.press(say('desk.finish'));
    await by.press(say('desk.counter_leave'));
    await desk.locator('#f-sit\\.1').waitFor({ state: 'attached' });
    // What came of it, and the visits behind a number.
    await by.press(say('desk.to_list'));
    await atPage(desk, 'desk.list');
    await by.press(say('indicators.title'));
    await atPage(desk, 'desk.indicators');
    await desk.locator('#f-all').waitFor({ state: 'attached' });
    await shoot('indicators');
    await by.press(`${say('indicators.open')}: ${say('indicators.within_15')}`);
    await atPage(desk, 'desk.visits');
    await desk.locator('#main tr').nth(1).waitFor({ state: 'attached' });
    await shoot('visits');
    for (const page of [desk, hall, first, second]) {
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
  });
}
