/** What a person is told when the page itself cannot be had: what happened, and what to do. */
import { officesPath } from './shell_links.js';
import { words } from './site.js';

const SLOW_AFTER_MS = 8000;

export class Trouble {
  /** @param {Document} document @param {() => void} retry */
  constructor(document, retry) {
    this.box = document.getElementById('trouble');
    this.document = document;
    this.retry = retry;
  }

  /** @param {'web.slow' | 'web.failed' | 'web.stopped' | 'web.no_wasm'} what */
  show(what) {
    const texts = words(this.document.documentElement.lang);
    const text = this.document.createElement('p');
    text.textContent = texts[what];
    this.box.replaceChildren(text);
    if (what === 'web.failed' || what === 'web.stopped') this.box.append(this.#button(texts['web.retry']));
    if (what === 'web.no_wasm') this.box.append(this.#link(texts['web.offices'], officesPath(this.document.documentElement.lang)));
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
