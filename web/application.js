/**
 * The application's module. It may come in two parts (scripts/web/split.mjs): the first makes the
 * first page, the rest is loaded behind it. A message that turns out to need the rest waits for
 * it, and so do those after it.
 */
import { NotLoaded, TextModule } from './module.js';
import { addShapes } from './shape.js';

/** @param {object} message */
const textOf = (message) => JSON.stringify({ now: Math.floor(Date.now() / 1000), ...message });

export class Application {
  #running = null;
  /** Texts taken so far, for as long as the rest is missing. @type {string[] | null} */
  #taken = null;
  /** @type {{text: string, answered: (answer: string) => void}[]} */
  #waiting = [];
  /** @type {Promise<void> | null} */
  #completing = null;

  /**
   * @param {import('./assets.js').Assets} assets
   * @param {string} name
   */
  constructor(assets, name) {
    this.assets = assets;
    this.name = name;
  }

  /** Loads what the first page needs. */
  async begin() {
    this.#running = await TextModule.from(await this.assets.module(this.name));
    if (this.assets.has(`${this.name}-rest.wasm`)) this.#taken = [];
  }

  /** Loads what the pages after the first need; once, however often it is called. */
  complete() {
    this.#completing ??= this.#join();
    return this.#completing;
  }

  /** Messages are waiting for the rest. */
  get waits() {
    return this.#waiting.length > 0;
  }

  async #join() {
    const [later, rest, files] = await Promise.all([
      this.assets.later(),
      this.#taken && this.assets.module(`${this.name}-rest`),
      this.assets.whole(),
    ]);
    addShapes(later.laterShapes);
    if (!rest) return;
    await this.#running.add(rest);
    // A message that was cut short has left its traces: what came before it is told to a fresh start.
    if (this.waits) {
      this.#running = await TextModule.from(await this.assets.module(this.name));
      await this.#running.add(rest);
      for (const text of this.#taken) this.#running.call('mc_send', text);
    }
    this.#taken = null;
    for (const [name, text] of files) this.#running.call('mc_send', textOf({ type: 'asset', name, text, ok: true }));
    while (this.waits) {
      const { text, answered } = this.#waiting.shift();
      answered(this.#running.call('mc_send', text));
    }
  }

  /**
   * @param {object} message
   * @param {(answer: string) => void} answered  called now, or when the rest has come
   */
  give(message, answered) {
    const text = textOf(message);
    if (this.waits) {
      this.#waiting.push({ text, answered });
      return;
    }
    let answer;
    try {
      answer = this.#running.call('mc_send', text);
    } catch (error) {
      if (!(error instanceof NotLoaded) || !this.#taken) throw error;
      this.#waiting.push({ text, answered });
      return;
    }
    this.#taken?.push(text);
    answered(answer);
  }
}
