// web/ made into one script and one style sheet.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const TARGET = ['chrome100', 'firefox100', 'safari15.4'];

/**
 * Every language there is a file for in the folder, Vietnamese first.
 * @returns {Record<string, Record<string, string>>}
 */
export function loadLanguages(folder) {
  const others = readdirSync(folder).map((file) => file.replace(/\.json$/, '')).filter((lang) => lang !== 'vi').sort();
  const languages = Object.fromEntries(['vi', ...others].map((lang) => [lang, JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8'))]));
  for (const [lang, texts] of Object.entries(languages)) {
    const missing = Object.keys(languages.vi).filter((key) => !(key in texts));
    if (missing.length > 0) throw new Error(`${folder}/${lang}.json has no ${missing.join(', ')}`);
  }
  return languages;
}

/** The texts that the shell itself needs: the "web." keys. */
export const shellWords = (texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith('web.')));

/**
 * @param {object} site  what web/site.js says of it
 * @param {string} trusted  the public key file that procedures are signed with
 */
export async function bundleScript(entry, site, trusted) {
  const result = await build({
    ...common(entry),
    format: 'esm',
    plugins: [virtual({ 'motcua:site': { contents: JSON.stringify(site), loader: 'json' }, 'motcua:trust': { contents: trusted, loader: 'json' } })],
  });
  return Buffer.from(result.outputFiles[0].contents);
}

export async function bundleStyle(entry, themeCss, manifest) {
  const fonts = { name: 'fonts', setup: (api) => api.onResolve({ filter: /^motcua:fonts\// }, ({ path }) => ({ path: manifest[path.slice('motcua:'.length)], external: true })) };
  const theme = virtual({ 'motcua:theme': { contents: themeCss, loader: 'css' } });
  const result = await build({ ...common(entry), plugins: [fonts, theme] });
  return Buffer.from(result.outputFiles[0].contents);
}

export async function minifyScript(text) {
  return Buffer.from((await transform(text, { minify: true, target: TARGET })).code);
}

const common = (entry) => ({ entryPoints: [entry], bundle: true, minify: true, write: false, target: TARGET, legalComments: 'none', logLevel: 'warning' });

function virtual(modules) {
  return {
    name: 'virtual',
    setup(api) {
      api.onResolve({ filter: /^motcua:(site|theme|trust)$/ }, ({ path }) => ({ path, namespace: 'virtual' }));
      api.onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => modules[path]);
    },
  };
}
