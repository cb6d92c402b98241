// What all comparisons do alike: run contestants in turn, sum up, print.

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const quick = process.argv.includes('--quick');
/** Where a native program lies that scripts/bench has built. */
export const nativeProgram = (path) => join(root, 'build', quick ? 'debug' : 'release', path);
export const wasmProgram = (path) => join(root, 'build/web', path);
const PASSES = 5;

export function fail(sentence) {
  console.error(`bench: ${sentence}`);
  process.exit(1);
}

/** Runs a program of ours, native or (ending in .js) WebAssembly for Node, that prints JSON. */
export function runProgram(program, args) {
  const command = program.endsWith('.js') ? [process.execPath, '--no-experimental-fetch', program] : [program];
  const output = execFileSync(command[0], [...command.slice(1), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output);
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Measures the contestants (name → function that gives one figure) in turn, at least five times,
 * after one pass to warm up. Gives for each its figures' median, least and greatest.
 */
export async function inTurn(contestants) {
  const names = Object.keys(contestants);
  const figures = new Map(names.map((name) => [name, []]));
  for (let pass = quick ? 0 : -1; pass < (quick ? 1 : PASSES); pass++) {
    for (const name of names) {
      const figure = await contestants[name]();
      if (pass >= 0) figures.get(name).push(figure);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const all = figures.get(name);
      return [name, { median: median(all), least: Math.min(...all), greatest: Math.max(...all) }];
    }),
  );
}

/** Prints rows under a head, columns aligned. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  for (const row of all) {
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  }
  console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`);
}

export function result(figures) {
  const rounded = Object.entries(figures).map(([key, value]) => [
    key,
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
  ]);
  console.log(`RESULT ${JSON.stringify(Object.fromEntries(rounded))}`);
}
