import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, answers, findSlot, hex, pdf, sha256, sign, today } from '../support/citizen.mjs';
import { newKey, raw } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, clerks, password } from '../support/stack.mjs';

// One backend for the whole file: it has to outlive everything that is thrown at it.
let stack;
let client;
let slot;
const cleanup = [];
before(async () => {
  stack = await Stack.start({ after: (end) => cleanup.push(end) });
  client = stack.client();
  slot = await findSlot(client);
});
after(async () => {
  for (const end of cleanup) await end();
});

/** The same process, still answering, with nothing stored by what was refused. */
async function assertAlive() {
  assert.ok(stack.backend.running, stack.backend.output.slice(-2000));
  assert.equal((await client.get('/readyz')).status, 200);
}

const bad = [400, 422];

/** A good body for each route that takes JSON. */
const routes = () => [
  ['/holds', { dossier: hex(16), office: slot.office, starts_at: slot.starts_at }, {}],
  ['/uploads', { dossier: hex(16), sha256: hex(32), size: 100, media_type: 'application/pdf' }, {}],
  ['/dossiers/status', { code: 'H01.001.261121.00001', secret: 'ABCD-EFGH-JKLM' }, {}],
  ['/staff/session', { user: 'nobody', password: 'x' }, { headers: { 'X-Requested-With': 'motcua' } }],
  ['/dossiers', { form: {}, manifest: {}, signature: {}, v: 1 }, {}],
];

const post = (path, body, options = {}) => client.request('POST', path, { body, once: true, ...options });

test('malformed JSON is refused with where it broke', async () => {
  const texts = ['', ' ', '{', '{"a":}', '[1,2', 'nul', '{"a":1}}', '{"a":1,}', "{'a':1}", '{"a":"\\x"}', '{"a":"\u0001"}', '\ufeff{}', '{"a":NaN}', '{"a":01}'];
  for (const [path, , options] of routes()) {
    for (const text of texts) {
      const answer = await post(path, text, { ...options, headers: { 'Content-Type': 'application/json', ...options.headers } });
      assertProblem(answer, 400, { code: 'invalid_input' });
    }
  }
  await assertAlive();
});

test('duplicate keys, rounded numbers, fractions and deep nesting are refused', async () => {
  const hold = JSON.stringify({ dossier: hex(16), office: slot.office, starts_at: slot.starts_at });
  const texts = [
    hold.replace('{', '{"office":"x",'),
    hold.replace(String(slot.starts_at), '9007199254740993'),
    hold.replace(String(slot.starts_at), '1e400'),
    hold.replace(String(slot.starts_at), `${slot.starts_at}.5`),
    `${'['.repeat(1_000)}${']'.repeat(1_000)}`,
    `{"dossier":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`,
  ];
  for (const text of texts) assertProblem(await post('/holds', text), bad, { code: 'invalid_input' });
  await assertAlive();
});

test('invalid UTF-8 is refused', async () => {
  const sequences = [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe1, 0xbb]];
  for (const [path, , options] of routes()) {
    for (const sequence of sequences) {
      const body = Buffer.concat([Buffer.from('{"dossier":"'), Buffer.from(sequence), Buffer.from('"}')]);
      assertProblem(await post(path, body, options), 400, { code: 'invalid_input' });
    }
  }
  assertProblem(await post('/holds', '{"dossier":"\\ud800"}'), 400);
  await assertAlive();
});

test('an unknown member is refused wherever it stands', async () => {
  for (const [path, body, options] of routes()) {
    assertProblem(await post(path, JSON.stringify({ ...body, more: 1 }), options), 422, { code: 'invalid_input', field: 'more' });
  }
  const citizen = await new Citizen(client).prepare(slot);
  const envelope = JSON.parse(await citizen.envelope());
  for (const change of [
    (copy) => (copy.more = 1),
    (copy) => (copy.manifest.more = 1),
    (copy) => (copy.manifest.files[0].more = 1),
    (copy) => (copy.form.more = 1),
    (copy) => (copy.form.documents[0].more = 1),
    (copy) => (copy.signature.more = 1),
  ]) {
    const copy = structuredClone(envelope);
    change(copy);
    assertProblem(await post('/dossiers', JSON.stringify(copy)), 422, { code: 'invalid_input' });
  }
  await assertAlive();
});

test('a member that is missing or of another type is refused by its name', async () => {
  const others = [null, true, -1, 'x', [], {}, ['a'], { a: 1 }];
  for (const [path, body, options] of routes()) {
    for (const member of Object.keys(body)) {
      const without = { ...body };
      delete without[member];
      assertProblem(await post(path, JSON.stringify(without), options), 422, { code: 'invalid_input' });
      for (const other of others) {
        if (typeof other === typeof body[member] && !Array.isArray(other) && other !== null) continue;
        assertProblem(await post(path, JSON.stringify({ ...body, [member]: other }), options), 422, { code: 'invalid_input' });
      }
    }
    for (const whole of ['null', '[]', '"x"', '1', 'true']) {
      assertProblem(await post(path, whole, options), 422, { code: 'invalid_input' });
    }
  }
  await assertAlive();
});

test('values out of their range are refused', async () => {
  const hold = { dossier: hex(16), office: slot.office, starts_at: slot.starts_at };
  const upload = { dossier: hex(16), sha256: hex(32), size: 100, media_type: 'application/pdf' };
  const cases = [
    ['/holds', { ...hold, dossier: 'xyz' }, 422],
    ['/holds', { ...hold, dossier: hex(16).toUpperCase().replace(/\d/g, 'A') }, 422],
    ['/holds', { ...hold, office: 'nowhere' }, [404, 422]],
    ['/holds', { ...hold, office: "x' OR '1'='1" }, [404, 422]],
    ['/holds', { ...hold, starts_at: slot.starts_at + 1 }, [404, 409, 422]],
    ['/holds', { ...hold, starts_at: 0 }, [404, 409, 422]],
    ['/holds', { ...hold, starts_at: -5 }, [404, 409, 422]],
    ['/uploads', { ...upload, size: 0 }, 422],
    ['/uploads', { ...upload, size: -1 }, 422],
    ['/uploads', { ...upload, size: 10 * 1024 * 1024 + 1 }, [413, 422]],
    ['/uploads', { ...upload, size: Number.MAX_SAFE_INTEGER }, [413, 422]],
    ['/uploads', { ...upload, media_type: 'text/html' }, [415, 422]],
    ['/uploads', { ...upload, media_type: 'application/pdf; charset=x' }, [415, 422]],
    ['/uploads', { ...upload, sha256: 'abc' }, 422],
  ];
  for (const [path, body, status] of cases) assertProblem(await post(path, JSON.stringify(body)), status);
  const query = [
    ['/slots', bad], ['/slots?office=', [400, 404, 422]], [`/slots?office=${slot.office}&from=2026-13-01&days=3`, bad],
    [`/slots?office=${slot.office}&from=${today()}&days=0`, bad], [`/slots?office=${slot.office}&from=${today()}&days=15`, bad],
    [`/slots?office=${slot.office}&from=${today()}&days=1e1`, bad], [`/slots?office=nowhere&from=${today()}&days=3`, [404, 422]],
    [`/slots?office=%ff%fe&from=${today()}&days=3`, [400, 404, 422]], [`/slots?office=%zz&from=${today()}&days=3`, [400, 404, 422]],
  ];
  for (const [path, status] of query) assertProblem(await client.get(path), status);
  await assertAlive();
});

test('other media types are refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/octet-stream', 'application/jsonp', 'nonsense', 'a/b; c=d']) {
    for (const [path, body, options] of routes()) {
      const answer = await post(path, JSON.stringify(body), { ...options, headers: { ...options.headers, 'Content-Type': type } });
      // Pistache answers what it cannot read by itself; nginx turns it into problem details.
      if (answer.json) assertProblem(answer, 415, { code: 'unsupported_type' });
      else assert.equal(answer.status, 415, answer.text);
    }
  }
  const citizen = new Citizen(client);
  const content = pdf();
  const { upload } = (await citizen.announce(content)).json;
  const part = await client.request('PUT', `/uploads/${upload}/parts/0`, { body: content, headers: { 'Content-Type': 'application/json' } });
  assertProblem(part, 415, { code: 'unsupported_type' });
  await assertAlive();
});

test('bodies over the limit are refused', async () => {
  for (const [path, , options] of routes()) {
    const answer = await post(path, JSON.stringify({ x: 'y'.repeat(560_000) }), options).catch((error) => error);
    if (answer instanceof Error) assert.match(String(answer), /ECONNRESET|EPIPE/);
    else if (answer.json) assertProblem(answer, 413, { code: 'too_large' });
    else assert.equal(answer.status, 413);
  }
  const huge = await raw(stack.backendPort, 'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{');
  assert.doesNotMatch(huge, /^HTTP\/1\.1 2/);
  await assertAlive();
});

test('a missing or malformed Idempotency-Key is refused', async () => {
  for (const [path, body] of [routes()[0], routes()[1], routes()[4]]) {
    for (const key of [null, '', ' ', 'a b', 'ä', 'x'.repeat(81), 'a/b', '"quoted"']) {
      const headers = key === null ? {} : { 'Idempotency-Key': Buffer.from(key).toString('latin1') };
      assertProblem(await client.request('POST', path, { json: body, headers }), 400, { code: 'invalid_input' });
    }
    const longest = await client.request('POST', path, { json: body, once: 'x'.repeat(80) });
    assert.notEqual(longest.status, 400, longest.text);
  }
  await assertAlive();
});

test('unknown routes, ids and methods are refused', async () => {
  const cases = [
    ['GET', '/nothing', 404], ['GET', '/', 404], ['GET', '/holds', 405], ['DELETE', '/dossiers', 405], ['PATCH', '/dossiers', [404, 405]],
    ['POST', '/offices', 405], ['GET', '/staff/dossiers/x', 401], ['GET', '/../../etc/passwd', 404], ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
    ['GET', `/${'a'.repeat(3_000)}`, [404, 414]], ['OPTIONS', '/holds', [204, 404, 405]],
  ];
  for (const [method, path, status] of cases) {
    const answer = await client.request(method, path);
    if (answer.status !== 204) assertProblem(answer, status);
  }
  const citizen = new Citizen(client);
  assertProblem(await citizen.putPart(hex(16), 0, pdf()), 404, { code: 'not_found' });
  assertProblem(await citizen.putPart('x', 0, pdf()), [404, 422]);
  const content = pdf();
  const { upload } = (await citizen.announce(content)).json;
  for (const n of [1, 20, 99999999999, -1, 'x', '0x0', '00000000000000000000000']) {
    assertProblem(await citizen.putPart(upload, n, content), [400, 404, 422]);
  }
  await assertAlive();
});

test('a file has to be what was announced', async () => {
  const citizen = await new Citizen(client).prepare();
  const content = pdf();
  const announced = (await citizen.announce(content)).json;
  assertProblem(await citizen.putPart(announced.upload, 0, content.subarray(1)), [400, 409, 413, 422]);
  assertProblem(await citizen.putPart(announced.upload, 0, Buffer.concat([content, content])), [400, 409, 413, 422]);

  // The right size and other bytes: found when the dossier is handed in.
  const other = Buffer.from(content);
  other[other.length - 2] ^= 1;
  await citizen.putPart(announced.upload, 0, other);
  const file = { document: 'giay_xn_cu', name: 'a.pdf', media_type: 'application/pdf', size: content.length, sha256: sha256(content), upload: announced.upload };
  citizen.files = [file];
  assertProblem(await citizen.handIn(await citizen.envelope(), newKey()), 422, { code: 'invalid_input' });

  // Not what its media type says.
  const html = Buffer.from('<script>alert(1)</script>'.padEnd(200));
  citizen.files = [await citizen.upload(html)];
  assertProblem(await citizen.handIn(await citizen.envelope(), newKey()), 422, { code: 'invalid_input' });

  // Announced and never sent.
  const missing = pdf();
  const promised = (await citizen.announce(missing)).json;
  citizen.files = [{ ...file, size: missing.length, sha256: sha256(missing), upload: promised.upload }];
  assertProblem(await citizen.handIn(await citizen.envelope(), newKey()), 422, { code: 'invalid_input' });

  // Another dossier's.
  const stranger = await new Citizen(client).prepare();
  citizen.files = stranger.files;
  assertProblem(await citizen.handIn(await citizen.envelope(), newKey()), 422, { code: 'invalid_input' });

  // And the right one is taken after all of that.
  citizen.files = [await citizen.upload(pdf())];
  assert.equal((await citizen.handIn(await citizen.envelope(), newKey())).status, 201);
  await assertAlive();
});

test('a form that is not complete is refused field by field', async () => {
  const cases = [
    [{ nyc_ho_ten: null }, 'nyc_ho_ten'],
    [{ nyc_ngay_sinh: '2990-01-01' }, 'nyc_ngay_sinh'],
    [{ nyc_so_dinh_danh: '123' }, 'nyc_so_dinh_danh'],
    [{ nyc_gioi_tinh: 'khong_ro' }, 'nyc_gioi_tinh'],
    [{ cam_doan: 'no' }, 'cam_doan'],
    [{ nyc_ho_ten: 'ЖЖЖ' }, 'nyc_ho_ten'],
    [{ 'nyc_noi_cu_tru.commune': '00004' }, 'nyc_noi_cu_tru.commune'],
    [{ la_la: 'x' }, 'la_la'],
  ];
  const found = [];
  for (const [changes, field] of cases) {
    const citizen = await new Citizen(client, { changes }).prepare();
    const answer = await citizen.handIn(await citizen.envelope());
    assertProblem(answer, 422, { code: 'invalid_input' });
    found.push([field, answer.json.findings.map((finding) => finding.field)]);
  }
  for (const [field, fields] of found) assert.ok(fields.some((one) => one === field || one.startsWith(`${field.split('.')[0]}`)), `${field}: ${fields}`);
  await assertAlive();
});

test('an altered envelope is refused', async () => {
  const citizen = await new Citizen(client).prepare();
  const envelope = JSON.parse(await citizen.envelope());
  const flip = (text) => (text[0] === '0' ? '1' : '0') + text.slice(1);
  const changes = [
    (copy) => (copy.form.answers.nyc_ho_ten = 'NGUYỄN VĂN KHÁC'),
    (copy) => delete copy.form.answers.nyc_email,
    (copy) => (copy.manifest.nonce = hex(16)),
    (copy) => (copy.manifest.id = hex(16)),
    (copy) => (copy.manifest.office = stack.offices[1]),
    (copy) => (copy.manifest.files[0].sha256 = flip(copy.manifest.files[0].sha256)),
    (copy) => (copy.signature.value = flip(copy.signature.value)),
    (copy) => (copy.signature.key = flip(copy.signature.key)),
    (copy) => (copy.signature.alg = 'none'),
    (copy) => (copy.v = 2),
  ];
  for (const change of changes) {
    const copy = structuredClone(envelope);
    change(copy);
    assertProblem(await post('/dossiers', JSON.stringify(copy)), 422, { code: 'invalid_input' });
  }
  assert.equal((await citizen.handIn()).status, 201);
  await assertAlive();
});

test('requests out of their order are refused and can be made good', async () => {
  const citizen = new Citizen(client);
  const place = await findSlot(client);
  citizen.slot = place;
  citizen.booking = hex(16);
  citizen.files = [await citizen.upload(citizen.bytes[0])];
  // Handed in without a place.
  assertProblem(await citizen.handIn(await citizen.envelope(), newKey()), [409, 422]);
  citizen.booking = (await citizen.hold(place)).json.booking;
  // With somebody else's.
  const other = new Citizen(client);
  const stolen = citizen.request({ id: other.id, nonce: other.nonce });
  assertProblem(await citizen.handIn(await sign(stolen), newKey()), [409, 422]);
  // With the right place at another time.
  assertProblem(await citizen.handIn(await citizen.envelope({ appointment: { booking: citizen.booking, starts_at: place.starts_at + 1800 } }), newKey()), [409, 422]);
  // Of another day.
  const old = citizen.request();
  old.form.today = '2026-01-01';
  assertProblem(await citizen.handIn(await sign(old), newKey()), 422);
  const good = await citizen.handIn(await citizen.envelope(), newKey());
  assert.equal(good.status, 201, good.text);
  // Uploading and holding after handing in.
  assertProblem(await citizen.announce(pdf()), [409, 422]);
  assertProblem(await citizen.hold(place), [409, 422]);
  await assertAlive();
});

test('a nonce is used once', async () => {
  const first = new Citizen(client);
  await first.complete();
  const second = await new Citizen(client).prepare();
  second.nonce = first.nonce;
  assertProblem(await second.handIn(await second.envelope(), newKey()), [409, 422]);
  second.nonce = hex(16);
  assert.equal((await second.handIn(await second.envelope(), newKey())).status, 201);
});

test('files of a dossier stay within their number and size', async () => {
  const citizen = new Citizen(client);
  const big = 10 * 1024 * 1024;
  for (let i = 0; i < 5; ++i) {
    assert.equal((await citizen.announce(null, { size: big, digest: hex(32) })).status, 201);
  }
  assertProblem(await citizen.announce(null, { size: 1, digest: hex(32) }), [409, 413, 422]);
  const many = new Citizen(client);
  for (let i = 0; i < 20; ++i) {
    assert.equal((await many.announce(null, { size: 10, digest: hex(32) })).status, 201);
  }
  assertProblem(await many.announce(null, { size: 10, digest: hex(32) }), [409, 413, 422]);
  await assertAlive();
});

test('what is no HTTP is survived', async () => {
  const { backendPort: port } = stack;
  const texts = [
    '\r\n\r\n', 'GET', 'GET /api/v1/healthz\r\n\r\n', 'GET /api/v1/healthz HTTP/9.9\r\n\r\n', `${'A'.repeat(10_000)}\r\n\r\n`,
    'GET /api/v1/healthz HTTP/1.1\r\nHost: a:b:c\r\n\r\n', 'GET /api/v1/healthz HTTP/1.1\r\nHost\r\n\r\n',
    'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n', 'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    'POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'GET /api/v1/staff/session HTTP/1.1\r\nHost: a\r\nCookie: motcua_session\r\n\r\n', 'GET /api/v1/staff/session HTTP/1.1\r\nHost: a\r\nCookie: ;=;\r\n\r\n',
    'GET /api/v1/healthz HTTP/1.1\r\nHost: a\r\nDate: never\r\nCache-Control: \x00\r\n\r\n',
  ];
  for (const text of texts) {
    await raw(port, text, { silenceMs: 150 });
    await assertAlive();
  }
});

test('clients that vanish at any moment are survived', async () => {
  const body = JSON.stringify({ dossier: hex(16), office: slot.office, starts_at: slot.starts_at });
  const text = `POST /api/v1/holds HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nIdempotency-Key: ${newKey()}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const cuts = Array.from({ length: 40 }, (_, i) => Math.floor((text.length * i) / 39));
  await Promise.all(cuts.map((cut) => raw(stack.backendPort, text.slice(0, cut), { silenceMs: 50 })));
  await assertAlive();
});

test('thousands of odd requests leave the process and its journey whole', async () => {
  // Seeded: the same requests in every run.
  let seed = 20261121;
  const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  const texts = [];
  const good = routes().map(([path, body]) => [path, JSON.stringify(body)]);
  for (let i = 0; i < 2_000; ++i) {
    const [path, text] = good[random(4)];
    const bytes = Buffer.from(text);
    for (let changes = 1 + random(3); changes > 0; --changes) bytes[random(bytes.length)] = random(256);
    if (path !== '/staff/session') texts.push([path, bytes]);
  }
  while (texts.length > 0) {
    const answers = await Promise.all(texts.splice(0, 50).map(([path, bytes]) => post(path, bytes)));
    for (const answer of answers) {
      if (answer.status >= 300) assertProblem(answer, [400, 404, 409, 413, 415, 422]);
    }
  }
  await assertAlive();
  const receipt = await new Citizen(client, { changes: answers() }).complete();
  assert.ok(receipt.code);
});

test('passwords as long as one likes are answered', async () => {
  const options = { headers: { 'X-Requested-With': 'motcua' } };
  for (const text of ['', 'x'.repeat(1_000), 'ế'.repeat(1_000), '\u0000']) {
    const answer = await client.post('/staff/session', { user: 'nobody-at-all', password: text }, options);
    assertProblem(answer, [400, 401, 413, 422, 429]);
  }
  const fine = await client.post('/staff/session', { user: clerks.first, password }, options);
  assert.equal(fine.status, 201, fine.text);
  await assertAlive();
});
