// Procedures are used only as they were signed: by the browser's own Ed25519 and by libsodium.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TextModule } from '../../web/module.js';
import { Untrusted, assertTrusted } from '../../web/trust.js';
import { atPage, openPage } from './support/browser.mjs';
import { site } from './support/gallery.mjs';
import { browser, stack, useStack } from './support/setup.mjs';
import { say } from './support/texts.mjs';

useStack();

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url');
  const trusted = { key: createHash('sha256').update(bytes).digest('hex').slice(0, 16), public: bytes.toString('hex') };
  const signature = (text) => JSON.stringify({ alg: 'Ed25519', key: trusted.key, value: sign(null, Buffer.from(text), privateKey).toString('hex') });
  return { trusted, signature };
}

const manifest = JSON.parse(readFileSync(join(site, 'assets/manifest.json'), 'utf8'));
const signing = async () => TextModule.from(await WebAssembly.compile(readFileSync(join(site, manifest['signing.wasm']))));
const noModule = () => assert.fail('libsodium was not needed');

/** As in a browser that does not know Ed25519. */
async function withoutEd25519(work) {
  const { importKey } = crypto.subtle;
  crypto.subtle.importKey = async () => {
    throw new DOMException('Ed25519', 'NotSupportedError');
  };
  try {
    await work();
  } finally {
    crypto.subtle.importKey = importKey;
  }
}

async function holdsForTheVeryBytes(load) {
  const own = newKey();
  const other = newKey();
  const text = '{"tên":"thủ tục"}';
  const bytes = new TextEncoder().encode(text);
  await assertTrusted(bytes, own.signature(text), own.trusted, load);
  const refused = [
    [new TextEncoder().encode(`${text} `), own.signature(text)],
    [bytes, other.signature(text)],
    [bytes, JSON.stringify({ ...JSON.parse(other.signature(text)), key: own.trusted.key })],
    [bytes, own.signature(text).replace('Ed25519', 'none')],
    [bytes, ''],
    [bytes, 'null'],
  ];
  for (const [given, signature] of refused) {
    await assert.rejects(assertTrusted(given, signature, own.trusted, load), Untrusted, signature);
  }
}

test('a signature holds for the very bytes and the very key, by WebCrypto', () => holdsForTheVeryBytes(noModule));
test('the same by libsodium, where the browser does not know Ed25519', () => withoutEd25519(() => holdsForTheVeryBytes(signing)));

test('a procedure that was changed on the way is not used, and the page says so', async () => {
  const page = await openPage(browser);
  let changed = true;
  await page.route(/\/assets\/procedures-1\.004873[^/]*\.json$/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({ response: answer, body: changed ? body.replace('Bạn', 'Ban') : body });
  });
  const press = (id) => page.locator(`[data-node="${id}"]`).first().dispatchEvent('click');
  await page.goto(stack.url);
  await atPage(page, 'start');
  await press('procedure.1.004873');
  await page.getByText(say('load.untrusted'), { exact: true }).first().waitFor();
  changed = false;
  await press('retry.procedure');
  await page.getByText(say('procedure.result'), { exact: true }).first().waitFor({ state: 'attached' });
  assert.equal(await page.getByText(say('load.untrusted'), { exact: true }).count(), 0);
  await page.context().close();
});
