/**
 * A worker: finds a number that makes the SHA-256 (FIPS 180-4) of "PUZZLE:NUMBER" begin with so many zero bits
 * (docs/API.md, Work). By hand, because crypto.subtle hands every single hash to another thread and back.
 */
const BLOCK = 64;
const LENGTH_BYTES = 8;
const DIGITS = 8;
const ZERO = 48;
const NINE = 57;

// The first 32 bits of the fractional parts of the square and cube roots of the first primes.
const primes = [];
for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const START = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const ROUND = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

const words = new Int32Array(64);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

/** Adds one block of `bytes` to `state`. */
function compress(state, bytes, at) {
  for (let i = 0; i < 16; i += 1) {
    const from = at + 4 * i;
    words[i] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3];
  }
  for (let i = 16; i < 64; i += 1) {
    const far = words[i - 15];
    const near = words[i - 2];
    words[i] = words[i - 16] + (turn(far, 7) ^ turn(far, 18) ^ (far >>> 3)) + words[i - 7] + (turn(near, 17) ^ turn(near, 19) ^ (near >>> 10));
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** The text's last block or blocks, with `digits` zeros at its end and the padding. */
function lastBlocks(rest, digits, length) {
  const blocks = new Uint8Array(Math.ceil((rest.length + digits + 1 + LENGTH_BYTES) / BLOCK) * BLOCK);
  blocks.set(rest);
  blocks.fill(ZERO, rest.length, rest.length + digits);
  blocks[rest.length + digits] = 0x80;
  new DataView(blocks.buffer).setUint32(blocks.length - 4, 8 * (length + digits));
  return blocks;
}

/** The next number, in decimal digits that end before `end`. */
function countUp(blocks, end) {
  let at = end - 1;
  for (; blocks[at] === NINE; at -= 1) blocks[at] = ZERO;
  blocks[at] += 1;
}

/** @param {string} puzzle @returns {string} "PUZZLE:NUMBER" */
export function solve(puzzle) {
  const bits = Number(puzzle.split('.')[2]);
  const head = new TextEncoder().encode(`${puzzle}:`);
  const whole = Math.floor(head.length / BLOCK) * BLOCK;
  const before = START.slice();
  for (let at = 0; at < whole; at += BLOCK) compress(before, head, at);
  const rest = head.subarray(whole);
  const blocks = lastBlocks(rest, DIGITS, head.length);
  const state = new Int32Array(8);
  for (let number = 0; ; number += 1) {
    state.set(before);
    for (let at = 0; at < blocks.length; at += BLOCK) compress(state, blocks, at);
    if (Math.clz32(state[0]) >= bits) return `${puzzle}:${String(number).padStart(DIGITS, '0')}`;
    countUp(blocks, rest.length + DIGITS);
  }
}

if (typeof document === 'undefined') {
  globalThis.onmessage = ({ data }) => postMessage(solve(data));
}
