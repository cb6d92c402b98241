// Called by scripts/web/bundle.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { bundleScript, bundleStyle, loadLanguages, minifyScript, shellWords } from './build_sources.mjs';
import { fill } from './fill.mjs';
import { textsUsed } from './first_texts.mjs';
import { visitsTo } from './first_use.mjs';
import { addLinePages } from './line_pages.mjs';
import { addOfficePages } from './offices_page.mjs';
import { Output } from './output.mjs';
import { renderFirstPage } from './prerender.mjs';
import { split } from './split.mjs';
import { headerColour, themeCss } from './theme_css.mjs';
import { isDrawable, lettersOf } from './typeface.mjs';
import { addNotFoundPage, noScriptHtml } from './without_script.mjs';

const root = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    wasm: { type: 'string', default: join(root, 'build/web/web') },
    catalogue: { type: 'string', default: join(root, 'build/catalogue') },
    'catalogue-key': { type: 'string', default: join(root, 'build/catalogue.pub') },
    calendar: { type: 'string', default: join(root, 'build/calendar.json') },
    fonts: { type: 'string', default: join(root, 'build/fonts') },
    lang: { type: 'string', default: join(root, 'assets/lang') },
    agency: { type: 'string' },
    out: { type: 'string', default: join(root, 'build/web-bundle') },
    quiet: { type: 'boolean', default: false },
  },
});

/**
 * Every page that is a file of its own, and the module that makes it. `core` and `procedure` are the
 * same application, cut in two where these pages need it (split.mjs).
 */
const PAGES = [
  { file: 'index.html', path: '/', module: 'core' },
  { file: 'tra-cuu.html', path: '/tra-cuu', module: 'core' },
  { file: 'ban-tiep-nhan.html', path: '/ban-tiep-nhan', module: 'desk' },
];
const MODULE_FILES = { core: 'core.wasm', procedure: 'core.wasm', desk: 'desk.wasm' };
const procedurePage = (code) => ({ file: `thu-tuc/${code}.html`, path: `/thu-tuc/${code}`, module: 'procedure' });

const source = (path) => readFileSync(join(root, path));
const compact = (bytes) => Buffer.from(JSON.stringify(JSON.parse(bytes)));

function needed(folder, names, remedy) {
  for (const name of names) {
    if (!existsSync(join(folder, name))) {
      console.error(`bundle: ${join(folder, name)} is missing: ${remedy}`);
      process.exit(1);
    }
  }
}

/** @returns {string[]} codes of the procedures */
function addData(output, languages) {
  for (const [lang, texts] of Object.entries(languages)) {
    const without = (...spaces) => {
      const needed = Object.entries(texts).filter(([key]) => !spaces.includes(key.split('.')[0]));
      return Buffer.from(JSON.stringify(Object.fromEntries(needed)));
    };
    // What only plain pages say is in these already, and what the shell says in its script.
    output.add(`desk/lang/${lang}`, 'json', without('plain', 'web', 'hall', 'line', 'courier', 'pickup'));
    output.add(`lang/${lang}`, 'json', without('plain', 'web', 'hall', 'line', 'courier', 'desk', 'statistics', 'calendar_file'));
  }
  const codes = addProcedures(output);
  output.add('calendar', 'json', compact(readFileSync(options.calendar)));
  output.add('places', 'json', compact(source('assets/places/units.json')));
  output.add('places/old', 'json', compact(source('assets/places/old_units.json')));
  return codes;
}

/** Every edition, byte for byte as it was signed; which of them is in force is for the reader to say. */
function addProcedures(output) {
  const published = (name) => readFileSync(join(options.catalogue, name));
  const add = (name, file) => {
    output.add(`procedures/${name}`, 'json', published(file));
    output.add(`procedures/${name}.sig`, 'sig', published(`${file}.sig`));
  };
  add('index', 'index.json');
  const { procedures } = JSON.parse(published('index.json'));
  for (const { code, editions } of procedures) {
    for (const { edition, file } of editions) add(`${code}@${edition}`, file);
  }
  return procedures.map(({ code }) => code);
}

async function addFontsAndModules(output, pages, site) {
  for (const weight of ['regular', 'semibold']) {
    output.add(`fonts/${weight}.ttf`, 'ttf', readFileSync(join(options.fonts, `be-vietnam-pro-${weight}.ttf`)));
  }
  for (const name of ['core', 'desk', 'signing', 'painter']) {
    const bytes = readFileSync(join(options.wasm, `${name}.wasm`));
    if (name !== 'painter') checkImports(name, bytes);
    if (name !== 'core') output.add(`${name}.wasm`, 'wasm', bytes);
    else for (const cut of ['core', 'procedure']) await addInTwoParts(output, cut, bytes, pages, site);
  }
}

async function addInTwoParts(output, name, bytes, pages, site) {
  const paths = pages.filter(({ module }) => module === name).map(({ path }) => path);
  const whole = await WebAssembly.compile(bytes);
  const visits = await visitsTo(whole, paths, (asset) => output.content(asset)?.toString(), site);
  const used = await textsUsed(whole, visits, site, JSON.parse(output.content('lang/vi')));
  for (const { code } of site.languages) {
    const texts = Object.entries(JSON.parse(output.content(`lang/${code}`))).filter(([key]) => used.has(key));
    output.add(`${name}-first/lang/${code}`, 'json', Buffer.from(JSON.stringify(Object.fromEntries(texts))));
  }
  const { first, rest } = await split(bytes, visits, output.content(`${name}-first/lang/vi`).toString(), site);
  output.add(`${name}.wasm`, 'wasm', first);
  output.add(`${name}-rest.wasm`, 'wasm', rest);
}

/** What web/module.js gives; an import that it does not know would only fail when called. */
function checkImports(name, bytes) {
  const known = /^(motcua\.random_bytes|env\.emscripten_notify_memory_growth|wasi_snapshot_preview1\..*)$/;
  for (const { module: space, name: asked } of WebAssembly.Module.imports(new WebAssembly.Module(bytes))) {
    if (!known.test(`${space}.${asked}`)) throw new Error(`${name}.wasm imports ${space}.${asked}, which web/module.js does not give`);
  }
}

/** What web/site.js holds, and the kiosk fetches: languages, the agency's name and colours, first words. */
function siteOf(languages) {
  const letters = lettersOf(readFileSync(join(options.fonts, 'be-vietnam-pro-regular.ttf')));
  const each = Object.entries(languages);
  return {
    languages: each.map(([code, texts]) => ({
      code,
      name: texts['lang.own_name'],
      ...(isDrawable(texts, letters) ? {} : { latin: texts['lang.latin_name'] }),
    })),
    words: Object.fromEntries(each.map(([code, texts]) => [code, shellWords(texts)])),
    ...(options.agency && JSON.parse(readFileSync(options.agency, 'utf8'))),
  };
}

async function main() {
  needed(options.wasm, ['core.wasm', 'desk.wasm', 'signing.wasm', 'painter.wasm', 'painter.js'], 'build the "web" preset');
  needed(options.fonts, ['be-vietnam-pro-regular.ttf', 'be-vietnam-pro-semibold.ttf'], 'run scripts/fonts');
  needed(options.catalogue, ['index.json', 'index.json.sig'], 'run scripts/build-web');
  const languages = loadLanguages(options.lang);
  const site = siteOf(languages);
  const output = new Output(`${options.out}.new`);
  const pages = [...PAGES, ...addData(output, languages).map(procedurePage)];
  await addFontsAndModules(output, pages, site);
  const { words, ...rest } = site;
  output.add('site', 'json', Buffer.from(JSON.stringify(rest)));
  output.add('painter.js', 'js', await minifyScript(readFileSync(join(options.wasm, 'painter.js'), 'utf8')));
  output.add('later.js', 'js', await bundleScript(join(root, 'web/later.js'), site, '{}'));
  output.add('boot.js', 'js', await bundleScript(join(root, 'web/boot.js'), site, readFileSync(options['catalogue-key'], 'utf8')));
  output.add('page.css', 'css', await bundleStyle(join(root, 'web/style/page.css'), themeCss(root, site), output.manifest));
  for (const name of ['later', 'print', 'no_script']) {
    output.add(`${name}.css`, 'css', await bundleStyle(join(root, `web/style/${name}.css`), '', output.manifest));
  }
  output.add('early.js', 'js', await minifyScript(source('web/early.js').toString()));
  output.add('old.js', 'js', Buffer.from(fill(source('web/old.js').toString(), site.words.vi, {})));
  output.add('work.js', 'js', await minifyScript(source('web/work.js').toString()));
  output.add('icon.svg', 'svg', source('web/icon.svg'));
  for (const page of pages) await addPage(output, page, site, languages);
  const look = { agency: site.agency, colour: headerColour(root, site) };
  addOfficePages(output, root, languages, look);
  addNotFoundPage(output, root, languages, look);
  await addLinePages(output, root, languages, look);
  output.write('assets/manifest.json', Buffer.from(JSON.stringify(output.manifest)));
  rmSync(options.out, { recursive: true, force: true });
  mkdirSync(resolve(options.out, '..'), { recursive: true });
  renameSync(output.folder, options.out);
  if (!options.quiet) output.report();
}

async function addPage(output, page, site, languages) {
  const icon = `data:image/svg+xml,${source('web/icon.svg').toString().trim().replaceAll('"', "'").replaceAll('#', '%23')}`;
  const own = { icon, 'header.colour': headerColour(root, site), module: page.module, 'module.wasm': output.manifest[`${page.module}.wasm`], no_script: noScriptHtml(languages, page.module) };
  const html = fill(source('web/index.html').toString(), own, output.manifest, site.words.vi);
  const asked = new Set();
  const readAsset = (name) => {
    // Which day a result may be expected depends on when the page is read, not on when it was made.
    if (name === 'calendar') return undefined;
    const there = (each) => each in output.manifest;
    const own = [`${page.module}/${name}`, name].find(there);
    // A procedure's page stands without the index (Start::standing).
    if (page.module === 'procedure' && name === 'procedures/index') return output.content(name).toString();
    asked.add([`${page.module}-first/${name}`].find(there) ?? own);
    if (there(`${name}.sig`)) asked.add(`${name}.sig`);
    return output.content(own)?.toString();
  };
  const rendered = await renderFirstPage(html, readFileSync(join(options.wasm, MODULE_FILES[page.module])), page.path, readAsset, site);
  // All at once, not one after another as they come to be asked for; what is small in the page itself.
  const links = [...asked].map((name) => {
    const path = output.manifest[name];
    if (!name.endsWith('.sig') && !name.includes('-first/')) return `<link rel="preload" href="${path}" as="fetch" crossorigin>\n`;
    return `<script type="application/json" data-asset="${path}">${output.content(name)}</script>\n`;
  });
  const manifest = page.module === 'procedure' ? namedHtml(output, page.module, asked) : MANIFEST_LINK;
  output.write(page.file, Buffer.from(rendered.replace('</head>', () => `${manifest}${links.join('')}</head>`)));
}

const MANIFEST_LINK = '<link rel="preload" href="/assets/manifest.json" as="fetch" crossorigin>\n';

/** What a page that stands says of the manifest (web/assets.js): its own data, and its application's rest. */
function namedHtml(output, module, data) {
  const names = [...data, `${module}.wasm`, `${module}-rest.wasm`, 'later.js', 'later.css', 'lang/vi'];
  const named = Object.fromEntries(names.map((name) => [name, output.manifest[name]]));
  return `<script type="application/json" id="named">${JSON.stringify(named)}</script>\n`;
}

await main();
