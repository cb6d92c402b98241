// Called by scripts/soak.
import * as faults from '../../tests/http/support/nemesis.mjs';
import { Stack } from '../../tests/http/support/stack.mjs';

const ALL = {
  kills: { run: faults.kills, times: 200 },
  stops: { run: faults.stops, times: 60 },
  disks: { run: faults.fullDisks, times: 40, options: { faults: true } },
  clocks: { run: faults.clockJumps, times: 15, options: { faults: true } },
  idle: { run: faults.idleConnections, times: 4000 },
};

const [name, times] = process.argv.slice(2);
if (name && !(name in ALL)) {
  console.error(`soak: no fault is called ${name}; there are: ${Object.keys(ALL).join(', ')}`);
  process.exit(2);
}
let failed = 0;
for (const [fault, { run, times: usual, options }] of Object.entries(ALL).filter(([one]) => !name || one === name)) {
  const ends = [];
  const begun = Date.now();
  try {
    const stack = await Stack.start({ after: (end) => ends.push(end) }, options);
    console.log(`${fault}: good, ${await run(stack, Number(times ?? usual))}; ${Math.round((Date.now() - begun) / 1000)} s`);
  } catch (error) {
    failed++;
    console.log(`${fault}: FAILED after ${Math.round((Date.now() - begun) / 1000)} s\n${error.stack}`);
  }
  for (const end of ends) await end();
}
process.exit(failed === 0 ? 0 : 1);
