// The work that an office asks of devices when it is asked for more than people do by hand (docs/API.md, Work).
import { createHash } from 'node:crypto';

const isAnswer = (text, bits) => {
  const digest = createHash('sha256').update(text).digest();
  return Math.clz32(digest.readUInt32BE(0)) >= bits;
};

export const bitsOf = (puzzle) => Number(puzzle.split('.')[2]);

/** An answer, or one that is wrong. */
export function solve(puzzle, right = true) {
  for (let number = 0; ; ++number) {
    if (isAnswer(`${puzzle}:${number}`, bitsOf(puzzle)) === right) return `${puzzle}:${number}`;
  }
}

/** The puzzle of a refusal. */
export const puzzleOf = (answer) => answer.json?.findings?.find(({ args }) => args.puzzle)?.args.puzzle;

/** Sends with `headers`; when it is work, again with the answer. */
export async function working(send) {
  const first = await send({});
  const puzzle = first.status === 429 && puzzleOf(first);
  return puzzle ? send({ 'X-Work': solve(puzzle) }) : first;
}
