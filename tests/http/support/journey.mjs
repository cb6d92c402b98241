// The whole way of one dossier, as both the backend's and nginx's suite take it.
import assert from 'node:assert/strict';
import { Citizen, findSlot, pdf, sha256 } from './citizen.mjs';
import { until } from './process.mjs';

/** From the hold to the receiver and the clerk's desk; checks what each of them says. */
export async function wholeJourney(stack) {
  const client = stack.client();
  const slot = await slotAt(client, stack.offices[0]);
  const content = pdf('tờ cũ', 600_000); // Two parts.
  const citizen = new Citizen(client, { files: [content] });
  const receipt = await citizen.complete(slot);
  assert.deepEqual(Object.keys(receipt).sort(), ['code', 'office', 'qr', 'received_at', 'secret', 'starts_at']);
  assert.equal(receipt.office, slot.office);
  assert.equal(receipt.starts_at, slot.starts_at);
  assert.match(receipt.qr, /^[01]+(\n[01]+)+\n?$/);

  const delivered = await until('the receiver to have it', async () => (await stack.received()).find((entry) => entry.code === receipt.code));
  const contents = await stack.receivedContents(delivered.receipt);
  assert.deepEqual(contents.envelope, JSON.parse(citizen.signed));
  assert.deepEqual(contents.files.map((file) => file.sha256), [sha256(content)]);

  const status = await until('the state to say passed on', async () => {
    const answer = await citizen.status();
    assert.equal(answer.status, 200, answer.text);
    return answer.json.forwarding === 'delivered' && answer.json;
  });
  assert.equal(status.code, receipt.code);
  assert.deepEqual(status.events.map((event) => event.state), ['handed_in', 'passed_on']);

  const desk = await stack.clerk();
  const line = await findLine(desk, receipt.code);
  assert.equal(line.applicant, 'NGUYỄN THỊ ÁNH TUYẾT');
  assert.equal(line.state, 'handed_in');
  assert.equal(line.complete, true);
  const opened = (await desk.get(`/staff/dossiers/${line.id}`)).json;
  assert.deepEqual(opened.form, JSON.parse(citizen.signed).form);
  assert.equal(opened.signature.alg, 'Ed25519');
  assert.equal(opened.signature.level, 1);
  assert.equal(opened.forwarding.state, 'delivered');
  assert.deepEqual(opened.findings, []);
  const file = await desk.get(`/staff/dossiers/${line.id}/files/${opened.files[0].index}`);
  assert.equal(file.status, 200, file.text.slice(0, 200));
  assert.ok(file.bytes.equals(content));
  assert.match(file.headers['content-disposition'], /^attachment/);
  assert.equal(file.headers['cache-control'], 'no-store');
  assert.equal(file.headers['content-type'], 'application/pdf');

  const marked = await desk.staff('POST', `/staff/dossiers/${line.id}/received`, { json: { version: opened.version }, once: true });
  assert.equal(marked.status, 200, marked.text);
  assert.equal(marked.json.state, 'received_by_clerk');
  const after = (await citizen.status()).json;
  assert.deepEqual(after.events.map((event) => event.state), ['handed_in', 'passed_on', 'received_by_clerk']);
  return { citizen, receipt, desk, line, content };
}

export async function slotAt(client, office, free = 1) {
  const slot = await findSlot(client, free, office);
  assert.equal(slot.office, office);
  return slot;
}

/** The line of a dossier in the clerk's list, on whatever page. */
export async function findLine(desk, code) {
  for (let page = 1, pages = 1; page <= pages; ++page) {
    const answer = await desk.get(`/staff/dossiers?page=${page}`);
    assert.equal(answer.status, 200, answer.text);
    pages = answer.json.pages;
    const line = answer.json.dossiers.find((one) => one.code === code);
    if (line) return line;
  }
  throw new Error(`${code} is not in the clerk's list`);
}
