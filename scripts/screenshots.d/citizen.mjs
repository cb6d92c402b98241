// One dossier from the first page to the receipt, what lies over the page, and looking it up.
import { atPage, painterReady } from '../../tests/browser/support/browser.mjs';
import { mirrorDriver } from '../../tests/browser/support/drivers.mjs';
import { takeJourney } from '../../tests/browser/support/journey.mjs';
import { label, optionLabel, procedureName, say } from '../../tests/browser/support/texts.mjs';

/** The appointment of the dossier that was looked up. */
async function slip(page, shoot, by) {
  const open = async (key, place, ready) => {
    await by.press(say(key));
    await atPage(page, place);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await shoot(page, place);
  };
  await open('slip.open', 'appointment', '#main .summary');
  await open('slip.move', 'appointment.move', '#f-slot');
  await by.press(say('action.back'));
  await atPage(page, 'appointment');
  await open('slip.wait', 'appointment.wait', '#f-wish');
  await by.press(say('action.back'));
  await atPage(page, 'appointment');
  await by.press(say('slip.cancel'));
  await shoot(page, 'appointment-cancel');
  await by.press(say('slip.cancel_yes'));
  await page.locator('#main .notice.tone-success').waitFor({ state: 'attached' });
  await shoot(page, 'appointment-cancelled');
}

async function search(page, shoot) {
  const field = page.locator('#f-start\\.search');
  await field.fill('dang ky khai sinh');
  await page.waitForFunction(() => document.querySelector('#main [data-node^="procedure."]'));
  await shoot(page, 'start-found');
  await field.fill('tach ho khau');
  await page.getByText(say('start.near')).first().waitFor({ state: 'attached' });
  await shoot(page, 'start-near');
  await field.fill('zzz');
  await page.getByText('“zzz”').first().waitFor({ state: 'attached' });
  await shoot(page, 'start-nothing');
  await field.fill('');
}

/** Another procedure is asked for while this one is unfinished. */
async function leaving(page, shoot, by) {
  await by.choose(label('nyc_quan_he'), optionLabel('nyc_quan_he', 'ban_than'));
  await by.press(say('nav.tasks'));
  await shoot(page, 'tasks');
  await by.press(say('product.name'));
  await atPage(page, 'start');
  await shoot(page, 'start-unfinished');
  await page.locator('#main [data-node^="procedure."]').nth(3).evaluate((link) => link.click());
  await page.locator('#layer .dialog').waitFor({ state: 'attached' });
  await shoot(page, 'dialog');
}

export async function citizen({ open, shoot }) {
  const page = await open('/');
  await atPage(page, 'start');
  await painterReady(page);
  await search(page, shoot);
  const { code, secret } = await takeJourney(page, mirrorDriver(page), (name) => shoot(page, name));
  await page.context().close();

  const left = await open('/');
  const leave = mirrorDriver(left);
  await atPage(left, 'start');
  await painterReady(left);
  await leave.press(procedureName);
  await atPage(left, 'procedure');
  await leave.press(say('action.begin'));
  await atPage(left, 'question.cho_ai');
  await leaving(left, shoot, leave);
  await left.context().close();

  const later = await open('/tra-cuu');
  const by = mirrorDriver(later);
  await atPage(later, 'look_up');
  await painterReady(later);
  await shoot(later, 'look_up');
  await by.fill(say('receipt.code'), code);
  await by.fill(say('receipt.secret'), 'KHONGPHAIMANAY');
  await by.press(say('look_up.go'));
  await later.locator('#main .notice.tone-error').first().waitFor({ state: 'attached' });
  await shoot(later, 'look_up-unknown');
  await by.fill(say('receipt.secret'), secret);
  await by.press(say('look_up.go'));
  await later.locator('#main .timeline').waitFor({ state: 'attached' });
  await shoot(later, 'look_up-found');
  await slip(later, shoot, by);
  await later.context().close();
}
