// Following what changes on the server by long polling: docs/API.md, Live answers.

/** Longer than the server lets a request wait. */
const GIVE_UP_MS = 35_000;
/** Whoever is answered at once waits before asking again. */
const AT_ONCE_MS = 5_000;
const MOST_PAUSE_MS = 15_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks for ever. `take(json)` gets what is new; `broken(status)` is told of each answer that did not come (0)
 * or that was refused, and asking goes on unless it gives false.
 * @param {string} path
 * @param {{headers?: Record<string, string>, take: (json: any) => void, whole?: () => void, broken: (status: number) => unknown}} how
 *   `whole()` is told of every good answer, new or not
 * @param {typeof fetch} [send]
 * @param {(ms: number) => Promise<void>} [rest]
 */
export async function follow(path, { headers = {}, take, whole = () => {}, broken }, send = fetch, rest = pause) {
  let etag = '';
  let failures = 0;
  for (;;) {
    const began = performance.now();
    const answer = await ask(send, path, etag ? { ...headers, 'If-None-Match': etag, Prefer: 'wait=25' } : headers);
    if (answer.status === 200 || answer.status === 304) {
      failures = 0;
      whole();
      if (answer.status === 200) {
        const asked = etag !== '';
        etag = answer.etag;
        take(answer.json);
        if (asked) continue;
      }
      if (answer.status === 304 && performance.now() - began < AT_ONCE_MS) await rest(AT_ONCE_MS);
    } else {
      if (broken(answer.status) === false) return;
      await rest(Math.min(MOST_PAUSE_MS, 1000 * 2 ** failures++));
    }
  }
}

async function ask(send, path, headers) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP_MS);
  try {
    const response = await send(path, { headers, cache: 'no-store', signal: stop.signal });
    const json = response.status === 200 ? await response.json() : null;
    return { status: response.status, etag: response.headers.get('ETag') ?? '', json };
  } catch {
    return { status: 0, etag: '', json: null };
  } finally {
    clearTimeout(timer);
  }
}
