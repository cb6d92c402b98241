// The same form page made with other people's libraries. Their packages are pinned in
// peers/package-lock.json and kept outside of the checkout.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Output } from '../../web/output.mjs';
import { form } from './form_page.mjs';
import { install } from './install.mjs';
import { root } from './passes.mjs';

const folder = join(root, 'scripts/bench.d/peers');
const TARGET = ['chrome100', 'firefox100', 'safari15.4'];
/** Page → its script, and the packages whose versions are printed. */
export const PEERS = {
  react: { entry: 'react.jsx', packages: ['react', 'react-dom'] },
  surveyjs: { entry: 'surveyjs.js', packages: ['survey-core', 'survey-js-ui'] },
  formio: { entry: 'formio.js', packages: ['@formio/js'] },
};

/**
 * Builds the pages of these peers into `<site>/peers/<name>/`, compressed as ours are.
 * @returns {Promise<Record<string, {path: string, title: string}>>}
 */
export async function buildPeers(site, names) {
  const modules = join(install(folder, '180 MB'), 'node_modules');
  const built = {};
  for (const name of names) {
    const { entry, packages } = PEERS[name];
    await buildPage(join(site, 'peers', name), join(folder, entry), modules);
    const version = (each) => JSON.parse(readFileSync(join(modules, each, 'package.json'), 'utf8')).version;
    built[name] = {
      path: `/peers/${name}/index.html`,
      title: packages.map((each) => `${each} ${version(each)}`).join(', '),
    };
  }
  return built;
}

async function buildPage(to, entry, modules) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    outdir: to,
    format: 'esm',
    target: TARGET,
    legalComments: 'none',
    logLevel: 'error',
    nodePaths: [modules],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl' },
    plugins: [formPlugin],
  });
  const output = new Output(to);
  let head = '';
  for (const file of outputFiles) {
    const ending = file.path.split('.').pop();
    output.add(`page.${ending}`, ending, Buffer.from(file.contents));
    const path = output.manifest[`page.${ending}`].slice(1);
    head += ending === 'css' ? `<link rel="stylesheet" href="${path}">\n` : `<script type="module" src="${path}"></script>\n`;
  }
  output.write('index.html', Buffer.from(readFileSync(join(folder, 'index.html'), 'utf8').replace('</head>', () => `${head}</head>`)));
}

/** What the pages import as "form". */
const formPlugin = {
  name: 'form',
  setup(api) {
    api.onResolve({ filter: /^form$/ }, () => ({ path: 'form', namespace: 'form' }));
    api.onLoad({ filter: /.*/, namespace: 'form' }, () => ({ contents: JSON.stringify(form), loader: 'json' }));
  },
};
