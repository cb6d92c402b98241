#!/usr/bin/env node
// Compares the verdicts of two builds of verdict_filter, byte for byte.
//
//   tests/verdicts/compare.mjs CASES FILTER OTHER_FILTER
//
// CASES is the generator verdict_cases; the filters are native programs or, ending in .js,
// WebAssembly for Node. Prints counts by kind; fails on any difference, on fewer than 2,000
// cases, when a valid form is refused or a broken one accepted, and when a finding of
// codes.txt never occurs.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { procedureCodes, procedureFile } from '../../scripts/lib/catalogue.mjs';

const LEAST_CASES = 2000;
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const folder = mkdtempSync(join(tmpdir(), 'motcua-verdicts-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const data = [join(root, 'assets/places/units.json'), ...procedureCodes().map(published)];

/** A procedure's file as it is published, to be read by the programs. */
function published(code) {
  const path = join(folder, `${code}.json`);
  writeFileSync(path, JSON.stringify(procedureFile(code)));
  return path;
}

function fail(sentence) {
  console.error(`verdicts: ${sentence}`);
  process.exit(1);
}

/** Runs a program with files as its input and output. */
function run(program, input, output) {
  const command = program.endsWith('.js')
    ? [process.execPath, '--no-experimental-fetch', program, ...data]
    : [program, ...data];
  const stdin = input === null ? 'ignore' : openSync(input, 'r');
  const stdout = openSync(output, 'w');
  const started = performance.now();
  const { status, error } = spawnSync(command[0], command.slice(1), { stdio: [stdin, stdout, 'inherit'] });
  if (stdin !== 'ignore') closeSync(stdin);
  closeSync(stdout);
  if (status !== 0) fail(`${program} ended with ${error ?? status}`);
  return Math.round(performance.now() - started);
}

/** The lines of a file as Buffers, for cases hold bytes that are no text. */
function lines(path) {
  const bytes = readFileSync(path);
  const out = [];
  for (let begin = 0; begin < bytes.length; ) {
    const end = bytes.indexOf(10, begin);
    out.push(bytes.subarray(begin, end));
    begin = end + 1;
  }
  return out;
}

function split(caseLine) {
  const tab = caseLine.indexOf(9);
  return { kind: caseLine.subarray(0, tab).toString(), form: caseLine.subarray(tab + 1) };
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function report(title, counts) {
  console.log(title);
  for (const [key, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${String(number).padStart(6)}  ${key}`);
  }
}

function firstDifference(cases, ours, others) {
  if (ours.length !== cases.length || others.length !== cases.length) {
    fail(`${cases.length} cases got ${ours.length} and ${others.length} verdicts`);
  }
  const at = ours.findIndex((verdict, i) => !verdict.equals(others[i]));
  if (at >= 0) {
    fail(`case ${at + 1} (${cases[at].kind}) differs:\n  ${ours[at]}\n  ${others[at]}\n  ${cases[at].form}`);
  }
}

function judge(cases, verdicts) {
  const kinds = new Map();
  const codes = new Map();
  cases.forEach(({ kind, form }, i) => {
    count(kinds, kind);
    const verdict = JSON.parse(verdicts[i]);
    const findings = Array.isArray(verdict) ? verdict : verdict.findings;
    findings.forEach((finding) => count(codes, finding.code));
    if (kind === 'valid' && verdicts[i].toString() !== '[]') fail(`a valid form is refused: ${verdicts[i]} ${form}`);
    if (kind === 'broken' && findings.length === 0) fail(`a broken form is accepted: ${form}`);
  });
  return { kinds, codes };
}

const [generator, filter, other] = process.argv.slice(2);
if (other === undefined) fail('usage: compare.mjs CASES FILTER OTHER_FILTER');
const [caseFile, formFile, ourFile, otherFile] = ['cases', 'forms', 'ours', 'others'].map((n) => join(folder, n));

run(generator, null, caseFile);
const cases = lines(caseFile).map(split);
writeFileSync(formFile, Buffer.concat(cases.flatMap(({ form }) => [form, Buffer.from('\n')])));
const millis = [run(filter, formFile, ourFile), run(other, formFile, otherFile)];
const verdicts = lines(ourFile);
firstDifference(cases, verdicts, lines(otherFile));

const { kinds, codes } = judge(cases, verdicts);
report('Cases by kind:', kinds);
report('Findings by code:', codes);
if (cases.length < LEAST_CASES) fail(`${cases.length} cases are fewer than ${LEAST_CASES}`);
const wanted = readFileSync(join(here, 'codes.txt'), 'utf8').split('\n').filter(Boolean);
const absent = wanted.filter((code) => !codes.has(code));
if (absent.length > 0) fail(`never found: ${absent.join(', ')}`);
/** Codes that checks of procedure files bring with them. */
const own = new Set(
  procedureCodes()
    .flatMap((code) => procedureFile(code).groups)
    .flatMap((group) => group.questions)
    .flatMap((question) => question.checks ?? [])
    .map((check) => check.code),
);
const unlisted = [...codes.keys()].filter((code) => !wanted.includes(code) && !own.has(code));
if (unlisted.length > 0) fail(`not in codes.txt: ${unlisted.join(', ')}`);
console.log(`verdicts: ${cases.length} cases, equal byte for byte (${millis[0]} ms and ${millis[1]} ms)`);
