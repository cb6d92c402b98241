/**
 * Files by name: the manifest says which hashed file stands for "lang/vi" today, so
 * versions never mix. Fetching is tried again a few times; a slow line is reported.
 */
const TRIES = 3;
const PAUSE_MS = 700;

export class Assets {
  #modules = new Map();

  /**
   * @param {Record<string, string>} manifest  asset name → path
   * @param {string} address  of the manifest
   */
  constructor(manifest, address) {
    this.manifest = manifest;
    this.address = address;
  }

  /** The manifest's address is in the page, so that it is fetched with the first files. */
  static async load() {
    const address = document.querySelector('link[data-manifest]').getAttribute('href');
    const answer = await fetchAgain(address);
    return new Assets(await answer.json(), address);
  }

  /** The procedures that are published by now; scripts, texts and modules stay those of this page. */
  async renewProcedures() {
    const answer = await fetchAgain(this.address, { cache: 'no-cache' });
    const isProcedure = ([name]) => name.startsWith('procedures/');
    const others = Object.entries(this.manifest).filter((entry) => !isProcedure(entry));
    this.manifest = Object.fromEntries([...others, ...Object.entries(await answer.json()).filter(isProcedure)]);
  }

  has(name) {
    return name in this.manifest;
  }

  path(name) {
    const path = this.manifest[name];
    if (!path) throw new Error(`no such asset: ${name}`);
    return path;
  }

  /** @param {string} name */
  async text(name) {
    return (await fetchAgain(this.path(name))).text();
  }

  /** @param {string} name */
  async bytes(name) {
    return (await fetchAgain(this.path(name))).arrayBuffer();
  }

  /** A compiled Wasm module. */
  module(name) {
    if (!this.#modules.has(name)) {
      const module = compile(this.path(`${name}.wasm`));
      module.catch(() => this.#modules.delete(name));
      this.#modules.set(name, module);
    }
    return this.#modules.get(name);
  }
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
