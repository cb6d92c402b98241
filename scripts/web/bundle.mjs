// Called by scripts/web/bundle.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { bundleScript, bundleStyle, loadWords, minifyScript } from './build_sources.mjs';
import { Output } from './output.mjs';
import { renderFirstPage } from './prerender.mjs';
import { split } from './split.mjs';
import { themeCss } from './theme_css.mjs';

const root = resolve(import.meta.dirname, '../..');
const { values: options } = parseArgs({
  options: {
    wasm: { type: 'string', default: join(root, 'build/web/web') },
    catalogue: { type: 'string', default: join(root, 'build/catalogue') },
    'catalogue-key': { type: 'string', default: join(root, 'build/catalogue.pub') },
    calendar: { type: 'string', default: join(root, 'build/calendar.json') },
    fonts: { type: 'string', default: join(root, 'build/fonts') },
    out: { type: 'string', default: join(root, 'build/web-bundle') },
    quiet: { type: 'boolean', default: false },
  },
});

/** Every page that is a file of its own, and the application that makes it. */
const PAGES = [
  { file: 'index.html', path: '/', module: 'core' },
  { file: 'tra-cuu.html', path: '/tra-cuu', module: 'core' },
  { file: 'ban-tiep-nhan.html', path: '/ban-tiep-nhan', module: 'desk' },
];
/** What the first page waits for besides its module: fetched at once, not one after another. */
const FIRST_ASSETS = { core: ['lang/vi', 'procedures/index', 'procedures/index.sig'], desk: ['lang/vi'] };

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

function addData(output) {
  for (const lang of ['vi', 'en']) output.add(`lang/${lang}`, 'json', compact(source(`assets/lang/${lang}.json`)));
  addProcedures(output);
  output.add('calendar', 'json', compact(readFileSync(options.calendar)));
  output.add('places', 'json', compact(source('assets/places/units.json')));
  output.add('places/old', 'json', compact(source('assets/places/old_units.json')));
}

/** Every edition, byte for byte as it was signed; which of them is in force is for the reader to say. */
function addProcedures(output) {
  const published = (name) => readFileSync(join(options.catalogue, name));
  const add = (name, file) => {
    output.add(`procedures/${name}`, 'json', published(file));
    output.add(`procedures/${name}.sig`, 'sig', published(`${file}.sig`));
  };
  add('index', 'index.json');
  for (const { code, editions } of JSON.parse(published('index.json')).procedures) {
    for (const { edition, file } of editions) add(`${code}@${edition}`, file);
  }
}

async function addFontsAndModules(output) {
  for (const weight of ['regular', 'semibold']) {
    output.add(`fonts/${weight}.ttf`, 'ttf', readFileSync(join(options.fonts, `be-vietnam-pro-${weight}.ttf`)));
  }
  for (const name of ['core', 'desk', 'signing', 'painter']) {
    const bytes = readFileSync(join(options.wasm, `${name}.wasm`));
    if (name !== 'painter') checkImports(name, bytes);
    if (name !== 'core') output.add(`${name}.wasm`, 'wasm', bytes);
    else await addInTwoParts(output, name, bytes);
  }
}

async function addInTwoParts(output, name, bytes) {
  const paths = PAGES.filter(({ module }) => module === name).map(({ path }) => path);
  const { first, rest } = await split(bytes, paths, (asset) => output.content(asset)?.toString());
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

async function main() {
  needed(options.wasm, ['core.wasm', 'desk.wasm', 'signing.wasm', 'painter.wasm', 'painter.js'], 'build the "web" preset');
  needed(options.fonts, ['be-vietnam-pro-regular.ttf', 'be-vietnam-pro-semibold.ttf'], 'run scripts/fonts');
  needed(options.catalogue, ['index.json', 'index.json.sig'], 'run scripts/build-web');
  const words = loadWords(root);
  const output = new Output(`${options.out}.new`);
  addData(output);
  await addFontsAndModules(output);
  output.add('painter.js', 'js', await minifyScript(readFileSync(join(options.wasm, 'painter.js'), 'utf8')));
  output.add('boot.js', 'js', await bundleScript(join(root, 'web/boot.js'), words, readFileSync(options['catalogue-key'], 'utf8')));
  output.add('page.css', 'css', await bundleStyle(join(root, 'web/style/page.css'), themeCss(root), output.manifest));
  output.add('old.js', 'js', Buffer.from(fill(source('web/old.js').toString(), words.vi, {})));
  output.add('icon.svg', 'svg', source('web/icon.svg'));
  for (const page of PAGES) await addPage(output, page, words);
  output.write('assets/manifest.json', Buffer.from(JSON.stringify(output.manifest)));
  rmSync(options.out, { recursive: true, force: true });
  mkdirSync(resolve(options.out, '..'), { recursive: true });
  renameSync(output.folder, options.out);
  if (!options.quiet) output.report();
}

const fill = (text, ...tables) =>
  text.replace(/\{\{([^}]+)\}\}/g, (_, key) => {
    const found = tables.map((table) => table[key]).find((value) => value !== undefined);
    if (found === undefined) throw new Error(`nothing to put in for {{${key}}}`);
    return found;
  });

async function addPage(output, page, words) {
  const first = FIRST_ASSETS[page.module].map((name) => output.manifest[name]);
  const template = source('web/index.html')
    .toString()
    .replace('</head>', () => first.map((path) => `<link rel="preload" href="${path}" as="fetch" crossorigin>\n`).join('') + '</head>');
  const own = { module: page.module, 'module.wasm': output.manifest[`${page.module}.wasm`] };
  const html = fill(template, own, output.manifest, words.vi);
  const readAsset = (name) => output.content(name)?.toString();
  const wasm = output.content(`${page.module}.wasm`);
  output.write(page.file, Buffer.from(await renderFirstPage(html, wasm, page.path, readAsset, words.vi['web.drawn_mode'])));
}

await main();
