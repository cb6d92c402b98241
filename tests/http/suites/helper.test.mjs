// Somebody fills in for another person: the dossier says who, up to the clerk and the receiver.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Citizen, sign } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { findLine, slotAt } from '../support/journey.mjs';
import { assertProblem } from '../support/problem.mjs';
import { until } from '../support/process.mjs';
import { Stack } from '../support/stack.mjs';

const helper = { name: 'LÊ THỊ GIÚP', phone: '0912345678', relation: 'digital_group', v: 1 };

test('who helped is taken in with the dossier, shown to the clerk and passed on', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const citizen = await new Citizen(client).prepare(await slotAt(client, stack.offices[0]));
  const withHelper = (changes) => ({ form: { ...citizen.request().form, helper: { ...helper, ...changes } } });
  const handIn = async (changes) => client.request('POST', '/dossiers', { body: await sign(citizen.request(withHelper(changes))), once: newKey() });

  for (const [changes, field, code] of [
    [{ name: 'GIÚP' }, 'helper.name', 'name_words'],
    [{ name: 'Lê Thị Giúp' }, 'helper.name', 'not_normalised'],
    [{ relation: 'boss' }, 'helper.relation', 'option'],
    [{ phone: '12' }, 'helper.phone', 'phone'],
  ]) {
    assertProblem(await handIn(changes), 422, { code: 'invalid_input', finding: [field, code] });
  }
  // What has another shape, and so cannot be signed by the client's own code, is put in afterwards.
  const envelope = JSON.parse(await sign(citizen.request(withHelper({}))));
  envelope.form.helper.surplus = 1;
  const broken = await client.request('POST', '/dossiers', { body: JSON.stringify(envelope), once: newKey() });
  assert.equal(broken.status, 422, broken.text);

  const answer = await handIn({});
  assert.equal(answer.status, 201, answer.text);
  const desk = await stack.clerk();
  const line = await findLine(desk, answer.json.code);
  const opened = (await desk.get(`/staff/dossiers/${line.id}`)).json;
  assert.deepEqual(opened.form.helper, helper);
  assert.equal(line.applicant, citizen.answers.nyc_ho_ten);
  const delivered = await until('the receiver to have it', async () => (await stack.received()).find((entry) => entry.code === answer.json.code));
  assert.deepEqual((await stack.receivedContents(delivered.receipt)).envelope.form.helper, helper);
});
