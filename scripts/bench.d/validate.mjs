// judging a form of 40 questions, bytes to verdict, beside ajv
// builds: release core_bench verdict_cases
// builds: web core_bench

import Ajv from 'ajv/dist/2020.js';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { procedure, questions, schema, teach } from './lib/forty_questions.mjs';
import { fail, inTurn, nativeProgram, quick, result, root, runProgram, table, wasmProgram } from './lib/passes.mjs';

const SECONDS = quick ? 0.05 : 1;
const { version } = createRequire(import.meta.url)('ajv/package.json');
const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const units = join(root, 'assets/places/units.json');
const native = nativeProgram('tests/bench/core_bench');
const wasm = wasmProgram('tests/bench/core_bench.js');

/** Forms made from the procedure's definition: [bytes, is it right]. */
function makeForms(procedureFile) {
  const generator = nativeProgram('tests/verdicts/verdict_cases');
  const output = execFileSync(generator, [units, procedureFile], { maxBuffer: 1 << 28 });
  const forms = [];
  for (let begin = 0; begin < output.length; ) {
    const end = output.indexOf(10, begin);
    const tab = output.indexOf(9, begin);
    const kind = output.toString('utf8', begin, tab);
    if (kind === 'valid' || kind === 'broken') {
      const form = output.toString('utf8', tab + 1, end);
      // JavaScript mends broken UTF-8 where it reads bytes as text, before ajv can see it.
      if (!form.includes('\ufffd')) forms.push([form, kind === 'valid']);
    }
    begin = end + 1;
  }
  return forms;
}

const procedureFile = join(folder, 'procedure.json');
writeFileSync(procedureFile, JSON.stringify(procedure));
const forms = makeForms(procedureFile);
const ajv = new Ajv({ allErrors: true, strict: false });
teach(ajv, JSON.parse(readFileSync(units, 'utf8')));
const validate = ajv.compile(schema);

const file = (name, list) => {
  const path = join(folder, name);
  writeFileSync(path, list.map(([form]) => `${form}\n`).join(''));
  return path;
};
const ours = (program, path, seconds) => runProgram(program, ['validate', units, procedureFile, path, seconds]);

// First: all of them say the same of every form.
const allForms = file('all', forms);
for (const program of [native, wasm]) {
  const { accepted } = ours(program, allForms, 0);
  forms.forEach(([form, right], i) => {
    const theirs = validate(JSON.parse(form));
    if (theirs !== right) fail(`ajv ${theirs ? 'accepts' : 'refuses'} ${form}\n${ajv.errorsText(validate.errors)}`);
    if ((accepted[i] === '1') !== right) fail(`${program} ${right ? 'refuses' : 'accepts'} ${form}`);
  });
}
const good = forms.filter(([, right]) => right);
const texts = good.map(([form]) => form);
console.log(`${questions} questions; ${good.length} right and ${forms.length - good.length} broken forms judged alike;`);
console.log(`timed: the right ones, ${Math.round(texts.join('').length / texts.length)} characters each\n`);

/** Nanoseconds a form. */
function timeAjv() {
  let wrong = 0;
  let runs = 0;
  const begin = performance.now();
  do {
    for (const form of texts) wrong += validate(JSON.parse(form)) ? 0 : 1;
    runs += texts.length;
  } while (performance.now() - begin < SECONDS * 1000);
  if (wrong > 0) fail('ajv refused a right form');
  return ((performance.now() - begin) * 1e6) / runs;
}

const goodForms = file('good', good);
const figures = await inTurn({
  native: () => ours(native, goodForms, SECONDS).nanos,
  wasm: () => ours(wasm, goodForms, SECONDS).nanos,
  ajv: timeAjv,
});
const titles = { native: 'ours, native', wasm: 'ours, WebAssembly in Node', ajv: `ajv ${version}, JSON.parse first` };
table(
  ['', 'µs a form', 'least', 'greatest', 'forms a second'],
  Object.entries(figures).map(([name, { median, least, greatest }]) => [
    titles[name],
    ...[median, least, greatest].map((nanos) => (nanos / 1000).toFixed(2)),
    Math.round(1e9 / median),
  ]),
);
result({
  native_vs_ajv: figures.native.median / figures.ajv.median,
  wasm_vs_ajv: figures.wasm.median / figures.ajv.median,
  native_us: figures.native.median / 1000,
  wasm_us: figures.wasm.median / 1000,
  ajv_us: figures.ajv.median / 1000,
});
