// Editions: which of them a dossier may be handed in under, and that nobody changes one unseen.
import { before, after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey } from '../support/http.mjs';
import { Citizen, pdf, procedure, sign } from '../support/citizen.mjs';
import { Stack, clerks, programs, root, trialProcedure } from '../support/stack.mjs';

const folder = mkdtempSync(join(tmpdir(), 'motcua-catalogue-'));
const key = join(folder, 'office.key');
const published = join(folder, 'published');
const motcua = (...args) => execFileSync(programs.motcua, args, { encoding: 'utf8' });
const ended = '2026-01-01';
const cleanup = [() => rmSync(folder, { recursive: true, force: true })];

/** The procedure as it is, and an edition of it whose days are over. */
before(() => {
  const from = join(root, 'assets/procedures');
  const to = join(folder, 'procedures');
  mkdirSync(join(to, 'history'), { recursive: true });
  for (const name of ['lists.json', `${procedure}.json`]) copyFileSync(join(from, name), join(to, name));
  const lists = JSON.parse(readFileSync(join(from, 'lists.json'), 'utf8')).lists;
  const file = JSON.parse(readFileSync(join(from, `${procedure}.json`), 'utf8'));
  const old = { ...file, edition: ended, in_force: { from: ended, until: '2026-06-30' }, lists: { ...lists, ...file.lists } };
  writeFileSync(join(to, 'history', `${procedure}@${ended}.json`), JSON.stringify(old));
  motcua('catalogue', 'key', '--demonstration', key);
  motcua('catalogue', 'publish', '--key', key, '--out', published, join(to, `${procedure}.json`));
});
after(async () => {
  for (const end of cleanup.reverse()) await end();
});

const args = ['--catalogue', published, '--catalogue-key', `${key}.pub`];

test('a dossier is judged by the edition it was begun under', async () => {
  const stack = await Stack.start({ after: (end) => cleanup.push(end) }, { backendArgs: args });
  const client = stack.client();
  const findingOf = async (edition) => {
    const citizen = await new Citizen(client).prepare();
    const request = citizen.request();
    const answer = await citizen.handIn(await sign({ ...request, form: { ...request.form, edition } }));
    return answer.status === 201 ? 'accepted' : answer.json.findings?.[0]?.code ?? answer.text;
  };
  assert.equal(await findingOf(ended), 'edition_ended');
  assert.equal(await findingOf('2020-01-01'), 'edition_unknown');
  const file = JSON.parse(readFileSync(join(root, `assets/procedures/${procedure}.json`), 'utf8'));
  assert.equal(await findingOf(file.edition), 'accepted');
});

test('a dossier refused for its edition is carried over, handed in under the next and shown so to the clerk', async () => {
  const day = (offset) => new Date(Date.now() + offset * 24 * 3600e3 + 7 * 3600e3).toISOString().slice(0, 10);
  const first = { ...trialProcedure('9.000002@2026-01-01'), in_force: { from: '2026-01-01', until: day(-2) } };
  const second = { ...trialProcedure('9.000002@2026-11-24'), in_force: { from: day(-1) } };
  const stack = await Stack.start({ after: (end) => cleanup.push(end) }, { trials: [first, second] });
  const citizen = await new Citizen(stack.client(), { provision: 'at_counter' }).prepare();
  const picture = await citizen.upload(pdf(), { document: 'anh', name: 'ảnh.pdf' });
  const handIn = async ({ edition }, answers, file) => {
    const { form } = citizen.request();
    const documents = [{ id: 'don', provision: 'at_counter', files: [] }];
    const signed = await sign(citizen.request({ files: [file], form: { ...form, procedure: first.code, edition, answers, documents } }));
    return citizen.handIn(signed, newKey());
  };
  const answers = { ho_ten: 'LÊ THỊ VÍ DỤ', so_giay: 'AB 123', muc_dich: 'hoc', anh: picture.sha256, dong_y: 'yes' };
  const refused = await handIn(first, answers, picture);
  assert.equal(refused.status, 422, refused.text);
  assert.deepEqual(refused.json.findings.map(({ field, code }) => [field, code]), [['edition', 'edition_ended']]);

  const [file, draft] = ['second.json', 'draft.json'].map((name) => join(folder, name));
  writeFileSync(file, JSON.stringify(second));
  writeFileSync(draft, JSON.stringify({ edition: first.edition, answers }));
  const carried = JSON.parse(motcua('catalogue', 'migrate', '--json', file, draft)).answers;
  assert.deepEqual(carried, { ho_ten: 'LÊ THỊ VÍ DỤ', so_giay_to: 'AB 123', muc_dich: 'hoc_tap', anh_giay: picture.sha256, dong_y: 'yes' });
  const moved = { ...picture, document: 'anh_giay' };
  const incomplete = await handIn(second, carried, moved);
  assert.deepEqual(incomplete.json.findings.map(({ field, code }) => [field, code]), [['ngay_cap', 'required'], ['dien_thoai', 'required']]);
  const accepted = await handIn(second, { ...carried, ngay_cap: '2020-02-01', dien_thoai: '0901234567' }, moved);
  assert.equal(accepted.status, 201, accepted.text);

  const clerk = await stack.clerk(citizen.slot.office === stack.offices[0] ? clerks.first : clerks.other);
  const [line] = (await clerk.get('/staff/dossiers?state=handed_in')).json.dossiers;
  const shown = (await clerk.get(`/staff/dossiers/${line.id}`)).json;
  assert.equal(shown.form.edition, second.edition);
  assert.deepEqual(shown.findings, []);
});

/** What the backend says when it does not start. */
function refusal(extra, demo = ['--demo']) {
  const done = spawnSync(programs.backend, ['--listen', '127.0.0.1:0', '--data', join(folder, 'data'), '--assets', join(root, 'assets'),
    '--receiver', 'http://127.0.0.1:9/', ...demo, ...extra], { encoding: 'utf8', timeout: 20_000 });
  assert.equal(done.status, 1, done.stderr + done.stdout);
  return done.stderr;
}

test('a demonstration key opens nothing but a demonstration', () => {
  assert.match(refusal(args, []), /demonstration key/);
});

test('a changed file and a strange key keep the backend from starting', () => {
  const strange = join(folder, 'strange.key');
  motcua('catalogue', 'key', strange);
  assert.match(refusal(['--catalogue', published, '--catalogue-key', `${strange}.pub`]), /publication\.other_key/);
  appendFileSync(join(published, `${procedure}@${ended}.json`), ' ');
  assert.match(refusal(args), /publication\.changed/);
});
