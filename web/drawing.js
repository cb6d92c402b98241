/**
 * The painter's picture under the mirror, when it is there and wanted. It takes over only when a
 * new page comes, or when asked for.
 */
import { chooseMode, onModeChange, textScale, wantedMode } from './mode.js';
import { placeElements, releaseElements } from './overlay.js';
import { loadPainter } from './painter.js';
import { isTextOnly, site } from './site.js';

/** @typedef {import('./types.js').Page} Page @typedef {import('./types.js').Send} Send */

export class Drawing {
  /** @type {import('./painter.js').Painter | null} */
  #painter = null;
  #refused = false;
  #on = false;
  #rects = [];
  #placingDue = false;
  #focusWanted = null;
  /** @type {Page | null} */
  #page = null;

  /**
   * @param {import('./screen.js').ScreenParts} parts
   * @param {HTMLElement} element  the mirror's
   * @param {{focusNow: (id: string) => void, keepClear: () => void, turnedToText: () => void}} screen
   */
  constructor({ assets, mirror, send }, element, screen) {
    this.assets = assets;
    this.mirror = mirror;
    this.send = send;
    this.element = element;
    this.screen = screen;
    for (const kind of ['focusin', 'focusout']) element.addEventListener(kind, () => this.#focusMoved());
    addEventListener('scroll', () => this.#view({ scroll: Math.round(scrollY) }), { passive: true });
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)']) {
      matchMedia(query).addEventListener('change', () => this.#measure());
    }
    onModeChange(() => this.#measure());
    // The painter's picture is one window high: paper gets the mirror's text.
    let resume = false;
    addEventListener('beforeprint', () => {
      resume = this.#on;
      if (resume) this.#stop();
    });
    addEventListener('afterprint', () => resume && this.#start());
  }

  /** Whether a page is going to be drawn, when this one is shown now. @param {Page} page @param {Page | null} now */
  draws(page, now) {
    if (!this.#painter || this.#refused) return false;
    if (this.#on) return !isTextOnly(page.lang);
    return now !== null && now.id !== page.id && wantedMode(page.lang) === 'canvas';
  }

  /** Fetches the painter if this person is going to see it. @param {Page | null} page  shown now */
  async prepare(page) {
    if (this.#painter || this.#refused || wantedMode(page?.lang) === 'text') return;
    try {
      this.#painter = await loadPainter(this.assets);
      this.#painter.onFrame = (frame) => this.#onFrame(frame);
      document.documentElement.dataset.painter = 'ready';
    } catch (error) {
      this.#refused = true; // text mode serves as well
      console.warn(error);
    }
  }

  /** The mirror shows this page by now. @param {Page} page @param {boolean} draw  what `draws` has said of it */
  show(page, draw) {
    this.#page = page;
    this.#placingDue = true;
    if (!draw && this.#on) this.#stop();
    else if (this.#on) this.#painter.page(page);
    else if (draw) this.#start();
  }

  /** The person asked for the other mode. @param {Page} page  shown now */
  async toggle(page) {
    this.#page = page;
    chooseMode(this.#on ? 'text' : 'canvas');
    if (this.#on) {
      this.#stop();
    } else {
      await this.prepare(page);
      this.#start();
    }
  }

  /** Moves the focus to a node's element when it has been laid out. False: nothing is drawn. */
  focus(id) {
    if (!this.#on) return false;
    this.#focusWanted = id;
    this.#painter.wake();
    return true;
  }

  #start() {
    if (!this.#painter || this.#refused || wantedMode(this.#page?.lang) === 'text') return;
    this.#on = true;
    document.documentElement.classList.add('drawn');
    this.#painter.start();
    this.#measure();
    this.#painter.page(this.#page);
  }

  #stop() {
    this.#on = false;
    this.#painter.stop();
    document.documentElement.classList.remove('drawn');
    releaseElements(this.element);
    if (this.#focusWanted !== null) this.screen.focusNow(this.#focusWanted);
    this.#focusWanted = null;
  }

  #onFrame(frame) {
    if (frame.error) {
      this.#refused = true;
      this.#stop();
      this.screen.turnedToText();
      return;
    }
    if (frame.rects) this.#rects = frame.rects;
    if (frame.rects || this.#placingDue) {
      placeElements(this.element, this.#rects);
      this.screen.keepClear();
    }
    this.#placingDue = false;
    this.element.style.height = `${frame.height}px`;
    if (frame.focus) this.mirror.target(frame.focus)?.focus({ preventScroll: true });
    for (const event of frame.events ?? []) this.send(event);
    if (this.#focusWanted !== null && !frame.events?.length) {
      const id = this.#focusWanted;
      this.#focusWanted = null;
      this.screen.focusNow(id);
    }
    this.element.dataset.still = String(!frame.again && !this.#placingDue);
  }

  #focusMoved() {
    if (!this.#on) return;
    queueMicrotask(() => {
      const active = document.activeElement;
      const place = this.element.contains(active) ? (active.dataset.place ?? '') : '';
      const field = active?.dataset?.act === 'field';
      this.#view({ focus: active?.matches(':focus-visible') ? place : '', native: field ? [place] : [] });
    });
  }

  /** A painter that has no room says so once and for all: it is not asked where text is wanted. */
  #measure() {
    if (!this.#on) return;
    if (wantedMode(this.#page?.lang) === 'text') {
      this.#stop();
      this.screen.turnedToText();
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
    if (this.#on) this.#painter.view(view);
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
