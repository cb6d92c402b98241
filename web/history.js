/**
 * The browser's Back: inside the journey it does what the page's own "back" button does;
 * between addresses it goes to the page that the address stands for.
 */
const BACK = 'back';
const BY_PATH = { '/': 'nav.home', '/tra-cuu': 'nav.look_up' };

export class History {
  #path = location.pathname;

  /** @param {(id: string) => boolean} has  is this node on the page? @param {(id: string) => void} press */
  constructor(has, press) {
    this.has = has;
    this.press = press;
    addEventListener('popstate', () => this.#left());
  }

  /** The application shows another path. */
  go(path) {
    if (path !== location.pathname) history.pushState(null, '', path);
    this.#path = path;
  }

  /** Keeps one entry before the present page for Back to take, while there is a way back. */
  pageShown() {
    if (this.has(BACK) && !history.state?.guard) history.pushState({ guard: true }, '');
  }

  #left() {
    const moved = location.pathname !== this.#path;
    this.#path = location.pathname;
    const id = moved ? BY_PATH[this.#path] : BACK;
    if (id && this.has(id)) this.press(id);
  }
}
