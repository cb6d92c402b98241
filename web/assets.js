/**
 * Files by name: the manifest says which hashed file stands for "lang/vi" today, so
 * versions never mix. Fetching is tried again a few times; a slow line is reported.
 */
const TRIES = 3;
const PAUSE_MS = 700;

export class Assets {
  #modules = new Map();

  /** @param {Record<string, string>} manifest  asset name → path */
  constructor(manifest) {
    this.manifest = manifest;
  }

  /** The manifest's address is in the page, so that it is fetched with the first files. */
  static async load() {
    const link = document.querySelector('link[data-manifest]');
    const answer = await fetchAgain(link.getAttribute('href'));
    return new Assets(await answer.json());
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

export async function fetchAgain(path) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(path);
      if (answer.ok) return answer;
      if (answer.status < 500 || attempt === TRIES) throw new Error(`${path}: ${answer.status}`);
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
    await new Promise((done) => setTimeout(done, PAUSE_MS * attempt));
  }
}
