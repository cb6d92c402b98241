// What people do on a first page before they leave it. By this the application is cut in two (split.mjs),
// and its texts with it (first_texts.mjs).
import { firstPage, tell } from './prerender.mjs';
import { TextModule } from '../../web/module.js';

/** Typed on the start page: found with and without marks and by other words, only nearly, not found, not even Vietnamese. */
const SEARCHES = ['k', 'kết hôn', 'KET HON', 'sao y giấy khai sinh', 'zzz', '中文 € \u{1f600}', ''];
/** Typed into every field: first what most of them refuse, then what a name takes. */
const ENTRIES = ['1', 'nguyễn văn an'];
/** Their own pages stand as they were made until somebody goes on from them. */
const PROCEDURES = '/thu-tuc/';
/** Question pages of a procedure that its first part can do without the rest. */
const QUESTION_PAGES = 2;

/**
 * @typedef {object} Visit  to a first page
 * @property {string} path
 * @property {string} standing  edition that a procedure's page was made of; else ""
 * @property {(name: string) => string | undefined} readAsset
 */

/**
 * Each first page with all it asks for, and without what it can do without.
 * @param {WebAssembly.Module} whole  the application
 * @param {string[]} paths
 * @param {(name: string) => string | undefined} readAsset
 * @param {object} site  what web/site.js says of it
 * @returns {Promise<Visit[]>}
 */
export async function visitsTo(whole, paths, readAsset, site) {
  const visits = [];
  for (const path of paths) {
    const standing = path.startsWith(PROCEDURES) ? await editionAt(whole, path, readAsset, site) : '';
    visits.push({ path, standing, readAsset });
    visits.push({ path, standing, readAsset: (name) => (name === 'calendar' ? undefined : readAsset(name)) });
  }
  return visits;
}

/** The edition that a procedure's page is made of today. */
async function editionAt(whole, path, readAsset, site) {
  let edition = '';
  const read = (name) => {
    edition = name.split('@')[1] ?? edition;
    return readAsset(name);
  };
  firstPage(await TextModule.from(whole), path, read, site);
  return edition;
}

/** The same visit with these texts for "lang/vi". @param {string} texts @param {Visit} visit */
export const saying = (texts, visit) => ({ ...visit, readAsset: (name) => (name === 'lang/vi' ? texts : visit.readAsset(name)) });

/** The same application, whose answers somebody hears. @param {(answer: string) => void} hear */
export const heardBy = (hear, app) => ({
  call(...given) {
    const answer = app.call(...given);
    hear(answer);
    return answer;
  },
});

/**
 * On a procedure's page with its first questions, mistakes included.
 * @param {{call: TextModule['call']}} app  fresh
 * @param {Visit} visit
 * @param {object} site
 */
export function useFirstPage(app, { path, standing, readAsset }, site) {
  let page = firstPage(app, path, readAsset, site, standing);
  const send = (message) => {
    page = tell(app, message).page ?? page;
  };
  const search = page?.main.find(({ id }) => id === 'start.search');
  if (search) for (const value of SEARCHES) send({ type: 'input', id: search.id, value });
  if (!standing) return;
  const goOn = () => send({ type: 'press', id: 'continue' });
  goOn();
  const begun = page.id;
  for (let number = 1; number <= QUESTION_PAGES; number += 1) {
    goOn();
    for (const node of page.main.flatMap((one) => [one, ...(one.children ?? [])])) {
      const isText = node.role === 'text_field';
      for (const value of isText ? ENTRIES : []) for (const type of ['input', 'commit']) send({ type, id: node.id, value });
      if (node.role === 'choice_group') send({ type: 'choose', id: node.id, option: node.children[0].id });
      if (node.id.startsWith('why.')) send({ type: 'press', id: node.id });
    }
    goOn();
  }
  if (page.id !== begun) send({ type: 'press', id: 'back' });
}
