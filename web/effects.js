/** Carries out what the core asks for, and sends it what came of it. */
import { FileShelf } from './files.js';
import { useFallback } from './hash.js';
import { TextModule } from './module.js';
import { Untrusted, assertTrusted } from './trust.js';
import trusted from 'motcua:trust';

/** @typedef {import('./types.js').Effect} Effect @typedef {import('./types.js').Send} Send */

const ANSWER_WITHIN_MS = 20000;

export class Effects {
  files = new FileShelf();
  #signing = null;
  #indexRead = false;
  /** Read and found to be trusted while the application is still on its way. @type {Map<string, Promise<object>>} */
  #ahead = new Map();

  /**
   * @param {import('./assets.js').Assets} assets
   * @param {Send} send
   * @param {{lang: () => string, setPath: (path: string) => void, whole: () => Promise<void>}} page
   */
  constructor(assets, send, { lang, setPath, whole }) {
    this.assets = assets;
    this.send = send;
    this.lang = lang;
    this.setPath = setPath;
    this.whole = whole;
    useFallback(() => this.signing());
    for (const name of assets.preloaded()) {
      const answer = this.#read(name);
      answer.catch(() => {}); // told to whoever asks for it
      this.#ahead.set(name, answer);
    }
  }

  /** @param {Effect[]} effects */
  run(effects) {
    for (const effect of effects) this.#makers[effect.type]?.(effect);
  }

  /** The module that holds libsodium, loaded when it is first needed. */
  signing() {
    this.#signing ??= this.assets
      .module('signing')
      .then((module) => TextModule.from(module))
      .catch((error) => {
        this.#signing = null; // so that the next try loads it again
        throw error;
      });
    return this.#signing;
  }

  /** Procedures are used only as the office signed them. */
  async #read(name) {
    if (!name.startsWith('procedures/')) return { text: await this.assets.text(name), ok: true };
    if (name === 'procedures/index') {
      if (this.#indexRead) await this.assets.renewProcedures();
      this.#indexRead = true;
    }
    const [bytes, signature] = await Promise.all([this.assets.bytes(name), this.assets.text(`${name}.sig`)]);
    await assertTrusted(new Uint8Array(bytes), signature, trusted, () => this.signing());
    return { text: new TextDecoder().decode(bytes), ok: true };
  }

  /** Data beyond a first page's is for the application as a whole: what was typed meanwhile would have to wait with it. */
  async #readLater(name) {
    if (!name.startsWith('lang/')) await this.whole();
    return this.#read(name);
  }

  /** @type {Record<string, (effect: Effect) => void>} */
  #makers = {
    fetch_asset: async ({ name }) => {
      const reading = this.#ahead.get(name) ?? this.#readLater(name);
      this.#ahead.delete(name);
      const answer = await reading.catch((error) => ({ text: error instanceof Untrusted ? 'untrusted' : '', ok: false }));
      this.send({ type: 'asset', name, ...answer });
    },
    http_call: async (effect) => {
      const send = (work) => httpCall(effect, this.lang(), work);
      let answer = await send();
      if (answer.status === 429) answer = await (await this.assets.later()).afterWork(answer, this.assets.path('work.js'), send);
      this.send({ type: 'http_answer', call: effect.call, ...answer });
    },
    upload: async (effect) => {
      const file = this.files.get(effect.handle);
      const onProgress = (sent) => {
        this.send({ type: 'upload_progress', call: effect.call, sent, total: effect.size });
      };
      const none = { status: 0, upload: '', body: '' };
      const send = async () => (await this.assets.later()).upload(effect, file, this.lang(), onProgress);
      const answer = file ? await send().catch(() => none) : none;
      this.send({ type: 'upload_answer', call: effect.call, ...answer });
    },
    sign: async ({ call, request }) => {
      const envelope = await this.signing()
        .then((module) => (module.started ? module.call('ms_sign', request) : ''))
        .catch(() => '');
      this.send({ type: 'signed', call, envelope });
    },
    wait: ({ call, millis }) => setTimeout(() => this.send({ type: 'woke', call }), millis),
    drop_files: ({ handles }) => this.files.drop(handles),
    set_path: ({ path }) => this.setPath(path),
    print_page: () => window.print(),
    save_file: async (file) => (await this.assets.later()).saveFile(file),
    restart: () => location.reload(),
  };
}

async function httpCall(effect, lang, work) {
  try {
    const headers = new Headers(effect.headers);
    if (!headers.has('Accept-Language')) headers.set('Accept-Language', lang);
    if (work) headers.set('X-Work', work);
    const answer = await fetch(effect.path, {
      method: effect.method,
      headers,
      body: effect.body || undefined,
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: '' };
  }
}
