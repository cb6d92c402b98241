import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Citizen, findSlot, hex, pdf, today } from '../support/citizen.mjs';
import { raw } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, password } from '../support/stack.mjs';

// Behind nginx every refusal is a problem, also where the HTTP library would answer by itself.
let stack;
let client;
const cleanup = [];
before(async () => {
  stack = await Stack.start({ after: (end) => cleanup.push(end) }, { nginx: true });
  client = stack.client();
});
after(async () => {
  for (const end of cleanup) await end();
});

const hold = () => ({ dossier: hex(16), office: stack.offices[0], starts_at: 1_900_000_000 });

/** The last answer in what a raw connection gave back, as Client would give it. */
function parse(text) {
  const [head, ...rest] = text.split('\r\n\r\n');
  const [line, ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((one) => [one.split(':')[0].toLowerCase(), one.slice(one.indexOf(':') + 1).trim()]));
  const body = rest.join('\r\n\r\n');
  const status = Number(line.split(' ')[1]);
  return { status, headers, text: body, json: /json/.test(headers['content-type'] ?? '') ? JSON.parse(body) : undefined };
}

test('every media type that is not taken is the same 415', async () => {
  for (const type of ['text/plain', 'a/b; c=d', 'nonsense', ';;;', 'application/json; charset=latin1', 'multipart/form-data; boundary=x']) {
    const answer = await client.request('POST', '/holds', { json: hold(), once: true, headers: { 'Content-Type': type } });
    assertProblem(answer, 415, { code: 'unsupported_type' });
  }
  const fine = await client.request('POST', '/holds', { json: hold(), once: true, headers: { 'Content-Type': 'Application/JSON; charset=utf-8' } });
  assert.notEqual(fine.status, 415);
});

test('headers that the HTTP library cannot read do not reach it', async () => {
  const odd = { Date: 'never', 'Cache-Control': '=,=', Accept: 'nonsense', Cookie: 'a; =b; motcua_session', 'Accept-Encoding': ';', Authorization: 'x', 'X-Forwarded-For': 'x', Expect: '' };
  for (const [name, value] of Object.entries(odd)) {
    const answer = await client.get('/healthz', { headers: { [name]: value } });
    assert.equal(answer.status, 200, `${name}: ${answer.text}`);
  }
});

test('bodies over the limit are refused before they reach the backend', async () => {
  const large = await client.request('POST', '/holds', { body: 'x'.repeat(1_100_000), once: true }).catch((error) => error);
  if (!(large instanceof Error)) assertProblem(large, 413, { code: 'too_large' });
  const declared = parse(await raw(stack.nginxPort, 'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\nConnection: close\r\n\r\n{'));
  assertProblem(declared, 413, { code: 'too_large' });
});

test('broken requests are answered with problems', async () => {
  const cases = [
    ['GET /api/v1/healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['GET /api/v1/healthz HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', 400],
    ['POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n', 400],
    ['POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}', 400],
    ['POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n', 400],
    [`GET /api/v1/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, 414],
    [`GET /api/v1/healthz HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\nConnection: close\r\n\r\n`, 431],
  ];
  for (const [text, status] of cases) assertProblem(parse(await raw(stack.nginxPort, text)), status);
});

test('unknown API routes are problems, and unknown pages are pages', async () => {
  assertProblem(await client.get('/nothing'), 404, { code: 'not_found' });
  assertProblem(await client.request('GET', '/holds'), 405);
  const other = stack.client({ prefix: '' });
  assertProblem(await other.get('/api/v2/healthz'), 404, { code: 'not_found' });
  const page = await other.get('/no-such-page');
  assert.equal(page.status, 404);
  assert.match(page.headers['content-type'], /^text\/html/);
});

test('answers of the API are never kept by anybody', async () => {
  for (const path of ['/healthz', `/slots?office=${stack.offices[0]}&from=${today()}&days=3`, '/staff/session']) {
    assert.equal((await client.get(path)).headers['cache-control'], 'no-store', path);
  }
});

test('a replayed request and a lost race look the same as without nginx', async () => {
  const citizen = new Citizen(client);
  await citizen.complete(await findSlot(client));
  const again = await citizen.handIn();
  assert.equal(again.status, 201);
  assert.deepEqual(again.json, citizen.receipt);
  assertProblem(await new Citizen(client).handIn(citizen.signed, citizen.handInKey + 'x'), [409, 422]);
});

test('the largest attachment goes up and comes down whole', async () => {
  const content = pdf('lớn', 10 * 1024 * 1024);
  const citizen = new Citizen(client, { files: [content] });
  await citizen.complete(await findSlot(client, 1, stack.offices[0]));
  const desk = await stack.clerk();
  const { dossiers } = (await desk.get('/staff/dossiers?page=1')).json;
  const line = dossiers.find((one) => one.code === citizen.receipt.code);
  const file = await desk.get(`/staff/dossiers/${line.id}/files/0`);
  assert.ok(file.bytes.equals(content));
});

test('guessing passwords and secrets is slowed down', async () => {
  const desk = stack.client();
  const answers = [];
  for (let i = 0; i < 60; ++i) answers.push(client.post('/dossiers/status', { code: 'H01.001.261121.00001', secret: 'AAAA-BBBB-CCCC' }));
  for (let i = 0; i < 40; ++i) answers.push(desk.signIn(`khong-ai-${i}`, password));
  const all = await Promise.all(answers);
  const slowed = all.filter((answer) => answer.status === 429);
  assert.ok(slowed.length > 0);
  for (const answer of slowed) {
    assertProblem(answer, 429, { code: 'too_many' });
    assert.ok(Number(answer.headers['retry-after']) > 0);
  }
});

test('the access log has no query, no address and no name in it', async () => {
  const marker = 'chim-hoang-yen';
  await client.get(`/slots?office=${marker}&from=${today()}&days=3`);
  const log = readFileSync(join(stack.folder, 'nginx/nginx-access.log'), 'utf8');
  assert.match(log, /\/api\/v1\/slots/);
  assert.doesNotMatch(log, new RegExp(marker));
  assert.doesNotMatch(log, /127\.0\.0\.1/);
});
