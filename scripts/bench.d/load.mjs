// how soon a form can be used, on a slow line and without one, beside React and SurveyJS
// builds: release motcua-backend motcua-receiver
// runs: scripts/build-web

import { SLOW, launch, openFresh } from './lib/browser.mjs';
import { ADDRESS } from './lib/form_page.mjs';
import { inTurn, quick, result, table } from './lib/passes.mjs';
import { withSite } from './lib/site.mjs';

const LINES = quick ? { '': undefined } : { '': SLOW, _local: undefined };

await withSite(['react', 'surveyjs'], async (url, peers) => {
  const browser = await launch();
  /** Milliseconds from the navigation to this moment, in a browser that has nothing of the page yet. */
  const open = async (path, { until = 'usable', ...how }) => {
    const page = await openFresh(browser, url + path, { until, ...how });
    await page.context().close();
    return page.measured[until];
  };
  const contestants = {};
  for (const [suffix, line] of Object.entries(LINES)) {
    contestants[`start${suffix}`] = () => open('/', { line, ours: true, until: 'started' });
    contestants[`form${suffix}`] = () => open(ADDRESS, { line, ours: true });
    for (const [name, { path }] of Object.entries(peers)) contestants[name + suffix] = () => open(path, { line });
  }
  const times = await inTurn(contestants);
  await browser.close();

  const titles = { start: 'ours, first page', form: "ours, the form, from its procedure's page", ...peers };
  table(
    ['usable after', 'ms', 'least', 'greatest'],
    Object.entries(times).map(([key, { median, least, greatest }]) => {
      const name = key.replace('_local', '');
      const title = peers[name] ? `the form, ${peers[name].title}` : titles[name];
      const line = key.endsWith('_local') || quick ? 'localhost' : '1.6 Mbit/s, 150 ms';
      return [`${title}, ${line}`, ...[median, least, greatest].map(Math.round)];
    }),
  );
  const figures = {};
  for (const suffix of Object.keys(LINES)) {
    for (const peer of Object.keys(peers)) {
      const theirs = times[peer + suffix].median;
      figures[`first_usable_vs_${peer}${suffix}`] = times[`form${suffix}`].median / theirs;
      figures[`start_usable_vs_${peer}${suffix}`] = times[`start${suffix}`].median / theirs;
    }
    for (const each of ['start', 'form', ...Object.keys(peers)]) figures[`${each}_ms${suffix}`] = times[each + suffix].median;
  }
  result(figures);
});
