/** SHA-256: by the browser, or by libsodium where the page came over plain HTTP. */

/** Set by effects.js: loads the signing module. */
let fallback = null;

/** @param {() => Promise<import('./module.js').TextModule>} load */
export function useFallback(load) {
  fallback = load;
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export async function sha256(bytes) {
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const text = (await fallback()).call('ms_sha256', bytes);
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
}

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {number} bytes */
export const randomHex = (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes)));
