// Procedure files as they are published: with the lists that several procedures share.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), 'assets/procedures');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The codes of all procedures, "1.004873". */
export function procedureCodes() {
  return readdirSync(folder)
    .filter((name) => /^[0-9.]+\.json$/.test(name))
    .map((name) => name.slice(0, -'.json'.length));
}

/** A procedure's file with the lists it names, so that it can be read alone. */
export function procedureFile(code) {
  const file = read(`${code}.json`);
  const { lists } = read('lists.json');
  const named = file.groups.flatMap((group) => group.questions.map((question) => question.options_list));
  const shared = named.filter((name) => lists[name] !== undefined).map((name) => [name, lists[name]]);
  return { ...file, lists: { ...Object.fromEntries(shared), ...file.lists } };
}
