/**
 * What the person sees: the mirror always, and the painter's picture under it when it is
 * there and wanted. The picture takes over only when a new page comes, or when asked for.
 */
import { chooseMode, onModeChange, textScale, wantedMode } from './mode.js';
import { isTextOnly, sayShellWords, site } from './site.js';

/** @typedef {import('./types.js').Page} Page @typedef {import('./types.js').Send} Send */

/** Room for the focus ring above a toast. */
const CLEAR_PX = 12;

export class Screen {
  /** @type {import('./painter.js').Painter | null} */
  #painter = null;
  #painterRefused = false;
  /** What lays elements on the painter's picture. @type {typeof import('./later.js') | null} */
  #overlay = null;
  #drawn = false;
  #rects = [];
  #placingDue = false;
  #focusWanted = null;
  /** What had the focus when the dialog opened. @type {Element | null} */
  #focusBefore = null;
  #page = null;

  /** Called when a drawn page has become text without having been asked to. */
  turnedToText = () => {};

  /**
   * @param {{assets: import('./assets.js').Assets, mirror: import('./mirror.js').Mirror, send: Send,
   *          speaker: import('./speak.js').Speaker}} parts
   */
  constructor({ assets, mirror, send, speaker }) {
    this.assets = assets;
    this.mirror = mirror;
    this.send = send;
    this.speaker = speaker;
    this.element = document.getElementById('mirror');
    this.epoch = null;
    this.element.addEventListener('focusin', () => {
      this.#focusMoved();
      this.#keepClearOfToast();
    });
    this.element.addEventListener('focusout', () => this.#focusMoved());
    addEventListener('scroll', () => this.#view({ scroll: Math.round(scrollY) }), { passive: true });
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)']) {
      matchMedia(query).addEventListener('change', () => this.#measure());
    }
    onModeChange(() => this.#measure());
    // The painter's picture is one window high: paper gets the mirror's text.
    let resume = false;
    addEventListener('beforeprint', () => {
      resume = this.#drawn;
      if (resume) this.#stopDrawing();
    });
    addEventListener('afterprint', () => resume && this.#startDrawing());
    visualViewport?.addEventListener('resize', () => this.#keepFieldInSight());
  }

  /** Whether this page is going to be drawn. @param {Page} page */
  draws(page) {
    if (!this.#painter || this.#painterRefused) return false;
    if (this.#drawn) return !isTextOnly(page.lang);
    return this.#page !== null && this.#page.id !== page.id && this.#wanted(page) === 'canvas';
  }

  #wanted(page = this.#page) {
    return wantedMode(page?.lang);
  }

  /** Fetches the painter if this person is going to see it; called when the first page stands. */
  async prepare() {
    if (this.#painter || this.#painterRefused || this.#wanted() === 'text') return;
    try {
      this.#overlay = await this.assets.later();
      this.#painter = await this.#overlay.loadPainter(this.assets);
      this.#painter.onFrame = (frame) => this.#onFrame(frame);
      document.documentElement.dataset.painter = 'ready';
    } catch (error) {
      this.#painterRefused = true; // text mode serves as well
      console.warn(error);
    }
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
    this.#placingDue = true;
    this.element.dataset.still = 'false';
    if (turned && !first) {
      this.speaker.pageTurned();
      scrollTo(0, 0);
      // Until all has come the line is for what pages need to work.
      if ('complete' in document.documentElement.dataset) document.documentElement.dataset.typeface = '';
    }
    if (!draw && this.#drawn) this.#stopDrawing();
    else if (this.#drawn) this.#painter.page(page);
    else if (draw) this.#startDrawing();
    if (!this.#takeFocusRequest(page, first) && closed) this.#focusBefore?.focus({ preventScroll: true });
    this.speaker.hear(page.say);
  }

  /** The person asked for the other mode. */
  async toggle() {
    document.documentElement.dataset.typeface = '';
    chooseMode(this.#drawn ? 'text' : 'canvas');
    if (this.#drawn) {
      this.#stopDrawing();
    } else {
      await this.prepare();
      this.#startDrawing();
    }
  }

  /** Moves the focus to a node's element, now or when it has been laid out. */
  focus(id) {
    if (this.#drawn) {
      this.#focusWanted = id;
      this.#painter.wake();
    } else {
      this.#focusNow(id);
    }
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

  #startDrawing() {
    if (!this.#painter || this.#painterRefused || this.#wanted() === 'text') return;
    this.#drawn = true;
    document.documentElement.classList.add('drawn');
    this.#painter.start();
    this.#measure();
    this.#painter.page(this.#page);
  }

  #stopDrawing() {
    this.#drawn = false;
    this.#painter.stop();
    document.documentElement.classList.remove('drawn');
    this.#overlay.releaseElements(this.element);
    if (this.#focusWanted !== null) this.#focusNow(this.#focusWanted);
    this.#focusWanted = null;
  }

  #onFrame(frame) {
    if (frame.error) {
      this.#painterRefused = true;
      this.#stopDrawing();
      this.turnedToText();
      return;
    }
    if (frame.rects) this.#rects = frame.rects;
    if (frame.rects || this.#placingDue) this.#overlay.placeElements(this.element, this.#rects);
    if (frame.rects || this.#placingDue) this.#keepClearOfToast();
    this.#placingDue = false;
    this.element.style.height = `${frame.height}px`;
    if (frame.focus) this.mirror.target(frame.focus)?.focus({ preventScroll: true });
    for (const event of frame.events ?? []) this.send(event);
    if (this.#focusWanted !== null && !frame.events?.length) {
      const id = this.#focusWanted;
      this.#focusWanted = null;
      this.#focusNow(id);
    }
    this.element.dataset.still = String(!frame.again && !this.#placingDue);
  }

  #focusMoved() {
    if (!this.#drawn) return;
    queueMicrotask(() => {
      const active = document.activeElement;
      const place = this.element.contains(active) ? (active.dataset.place ?? '') : '';
      const field = active?.dataset?.act === 'field';
      this.#view({ focus: active?.matches(':focus-visible') ? place : '', native: field ? [place] : [] });
    });
  }

  /** A painter that has no room says so once and for all: it is not asked where text is wanted. */
  #measure() {
    if (!this.#drawn) return;
    if (this.#wanted() === 'text') {
      this.#stopDrawing();
      this.turnedToText();
      return;
    }
    const phone = innerWidth < 600 || matchMedia('(pointer: coarse)').matches;
    this.#view({
      width: document.documentElement.clientWidth,
      height: innerHeight,
      dpr_milli: Math.round(devicePixelRatio * 1000),
      scroll: Math.round(scrollY),
      ...look(),
      profile: phone ? 'phone' : 'desktop',
      scale_milli: Math.round(textScale() * 1000),
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  }

  #view(view) {
    if (this.#drawn) this.#painter.view(view);
  }

  /** The on-screen keyboard must not lie over the field that is being typed in. */
  #keepFieldInSight() {
    const active = document.activeElement;
    if (active?.dataset?.act !== 'field') return;
    const bottom = visualViewport.offsetTop + visualViewport.height;
    if (active.getBoundingClientRect().bottom > bottom) active.scrollIntoView({ block: 'center' });
  }
}

/** An agency's colours are laid over the theme that comes before them. */
function look() {
  const theme = themeName();
  return { theme, colours: site.colours?.[theme] ?? [], emblem: site.emblem ?? [] };
}

function themeName() {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
