// Limits of addresses and the work of devices: what anyone may send, and what it may not win.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Citizen, findSlot, hex, today } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { sit, takeTicket } from '../support/line.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, programs } from '../support/stack.mjs';
import { bitsOf, puzzleOf, solve, working } from '../support/work.mjs';

const from = (address) => ({ headers: { 'X-Client-Address': address } });

test('an address takes thirty tickets at once; clerks, kiosks and other addresses have no part in it', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const office = stack.offices[0];
  const clerk = await stack.clerk();
  assert.equal((await sit(clerk, 1)).status, 200);
  const take = (options, key = newKey()) => client.post('/tickets', { office, service: '', priority: '' }, { once: key, ...options });
  const keys = Array.from({ length: 40 }, newKey);
  // All at once: the limit is looked at where the ticket is given.
  const answers = await Promise.all(keys.map((key) => take(from('192.0.2.1'), key)));
  const refused = answers.filter(({ status }) => status !== 201);
  assert.ok(answers.length - refused.length >= 30 && refused.length >= 7, `${refused.length} were refused`);
  for (const answer of refused) {
    assertProblem(answer, 429, { code: 'too_many', finding: ['', 'requests_many'] });
    assert.match(answer.headers['retry-after'], /^[1-9][0-9]?$/);
  }
  // What was given is given again, and counts once.
  const first = answers.findIndex(({ status }) => status === 201);
  assert.equal((await take(from('192.0.2.1'), keys[first])).text, answers[first].text);

  assert.equal((await take(from('192.0.2.2'))).status, 201, 'elsewhere one can');
  assert.equal((await clerk.staff('POST', '/staff/line/tickets', { json: { service: '', priority: '' }, once: newKey(), ...from('192.0.2.1') })).status, 201);
  const pass = spawnSync(programs.backend, ['--data', stack.data, '--assets', stack.assets, '--kiosk-pass', 'sanh-1'], { encoding: 'utf8' }).stdout.trim();
  const kiosk = { headers: { 'X-Client-Address': '192.0.2.1', 'X-Kiosk-Pass': pass } };
  assert.equal((await take(kiosk)).status, 201, pass);
  assertProblem(await take({ headers: { ...kiosk.headers, 'X-Kiosk-Pass': pass.replace('sanh-1', 'sanh-2') } }), 429, { finding: ['', 'requests_many'] });
  await stack.backend.stop();
  stack.backendArgs = ['--lost-kiosk', 'sanh-1'];
  await stack.startBackend();
  assertProblem(await take(kiosk), 429, { finding: ['', 'requests_many'] });
});

test('who waits for times that they do not need is stopped, too, and no address is stored', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const slot = await findSlot(client, 10);
  const people = Array.from({ length: 10 }, () => new Citizen(client));
  for (const person of people) assert.equal((await person.hold(slot)).status, 201);
  const join = () => client.post('/waiting', { dossier: hex(16), office: slot.office, from: slot.starts_at, until: slot.starts_at + 1 }, { once: true, ...from('192.0.2.77') });
  const answers = await Promise.all(Array.from({ length: 40 }, join));
  assert.ok(answers.filter(({ status }) => status === 201).length <= 32);
  const refused = answers.find(({ status }) => status !== 201);
  assertProblem(refused, 429, { finding: ['', 'requests_many'] });
  assert.doesNotMatch(stack.backend.output, /192\.0\.2/);
});

test('work is asked for under load alone, is done once for each request, and nothing else passes for it', async (t) => {
  const stack = await Stack.start(t, { calm: 5 });
  const client = stack.client();
  const slot = await findSlot(client, 10);
  const hold = (person, headers = {}, key = newKey()) =>
    client.post('/holds', { dossier: person.id, office: slot.office, starts_at: slot.starts_at }, { once: key, headers });
  const people = Array.from({ length: 40 }, () => new Citizen(client));
  const needed = [];
  for (const person of people) {
    const answer = await hold(person);
    if (answer.status === 429) needed.push({ person, answer });
  }
  assert.ok(needed.length >= 5, 'a few are calm, more are load');
  const puzzles = needed.map(({ answer }) => {
    assertProblem(answer, 429, { code: 'too_many', finding: ['work', 'work_needed'] });
    return puzzleOf(answer);
  });
  assert.ok(bitsOf(puzzles.at(-1)) > bitsOf(puzzles[0]), 'the more requests, the more work');

  const [one, other, third] = needed.map(({ person }) => person);
  const expect = async (person, work, code) => {
    const answer = await hold(person, { 'X-Work': work });
    assertProblem(answer, 429, { finding: ['work', code] });
    assert.match(puzzleOf(answer), /^1\./, 'with another puzzle');
  };
  for (const forged of ['x', ':', 'a.b:1', puzzles[0], `${puzzles[0]}`.replace(/.$/, (c) => (c === '0' ? '1' : '0')) + ':1', `1.99999999999.0.${puzzles[0].split('.').slice(3).join('.')}:0`, 'á'.repeat(200)]) {
    await expect(one, Buffer.from(forged).toString('latin1'), 'work_forged');
  }
  await expect(one, solve(puzzles[0], false), 'work_wrong');
  await expect(other, solve(puzzles[0]), 'work_other');

  const key = newKey();
  const refused = await hold(one, {}, key);
  assert.equal(refused.status, 429);
  const work = solve(puzzleOf(refused));
  const held = await hold(one, { 'X-Work': work }, key);
  assert.ok([201, 409].includes(held.status), 'with the same key, since a 429 is no last word');
  if (held.status === 201) await expect(one, work, 'work_spent');
  assert.equal((await hold(one, {}, key)).text, held.text, 'a repetition is no work');

  // A ticket's work is none for a hold, at the same office.
  const clerk = await stack.clerk();
  assert.equal((await sit(clerk, 1)).status, 200);
  let puzzle;
  while (!puzzle) puzzle = puzzleOf(await takeTicket(client, stack.offices[0], newKey()));
  await expect(third, solve(puzzle), 'work_other');
  assert.equal((await client.post('/tickets', { office: stack.offices[0], service: '', priority: '' }, { once: true, headers: { 'X-Work': solve(puzzle) } })).status, 201);
});

test('200 people at the opening minute: all who work are served, and every seat is given once', async (t) => {
  const stack = await Stack.start(t, { calm: 60 });
  const client = stack.client();
  const slots = (await client.get(`/slots?office=${stack.offices[0]}&from=${today()}&days=14`)).json.slots.slice(0, 10);
  const worked = { count: 0 };
  const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => {
    const person = new Citizen(client);
    const slot = slots[i % slots.length];
    return working((headers) => {
      if (headers['X-Work']) ++worked.count;
      return client.post('/holds', { dossier: person.id, office: stack.offices[0], starts_at: slot.starts_at }, { once: true, headers });
    });
  }));
  const held = answers.filter(({ status }) => status === 201);
  assert.equal(held.length, 100);
  assert.equal(new Set(held.map(({ json }) => json.booking)).size, 100);
  for (const answer of answers.filter(({ status }) => status !== 201)) assertProblem(answer, 409, { finding: ['starts_at', 'slot_full'] });
  assert.ok(worked.count > 100, `${worked.count} worked`);
});
