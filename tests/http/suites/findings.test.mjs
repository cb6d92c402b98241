// What a refused dossier is told: each finding has a sentence in the language asked for.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Citizen, findSlot, sign, today } from '../support/citizen.mjs';
import { newKey } from '../support/http.mjs';
import { assertProblem } from '../support/problem.mjs';
import { Stack, root } from '../support/stack.mjs';

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const marriage = read('assets/procedures/1.000894.json');
const tooYoung = marriage.groups
  .flatMap(({ questions }) => questions)
  .find(({ id }) => id === 'nam_ngay_sinh')
  .checks.find(({ code }) => code === 'chua_du_tuoi').message;

test('a finding has the sentence of the procedure, where it has one of its own, in the language asked for', async (t) => {
  const stack = await Stack.start(t);
  const client = stack.client();
  const citizen = new Citizen(client);
  citizen.slot = await findSlot(client);
  citizen.booking = (await citizen.hold(citizen.slot)).json.booking;
  citizen.files = [];
  const form = { v: 1, procedure: marriage.code, edition: marriage.edition, today: today(), answers: { nam_ngay_sinh: '2015-01-01' }, documents: [] };
  const envelope = await sign(citizen.request({ form }));
  const sentences = async (headers) => {
    const answer = await client.request('POST', '/dossiers', { body: envelope, once: newKey(), headers });
    assertProblem(answer, 422, { code: 'invalid_input', finding: ['nam_ngay_sinh', 'chua_du_tuoi'] });
    const said = (field, code) => answer.json.findings.find((one) => one.field === field && one.code === code).message;
    return { own: said('nam_ngay_sinh', 'chua_du_tuoi'), common: said('nam_ho_ten', 'required') };
  };
  const texts = { vi: read('assets/lang/vi.json'), en: read('assets/lang/en.json') };
  for (const [headers, lang] of [[{}, 'vi'], [{ 'Accept-Language': 'vi' }, 'vi'], [{ 'Accept-Language': 'en-GB,en;q=0.8' }, 'en'], [{ 'Accept-Language': 'fr' }, 'vi']]) {
    assert.deepEqual(await sentences(headers), { own: tooYoung[lang], common: texts[lang]['finding.required'] });
  }
});
