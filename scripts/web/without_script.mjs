// What stands in plain HTML and not in the application, in every language there is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officesPath } from '../../web/shell_links.js';
import { escape, fill } from './fill.mjs';

/** @typedef {Record<string, Record<string, string>>} Languages */

/** The inside of <noscript>: clerks have no use for the offices. @param {Languages} languages @param {string} module */
export const noScriptHtml = (languages, module) =>
  Object.entries(languages)
    .map(([lang, texts]) => {
      const offices = ` ${escape(texts['web.in_person'])} <a href="${officesPath(lang)}">${escape(texts['web.offices'])}</a>`;
      return `<p lang="${lang}">${escape(texts['plain.no_script'])}${module === 'desk' ? '' : offices}</p>`;
    })
    .join('');

/**
 * What nginx answers people who follow a wrong link (backend/nginx/problems.conf).
 * @param {import('./output.mjs').Output} output
 * @param {string} root
 * @param {Languages} languages
 * @param {{agency?: Record<string, string>, colour: string}} look
 */
export function addNotFoundPage(output, root, languages, { agency, colour }) {
  const template = readFileSync(join(root, 'web/not_found.html'), 'utf8');
  const { vi, ...others } = languages;
  const inOthers = Object.entries(others).map(
    ([lang, texts]) => `<h2 lang="${lang}">${escape(texts['plain.not_found'])}</h2>\n<p lang="${lang}"><a href="/">${escape(texts['plain.home'])}</a></p>`,
  );
  const own = { brand: escape(agency?.vi ?? vi['product.name']), 'header.colour': colour, others: inOthers.join('\n') };
  output.write('not_found.html', Buffer.from(fill(template, own, output.manifest, vi)));
}
