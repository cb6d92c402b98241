// The courier's page (/giao-nhan): the doors of a half-day in order, what is done at each, and what is carried. Clerks see
// there what is on its way to them. Addresses and numbers stay in this page's memory alone.

const at = (id) => document.getElementById(id);
const words = Object.fromEntries([...at('words').children].map((one) => [one.dataset.word, one.textContent]));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' };
const clock = (secs) => new Date(secs * 1000).toLocaleTimeString('vi-VN', { ...ZONE, hour: '2-digit', minute: '2-digit' });
/** How often what others did is looked for. */
const LOOK_AGAIN_MS = 30_000;

let role = '';
/** Key by wish, until an answer came: pressed again when nobody knows what came of it, it counts once. */
const keys = new Map();

function tell(id, text) {
  at(id).textContent = text ?? '';
  at(id).hidden = !text;
  // It stands at the top of a page that is long on a telephone.
  if (text && id === 'problem') at(id).scrollIntoView({ block: 'center' });
}

/** The answer's JSON, or null after saying why not. */
async function ask(method, path, json, key) {
  try {
    const response = await fetch(`/api/v1/staff${path}`, {
      method,
      headers: {
        'Accept-Language': 'vi',
        'X-Requested-With': 'motcua',
        ...(json && { 'Content-Type': 'application/json' }),
        ...(key && { 'Idempotency-Key': key }),
      },
      body: json && JSON.stringify(json),
      cache: 'no-store',
    });
    const answer = response.status === 204 ? {} : await response.json();
    if (response.ok) return answer;
    if (response.status === 401) showSignIn(path === '/session' ? '' : answer.title);
    else tell('problem', answer.findings?.[0]?.message ?? answer.title);
    return { failed: response.status };
  } catch {
    tell('problem', words.no_answer);
    return null;
  }
}

const worked = (answer) => answer !== null && !('failed' in answer);

/** An element with texts and elements in it. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, attributes);
  element.append(...children.filter(Boolean));
  return element;
}

const button = (text, press, tone = '') => make('button', { type: 'button', className: `button ${tone}`, onclick: press }, text);

async function step(stop, event, number = '') {
  const wish = JSON.stringify([stop.pickup, stop.state, event, number]);
  if (!keys.has(wish)) keys.set(wish, newKey());
  tell('problem');
  tell('done');
  const answer = await ask('POST', '/pickups/steps', { pickup: stop.pickup, state: stop.state, event, number }, keys.get(wish));
  if (answer === null) return;
  keys.delete(wish);
  if (worked(answer)) tell('done', fill(words.done, { code: stop.code, state: words[answer.state] }));
  // After a wrong number it may be typed again; anything else has to be looked at anew.
  if (answer.failed !== 422 && answer.failed !== 429) await show();
}

/** A field for a number that somebody else shows, and the step that it proves. */
function numberForm(stop, label, event) {
  const input = make('input', { inputMode: 'numeric', autocomplete: 'off', maxLength: 12, required: true });
  const form = make('form', {}, make('label', {}, label, input), make('button', { className: 'button tone-primary' }, words[event]));
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    step(stop, event, input.value);
  });
  return form;
}

const papersOf = (stop) => make('p', {}, fill(words.papers, { papers: stop.papers.join('; ') }));
const shownNumber = (text, number) => make('p', { className: 'shown' }, text, make('strong', {}, number));

function door(stop) {
  const title = `${stop.commune}${stop.line && `: ${stop.line}`}`;
  const actions = [];
  const open = !stop.other;
  if (open && stop.state === 'requested') actions.push(button(words.set_out, () => step(stop, 'set_out'), 'tone-primary'));
  if (open && stop.state === 'on_the_way') {
    actions.push(shownNumber(words.own_number, stop.number), numberForm(stop, words.citizens_number, 'collect'), button(words.miss, () => step(stop, 'miss')));
  }
  if (stop.undo) actions.push(button(words[`undo_${stop.undo}`], () => step(stop, 'undo')));
  const item = make(
    'li',
    {},
    make('h3', {}, title),
    make('p', { className: 'state' }, words[stop.state]),
    make('p', {}, stop.at ? fill(words.planned, { time: clock(stop.at) }) : words.unplanned, ' ', fill(words.window, { from: clock(stop.starts_at), until: clock(stop.starts_at + stop.minutes * 60) })),
    stop.name && make('p', {}, stop.name),
    stop.telephone && make('p', {}, make('a', { href: `tel:${stop.telephone}` }, fill(words.call, { telephone: stop.telephone }))),
    papersOf(stop),
    make('p', { className: 'hint' }, fill(words.code, { code: stop.code })),
    stop.other && make('p', { className: 'hint' }, words.other),
    stop.received && make('p', { className: 'notice warning' }, words.received),
    ...actions,
  );
  item.dataset.state = stop.state;
  return item;
}

function inHand(stop) {
  return make(
    'li',
    {},
    make('h3', {}, fill(words.code, { code: stop.code })),
    papersOf(stop),
    role === 'courier' ? numberForm(stop, words.offices_number, 'deliver') : make('p', {}, fill(words.carrier, { name: stop.courier })),
    role !== 'courier' && shownNumber(words.tell_number, stop.number),
  );
}

async function show() {
  const half = document.querySelector('input[name=half]:checked').value;
  const round = await ask('GET', `/pickups?day=${at('day').value}&half=${half}`);
  if (!worked(round)) return;
  at('doors').hidden = role !== 'courier';
  at('none').hidden = round.stops.length > 0;
  tell('way', round.stops.length > 0 && fill(words.way, { minutes: Math.round(round.travel_secs / 60) }));
  at('stops').replaceChildren(...round.stops.map(door));
  at('none_carried').hidden = round.carried.length > 0;
  at('carried').replaceChildren(...round.carried.map(inHand));
}

function showSignIn(problem) {
  at('signed_in').hidden = true;
  at('sign_in').hidden = false;
  at('stops').replaceChildren();
  at('carried').replaceChildren();
  tell('problem', problem);
}

async function showRound(session) {
  role = session.role;
  at('sign_in').hidden = true;
  at('signed_in').hidden = false;
  at('who').textContent = session.name;
  at('carried_title').textContent = role === 'courier' ? words.carried_courier : words.carried_clerk;
  at('when').hidden = role !== 'courier';
  await show();
}

at('sign_in').addEventListener('submit', async (event) => {
  event.preventDefault();
  tell('problem');
  const session = await ask('POST', '/session', { user: at('user').value, password: at('password').value });
  if (session?.failed === 401) tell('problem', words.wrong);
  if (!worked(session)) return;
  at('password').value = '';
  await showRound(session);
  at('title').focus();
});
at('sign_out').addEventListener('click', async () => {
  if (worked(await ask('DELETE', '/session'))) showSignIn('');
});
at('when').addEventListener('submit', (event) => {
  event.preventDefault();
  tell('problem');
  show();
});

const now = new Date();
at('day').value = now.toLocaleDateString('sv-SE', ZONE);
const hour = Number(now.toLocaleTimeString('sv-SE', { ...ZONE, hour: '2-digit' }));
document.querySelector(`input[value=${hour < 12 ? 'morning' : 'afternoon'}]`).checked = true;
const session = await ask('GET', '/session');
if (worked(session)) await showRound(session);
setInterval(() => {
  const typing = [...document.querySelectorAll('#stops input, #carried input')].some((input) => input.value || input === document.activeElement);
  if (!at('signed_in').hidden && !document.hidden && !typing) show();
}, LOOK_AGAIN_MS);
