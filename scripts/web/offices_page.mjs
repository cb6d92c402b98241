// The offices of assets/agencies as pages of plain HTML, one for each language: for browsers that
// can do no more, and for everybody who would rather go there. What is not known says so.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { officesPath } from '../../web/shell_links.js';
import { escape, fill } from './fill.mjs';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * @param {import('./output.mjs').Output} output
 * @param {string} root
 * @param {Record<string, Record<string, string>>} languages
 * @param {{agency?: Record<string, string>, colour: string}} look  whose pages these are, and the colour of their bar
 */
export function addOfficePages(output, root, languages, { agency, colour }) {
  const template = readFileSync(join(root, 'web/offices.html'), 'utf8');
  const agencies = readAgencies(join(root, 'assets/agencies'));
  const { procedures } = JSON.parse(output.content('procedures/index'));
  for (const [lang, texts] of Object.entries(languages)) {
    const words = new Words(lang, texts);
    const brand = escape(agency?.[lang] ?? agency?.vi ?? texts['product.name']);
    const own = { lang, brand, 'header.colour': colour, others: othersThan(lang, languages), agencies: agencies.map((agency) => agencyHtml(agency, words, procedures)).join('\n') };
    const escaped = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, escape(text)]));
    output.write(`${officesPath(lang).slice(1)}.html`, Buffer.from(fill(template, own, output.manifest, escaped)));
  }
}

function readAgencies(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The texts of one language, ready for HTML. */
class Words {
  constructor(lang, texts) {
    this.lang = lang;
    this.texts = texts;
  }

  say(key, values = {}) {
    if (!(key in this.texts)) throw new Error(`assets/lang/${this.lang}.json has no ${key}`);
    return escape(this.texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]));
  }

  /** A text of the data's own; Vietnamese where it has no other. */
  own(text) {
    return text[this.lang] === undefined ? `<span lang="vi">${escape(text.vi)}</span>` : escape(text[this.lang]);
  }

  source({ source, checked_on: day, verified, confidence }) {
    const values = { source, day: day.split('-').reverse().join('/') };
    return verified ? this.say('source.verified', values) : `${this.say('source.draft', { ...values, confidence: this.texts[`source.${confidence}`] })} *`;
  }
}

const othersThan = (own, languages) =>
  Object.entries(languages)
    .filter(([lang]) => lang !== own)
    .map(([lang, texts]) => ` <a href="${officesPath(lang)}" lang="${lang}" hreflang="${lang}">${escape(texts['lang.own_name'])}</a>`)
    .join('');

function agencyHtml({ then, now, offices }, words, procedures) {
  const before = then.name.vi === now.name.vi ? '' : `<p class="text">${words.say('plain.before', { name: then.name[words.lang] ?? then.name.vi })}</p>`;
  const note = now.note ? `<p class="text">${words.own(now.note)}</p>` : '';
  return [
    `<h2>${words.own(now.name)}</h2>`,
    before,
    note,
    `<p class="hint">${words.source(now.from)}</p>`,
    ...offices.map((office) => officeHtml(office, words, procedures)),
  ].join('\n');
}

function officeHtml(office, words, procedures) {
  const unknown = words.say('plain.unknown');
  const row = (name, value) => `<div class="summary-row"><dt>${name}</dt><dd class="answer">${value}</dd></div>`;
  const phone = office.phone && `<a href="tel:${office.phone.replace(/[^+0-9]/g, '')}">${escape(office.phone)}</a>`;
  const hours = office.opening_hours?.map((each) => words.say('plain.hours_row', hoursOf(each, words))).join('<br>');
  return [
    `<section class="page" id="${office.id}" aria-labelledby="${office.id}.name"><h3 id="${office.id}.name">${words.own(office.name)}</h3>`,
    '<dl class="summary">',
    row(words.say('plain.address'), office.address ? escape(office.address) : unknown),
    row(words.say('plain.phone'), phone || unknown),
    row(words.say('plain.hours'), hours || unknown),
    '</dl>',
    `<p class="hint">${words.source(office.from)}</p>`,
    receivedHtml(office.procedures, words, procedures),
    '</section>',
  ].join('\n');
}

const hoursOf = ({ weekdays, from, until }, { texts }) => ({ days: weekdays.map((day) => texts[`weekday.${WEEKDAYS[day - 1]}`]).join(', '), from, until });

/** Those that are published; each has a page that can be read without a script, too. */
function receivedHtml(codes, words, procedures) {
  const received = procedures.filter(({ code }) => codes.includes(code));
  if (received.length === 0) return '';
  const items = received.map(({ code, name }) => `<li><a href="/thu-tuc/${code}">${words.own(name)}</a></li>`);
  return `<details><summary>${words.say('plain.procedures', { count: received.length })}</summary><ul>${items.join('')}</ul></details>`;
}
