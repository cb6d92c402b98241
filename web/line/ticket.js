// Taking a number at an office (/lay-so/<office>), and the number on one's phone (/so-thu-tu#<secret>). The secret
// stands behind the # so that it is sent to nobody.
import { afterWork } from '../solve.js';
import { follow } from './follow.js';
import { speak } from './languages.js';
import { Reminder } from './remind.js';

const lang = speak();

const at = (id) => document.getElementById(id);
const words = Object.fromEntries([...at('words').children].map((one) => [one.dataset.word, one.textContent]));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const minutes = (secs) => Math.max(1, Math.round(secs / 60));
const time = () => new Date().toLocaleTimeString(lang === 'vi' ? 'vi-VN' : lang, { hour: '2-digit', minute: '2-digit' });
// A kiosk's address is /lay-so/<office>#kiosk=<its pass> (docs/deployment.md).
const kiosk = location.hash.match(/^#kiosk=([a-z0-9-]+\.[0-9a-f]{32})$/)?.[1];
const pass = kiosk ? { 'X-Kiosk-Pass': kiosk } : {};
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function tell(id, text) {
  at(id).textContent = text ?? '';
  at(id).hidden = !text;
}

/** POST; the answer's JSON, or null after saying why not. */
async function send(path, json, key) {
  tell('problem');
  try {
    const ask = async (work) => {
      const response = await fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': lang, 'Idempotency-Key': key, ...(work && { 'X-Work': work }), ...pass },
        body: JSON.stringify(json),
      });
      return { status: response.status, body: await response.text() };
    };
    const first = await ask();
    const { status, body } =
      first.status === 429 ? await afterWork(first, at('script').dataset.work, ask) : first;
    if (status === 204) return {};
    const answer = JSON.parse(body);
    if (status < 300) return answer;
    tell('problem', answer.findings?.[0]?.message ?? answer.title);
  } catch {
    tell('problem', words.no_answer);
  }
  return null;
}

/** Offices are called by their own name, whatever the page speaks. */
function tellOffice(name) {
  at('title').textContent = name;
  at('title').lang = 'vi';
}

/** A press is sent once, and once more with the same key when nobody knows what came of it. */
function once(form, run) {
  let key = newKey();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    const answer = await run(key);
    if (answer || at('problem').textContent !== words.no_answer) key = newKey();
    button.removeAttribute('aria-disabled');
    if (!answer?.ticket) return;
    history.replaceState(null, '', `/so-thu-tu#${answer.ticket}`);
    showTicket(answer.ticket);
  });
}

/** One of several, of which one has to be chosen; `checked`: it is, until another is. */
function radio(name, { id, name: text }, checked) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'radio', name, value: id, checked, required: true });
  label.append(input, text);
  return label;
}

async function showForms(office) {
  at('take').hidden = false;
  at('check_in').hidden = false;
  const answer = await fetch(`/api/v1/line?office=${encodeURIComponent(office)}`, { headers: { 'Accept-Language': lang } }).catch(() => null);
  if (!answer?.ok) return tell('problem', answer ? words.unknown : words.no_answer);
  const offer = await answer.json();
  tellOffice(offer.office.name);
  at('closed').hidden = offer.open;
  const services = [...offer.services, { id: '', name: words.other_service }];
  at('services').replaceChildren(...services.map((service) => radio('service', service, false)));
  at('priority').replaceChildren(...[{ id: '', name: words.no_priority }, ...offer.priority].map((group, i) => radio('priority', group, i === 0)));
  const chosen = (name) => at('take').querySelector(`input[name=${name}]:checked`)?.value ?? '';
  once(at('take'), (key) => send('/tickets', { office, service: chosen('service'), priority: chosen('priority') }, key));
  once(at('check_in'), (key) => send('/tickets/check-in', { code: at('code').value, secret: at('secret').value, priority: chosen('priority') }, key));
}

/** A QR code of rows of 0 and 1, as a picture; white around it, so that cameras find it. */
function picture(rows, name) {
  const quiet = 4;
  const lines = rows.split('\n');
  const size = lines.length + 2 * quiet;
  const dark = lines.flatMap((line, y) => [...line].map((module, x) => (module === '1' ? `M${x + quiet} ${y + quiet}h1v1h-1z` : ''))).join('');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  for (const [d, fill] of [[`M0 0h${size}v${size}H0z`, '#fff'], [dark, '#000']]) {
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill);
    svg.append(path);
  }
  return svg;
}

const reminder = new Reminder(at('remind'), words);
const OVER = ['served', 'left', 'no_show'];
let calledBefore = false;

function show(ticket) {
  tell('broken');
  at('number').textContent = ticket.number;
  at('ticket').dataset.state = ticket.state;
  tell('state', fill(words[ticket.state] ?? '', { counter: ticket.counter }));
  const waits = ticket.ahead !== null;
  tell('ahead', waits && (ticket.ahead === 0 ? words.ahead_none : fill(words.ahead, { count: ticket.ahead })));
  const bounds = ticket.wait && { median: minutes(ticket.wait.median_secs), bound: minutes(ticket.wait.bound_secs) };
  tell('wait', waits && (bounds ? fill(words.wait, bounds) : words.wait_unknown));
  tell('promise', waits && ticket.promise && fill(words.promise, ticket.promise));
  tellOffice(ticket.office.name);
  tell('service', ticket.service.name);
  tell('stated', ticket.priority.id && fill(words.stated, { group: ticket.priority.name }));
  tell('rule', waits && ticket.rule);
  at('leave').hidden = !waits;
  for (const id of ['keep', 'remind', 'remind_hint']) at(id).hidden = !waits;
  at('elsewhere').hidden = !waits || !ticket.qr;
  if (ticket.qr && !at('qr').firstChild) at('qr').append(picture(ticket.qr, words.qr_name));
  const soon = waits && ticket.ahead <= 3 ? `${at('ahead').textContent} ` : '';
  document.title = ticket.state === 'called' ? `${at('state').textContent}` : `${soon}${ticket.number} – ${ticket.office.name}`;
  reminder.see(ticket, ticket.state === 'called' ? at('state').textContent : at('ahead').textContent);
  if (ticket.state === 'called' && !calledBefore) navigator.vibrate?.([400, 200, 400]);
  calledBefore = ticket.state === 'called';
}

function showTicket(secret) {
  for (const form of ['take', 'check_in']) at(form).hidden = true;
  let over = false;
  let since = null;
  follow('/api/v1/ticket', {
    headers: { Authorization: `Bearer ${secret}`, 'Accept-Language': lang },
    take(ticket) {
      at('ticket').hidden = false;
      show(ticket);
      over = OVER.includes(ticket.state);
    },
    whole() {
      since = null;
      tell('broken');
    },
    broken(status) {
      if (status === 404) {
        tell('problem', words.unknown);
        return false;
      }
      since ??= time();
      tell('broken', fill(words.broken, { time: since }));
      return !over;
    },
  });
  let sure = false;
  at('leave').addEventListener('click', async () => {
    if (sure) await send('/tickets/leave', { ticket: secret }, newKey());
    else at('leave').textContent = words.leave_sure;
    sure = true;
  });
}

const [, page, office] = location.pathname.split('/');
if (page === 'lay-so') showForms(decodeURIComponent(office ?? ''));
else if (/^#[0-9a-f]{64}$/.test(location.hash)) showTicket(location.hash.slice(1));
else tell('problem', words.unknown);
addEventListener('hashchange', () => location.reload());
