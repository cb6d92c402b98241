// Editions: which of them a dossier may be handed in under, and that nobody changes one unseen.
import { before, after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Citizen, procedure, sign } from '../support/citizen.mjs';
import { Stack, programs, root } from '../support/stack.mjs';

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
