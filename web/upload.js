/** Sends one file by the upload protocol of docs/API.md: announce, then part after part. */
import { randomHex } from './hash.js';

const TRIES = 5;
const FIRST_PAUSE_MS = 400;
const ANSWER_WITHIN_MS = 30000;

/**
 * @param {import('./types.js').Effect} effect  Upload
 * @param {File} file
 * @param {string} lang
 * @param {(sent: number) => void} onProgress
 * @returns {Promise<{status: number, upload: string, body: string}>}
 */
export async function upload(effect, file, lang, onProgress) {
  const { dossier, sha256, size, media_type } = effect;
  const announced = await tryAgain('/api/v1/uploads', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Accept-Language': lang,
      'Idempotency-Key': `up-${randomHex(16)}`,
    },
    body: JSON.stringify({ dossier, sha256, size, media_type }),
  });
  if (announced.status !== 201) return { ...announced, upload: '' };
  const { upload: id, part_bytes: partBytes } = JSON.parse(announced.body);
  for (let part = 0, at = 0; at < size; part += 1, at += partBytes) {
    const answer = await tryAgain(`/api/v1/uploads/${id}/parts/${part}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': lang },
      body: await file.slice(at, at + partBytes).arrayBuffer(),
    });
    if (answer.status !== 204) return { ...answer, upload: '' };
    onProgress(Math.min(at + partBytes, size));
  }
  return { status: 201, upload: id, body: announced.body };
}

/** No answer, "too many" and faults of the other side are tried again, with growing pauses. */
async function tryAgain(path, request) {
  let last = { status: 0, body: '' };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    last = await once(path, request);
    if (last.status !== 0 && last.status !== 429 && last.status < 500) return last;
  }
  return last;
}

async function once(path, request) {
  try {
    const answer = await fetch(path, { ...request, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: '' };
  }
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));
