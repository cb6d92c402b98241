import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen } from '../support/citizen.mjs';
import { findLine, slotAt } from '../support/journey.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, clerks, password } from '../support/stack.mjs';

async function withDossier(t) {
  const stack = await Stack.start(t);
  const client = stack.client();
  const citizen = new Citizen(client);
  await citizen.complete(await slotAt(client, stack.offices[0]));
  return { stack, citizen };
}

test('a clerk signs in, is known, and signs out', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const answer = await client.signIn(clerks.first, password);
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(Object.keys(answer.json).sort(), ['name', 'office', 'role', 'user']);
  assert.equal(answer.json.role, 'clerk');
  const [cookie, ...more] = answer.headers['set-cookie'];
  assert.equal(more.length, 0);
  const flags = cookie.split(/;\s*/).slice(1).map((flag) => flag.toLowerCase());
  for (const flag of ['httponly', 'samesite=strict', 'path=/api/v1/staff']) {
    assert.ok(flags.includes(flag), `${flag} is not in "${cookie}"`);
  }
  assert.match(cookie, /^motcua_session=[A-Za-z0-9_-]{32,}/);
  assert.deepEqual((await client.get('/staff/session')).json, answer.json);
  assert.equal((await client.staff('DELETE', '/staff/session')).status, 204);
  assertProblem(await client.get('/staff/session'), 401, { code: 'unauthenticated' });
});

test('no staff route answers without a session', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const line = await findLine(await stack.clerk(), citizen.receipt.code);
  const cookies = ['', `motcua_session=${'0'.repeat(64)}`, 'motcua_session=x'];
  for (const cookie of cookies) {
    const client = stack.client();
    client.cookie = cookie;
    const answers = [
      await client.get('/staff/session'),
      await client.get('/staff/statistics'),
      await client.get('/staff/dossiers?page=1'),
      await client.get(`/staff/dossiers/${line.id}`),
      await client.get(`/staff/dossiers/${line.id}/files/0`),
      await client.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version: 1 }, once: true }),
    ];
    for (const answer of answers) assertProblem(answer, 401, { code: 'unauthenticated' });
  }
});

test('a clerk sees in list and dossier by when a result is due', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const desk = await stack.clerk();
  const line = await findLine(desk, citizen.receipt.code);
  assert.ok(line.due_at > line.starts_at, JSON.stringify(line));
  const dossier = (await desk.get(`/staff/dossiers/${line.id}`)).json;
  assert.equal(dossier.due_at, line.due_at);
  const marked = await desk.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version: dossier.version }, once: true });
  assert.equal(marked.status, 200, marked.text);
  assert.ok(marked.json.due_at > 0);
});

test('statistics are counts of the clerk\'s own office and nothing else', async (t) => {
  const { stack } = await withDossier(t);
  const answer = await (await stack.clerk()).get('/staff/statistics');
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(Object.keys(answer.json).sort(), ['hours', 'received']);
  assert.equal(answer.json.received.length, 14);
  for (const day of answer.json.received) {
    assert.match(day.day, /^\d{4}-\d{2}-\d{2}$/);
    assert.deepEqual(Object.keys(day).sort(), ['count', 'day']);
  }
  assert.equal(answer.json.received.at(-1).count, 1);
  for (const hour of answer.json.hours) {
    assert.deepEqual(Object.keys(hour).sort(), ['booked', 'hour', 'seats']);
    assert.ok(hour.booked >= 0 && hour.booked <= hour.seats && hour.hour >= 0 && hour.hour < 24);
  }
});

test('a wrong password and an unknown user get the same answer, and guessing is slowed down', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const wrong = await client.signIn(clerks.second, 'không phải');
  assertProblem(wrong, 401, { code: 'unauthenticated' });
  assert.equal(wrong.headers['set-cookie'], undefined);
  const unknown = await client.signIn('khong-ai', 'không phải');
  assert.equal(unknown.text, wrong.text);
  let slowed;
  for (let i = 0; i < 30 && !slowed; ++i) {
    const answer = await client.signIn(clerks.second, 'không phải');
    if (answer.status === 429) slowed = answer;
    else assertProblem(answer, 401);
  }
  assert.ok(slowed, 'thirty wrong passwords were not slowed down');
  assertProblem(slowed, 429, { code: 'too_many' });
  // The right password does not get around it.
  assertProblem(await client.signIn(clerks.second, password), 429);
  // Others are not shut out.
  assert.equal((await client.signIn(clerks.first, password)).status, 201);
});

test('state-changing staff requests need the header that other sites cannot send', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const desk = await stack.clerk();
  const line = await findLine(desk, citizen.receipt.code);
  const none = { 'X-Requested-With': null };
  assertProblem(await desk.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version: 1 }, once: true, headers: none }), 403);
  assertProblem(await desk.staff('DELETE', '/staff/session', { headers: none }), 403);
  assertProblem(await desk.staff('POST', '/staff/session', { json: { user: clerks.first, password }, headers: none }), 403);
  assert.equal((await desk.get('/staff/session')).status, 200);
  assert.equal((await findLine(desk, citizen.receipt.code)).state, 'handed_in');
});

test('of two clerks who mark a dossier received at once one wins', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const desks = await Promise.all([stack.clerk(clerks.first), stack.clerk(clerks.second)]);
  const line = await findLine(desks[0], citizen.receipt.code);
  const { version } = (await desks[0].get(`/staff/dossiers/${line.id}`)).json;
  const answers = await Promise.all(
    desks.map((desk) => desk.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version }, once: true })),
  );
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  assertProblem(answers.find((answer) => answer.status === 409), 409, { code: 'conflict' });
  const { events } = (await citizen.status()).json;
  assert.equal(events.filter((event) => event.state === 'received_by_clerk').length, 1);
});

test('a clerk of another office sees nothing of a dossier', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const line = await findLine(await stack.clerk(), citizen.receipt.code);
  const other = await stack.clerk(clerks.other);
  assert.deepEqual((await other.get('/staff/dossiers?page=1')).json.dossiers, []);
  assertProblem(await other.get(`/staff/dossiers/${line.id}`), 404, { code: 'not_found' });
  assertProblem(await other.get(`/staff/dossiers/${line.id}/files/0`), 404);
  assertProblem(await other.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version: 1 }, once: true }), 404);
});

test('the list can be narrowed to a state, and unknown files and dossiers are not found', async (t) => {
  const { stack, citizen } = await withDossier(t);
  const desk = await stack.clerk();
  const line = await findLine(desk, citizen.receipt.code);
  const codes = async (state) => (await desk.get(`/staff/dossiers?state=${state}&page=1`)).json.dossiers.map((one) => one.code);
  assert.deepEqual(await codes('handed_in'), [citizen.receipt.code]);
  assert.deepEqual(await codes('received_by_clerk'), []);
  assertProblem(await desk.get('/staff/dossiers?state=lost&page=1'), [400, 422]);
  assertProblem(await desk.get('/staff/dossiers?page=x'), [400, 422]);
  assertProblem(await desk.get(`/staff/dossiers/${line.id}/files/1`), 404);
  assertProblem(await desk.get(`/staff/dossiers/${line.id}/files/-1`), [400, 404, 422]);
  assertProblem(await desk.get(`/staff/dossiers/${'0'.repeat(32)}`), 404);
  const fresh = await desk.get(`/staff/dossiers/${line.id}`);
  assert.equal(fresh.headers['cache-control'], 'no-store');
});

test('a session survives kill -9 and ends at sign-out for good', async (t) => {
  const stack = await Stack.start(t);
  const desk = await stack.clerk();
  await stack.killBackend();
  await stack.startBackend();
  assert.equal((await desk.get('/staff/session')).status, 200);
  await desk.staff('DELETE', '/staff/session');
  await stack.killBackend();
  await stack.startBackend();
  assertProblem(await desk.get('/staff/session'), 401);
});
