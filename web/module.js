/**
 * Loads a Wasm module of client/platform/web and talks to it in texts: ask for room,
 * write UTF-8, call, read the answer. See client/platform/web/bridge.hpp.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * What the modules may ask of their host: random numbers, and to end. Anything else that
 * a C library imports is answered "not supported" (52 = ENOSYS) if it is about files and
 * clocks, and stops the module if not: a wrong answer must never pass for a right one.
 */
function importsOf(module, memory) {
  const given = {
    random_bytes: (at, length) => void crypto.getRandomValues(new Uint8Array(memory().buffer, at, length)),
    emscripten_notify_memory_growth: () => {},
    proc_exit: (code) => fail(`exit ${code}`),
  };
  const imports = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module)) {
    if (space === 'primary') continue;
    const missing = space === 'wasi_snapshot_preview1' ? () => 52 : space === 'placeholder' ? notLoaded : () => fail(`${space}.${name}`);
    (imports[space] ??= {})[name] = given[name] ?? missing;
  }
  return imports;
}

/** Thrown where the first part of a module calls into the part that is not there yet. */
export class NotLoaded extends Error {}

function notLoaded() {
  throw new NotLoaded();
}

function fail(what) {
  throw new Error(`module stopped: ${what}`);
}

export class TextModule {
  /** @param {WebAssembly.Module} module */
  static async from(module) {
    const self = new TextModule();
    const instance = await WebAssembly.instantiate(module, importsOf(module, () => self.exports.memory));
    self.exports = instance.exports;
    self.exports._initialize?.();
    self.started = self.exports.mc_start();
    return self;
  }

  /** Adds the other part of a module in two parts. @param {WebAssembly.Module} rest */
  async add(rest) {
    await WebAssembly.instantiate(rest, { ...importsOf(rest, () => this.exports.memory), primary: this.exports });
  }

  /**
   * @param {string} name  of the exported function
   * @param {string | Uint8Array} given
   * @returns {string}
   */
  call(name, given) {
    const bytes = typeof given === 'string' ? encoder.encode(given) : given;
    const { memory, mc_room: room, mc_answer_bytes: answerBytes } = this.exports;
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const answer = this.exports[name](bytes.length);
    return decoder.decode(new Uint8Array(memory.buffer, answer, answerBytes()));
  }
}
