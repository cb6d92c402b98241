// Looking for personal data where none may be.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** Other spellings under which a text could leak: decomposed, upper and lower case, UTF-16, base64, hex, escaped. */
function spellings(text) {
  const forms = new Set();
  for (const base of [text, text.normalize('NFD'), text.toLowerCase(), text.toUpperCase()]) {
    forms.add(Buffer.from(base, 'utf8'));
    forms.add(Buffer.from(base, 'utf16le'));
    forms.add(Buffer.from(Buffer.from(base).toString('hex')));
    forms.add(Buffer.from(encodeURIComponent(base)));
    forms.add(Buffer.from(JSON.stringify(base).slice(1, -1).replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))));
  }
  // Base64 depends on where the text starts in its group of three bytes.
  for (let shift = 0; shift < 3; ++shift) {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    const from = shift === 0 ? 0 : 4;
    forms.add(Buffer.from(encoded.slice(from, encoded.length - 4)));
  }
  return [...forms].filter((form) => form.length >= 8);
}

/** The files under `folder` that hold one of the texts, as "path: text". */
export function canaryFiles(folder, texts) {
  const needles = texts.map((text) => [text, spellings(text)]);
  const found = [];
  for (const path of filesUnder(folder)) {
    let bytes;
    try {
      bytes = readFileSync(path);
    } catch {
      continue; // It went away: a temporary file of a program that runs.
    }
    for (const [text, forms] of needles) {
      if (forms.some((form) => bytes.includes(form))) found.push(`${path}: ${text}`);
    }
  }
  return found;
}

/** Files under `folder` that others than their owner can read. */
export function readableByOthers(folder) {
  return [...filesUnder(folder)].filter((path) => (statSync(path).mode & 0o077) !== 0);
}
