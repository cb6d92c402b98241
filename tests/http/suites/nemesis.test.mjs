// The short form of scripts/soak.
import { test } from 'node:test';
import { clockJumps, fullDisks, idleConnections, stops } from '../support/nemesis.mjs';
import { Stack } from '../support/stack.mjs';

for (const [what, run, times, options] of [
  ['a backend that stands still for a while loses nothing', stops, 3, {}],
  ['a disk without room refuses and loses nothing', fullDisks, 2, { faults: true }],
  ['a clock that jumps forward and back loses nothing', clockJumps, 1, { faults: true }],
  ['three hundred idle connections keep nobody out', idleConnections, 300, {}],
]) {
  test(what, { timeout: 120_000 }, async (t) => {
    t.diagnostic(await run(await Stack.start(t, options), times));
  });
}
