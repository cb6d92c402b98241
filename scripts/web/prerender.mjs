// The very first page, made by the application itself and the browser's own mirror.
import { parseHTML } from 'linkedom';
import { Mirror } from '../../web/mirror.js';
import { addShapes } from '../../web/shape.js';
import { laterShapes } from '../../web/shape_later.js';
import { withShellLinks } from '../../web/shell_links.js';
import { TextModule } from '../../web/module.js';

// Made here, a page may show what its script cannot show at once: it is left standing until the script can.
addShapes(laterShapes);

/** The module's answer to a message that comes now. */
export const tell = (app, message) => JSON.parse(app.call('mc_send', JSON.stringify({ now: Math.floor(Date.now() / 1000), ...message })));

/**
 * @param {string} html  with empty #header and #main
 * @param {Uint8Array} wasm  the application's module
 * @param {string} path  asked for
 * @param {(name: string) => string | undefined} readAsset
 * @param {object} site  what web/site.js says of it
 * @returns {Promise<string>}
 */
export async function renderFirstPage(html, wasm, path, readAsset, site) {
  const page = firstPage(await TextModule.from(await WebAssembly.compile(wasm)), path, readAsset, site);
  const { document } = parseHTML(html);
  new Mirror(document).update(withShellLinks(page, site.words.vi, site.languages, false));
  document.getElementById('main').removeAttribute('aria-busy'); // without scripts nothing goes on
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

/**
 * Sends Start and answers every asset until none is asked for; nothing else is answered. Null when the
 * page that was made at build time, of the edition `standing`, is left standing.
 */
export function firstPage(app, path, readAsset, { languages, agency }, standing = '') {
  const messages = [{ type: 'start', random: '0'.repeat(64), path, lang: 'vi', standing, languages, agency }];
  let page = null;
  while (messages.length > 0) {
    const answer = tell(app, messages.shift());
    if (answer.error) throw new Error(`${path}: ${answer.error}`);
    page = answer.page ?? page;
    for (const { type, name } of answer.effects) {
      if (type !== 'fetch_asset') continue;
      const text = readAsset(name);
      messages.push({ type: 'asset', name, text: text ?? '', ok: text !== undefined });
    }
  }
  return page;
}
