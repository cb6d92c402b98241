// Taking a number at an office (/lay-so/<office>), and the number on one's phone (/so-thu-tu#<secret>). The secret
// stands behind the # so that it is sent to nobody.
import { follow } from './follow.js';

const at = (id) => document.getElementById(id);
const words = Object.fromEntries([...at('words').children].map((one) => [one.dataset.word, one.textContent]));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const minutes = (secs) => Math.max(1, Math.round(secs / 60));
const time = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function tell(id, text) {
  at(id).textContent = text ?? '';
  at(id).hidden = !text;
}

/** POST; the answer's JSON, or null after saying why not. */
async function send(path, json, key) {
  tell('problem');
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'vi', 'Idempotency-Key': key },
      body: JSON.stringify(json),
    });
    if (response.status === 204) return {};
    const answer = await response.json();
    if (response.ok) return answer;
    tell('problem', answer.findings?.[0]?.message ?? answer.title);
  } catch {
    tell('problem', words.no_answer);
  }
  return null;
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
  const answer = await fetch(`/api/v1/line?office=${encodeURIComponent(office)}`, { headers: { 'Accept-Language': 'vi' } }).catch(() => null);
  if (!answer?.ok) return tell('problem', answer ? words.unknown : words.no_answer);
  const offer = await answer.json();
  at('title').textContent = offer.office.name;
  at('closed').hidden = offer.open;
  const services = [...offer.services, { id: '', name: words.other_service }];
  at('services').replaceChildren(...services.map((service) => radio('service', service, false)));
  at('priority').replaceChildren(...[{ id: '', name: words.no_priority }, ...offer.priority].map((group, i) => radio('priority', group, i === 0)));
  const chosen = (name) => at('take').querySelector(`input[name=${name}]:checked`)?.value ?? '';
  once(at('take'), (key) => send('/tickets', { office, service: chosen('service'), priority: chosen('priority') }, key));
  once(at('check_in'), (key) => send('/tickets/check-in', { code: at('code').value, secret: at('secret').value, priority: chosen('priority') }, key));
}

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
  at('title').textContent = ticket.office.name;
  tell('service', ticket.service.name);
  tell('stated', ticket.priority.id && fill(words.stated, { group: ticket.priority.name }));
  tell('rule', waits && ticket.rule);
  at('leave').hidden = !waits;
  at('keep').hidden = !waits;
  document.title = ticket.state === 'called' ? `${at('state').textContent}` : `${ticket.number} – ${ticket.office.name}`;
  if (ticket.state === 'called' && !calledBefore) navigator.vibrate?.([400, 200, 400]);
  calledBefore = ticket.state === 'called';
}

function showTicket(secret) {
  for (const form of ['take', 'check_in']) at(form).hidden = true;
  let over = false;
  let since = null;
  follow('/api/v1/ticket', {
    headers: { Authorization: `Bearer ${secret}`, 'Accept-Language': 'vi' },
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
