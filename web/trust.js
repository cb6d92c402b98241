/**
 * Whether a procedure's file is as the office signed it (docs/catalogue.md): Ed25519 over its very
 * bytes, by the browser, or by libsodium where the browser does not know Ed25519 or the page came
 * over plain HTTP.
 */

/** A file that must not be used. */
export class Untrusted extends Error {}

/** @param {string} text */
const bytesOf = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

/**
 * @param {Uint8Array} bytes
 * @param {string} signature  {"alg","key","value"}, the file's ".sig"
 * @param {{key: string, public: string}} trusted  the public key file
 * @param {() => Promise<import('./module.js').TextModule>} signing  loads the module that holds libsodium
 * @throws {Untrusted} when the bytes are not those that were signed with this key
 */
export async function assertTrusted(bytes, signature, trusted, signing) {
  const { alg, key, value } = parsed(signature);
  const named = alg === 'Ed25519' && key === trusted.key && /^[0-9a-f]{128}$/.test(value);
  if (!named || !(await verify(bytes, value, trusted.public, signing))) throw new Untrusted();
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

async function verify(bytes, value, publicKey, signing) {
  const key = await globalThis.crypto?.subtle
    ?.importKey('raw', bytesOf(publicKey), { name: 'Ed25519' }, false, ['verify'])
    .catch(() => undefined);
  if (key) return crypto.subtle.verify({ name: 'Ed25519' }, key, bytesOf(value), bytes);
  const head = new TextEncoder().encode(publicKey + value);
  const question = new Uint8Array(head.length + bytes.length);
  question.set(head);
  question.set(bytes, head.length);
  return (await signing()).call('ms_verify', question) === 'yes';
}
