// The pages of the line on the day, plain HTML in Vietnamese with a script of their own: the display in the hall, and
// a number in the line on a phone or at a kiosk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, bundleStyle } from './build_sources.mjs';
import { escape, fill } from './fill.mjs';

/** What stands in web/line and web/style, and the file that nginx answers with. */
const PAGES = { hall: 'man-hinh.html', ticket: 'lay-so.html' };

/**
 * @param {import('./output.mjs').Output} output
 * @param {string} root
 * @param {Record<string, string>} texts
 * @param {{agency?: Record<string, string>, colour: string}} look
 */
export async function addLinePages(output, root, texts, { agency, colour }) {
  const own = { brand: escape(agency?.vi ?? texts['product.name']), 'header.colour': colour };
  const escaped = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, escape(text)]));
  for (const [name, file] of Object.entries(PAGES)) {
    output.add(`${name}.js`, 'js', await bundleScript(join(root, `web/line/${name}.js`), {}, '{}'));
    output.add(`${name}.css`, 'css', await bundleStyle(join(root, `web/style/${name}.css`), '', output.manifest));
    output.write(file, Buffer.from(fill(readFileSync(join(root, `web/line/${name}.html`), 'utf8'), own, output.manifest, escaped)));
  }
}
