// The texts that first pages say: some thirty of 700. The first part of the application gets these alone, and
// fetches the others with its rest (web/application.js).
import { heardBy, saying, useFirstPage } from './first_use.mjs';
import { TextModule } from '../../web/module.js';

/** Texts that first pages work with and do not show: split.mjs notices when one is missing here. */
const NOT_SHOWN = ['search.ignored'];
const PLACEHOLDER = /\{\w+\}/g;
/** As i18n::Texts writes a text that is missing. */
export const HOLE = /⟦([^⟧]+)⟧/g;

/**
 * The application uses its first pages with every text replaced by its own key, and what it shows then
 * are the keys.
 * @param {WebAssembly.Module} whole  the application
 * @param {import('./first_use.mjs').Visit[]} visits
 * @param {object} site
 * @param {Record<string, string>} texts  "lang/vi"
 * @returns {Promise<Set<string>>} keys
 */
export async function textsUsed(whole, visits, site, texts) {
  const marked = Object.entries(texts).map(([key, text]) => [key, `⟦${key}⟧${text.match(PLACEHOLDER)?.join('') ?? ''}`]);
  const table = JSON.stringify(Object.fromEntries(marked));
  const used = new Set(NOT_SHOWN);
  for (const visit of visits) {
    const hear = (answer) => [...answer.matchAll(HOLE)].forEach(([, key]) => used.add(key));
    useFirstPage(heardBy(hear, await TextModule.from(whole)), saying(table, visit), site);
  }
  return used;
}
