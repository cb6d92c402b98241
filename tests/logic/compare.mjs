#!/usr/bin/env node
// Compares what our rules give with what npm json-logic-js gives, as JSON texts.
//
//   tests/logic/compare.mjs [--cases 20000] [--seed 1] FILTER...
//
// A filter is logic_filter, a native program or, ending in .js, WebAssembly for Node. Prints
// counts by kind of result; fails on any difference, when an operation never gave a result, and
// when more than one rule in a hundred goes past our limits.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { makeCase, OPERATIONS, seeded } from './cases.mjs';

const jsonLogic = createRequire(import.meta.url)('json-logic-js');
const LIMITS = ['{"error":"rule.work"}', '{"error":"rule.depth"}'];

function fail(sentence) {
  console.error(`logic: ${sentence}`);
  process.exit(1);
}

function parseArguments(given) {
  const options = { cases: 20000, seed: 1, filters: [] };
  for (let i = 0; i < given.length; i += 1) {
    if (given[i] === '--cases' || given[i] === '--seed') options[given[i].slice(2)] = Number(given[(i += 1)]);
    else options.filters.push(given[i]);
  }
  if (options.filters.length === 0 || !(options.cases > 0)) fail('usage: compare.mjs [--cases N] [--seed N] FILTER...');
  return options;
}

/** What json-logic-js gives: JSON, or "throws". Half of a character is U+FFFD, as with us. */
function reference(text) {
  const { rule, data } = JSON.parse(text);
  const { log } = console;
  console.log = () => {};
  try {
    return (JSON.stringify(jsonLogic.apply(rule, data)) ?? 'null').replace(/\\ud[89a-f][0-9a-f]{2}/g, '\ufffd');
  } catch {
    return 'throws';
  } finally {
    console.log = log;
  }
}

function results(filter, cases) {
  const command = filter.endsWith('.js') ? [process.execPath, '--no-experimental-fetch', filter] : [filter];
  const { status, error, stdout } = spawnSync(command[0], command.slice(1), { input: cases.map((each) => each + '\n').join(''), encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) fail(`${filter} ended with ${error ?? status}`);
  const lines = stdout.split('\n').slice(0, -1);
  if (lines.length !== cases.length) fail(`${cases.length} cases got ${lines.length} results`);
  return lines;
}

function kindOf(result) {
  if (result === 'throws' || result.startsWith('{"error"')) return 'error';
  return { n: 'null', t: 'true', f: 'false', '"': 'text', '[': 'array', '{': 'object' }[result[0]] ?? 'number';
}

function operationsIn(value, found) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && Object.keys(value).length === 1) found.add(Object.keys(value)[0]);
  for (const each of Object.values(value)) operationsIn(each, found);
}

const { cases: count, seed, filters } = parseArguments(process.argv.slice(2));
const random = seeded(seed);
const cases = Array.from({ length: count }, () => makeCase(random));
const expected = cases.map(reference);

let differences = 0;
for (const filter of filters) {
  let past = 0;
  results(filter, cases).forEach((ours, i) => {
    if (LIMITS.includes(ours)) past += 1;
    else if (ours !== expected[i] && !(expected[i] === 'throws' && kindOf(ours) === 'error')) {
      differences += 1;
      if (differences <= 10) console.error(`differs: ${cases[i]}\n  json-logic-js ${expected[i]}\n  ours          ${ours}`);
    }
  });
  if (past * 100 > count) fail(`${past} of ${count} rules go past the limits`);
}
if (differences > 0) fail(`${differences} results differ`);

const kinds = new Map();
const used = new Set();
expected.forEach((result, i) => {
  kinds.set(kindOf(result), (kinds.get(kindOf(result)) ?? 0) + 1);
  if (result !== 'throws') operationsIn(JSON.parse(cases[i]).rule, used);
});
for (const [kind, number] of [...kinds].sort()) console.log(`  ${String(number).padStart(6)}  ${kind}`);
const unused = OPERATIONS.filter((name) => !used.has(name));
if (unused.length > 0) fail(`never used: ${unused.join(' ')}`);
console.log(`logic: ${count} rules, ${filters.length} filter(s), all as json-logic-js`);
