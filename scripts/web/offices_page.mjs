// The offices of assets/agencies as pages of plain HTML, one for each language: for browsers that
// can do no more, and for everybody who would rather go there. What is not known is said once.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { officesPath } from '../../web/shell_links.js';
import { escape, fill } from './fill.mjs';

/** What there is to know of an office, by its member: the key of what it is called. */
const FACTS = { address: 'plain.address', phone: 'plain.phone', opening_hours: 'plain.hours' };
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
  const offices = agencies.flatMap((agency) => agency.offices);
  const nowhere = Object.keys(FACTS).filter((fact) => !offices.some((office) => office[fact]));
  for (const [lang, texts] of Object.entries(languages)) {
    const words = new Words(lang, texts);
    const brand = escape(agency?.[lang] ?? agency?.vi ?? texts['product.name']);
    const own = {
      lang,
      brand,
      'header.colour': colour,
      others: othersThan(lang, languages),
      unknown: nowhere.length === 0 ? '' : `<p class="notice-text">${words.say('plain.unknown_all', { facts: words.list(nowhere) })}</p>`,
      agencies: agencies.map((agency) => agencyHtml(agency, words, procedures, nowhere)).join('\n'),
    };
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

  /** "địa chỉ, điện thoại" */
  list(facts) {
    return facts.map((fact) => this.texts[FACTS[fact]].toLowerCase()).join(', ');
  }

  source({ source, checked_on: day, verified, confidence }) {
    const values = { source, day: day.split('-').reverse().join('/') };
    return verified ? this.say('source.verified', values) : this.say('plain.draft', { ...values, confidence: this.texts[`source.${confidence}`] });
  }
}

const othersThan = (own, languages) =>
  Object.entries(languages)
    .filter(([lang]) => lang !== own)
    .map(([lang, texts]) => ` <a href="${officesPath(lang)}" lang="${lang}" hreflang="${lang}">${escape(texts['lang.own_name'])}</a>`)
    .join('');

function agencyHtml({ then, now, offices }, words, procedures, nowhere) {
  const before = then.name.vi === now.name.vi ? '' : `<p class="text">${words.say('plain.before', { name: then.name[words.lang] ?? then.name.vi })}</p>`;
  const note = now.note ? `<p class="text">${words.own(now.note)}</p>` : '';
  return [
    `<h2>${words.own(now.name)}</h2>`,
    before,
    note,
    `<p class="hint">${words.source(now.from)}</p>`,
    ...offices.map((office) => officeHtml(office, words, procedures, nowhere)),
  ].join('\n');
}

/** `nowhere`: facts that no office has, said at the top of the page. */
function officeHtml(office, words, procedures, nowhere) {
  const show = {
    address: escape,
    phone: (phone) => `<a href="tel:${phone.replace(/[^+0-9]/g, '')}">${escape(phone)}</a>`,
    opening_hours: (hours) => hours.map((each) => words.say('plain.hours_row', hoursOf(each, words))).join('<br>'),
  };
  const row = (fact) => `<div class="summary-row"><dt>${words.say(FACTS[fact])}</dt><dd class="answer">${show[fact](office[fact])}</dd></div>`;
  const known = Object.keys(FACTS).filter((fact) => office[fact]);
  const unknown = Object.keys(FACTS).filter((fact) => !office[fact] && !nowhere.includes(fact));
  return [
    `<section class="page" id="${office.id}" aria-labelledby="${office.id}.name"><h3 id="${office.id}.name">${words.own(office.name)}</h3>`,
    known.length === 0 ? '' : `<dl class="summary">\n${known.map(row).join('\n')}\n</dl>`,
    unknown.length === 0 ? '' : `<p class="text">${words.say('plain.unknown', { facts: words.list(unknown) })}</p>`,
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
