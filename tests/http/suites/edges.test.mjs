import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import net from 'node:net';
import { once } from 'node:events';
import { Citizen, findSlot, hex, pdf, today } from '../support/citizen.mjs';
import { newKey, raw } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Program, until } from '../support/process.mjs';
import { Stack, password, programs } from '../support/stack.mjs';

// The sharp edges of the HTTP library (docs/deployment.md): each is either kept away from people by
// nginx or worked around in backend/http. Clients that are slow, silent or many stop nobody else.
let stack;
let client;
let direct;
const cleanup = [];
before(async () => {
  // The waits of the configuration, shorter, so that a test can see them end.
  const nginxText = (text) => text.replace(/(client_header_timeout|client_body_timeout|send_timeout) 10s/g, '$1 2s');
  stack = await Stack.start({ after: (end) => cleanup.push(end) }, { nginx: true, nginxText });
  client = stack.client();
  direct = stack.client();
  direct.base = new URL(`http://127.0.0.1:${stack.backendPort}`);
});
after(async () => {
  for (const end of cleanup) await end();
});

/** An open connection that keeps what it got in `got`. */
async function connection(port, text = '') {
  const socket = net.connect(port, '127.0.0.1');
  socket.got = '';
  socket.setEncoding('latin1').on('data', (chunk) => (socket.got += chunk)).on('error', () => {});
  await once(socket, 'connect');
  if (text) socket.write(text);
  return socket;
}
const connections = (port, count, text) => Promise.all(Array.from({ length: count }, () => connection(port, text)));
const answersIn = (text) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const get = (path, more = '') => `GET /api/v1${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;

/** Others are served: a read, and a booking. */
async function assertServed() {
  assert.equal((await client.get('/readyz')).status, 200);
  assert.equal((await new Citizen(client).hold(await findSlot(client))).status, 201);
}

test('a connection stays open for the next request, without asking for it', async () => {
  const socket = await connection(stack.backendPort, get('/healthz'));
  await until('the first answer', () => answersIn(socket.got).length === 1);
  assert.match(socket.got, /\r\nConnection: Keep-Alive\r\n/i);
  socket.write(get('/healthz'));
  await until('the second answer', () => answersIn(socket.got).length === 2);
  socket.destroy();
});

test('requests that come in one piece are all answered', async () => {
  const socket = await connection(stack.nginxPort, get('/healthz') + get('/nothing') + get('/readyz'));
  await until('three answers', () => answersIn(socket.got).length === 3);
  assert.deepEqual(answersIn(socket.got), [200, 404, 200]);
  socket.destroy();
});

test('a large body need not wait for leave to be sent', async () => {
  const body = JSON.stringify({ dossier: hex(16), office: 'x', starts_at: 1 });
  const socket = await connection(
    stack.nginxPort,
    `POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nIdempotency-Key: ${newKey()}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await until('leave to send', () => answersIn(socket.got)[0] === 100);
  socket.write(body);
  await until('the answer', () => answersIn(socket.got)[1] === 422);
  socket.destroy();
});

test('HEAD is answered as GET without a body, other methods with what is allowed', async () => {
  for (const each of [client, direct]) {
    const head = await each.request('HEAD', '/healthz');
    assert.equal(head.status, 200);
    assert.equal(head.bytes.length, 0);
    const options = await each.request('OPTIONS', '/holds');
    assertProblem(options, 405);
    assert.equal(options.headers.allow, 'POST');
  }
});

test('methods nobody has heard of, many at once, change nothing', async () => {
  const methods = ['PATCH', 'TRACE', 'CONNECT', 'PROPFIND', 'LINK', 'PURGE', 'get', 'BREW'];
  await Promise.all(methods.flatMap((method) => [stack.backendPort, stack.nginxPort].flatMap((port) =>
    Array.from({ length: 5 }, () => raw(port, `${method} /api/v1/holds HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, { silenceMs: 300 })))));
  assert.ok(stack.backend.running);
  await assertServed();
});

test('a length with letters in it is no length', async () => {
  for (const length of ['3x', '0x3', '+3', '3,4', '']) {
    const text = `POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n{} `;
    assert.match(await raw(stack.nginxPort, text), /^HTTP\/1\.1 400/, length);
  }
});

test('what is slow on purpose holds up nothing else', async () => {
  const order = [];
  const signIns = Array.from({ length: 12 }, async (_, i) => {
    const answer = await direct.staff('POST', '/staff/session', { json: { user: `khong-ai-${i}`, password } });
    order.push('sign-in');
    return answer;
  });
  const others = Array.from({ length: 4 }, async () => {
    const answer = await direct.get('/readyz');
    order.push('read');
    return answer;
  });
  for (const answer of await Promise.all(signIns)) assertProblem(answer, 401);
  for (const answer of await Promise.all(others)) assert.equal(answer.status, 200);
  assert.equal(order.at(-1), 'sign-in', 'all were read before the last had signed in');
});

test('two thousand silent connections stop nobody, and do not reach the backend', async () => {
  const sockets = [];
  for (let i = 0; i < 20; ++i) sockets.push(...(await connections(stack.nginxPort, 100)));
  assert.equal(sockets.length, 2000);
  await assertServed();
  for (const socket of sockets) socket.destroy();
});

test('silent connections to the backend itself stop nobody', async () => {
  const sockets = await connections(stack.backendPort, 200);
  assert.equal((await direct.get('/readyz')).status, 200);
  for (const socket of sockets) socket.destroy();
});

test('who stops in the middle of a request is sent away, and stops nobody meanwhile', async () => {
  const half = [
    'GET /api/v1/hea',
    'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Le',
    'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"dossier":"',
  ];
  const sockets = (await Promise.all(half.map((text) => connections(stack.nginxPort, 50, text)))).flat();
  const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
  await assertServed();
  await closed;
  for (const socket of sockets) assert.ok(['', '408'].includes(String(answersIn(socket.got)[0] ?? '')), socket.got);
});

test('a request that comes byte by byte is answered', async () => {
  const socket = await connection(stack.nginxPort);
  socket.setNoDelay(true);
  for (const letter of get('/healthz', 'Connection: close\r\n')) {
    socket.write(letter);
    await new Promise(setImmediate);
  }
  await until('the answer', () => answersIn(socket.got)[0] === 200);
  socket.destroy();
});

test('who asks for large files and does not read them stops nobody', async () => {
  const content = pdf('lớn', 6 * 1024 * 1024);
  const citizen = new Citizen(client, { files: [content] });
  await citizen.complete(await findSlot(client, 1, stack.offices[0]));
  const desk = await stack.clerk();
  const line = (await desk.get('/staff/dossiers?page=1')).json.dossiers.find(({ code }) => code === citizen.receipt.code);
  const path = `/staff/dossiers/${line.id}/files/0`;
  const readers = await connections(stack.nginxPort, 12, get(path, `Cookie: ${desk.cookie}\r\n`));
  for (const reader of readers) reader.pause();
  await assertServed();
  assert.ok((await desk.get(path)).bytes.equals(content), 'and who does read gets all of it');
  for (const reader of readers) reader.destroy();
});

test('the backend listens to this machine only', async () => {
  for (const address of ['0.0.0.0:0', '[::]:0', '192.0.2.1:0']) {
    const program = new Program('motcua-backend', programs.backend,
      ['--listen', address, '--data', `${stack.folder}/none`, '--assets', stack.assets, '--receiver', 'http://127.0.0.1:9/'], `${stack.folder}/logs/none.log`);
    await program.ended;
    assert.equal(program.exit.code, 2, program.output);
  }
});

// Nothing after it can hold a seat through nginx.
test('from one address twenty seats are held at most, whatever the client says of itself', async () => {
  const headers = () => ({ 'X-Client-Address': `192.0.2.${Math.floor(Math.random() * 250)}`, 'X-Forwarded-For': hex(4) });
  const slots = (await client.get(`/slots?office=${stack.offices[0]}&from=${today()}&days=14`)).json.slots;
  const hold = (i, to, more) => to.post('/holds', { dossier: hex(16), office: stack.offices[0], starts_at: slots[Math.floor(i / 5)].starts_at }, { once: true, ...more });
  // All at once: the limit is looked at where the seat is taken.
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => hold(i, client, { headers: headers() })));
  const refused = answers.filter(({ status }) => status !== 201);
  assert.ok(answers.length - refused.length <= 20 && refused.length >= 20);
  for (const answer of refused) {
    assertProblem(answer, 429, { code: 'too_many', finding: ['', 'holds_many'] });
    // The backend's own, and nginx adds none.
    assert.equal(answer.raw.filter((name) => /^retry-after$/i.test(name)).length, 1);
    assert.ok(Number(answer.headers['retry-after']) > 1000, answer.headers['retry-after']);
  }
  assert.equal((await hold(40, direct)).status, 201, 'elsewhere one can');
  assert.doesNotMatch(stack.backend.output, /192\.0\.2|10\.\d+\.\d+\.\d+/);
});

test('what is being worked on is answered when the backend is told to stop', async () => {
  const slot = await findSlot(client, 5);
  const citizens = Array.from({ length: 5 }, () => ({ person: new Citizen(direct), key: newKey() }));
  // Connections that are open, so that all has arrived when the last that was sent is answered.
  await Promise.all(Array.from({ length: 15 }, () => direct.get('/healthz')));
  const signIns = Array.from({ length: 10 }, (_, i) => direct.staff('POST', '/staff/session', { json: { user: `mot-ai-${i}`, password } }));
  const held = await Promise.all(citizens.map(({ person, key }) => person.hold(slot, key)));
  const ended = stack.backend.stop();
  for (const answer of held) assert.equal(answer.status, 201, answer.text);
  for (const answer of await Promise.all(signIns)) assertProblem(answer, 401);
  assert.deepEqual(await ended, { code: 0, signal: null });

  await stack.startBackend();
  for (const [i, { person, key }] of citizens.entries()) assert.equal((await person.hold(slot, key)).text, held[i].text);
});
