// The display in the hall: who is called to which counter, number and counter only.
import { follow } from './follow.js';

const SHOWN = 6;
const office = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const at = (id) => document.getElementById(id);
const words = Object.fromEntries([...at('words').children].map((one) => [one.dataset.word, one.textContent]));
const KEPT = `motcua.hall.${office}`;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const time = (date = new Date()) => date.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });

/** Reads calls out, one after another, once somebody has allowed it and there is a Vietnamese voice. */
class Caller {
  constructor() {
    this.heard = null; // The latest call there was when the page came: what was called before is not called again.
    this.allowed = false;
    if (!('speechSynthesis' in window)) return this.say('none');
    speechSynthesis.addEventListener('voiceschanged', () => this.tell());
    at('sound').addEventListener('click', () => {
      this.allowed = !this.allowed;
      if (this.allowed) this.speak(words.sound_test);
      else speechSynthesis.cancel();
      this.tell();
    });
    this.tell();
  }

  get voice() {
    return speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang.replace('_', '-')));
  }

  tell() {
    this.say(!this.voice ? 'none' : this.allowed ? 'on' : 'off');
  }

  say(what) {
    at('sound').hidden = what === 'none';
    at('no_voice').hidden = what !== 'none';
    at('sound').textContent = what === 'on' ? words.sound_off : words.sound_on;
    at('sound').setAttribute('aria-pressed', String(what === 'on'));
  }

  speak(text) {
    const said = new SpeechSynthesisUtterance(text);
    said.lang = 'vi-VN';
    said.voice = this.voice ?? null;
    said.rate = 0.9;
    speechSynthesis.speak(said);
  }

  hear(calls) {
    const latest = Math.max(0, ...calls.map(({ call }) => call));
    const fresh = this.heard === null ? [] : calls.filter(({ call }) => call > this.heard);
    this.heard = Math.max(latest, this.heard ?? 0);
    if (!this.allowed || !this.voice) return;
    for (const { number, counter } of fresh.reverse()) this.speak(fill(words.call, { number, counter }));
  }
}

function line({ number, counter }, fresh) {
  const row = document.createElement('li');
  row.className = fresh ? 'call fresh' : 'call';
  const numeral = document.createElement('span');
  numeral.className = 'number';
  numeral.textContent = number;
  const where = document.createElement('span');
  where.className = 'counter';
  where.textContent = fill(words.counter, { counter });
  row.append(numeral, where);
  return row;
}

let shown = '';
function show(board) {
  at('office').textContent = board.office.name;
  at('waiting').textContent = fill(words.waiting, { count: board.waiting });
  const calls = board.calls.slice(0, SHOWN);
  const text = JSON.stringify(calls.map(({ call }) => call));
  if (text === shown) return;
  shown = text;
  at('calls').replaceChildren(...calls.map((call, i) => line(call, i === 0)));
  at('nobody').hidden = calls.length > 0;
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null');
  } catch {
    return null;
  }
}

let since = null; // When the line broke
function connection(whole) {
  since = whole ? null : (since ?? time());
  at('broken').hidden = whole;
  if (!whole) at('broken').textContent = fill(words.broken, { time: since });
}

const caller = new Caller();
const before = kept();
if (before) show(before);
const tick = () => (at('clock').textContent = time());
tick();
setInterval(tick, 1000);
follow(`/api/v1/board?office=${encodeURIComponent(office)}`, {
  take(board) {
    show(board);
    caller.hear(board.calls);
    try {
      localStorage.setItem(KEPT, JSON.stringify(board));
    } catch {
      // Nothing is kept: after a break and a reload the display begins empty.
    }
  },
  whole: () => connection(true),
  broken(status) {
    if (status === 404) at('office').textContent = words.unknown;
    connection(status === 404);
  },
});
