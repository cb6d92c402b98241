// The clerk's pages, with two dossiers of its own.
import { atPage, painterReady } from '../../tests/browser/support/browser.mjs';
import { mirrorDriver } from '../../tests/browser/support/drivers.mjs';
import { takeJourney } from '../../tests/browser/support/journey.mjs';
import { clerks, password } from '../../tests/browser/support/stack.mjs';
import { say } from '../../tests/browser/support/texts.mjs';

async function handIn(open, number) {
  const page = await open('/');
  await takeJourney(page, mirrorDriver(page), () => {}, undefined, number);
  await page.context().close();
}

export async function desk({ open, shoot }) {
  for (const number of ['084190001235', '084190001236']) await handIn(open, number);
  const page = await open('/ban-tiep-nhan');
  const by = mirrorDriver(page);
  await atPage(page, 'desk.sign_in');
  await painterReady(page);
  await by.press(say('desk.sign_in'));
  await shoot(page, 'desk-sign_in');
  await by.fill(say('desk.user'), clerks.first);
  await by.fill(say('desk.password'), password);
  await by.press(say('desk.sign_in'));
  await atPage(page, 'desk.list');
  const dossier = page.locator('#main td a').first();
  await dossier.waitFor({ state: 'attached' });
  await shoot(page, 'desk-list');
  await by.press(say('statistics.title'));
  await atPage(page, 'desk.statistics');
  await page.locator('#main .chart').first().waitFor({ state: 'attached' });
  await shoot(page, 'desk-statistics');
  await by.press(say('statistics.table'));
  await page.locator('#main .chart.open').first().waitFor({ state: 'attached' });
  await shoot(page, 'desk-statistics-table');
  await by.press(say('desk.to_list'));
  await atPage(page, 'desk.list');
  await by.press(say('indicators.title'));
  await atPage(page, 'desk.indicators');
  await page.locator('#f-all').waitFor({ state: 'attached' });
  await shoot(page, 'desk-indicators');
  await by.press(say('desk.to_list'));
  await atPage(page, 'desk.list');
  await by.press(say('desk.counter_title'));
  await atPage(page, 'desk.counter');
  await page.locator('#f-check_in\\.code').waitFor({ state: 'attached' });
  await shoot(page, 'desk-counter');
  await by.press(say('desk.to_list'));
  await atPage(page, 'desk.list');
  await dossier.waitFor({ state: 'attached' });
  await dossier.evaluate((link) => link.click());
  await atPage(page, 'desk.dossier');
  await page.locator('#main .summary').first().waitFor({ state: 'attached' });
  await shoot(page, 'desk-dossier');
  await by.press(say('desk.receive'));
  await page.locator('#layer .dialog').waitFor({ state: 'attached' });
  await shoot(page, 'desk-dialog');
  await by.press(say('desk.receive_yes'));
  await page.locator('#layer .dialog').waitFor({ state: 'detached' });
  await shoot(page, 'desk-received');
  await page.context().close();
}
