// What the pages say, from the tables the pages are made of: a better wording breaks no test.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { procedureFile } from '../../../scripts/lib/catalogue.mjs';

const read = (path) => JSON.parse(readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8'));
export const vietnamese = read('assets/lang/vi.json');
let spoken = vietnamese;
const procedure = procedureFile('1.004873');
const questions = procedure.groups.flatMap((group) => group.questions);

/** From now on the pages are in this language. Modules that were loaded before keep what they have said. */
export const speak = (table) => (spoken = table);

/** The text under a key, its {placeholders} filled. */
export function say(key, values = {}) {
  if (!(key in spoken)) throw new Error(`no such text: ${key}`);
  return spoken[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const question = (id) => questions.find((each) => each.id === id) ?? fail(id);
const fail = (id) => {
  throw new Error(`no such question or paper: ${id}`);
};

/** What the field or choice of a question is called. */
export const label = (id) => question(id).label.vi;

/** What it is called where somebody fills in for another person. */
export const recordLabel = (id) => (question(id).record_label ?? question(id).label).vi;

/** What an option of a question is called. */
export function optionLabel(id, option) {
  const { options, options_list: list } = question(id);
  const all = list ? procedure.lists[list] : options;
  return (all.find((each) => each.id === option) ?? fail(`${id}/${option}`)).label.vi;
}

export const paperLabel = (id) => (procedure.documents.find((each) => each.id === id) ?? fail(id)).label.vi;
export const procedureName = procedure.name.vi;
