/** What a person is told when the page itself cannot be had: what happened, and what to do. */
import { officesPath } from './shell_links.js';
import { sayShellWords, words } from './site.js';

const SLOW_AFTER_MS = 8000;

export class Trouble {
  /** @param {Document} document @param {() => void} retry @param {() => string} lang  this person's */
  constructor(document, retry, lang) {
    this.box = document.getElementById('trouble');
    this.note = document.getElementById('taken');
    this.document = document;
    this.retry = retry;
    this.lang = lang;
    sayShellWords(document, lang());
  }

  /** A press was taken, and is carried out when what it needs has been loaded: shown, and said. */
  taken() {
    this.note.textContent = words(this.lang())['web.taken'];
    this.said ??= this.document.createElement('p');
    this.note.lang = this.said.lang = this.lang();
    this.said.textContent = this.note.textContent;
    this.document.getElementById('polite').append(this.said);
  }

  /** Nothing that was pressed is waiting any more. */
  settled() {
    this.note.textContent = '';
    this.said?.remove();
  }

  /** @param {'web.slow' | 'web.failed' | 'web.stopped' | 'web.no_wasm'} what */
  show(what) {
    const lang = this.lang();
    const texts = words(lang);
    const text = this.document.createElement('p');
    text.textContent = texts[what];
    this.box.lang = lang;
    this.box.replaceChildren(text);
    if (what !== 'web.slow') this.settled();
    if (what === 'web.failed' || what === 'web.stopped') this.box.append(this.#button(texts['web.retry']));
    if (what === 'web.no_wasm' && this.document.documentElement.dataset.module !== 'desk') {
      text.append(` ${texts['web.in_person']}`);
      this.box.append(this.#link(texts['web.offices'], officesPath(lang)));
    }
    this.box.hidden = false;
  }

  hide() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /** Says that loading is slow when it is, until `done` is called. */
  watch() {
    let slow = false;
    const timer = setTimeout(() => {
      slow = true;
      this.show('web.slow');
    }, SLOW_AFTER_MS);
    return {
      done: () => {
        clearTimeout(timer);
        if (slow && this.box.querySelector('button') === null) this.hide();
      },
    };
  }

  #link(text, path) {
    const link = this.document.createElement('a');
    link.href = path;
    link.textContent = text;
    return link;
  }

  #button(text) {
    const button = this.document.createElement('button');
    button.type = 'button';
    button.className = 'button tone-primary';
    button.textContent = text;
    button.addEventListener('click', this.retry);
    return button;
  }
}
