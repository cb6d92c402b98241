// Which letters the typeface has: a language that needs others is shown as text only.

/** The characters of a TrueType font (its cmap, format 4: the Basic Multilingual Plane). @param {Buffer} ttf */
export function lettersOf(ttf) {
  const cmap = tableAt(ttf, 'cmap');
  const tables = Array.from({ length: ttf.readUInt16BE(cmap + 2) }, (_, i) => cmap + ttf.readUInt32BE(cmap + 8 + 8 * i));
  const at = tables.find((table) => ttf.readUInt16BE(table) === 4);
  if (at === undefined) throw new Error('typeface: no character map of format 4');
  const size = ttf.readUInt16BE(at + 6); // of each of its columns, in bytes
  const letters = new Set();
  for (let i = 0; i < size; i += 2) {
    const last = ttf.readUInt16BE(at + 14 + i);
    for (let code = ttf.readUInt16BE(at + 16 + size + i); code <= last && code < 0xffff; code += 1) letters.add(code);
  }
  return letters;
}

function tableAt(ttf, tag) {
  for (let at = 12; at < 12 + 16 * ttf.readUInt16BE(4); at += 16) {
    if (ttf.toString('latin1', at, at + 4) === tag) return ttf.readUInt32BE(at + 8);
  }
  throw new Error(`typeface: no table ${tag}`);
}

/** Whether all that the drawn pages say in this language can be drawn. @param {Record<string, string>} texts @param {Set<number>} letters */
export const isDrawable = (texts, letters) =>
  Object.entries(texts).every(([key, text]) => key.startsWith('plain.') || Array.from(text).every((letter) => letters.has(letter.codePointAt(0))));
