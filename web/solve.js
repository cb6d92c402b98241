/** Requests that are work under load (docs/API.md, Work): a worker does it, and the request is sent again. */

/** @param {string} body of a refusal @returns {string | undefined} */
function puzzleIn(body) {
  try {
    return JSON.parse(body).findings.find(({ args }) => args.puzzle)?.args.puzzle;
  } catch {
    return undefined;
  }
}

/** @returns {Promise<string | null>} the header's value; null: no worker can be had */
function solve(puzzle, script) {
  return new Promise((done) => {
    const worker = new Worker(script, { type: 'module' });
    const end = (work) => {
      worker.terminate();
      done(work);
    };
    worker.onerror = () => end(null);
    worker.onmessage = ({ data }) => end(data);
    worker.postMessage(puzzle);
  });
}

/**
 * The answer to a request after its work, where the one it got asks for some; else that one.
 * @param {{status: number, body: string}} answer
 * @param {string} script  address of work.js
 * @param {(work: string) => Promise<{status: number, body: string}>} send
 */
export async function afterWork(answer, script, send) {
  const puzzle = puzzleIn(answer.body);
  const work = puzzle && (await solve(puzzle, script));
  return work ? send(work) : answer;
}
