/**
 * Says the core's announcements through the live regions: each as a new child element (so
 * that the same words are read again), at most one a second, newest wins, and not before
 * a focus move has been read.
 */
const AFTER_FOCUS_MS = 100;
const BETWEEN_MS = 1000;

export class Speaker {
  /** @param {Document} document */
  constructor(document) {
    this.polite = document.getElementById('polite');
    this.assertive = document.getElementById('assert');
    this.document = document;
    this.lastNumber = 0;
    this.spokenAt = -BETWEEN_MS;
    this.focusedAt = -AFTER_FOCUS_MS;
    this.timer = 0;
  }

  focusMoved() {
    this.focusedAt = performance.now();
  }

  /** What was said about the page before must not be found at the end of this one. */
  pageTurned() {
    for (const region of [this.polite, this.assertive]) region.replaceChildren();
  }

  /** @param {{n?: number, assertive?: boolean, text?: string} | undefined} say */
  hear(say) {
    const number = say?.n ?? 0;
    if (number <= this.lastNumber) return;
    this.lastNumber = number;
    if (!say?.text) return;
    const now = performance.now();
    const due = Math.max(this.focusedAt + AFTER_FOCUS_MS, this.spokenAt + BETWEEN_MS, now);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#speak(say), due - now);
  }

  #speak(say) {
    this.spokenAt = performance.now();
    const words = this.document.createElement('p');
    words.textContent = say.text;
    (say.assertive ? this.assertive : this.polite).replaceChildren(words);
  }
}
