/**
 * The browser's Back and Forward: every page that is shown has an entry, and an entry that is
 * gone to is a wish ("visit") that the application grants or not.
 */
export class History {
  /** Ids of the pages of this visit's entries. @type {string[]} */
  #pages = [];
  #at = -1;
  /** Answering a step of the browser: what is shown belongs to the entry that is there. */
  #visiting = false;
  /** The page's own "back" leads to the entry before: that one is gone to, and comes back as a step. */
  #stepping = false;
  /** Of what the application shows. */
  #path = location.pathname;

  /** @param {(page: string) => void} visit */
  constructor(visit) {
    this.visit = visit;
    addEventListener('popstate', (event) => this.#stepped(event.state));
  }

  /** The application shows another path; its page has been shown already. */
  go(path) {
    this.#path = path;
    if (!this.#stepping && path !== location.pathname) history.replaceState(history.state, '', path);
  }

  /** @param {string} page  its id */
  pageShown(page) {
    if (this.#pages[this.#at] === page) return;
    if (this.#at < 0 || this.#visiting) {
      this.#at = Math.max(this.#at, 0);
      this.#pages[this.#at] = page;
      history.replaceState({ at: this.#at }, '', this.#path);
    } else if (this.#pages[this.#at - 1] === page) {
      this.#at -= 1;
      this.#stepping = true;
      history.back();
    } else {
      this.#at += 1;
      this.#pages.splice(this.#at, Infinity, page);
      history.pushState({ at: this.#at }, '', this.#path);
    }
  }

  #stepped(state) {
    if (this.#stepping) {
      this.#stepping = false;
      return;
    }
    const page = this.#pages[state?.at];
    if (page === undefined) return; // an entry of before this page was loaded anew
    this.#at = state.at;
    this.#visiting = true;
    this.visit(page);
    this.#visiting = false;
  }
}
