// what a browser fetches, brotli: first page, drawn page, form; beside React, SurveyJS, form.io
// builds: release motcua-backend motcua-receiver
// runs: scripts/build-web

import { fetchedFiles, launch, openFresh, sum } from './lib/browser.mjs';
import { ADDRESS } from './lib/form_page.mjs';
import { fail, result, table } from './lib/passes.mjs';
import { PEERS } from './lib/peers.mjs';
import { withSite } from './lib/site.mjs';

/** What must be among the files of our pages, so that a page which fetches less is not praised for it. */
const SHELL = [/\/boot\./, /\/page\./];
const FIRST = [/^\/$/, /\/core\./, /\/procedures-index\./, /\/manifest\.json$/, ...SHELL];
const DRAWN = [/-rest\./, /\/lang-vi\./, /\/painter\..*\.js$/, /\/painter\..*\.wasm$/, /\/fonts-regular\./, /\/fonts-semibold\./];
const FORM = [/^\/thu-tuc\//, /\/procedure\./, /\/procedures-[0-9.]+/, ...SHELL];

function check(files, wanted) {
  for (const each of wanted) {
    if (!files.some(({ path }) => each.test(path))) fail(`${each} is not among what was fetched`);
  }
}

/** All that is fetched, or with `before` what is asked for before that moment. */
async function filesOf(browser, url, { before, ...how } = {}) {
  const page = await openFresh(browser, url, how);
  const files = await fetchedFiles(page, page.measured[before]);
  await page.context().close();
  return files;
}

const figures = await withSite(Object.keys(PEERS), async (url, peers) => {
  const browser = await launch();
  const first = await filesOf(browser, url, { ours: true, until: 'running', before: 'running' });
  const drawn = await filesOf(browser, url, { ours: true, mode: 'drawn', until: 'painted' });
  const form = await filesOf(browser, url + ADDRESS, { ours: true, mode: 'drawn' });
  check(first, FIRST);
  check(drawn, [...FIRST, ...DRAWN]);
  check(form, [...FORM, ...DRAWN]);
  const theirs = {};
  for (const [name, { path }] of Object.entries(peers)) theirs[name] = await filesOf(browser, url + path);
  await browser.close();

  const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
  const ours = [...drawn, ...form].filter((file, at, all) => all.findIndex(({ path }) => path === file.path) === at);
  const has = (files, { path }) => files.some((file) => file.path === path);
  const neededBy = (file) => (has(first, file) ? 'first page' : has(drawn, file) ? 'drawn page' : 'form');
  table(
    ['', 'kB brotli', 'files'],
    [
      ...ours.sort((a, b) => b.bytes - a.bytes).map((file) => [file.path, kilobytes(file.bytes), neededBy(file)]),
      ['', '', ''],
      ...[
        ['our first page', first],
        ['our first page, drawn', drawn],
        ['our form page, drawn', form],
        ...Object.entries(theirs).map(([name, files]) => [`form page, ${peers[name].title}`, files]),
      ].map(([title, files]) => [title, kilobytes(sum(files)), files.length]),
    ],
  );
  return {
    first_page_br_bytes: sum(first),
    citizen_total_br_bytes: sum(drawn),
    form_page_br_bytes: sum(form),
    ...Object.fromEntries(Object.entries(theirs).map(([name, files]) => [`${name}_br_bytes`, sum(files)])),
  };
});
result(figures);
