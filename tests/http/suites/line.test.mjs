import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { History } from '../support/history.mjs';
import { newKey } from '../support/http.mjs';
import { assertLedger } from '../support/ledger.mjs';
import { assertLine, bearer, callNext, keepComing, keepServing, sit, step, takeTicket } from '../support/line.mjs';
import { assertProblem } from '../support/problem.mjs';
import { until } from '../support/process.mjs';
import { Stack, clerks, programs } from '../support/stack.mjs';

let clock = 0;
const op = (subject, kind, json, type = 'ok') => ({ subject, kind, json, type, invoked: ++clock, ended: ++clock });
const took = (number, { at = 0, first = false } = {}) => op('ticket', 'take', { number, arrived_at: at, priority: { id: first ? 'elderly' : '' } });
const called = (number, counter = 1) => op(counter, 'next', { here: [{ number }] });
const finished = (counter = 1) => op(counter, 'finish', { here: [] });

test('the checker explains a line that can have been', () => {
  assertLine({ operations: [took(1), took(2), called(1), called(2, 2), finished(), took(3), called(3)] });
  assertLine({ operations: [took(1), took(2, { first: true }), called(2), called(1, 2)] });
  const atOnce = [took(1), took(2), called(2), called(1, 2)];
  assert.throws(() => assertLine({ operations: atOnce }), /whose turn it was/);
  atOnce[3].invoked = atOnce[2].invoked;
  assertLine({ operations: atOnce });
});

test('the checker refuses a line that cannot have been', () => {
  const wrong = {
    'given out twice': [took(1), took(1)],
    'called twice': [took(1), called(1), called(1, 2)],
    'has no ticket': [called(1)],
    'whose turn it was': [took(1), took(2), called(2)],
    'while it had somebody': [took(1), took(2), called(1), called(2)],
  };
  for (const [what, operations] of Object.entries(wrong)) assert.throws(() => assertLine({ operations }), new RegExp(what), what);
});

/** Three clerks at counters 1 to 3, each with two windows open. */
async function openCounters(stack) {
  const windows = [];
  for (const [i, user] of [clerks.first, clerks.second, clerks.third].entries()) {
    const client = await stack.clerk(user);
    assert.equal((await sit(client, i + 1)).status, 200);
    const second = stack.client();
    second.cookie = client.cookie;
    windows.push([i + 1, client], [i + 1, second]);
  }
  return windows;
}

test('what concurrent clerks and people see of the line can be explained', async (t) => {
  const stack = await Stack.start(t);
  const windows = await openCounters(stack);
  const history = new History();
  let coming = 3;
  const people = [8, 12, 12].map((times, i) =>
    keepComing(stack.client(), stack.offices[0], history, { times, priority: i === 0 ? 'elderly' : '' }).finally(() => --coming));
  await Promise.all([...people, ...windows.map(([counter, client]) => keepServing(client, counter, history, () => coming > 0))]);
  assert.equal(history.unknown, 0);
  const { tickets, calls } = assertLine(history);
  assert.equal(tickets.size, 32);
  assert.equal(calls.size, 32, 'everybody was called');
  await stack.backend.stop();
  assertLedger(stack.data);
});

test('nobody is lost or called twice over kills', async (t) => {
  const stack = await Stack.start(t);
  const history = new History();
  let windows = await openCounters(stack);
  for (let round = 0; round < 3; ++round) {
    const killed = until('some calls', () => history.operations.filter(({ kind }) => kind === 'next').length > 8 * (round + 1)).then(() => stack.killBackend());
    await Promise.all([
      killed,
      ...[20, 20].map((times) => keepComing(stack.client(), stack.offices[0], history, { times })),
      ...windows.map(([counter, client]) => keepServing(client, counter, history, () => stack.backend.running)),
    ]);
    await stack.startBackend();
    await history.settle();
    assert.equal(history.unknown, 0);
    // Whoever stood at a counter when it broke is served to the end.
    for (const [counter, client] of windows) {
      let visit = (await client.staff('GET', '/staff/line')).json.here[0];
      for (const event of ['start', 'finish']) {
        if (!visit || (event === 'start' && visit.state !== 'called')) continue;
        visit = (await history.run(counter, event, visit.number, (key) => step(client, visit, event, key))).answer.json.here[0];
      }
    }
  }
  await Promise.all(windows.map(([counter, client]) => keepServing(client, counter, history, () => false)));
  const { tickets, calls } = assertLine(history);
  assert.equal(calls.size, tickets.size);
  await stack.backend.stop();
  assertLedger(stack.data);
});

test('a ticket and the display learn through nginx at once what changes', async (t) => {
  const stack = await Stack.start(t, { nginx: true });
  const office = stack.offices[0];
  const clerk = await stack.clerk();
  const client = stack.client();
  assertProblem(await takeTicket(client, office, newKey()), 409, { finding: ['office', 'line_closed'] });
  assert.equal((await sit(clerk, 1)).status, 200);
  const ticket = (await takeTicket(client, office, newKey())).json;
  const mine = await client.get('/ticket', { headers: bearer(ticket.ticket) });
  assert.equal(mine.status, 200, mine.text);
  assert.equal(mine.json.ahead, 0);
  assert.ok(!('ticket' in mine.json), 'the secret is told once');
  assert.match(mine.json.qr, /^[01]{33,}(\n[01]{33,})+$/);
  assert.ok(mine.json.wait.bound_secs >= mine.json.wait.median_secs);
  assert.equal(mine.headers['cache-control'], 'no-store');

  const board = await client.get(`/board?office=${office}`);
  assert.match(board.headers.etag, /^"[0-9a-f]{32}"$/);
  const same = await client.get(`/board?office=${office}`, { headers: { 'If-None-Match': board.headers.etag } });
  assert.equal(same.status, 304);
  assert.equal(same.text, '');
  const news = client.get(`/board?office=${office}`, { headers: { 'If-None-Match': board.headers.etag, Prefer: 'wait=25' } });
  const turn = client.get('/ticket', { headers: { ...bearer(ticket.ticket), 'If-None-Match': mine.headers.etag, Prefer: 'wait=25' } });
  assert.equal((await callNext(clerk, newKey())).status, 200);
  assert.deepEqual((await news).json.calls.map(({ number, counter }) => [number, counter]), [[ticket.number, 1]]);
  assert.deepEqual(Object.keys((await news).json.calls[0]).sort(), ['at', 'call', 'counter', 'number']);
  assert.equal((await turn).json.state, 'called');
  for (const headers of [{}, bearer('0'.repeat(64)), bearer('x'), { Authorization: 'Basic eA==' }]) {
    assertProblem(await client.get('/ticket', { headers }), 404);
  }
});

test('who waits for news is answered when the backend is told to stop', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const board = await client.get(`/board?office=${stack.offices[0]}`);
  const waits = Array.from({ length: 5 }, () =>
    client.get(`/board?office=${stack.offices[0]}`, { headers: { 'If-None-Match': board.headers.etag, Prefer: 'wait=25' } }));
  // It is in the house: those behind it on other connections have been seen too.
  await client.get('/readyz');
  const began = performance.now();
  const stopped = stack.backend.stop();
  for (const answer of await Promise.all(waits)) assert.equal(answer.status, 304);
  assert.equal((await stopped).code, 0);
  assert.ok(performance.now() - began < 20_000, 'nobody waited to the end of their time');
});

test('clerks of another office see nothing of this line', async (t) => {
  const stack = await Stack.start(t);
  const clerk = await stack.clerk();
  const other = await stack.clerk(clerks.other);
  assert.equal((await sit(clerk, 1)).status, 200);
  assert.equal((await sit(other, 1)).status, 200);
  await takeTicket(stack.client(), stack.offices[0], newKey());
  const key = newKey();
  const called = await callNext(clerk, key);
  assert.equal(called.status, 200, called.text);
  assert.equal((await callNext(clerk, key)).text, called.text, 'the same press once more');
  assertProblem(await callNext(clerk, newKey()), 409, { finding: ['counter', 'counter_busy'] });
  assertProblem(await callNext(other, newKey()), 409, { finding: ['line', 'line_empty'] });
  assertProblem(await step(other, called.json.here[0], 'start', newKey()), 404);
  assert.equal((await stack.client().get('/staff/line')).status, 401);
});

test('an edited log of visits is found from the command line', async (t) => {
  const stack = await Stack.start(t);
  const clerk = await stack.clerk();
  assert.equal((await sit(clerk, 1)).status, 200);
  await takeTicket(stack.client(), stack.offices[0], newKey());
  await callNext(clerk, newKey());
  await stack.backend.stop();
  const check = () => spawnSync(programs.backend, ['--check-log', '--data', stack.data, '--assets', stack.assets], { encoding: 'utf8' });
  assert.equal(check().status, 0, check().stderr);
  const base = new DatabaseSync(join(stack.data, 'motcua.sqlite'));
  base.exec("DROP TRIGGER visit_events_are_fixed; UPDATE visit_events SET at = at - 60 WHERE event = 'arrive'");
  base.close();
  const found = check();
  assert.equal(found.status, 1);
  assert.match(found.stdout, new RegExp(`event ${stack.offices[0]} 1 is not as it was written`));
});
