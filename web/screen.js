/** What the person sees: the mirror always, and the painter's picture under it (drawing.js) when that is there and wanted. */
import { sayShellWords } from './site.js';

/** @typedef {import('./types.js').Page} Page @typedef {import('./types.js').Send} Send */
/**
 * @typedef {object} ScreenParts
 * @property {import('./assets.js').Assets} assets
 * @property {import('./mirror.js').Mirror} mirror
 * @property {Send} send
 * @property {import('./speak.js').Speaker} speaker
 */

/** Room for the focus ring above a toast. */
const CLEAR_PX = 12;

export class Screen {
  /** @type {import('./drawing.js').Drawing | null} */
  #drawing = null;
  /** What had the focus when the dialog opened. @type {Element | null} */
  #focusBefore = null;
  #page = null;

  /** Called when a drawn page has become text without having been asked to. */
  turnedToText = () => {};

  /** @param {ScreenParts} parts */
  constructor(parts) {
    this.parts = parts;
    this.mirror = parts.mirror;
    this.speaker = parts.speaker;
    this.element = document.getElementById('mirror');
    this.epoch = null;
    this.element.addEventListener('focusin', () => this.#keepClearOfToast());
    visualViewport?.addEventListener('resize', keepFieldInSight);
  }

  /** Whether this page is going to be drawn. @param {Page} page */
  draws(page) {
    return this.#drawing?.draws(page, this.#page) ?? false;
  }

  /** Fetches the painter if this person is going to see it; called when the first page stands. */
  async prepare() {
    await (await this.#draw()).prepare(this.#page);
  }

  async #draw() {
    const { Drawing } = await this.parts.assets.later();
    this.#drawing ??= new Drawing(this.parts, this.element, {
      focusNow: (id) => this.#focusNow(id),
      keepClear: () => this.#keepClearOfToast(),
      turnedToText: () => this.turnedToText(),
    });
    return this.#drawing;
  }

  /** The page with this id is seen already; what is shown next may be another. @param {string} id */
  stand(id) {
    this.#page = { id };
    this.epoch = 0;
  }

  /** @param {Page} page */
  show(page) {
    const turned = this.#page?.id !== page.id;
    const first = this.#page === null;
    const closed = this.#page?.dialog && !page.dialog;
    const draw = this.draws(page);
    if (page.dialog && !this.#page?.dialog) this.#focusBefore = document.activeElement;
    if (this.#page?.lang !== page.lang) sayShellWords(document, page.lang);
    this.#page = page;
    this.mirror.update(page);
    this.element.dataset.still = 'false';
    if (turned && !first) {
      this.speaker.pageTurned();
      scrollTo(0, 0);
      // Until all has come the line is for what pages need to work.
      if ('complete' in document.documentElement.dataset) document.documentElement.dataset.typeface = '';
    }
    this.#drawing?.show(page, draw);
    if (!this.#takeFocusRequest(page, first) && closed) this.#focusBefore?.focus({ preventScroll: true });
    this.speaker.hear(page.say);
  }

  /** The person asked for the other mode. */
  async toggle() {
    document.documentElement.dataset.typeface = '';
    await (await this.#draw()).toggle(this.#page);
  }

  /** Moves the focus to a node's element, now or when it has been laid out. */
  focus(id) {
    if (!this.#drawing?.focus(id)) this.#focusNow(id);
  }

  #takeFocusRequest(page, first) {
    const epoch = page.focus?.epoch ?? 0;
    const asked = !first && epoch !== this.epoch;
    if (asked) this.focus(page.focus?.id ?? '');
    this.epoch = epoch;
    return asked;
  }

  #focusNow(id) {
    const target = this.mirror.target(id);
    if (!target) return;
    this.speaker.focusMoved();
    target.focus({ preventScroll: true });
    if (id === '') return;
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) target.scrollIntoView({ block: 'center' });
    this.#keepClearOfToast();
  }

  /** What has the focus is scrolled out from under the message at the window's bottom. */
  #keepClearOfToast() {
    const active = document.activeElement;
    const toast = this.mirror.layer.querySelector('.toast');
    if (!toast || !this.mirror.main.contains(active)) return;
    const covered = active.getBoundingClientRect().bottom + CLEAR_PX - toast.getBoundingClientRect().top;
    if (covered > 0) scrollBy(0, Math.min(covered, active.getBoundingClientRect().top));
  }
}

/** The on-screen keyboard must not lie over the field that is being typed in. */
function keepFieldInSight() {
  const active = document.activeElement;
  if (active?.dataset?.act !== 'field') return;
  const bottom = visualViewport.offsetTop + visualViewport.height;
  if (active.getBoundingClientRect().bottom > bottom) active.scrollIntoView({ block: 'center' });
}
