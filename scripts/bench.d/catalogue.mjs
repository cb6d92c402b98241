// reading and checking all procedure files, and searching all communes
// builds: release core_bench
// builds: web core_bench

import { join } from 'node:path';

import { procedureCodes } from '../lib/catalogue.mjs';
import { fail, inTurn, nativeProgram, quick, result, root, runProgram, table, wasmProgram } from './lib/passes.mjs';

const SECONDS = quick ? 0.05 : 1;
const native = nativeProgram('tests/bench/core_bench');
const wasm = wasmProgram('tests/bench/core_bench.js');
const procedures = join(root, 'assets/procedures');
const files = procedureCodes().map((code) => join(procedures, `${code}.json`));
const units = join(root, 'assets/places/units.json');
/** What is typed, and the commune that comes first. */
const QUERIES = { 'tra cu': '29461', 'trà cú': '29461', 'ba dinh ha noi': '00004', 'xa tra cu vinh long': '29461' };

const search = (program) => {
  const found = runProgram(program, ['places', units, SECONDS, ...Object.keys(QUERIES)]);
  Object.entries(QUERIES).forEach(([query, code], i) => {
    if (found.found[i] !== code) fail(`“${query}” finds ${found.found[i]} instead of ${code}`);
  });
  return found.millis;
};
const load = () => {
  const loaded = runProgram(native, ['catalogue', join(procedures, 'lists.json'), SECONDS, ...files]);
  if (loaded.procedures !== files.length) fail('not all procedures were read');
  return loaded.millis;
};

const figures = await inTurn({ load, search: () => search(wasm), searchNative: () => search(native) });
table(
  ['', 'ms', 'least', 'greatest'],
  Object.entries({
    [`read and check ${files.length} procedures, native`]: figures.load,
    'search 3,321 communes, WebAssembly': figures.search,
    'search 3,321 communes, native': figures.searchNative,
  }).map(([title, { median, least, greatest }]) => [title, ...[median, least, greatest].map((ms) => ms.toFixed(3))]),
);
result({ load_all_ms: figures.load.median, procedures: files.length, place_search_ms: figures.search.median });
