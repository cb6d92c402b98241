import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/stack.mjs';

test('the tests that docs/proofs.md names are there', () => {
  const named = [...readFileSync(join(root, 'docs/proofs.md'), 'utf8').matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  assert.ok(named.length > 30);
  const files = ['tests/shared', 'tests/backend', 'tests/http/suites'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).filter((file) => /_test\.cpp$|\.test\.mjs$/.test(file)).map((file) => join(root, folder, file)));
  const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const missing = named.filter((name) => !sources.includes(`"${name}"`) && !sources.includes(`'${name}'`));
  assert.deepEqual(missing, []);
});
