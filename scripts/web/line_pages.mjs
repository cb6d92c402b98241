// The pages of the line on the day, plain HTML with a script of their own: the display in the hall, in Vietnamese, and
// a number in the line on a phone or at a kiosk, in every language; and the courier's round, in
// Vietnamese.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyle } from './build_sources.mjs';
import { escape, fill } from './fill.mjs';

/** What stands in web/line and web/style, and the file that nginx answers with. */
const PAGES = { hall: 'man-hinh.html', ticket: 'lay-so.html', courier: 'giao-nhan.html' };

/**
 * @param {import('./output.mjs').Output} output
 * @param {string} root
 * @param {Record<string, Record<string, string>>} languages  their texts
 * @param {{agency?: Record<string, string>, colour: string}} look
 */
export async function addLinePages(output, root, languages, { agency, colour }) {
  const texts = languages.vi;
  const own = { brand: escape(agency?.vi ?? texts['product.name']), 'header.colour': colour };
  const escaped = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, escape(text)]));
  for (const [name, file] of Object.entries(PAGES)) {
    output.add(`${name}.js`, 'js', await bundleScript(join(root, `web/line/${name}.js`), {}, '{}'));
    output.add(`${name}.css`, 'css', await bundleStyle(join(root, `web/style/${name}.css`), '', output.manifest));
    const page = translatable(readFileSync(join(root, `web/line/${name}.html`), 'utf8'));
    const spoken = { switch: languageSwitch(languages), texts: otherTexts(page, languages) };
    output.write(file, Buffer.from(fill(page, own, spoken, output.manifest, escaped)));
  }
}

/** Elements that hold one text say which, so that web/line/languages.js can put in another. */
const translatable = (page) => page.replace(/>\{\{(line\.[a-z_]+)\}\}</g, ' data-text="$1">{{$1}}<');

const languageSwitch = (languages) => {
  const buttons = Object.entries(languages).map(([lang, texts]) => `<button type="button" lang="${lang}" data-lang="${lang}">${escape(texts['lang.own_name'])}</button>`);
  return `<p id="languages">${buttons.join('')}</p>`;
};

/** What those elements say in the other languages. */
function otherTexts(page, { vi, ...others }) {
  const keys = [...new Set([...page.matchAll(/data-text="([^"]+)"/g)].map(([, key]) => key))];
  const texts = Object.fromEntries(Object.entries(others).map(([lang, all]) => [lang, Object.fromEntries(keys.map((key) => [key, all[key]]))]));
  return `<script type="application/json" id="texts">${JSON.stringify(texts).replaceAll('<', '\\u003c')}</script>`;
}
