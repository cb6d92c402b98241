// A screen reader without a voice (@guidepup/virtual-screen-reader) in the page itself: it goes
// through the page as a person does with the arrow keys, and writes down what it would say.
import { build } from 'esbuild';

const contents = "export { virtual } from '@guidepup/virtual-screen-reader';";
const end = 'end of document';

async function readerSource() {
  const stdin = { contents, resolveDir: import.meta.dirname };
  const built = await build({ stdin, bundle: true, write: false, format: 'iife', globalName: 'reader', logLevel: 'warning' });
  return `${built.outputFiles[0].text};globalThis.reader = reader.virtual;`;
}

let source;

/** From now on it is listening: to announcements, and to where the focus goes. */
export async function startReading(page) {
  source ??= await readerSource();
  await page.evaluate(source); // through DevTools: the page's own policy stays as it is
  await page.evaluate(async () => {
    for (const unseen of document.querySelectorAll('noscript')) unseen.remove(); // it does not know that these are not shown
    for (const box of document.querySelectorAll('input')) box.defaultChecked = box.checked; // it looks at attributes only
    await globalThis.reader.start({ container: document.body });
    await globalThis.reader.clearSpokenPhraseLog();
  });
}

/** Waits until it has said an announcement. */
export async function heardAnnouncement(page) {
  const log = await page.evaluateHandle(() => globalThis.reader.spokenPhraseLog());
  await page.waitForFunction((phrases) => phrases.some((phrase) => /^(polite|assertive): /.test(phrase)), log);
}

export const stopReading = (page) => page.evaluate(() => globalThis.reader.stop());

/** What it has said since, and takes it for heard. @returns {Promise<string[]>} */
export function heardSince(page) {
  return page.evaluate(async () => {
    const phrases = [...(await globalThis.reader.spokenPhraseLog())];
    await globalThis.reader.clearSpokenPhraseLog();
    return phrases;
  });
}

/** Everything from the top of the page to the live regions at its end; no announcements. @returns {Promise<string[]>} */
export async function readThrough(page) {
  await startReading(page);
  await page.evaluate(async (last) => {
    do await globalThis.reader.next();
    while ((await globalThis.reader.lastSpokenPhrase()) !== last);
  }, end);
  const phrases = await heardSince(page);
  await stopReading(page);
  return phrases.slice(0, phrases.lastIndexOf('status')).filter((phrase) => !/^(polite|assertive): /.test(phrase));
}
