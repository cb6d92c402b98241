/**
 * Files by name: the manifest says which hashed file stands for "lang/vi" today, so
 * versions never mix. Fetching is tried again a few times; a slow line is reported.
 */
const MANIFEST = '/assets/manifest.json';
const TRIES = 3;
const PAUSE_MS = 700;

export class Assets {
  #modules = new Map();
  /** @type {Promise<typeof import('./later.js')> | null} */
  #later = null;
  /** Names of which the application has only what its first part uses; null from when it has all. @type {Set<string> | null} */
  #partly = new Set();

  /** @type {Promise<void> | null} */
  #learning = null;

  /**
   * @param {Record<string, string>} manifest  asset name → path, as far as it is known
   * @param {string} application  which may have a file of its own for a name ("desk/lang/vi"), and its first
   *   part another ("core-first/lang/vi")
   */
  constructor(manifest, application) {
    this.manifest = manifest;
    this.application = application;
  }

  /** A page that was made to stand names what it and the rest of its application need: the manifest comes later. */
  static async load() {
    const named = document.getElementById('named')?.textContent;
    const assets = new Assets(JSON.parse(named ?? '{}'), document.documentElement.dataset.module);
    if (!named) await assets.#learn();
    return assets;
  }

  /** Reads the whole manifest; what is known stays as it is. */
  #learn() {
    this.#learning ??= fetchAgain(MANIFEST)
      .then(async (answer) => {
        this.manifest = { ...(await answer.json()), ...this.manifest };
      })
      .catch((error) => {
        this.#learning = null;
        throw error;
      });
    return this.#learning;
  }

  /** The procedures that are published by now; scripts, texts and modules stay those of this page. */
  async renewProcedures() {
    const answer = await fetchAgain(MANIFEST, { cache: 'no-cache' });
    const isProcedure = ([name]) => name.startsWith('procedures/');
    const others = Object.entries(this.manifest).filter((entry) => !isProcedure(entry));
    this.manifest = Object.fromEntries([...others, ...Object.entries(await answer.json()).filter(isProcedure)]);
  }

  has(name) {
    return name in this.manifest;
  }

  /** Of an asset that is known. */
  path(name) {
    const path = this.#find(name);
    if (!path) throw new Error(`no such asset: ${name}`);
    return path;
  }

  #find(name) {
    return this.#firstPath(name) ?? this.manifest[`${this.application}/${name}`] ?? this.manifest[name];
  }

  async #pathOf(name) {
    if (!this.#find(name)) await this.#learn();
    return this.path(name);
  }

  /** @param {string} name */
  async text(name) {
    const path = await this.#pathOf(name);
    const text = document.querySelector(`script[data-asset="${path}"]`)?.textContent ?? (await fetchAgain(path)).text();
    if (path !== this.path(name)) return this.text(name); // all of it is wanted by now
    if (path === this.#firstPath(name)) this.#partly.add(name);
    return text;
  }

  /** From here on all assets are known, and given whole. @returns {Promise<[string, string][]>} name and text of those that were not */
  async whole() {
    const names = [...(this.#partly ?? [])];
    this.#partly = null;
    const texts = names.map(async (name) => [name, await this.text(name)]);
    const [, ...whole] = await Promise.all([this.#learn(), ...texts]);
    return whole;
  }

  #firstPath(name) {
    return this.#partly ? this.manifest[`${this.application}-first/${name}`] : undefined;
  }

  /** Names of the data that this page asked for before any script ran. @returns {string[]} */
  preloaded() {
    const paths = new Set([...document.querySelectorAll('link[rel=preload]')].map((link) => link.getAttribute('href')));
    const isData = (name) => !name.includes('.') || name.startsWith('procedures/');
    return Object.keys(this.manifest).filter((name) => isData(name) && paths.has(this.path(name)));
  }

  /** @param {string} name */
  async bytes(name) {
    return (await fetchAgain(await this.#pathOf(name))).arrayBuffer();
  }

  /** What the pages after the first need of scripts and styles. */
  later() {
    this.#later ??= Promise.all([this.#pathOf('later.js').then((path) => import(path)), this.#pathOf('later.css').then(addStyles)]).then(
      ([script]) => script,
      (error) => {
        this.#later = null;
        throw error;
      },
    );
    return this.#later;
  }

  /** A compiled Wasm module. */
  module(name) {
    if (!this.#modules.has(name)) {
      const module = this.#pathOf(`${name}.wasm`).then(compile);
      module.catch(() => this.#modules.delete(name));
      this.#modules.set(name, module);
    }
    return this.#modules.get(name);
  }
}

function addStyles(path) {
  return new Promise((done, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = path;
    link.addEventListener('load', done);
    link.addEventListener('error', () => failed(new Error(path)));
    document.querySelector('link[rel=stylesheet]').after(link);
  });
}

async function compile(path) {
  const answer = await fetchAgain(path);
  if (answer.headers.get('Content-Type')?.startsWith('application/wasm')) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

export async function fetchAgain(path, options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(path, options);
      if (answer.ok) return answer;
      if (answer.status < 500 || attempt === TRIES) throw new Error(`${path}: ${answer.status}`);
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS * attempt));
  }
}
