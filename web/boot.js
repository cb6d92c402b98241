/**
 * Where the page begins: loads the application's module, carries messages and effects to
 * and fro, and shows what it makes. <html data-module> says which application this is.
 */
import { Application } from './application.js';
import { Assets } from './assets.js';
import { Effects } from './effects.js';
import { listenToFields, writeField } from './fields.js';
import { listenToGestures } from './gestures.js';
import { randomHex } from './hash.js';
import { History } from './history.js';
import { Mirror } from './mirror.js';
import { showPreviews } from './previews.js';
import { Screen } from './screen.js';
import { canShape } from './shape.js';
import { elementId } from './shape_element.js';
import { MODE_LINK, withShellLinks } from './shell_links.js';
import { site, words } from './site.js';
import { Speaker } from './speak.js';
import { Trouble } from './trouble.js';

const LANG_KEY = 'motcua.lang';

class Boot {
  #core = null;
  /** What people did before the core could hear it. @type {object[] | null} */
  #waiting = [];
  /** Files asked for before the first page can be shown. */
  #firstAssets = 0;
  #page = null;

  async run() {
    this.trouble = new Trouble(document, () => location.reload(), () => this.#page?.lang ?? readLang());
    if (typeof WebAssembly !== 'object') {
      takeEarly();
      return this.trouble.show('web.no_wasm');
    }
    this.mirror = new Mirror(document);
    this.mirror.writeValue = writeField;
    const root = document.getElementById('mirror');
    this.send = listenToFields(root, (message) => this.#take(message), () => this.#submit());
    this.history = new History((page) => this.#visit(page));
    addEventListener('beforeunload', (event) => {
      if (!this.#page?.unsaved) return;
      event.preventDefault();
      event.returnValue = true; // Safari asks for this
    });
    const slow = this.trouble.watch();
    try {
      const assets = await Assets.load();
      const application = new Application(assets, document.documentElement.dataset.module);
      this.effects = new Effects(assets, (message) => this.send(message), {
        lang: () => this.mirror.page?.lang ?? 'vi',
        setPath: (path) => this.history.go(path),
        whole: () => application.complete(),
      });
      this.screen = new Screen({ assets, mirror: this.mirror, send: (message) => this.send(message), speaker: new Speaker(document) });
      this.screen.turnedToText = () => this.#render();
      listenToGestures(root, (message) => this.send(message), { jump: (id) => this.screen.focus(id), files: this.effects.files });
      doAgain(takeEarly());
      await application.begin();
      this.#core = application;
      const [path, lang] = [location.pathname, readLang()];
      const { languages, agency } = site;
      this.#tell({ type: 'start', random: randomHex(32), path, lang, standing: this.#standing(assets, lang), languages, agency });
    } catch (error) {
      this.#stop(error, 'web.failed');
    } finally {
      slow.done();
    }
    return undefined;
  }

  /** The edition that this procedure's page was made of; it needs nothing of the application until somebody goes on from it. */
  #standing(assets, lang) {
    if (this.mirror.main.dataset.page !== 'procedure' || lang !== document.documentElement.lang) return '';
    return assets.preloaded().find((name) => name.includes('@'))?.split('@')[1] ?? '';
  }

  /** A message from a person or from an effect. */
  #take(message) {
    const early = this.#waiting && ['press', 'input', 'commit', 'choose', 'toggle', 'files'].includes(message.type);
    if (early) {
      // Who presses again because nothing has happened yet means the same press.
      const again = message.type === 'press' && this.#waiting.some(({ type, id }) => type === 'press' && id === message.id);
      if (!again) this.#waiting.push(message);
      if (message.type === 'press') this.trouble.taken();
    } else if (message.type === 'press') this.#press(message);
    else this.#tell(message);
  }

  /** Some links are the platform's own business. */
  #press(message) {
    if (!this.#page && document.getElementById(elementId(message.id))?.localName === 'a') {
      this.#makePage(() => this.#press(message)); // which knows where its links lead
      return;
    }
    const node = this.mirror.node(message.id);
    if (message.id === MODE_LINK) this.#toggleMode();
    else if (node?.role === 'link' && node.value?.startsWith('#')) this.screen.focus(node.value.slice(1));
    else if (node?.role === 'link' && node.value) location.assign(node.value);
    else this.#tell(message);
  }

  /** The application may show another page than the one wished for: the entry then stands for that. */
  #visit(page) {
    this.send({ type: 'visit', page });
    if (this.#page) this.history.pageShown(this.#page.id);
  }

  async #toggleMode() {
    await this.screen.toggle();
    this.#render();
  }

  /** The page that stands as it is today. */
  #makePage(then) {
    this.#tell({ type: 'stirred' }, then);
  }

  /** @param {object} message @param {() => void} [then]  called when it has been answered */
  #tell(message, then) {
    try {
      this.#core.give(message, (answer) => {
        this.#hear(message, JSON.parse(answer));
        then?.();
      });
    } catch (error) {
      this.#stop(error, 'web.stopped');
      return;
    }
    // Even the first page may need more than it was expected to.
    if (this.#core.waits) {
      if (message.type === 'press') this.trouble.taken();
      this.#core.complete().catch((error) => this.#stop(error, 'web.failed'));
    }
  }

  #stop(error, what) {
    console.error(error);
    takeEarly();
    this.trouble.show(what);
  }

  /** What the application answered to the message. */
  #hear(message, answer) {
    if (answer.error) console.warn(`${message.type}: ${answer.error}`);
    if (answer.page) this.#page = answer.page;
    this.#countFirstAssets(message, answer.effects);
    if (answer.page) this.#render();
    if (!this.#waiting && !this.#core.waits) this.trouble.settled();
    this.effects.run(answer.effects);
  }

  /** The page made at build time stays until the core has what it needs to make it itself, or the next. */
  #countFirstAssets(message, effects) {
    if (!this.#waiting) return;
    this.#firstAssets += effects.filter((effect) => effect.type === 'fetch_asset').length;
    if (message.type === 'asset') this.#firstAssets -= 1;
    if (this.#firstAssets > 0) return;
    const early = this.#waiting;
    this.#waiting = null;
    this.mirror.page = null;
    if (!this.#page) {
      const { page } = this.mirror.main.dataset;
      this.screen.stand(page);
      this.history.pageShown(page);
    }
    for (const each of early) this.#take(each);
    this.#render();
    document.documentElement.dataset.running = '';
    performance.mark('running');
    this.#loadOn();
  }

  /** The first page stands: now comes what the pages after it need, and then the painter. */
  async #loadOn() {
    const slow = this.trouble.watch();
    try {
      await this.#core.complete();
      document.documentElement.dataset.complete = '';
      if (this.#page) this.#render();
      else this.#makePage();
    } catch (error) {
      this.#stop(error, 'web.failed');
      return;
    } finally {
      slow.done();
    }
    this.screen.prepare();
  }

  #render() {
    if (this.#waiting || !this.#page) return;
    if (!canShape(this.#page.main)) {
      this.#core.complete().then(() => this.#render(), (error) => this.#stop(error, 'web.failed'));
      return;
    }
    writeLang(this.#page.lang);
    this.screen.show(withShellLinks(this.#page, words(this.#page.lang), site.languages, this.screen.draws(this.#page)));
    showPreviews(this.mirror.main, this.effects.files);
    this.history.pageShown(this.#page.id);
    // Signing comes next, and by then the line may have broken.
    if (this.#page.id === 'check') this.effects.signing().catch(() => {});
  }

  /** Enter in a field does what the page's main button does. */
  #submit() {
    const button = document.querySelector('#main button.tone-primary:not(:disabled)');
    if (button) this.send({ type: 'press', id: button.dataset.node });
  }
}

/** What was done to the page before anybody listened (early.js); it keeps nothing from here on. */
function takeEarly() {
  const kept = globalThis.early?.() ?? [];
  globalThis.early = null;
  return kept;
}

function doAgain(kept) {
  for (const { type, target } of kept) {
    if (type === 'click') target.click();
    else target.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

function readLang() {
  try {
    return localStorage.getItem(LANG_KEY) ?? 'vi';
  } catch {
    return 'vi';
  }
}

function writeLang(lang = 'vi') {
  try {
    if (lang !== readLang()) localStorage.setItem(LANG_KEY, lang);
  } catch {
    // Storage may be forbidden: the language then holds for this visit.
  }
}

new Boot().run();
