// Compares what a browser loads, in bytes after brotli, with scripts/size_budget.json.
//
//   node scripts/lib/check_sizes.mjs [BUNDLE]      (build/web-bundle)
//
// Fails above a limit. The goal is where we want to be; a limit follows it down.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bundle = process.argv[2] ?? join(root, 'build/web-bundle');
const budget = JSON.parse(readFileSync(join(root, 'scripts/size_budget.json'), 'utf8'));
const files = readdirSync(bundle, { recursive: true }).filter((name) => name.endsWith('.br'));

let over = false;
for (const [name, { limit, goal, files: starts }] of Object.entries(budget)) {
  let bytes = 0;
  for (const start of starts) {
    const found = files.filter((file) => file.startsWith(start));
    if (found.length === 0) {
      console.error(`check_sizes: nothing in ${bundle} begins with ${start}`);
      process.exit(1);
    }
    bytes += found.reduce((sum, file) => sum + statSync(join(bundle, file)).size, 0);
  }
  const verdict = bytes > limit ? 'OVER THE LIMIT' : bytes > goal ? 'over the goal' : 'good';
  over ||= bytes > limit;
  console.log(`   ${name.padEnd(20)} ${String(bytes).padStart(7)} bytes   goal ${goal}, limit ${limit}   ${verdict}`);
}
process.exit(over ? 1 : 0);
