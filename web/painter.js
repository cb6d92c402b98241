/**
 * The painter module (client/ui/README.md): given pages, it draws them on the canvas and
 * says where each node lies and what the pointer did. Draws only when something changed.
 */

/** Loads the module and its two fonts; rejects when they cannot be had or WebGL fails. */
export async function loadPainter(assets) {
  const [, regular, semibold] = await Promise.all([
    loadScript(assets.path('painter.js')),
    assets.bytes('fonts/regular.ttf'),
    assets.bytes('fonts/semibold.ttf'),
  ]);
  const canvas = document.getElementById('canvas');
  const module = await globalThis.createPainter({ canvas, locateFile: (name) => assets.path(name) });
  const put = (buffer) => {
    const bytes = new Uint8Array(buffer);
    const at = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, at);
    return [at, bytes.length];
  };
  const { title } = document;
  const started = module._mp_start(...put(regular), ...put(semibold)) === 1;
  document.title = title; // SDL gives its window a title of its own
  if (!started) throw new Error('painter: no picture');
  return new Painter(module);
}

function loadScript(path) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = path;
    script.addEventListener('load', done);
    script.addEventListener('error', () => failed(new Error(path)));
    document.head.append(script);
  });
}

export class Painter {
  #scheduled = false;
  #paused = true;

  constructor(module) {
    this.module = module;
    this.canvas = document.getElementById('canvas');
    this.frames = 0;
    /** Takes what a frame brought; screen.js sets it. */
    this.onFrame = () => {};
    for (const type of ['mousemove', 'mousedown', 'mouseleave']) {
      this.canvas.addEventListener(type, () => this.wake());
    }
    // A press is judged against the picture the person saw, before anything can move.
    // (SDL listens on the document, so the window is told after it.)
    addEventListener('mouseup', () => this.#frame());
    document.addEventListener('visibilitychange', () => this.wake());
  }

  /** @param {import('./types.js').Page} page */
  page(page) {
    this.#call('mp_page', page);
    this.wake();
  }

  /** @param {object} view  members left out keep their last value */
  view(view) {
    this.#call('mp_view', view);
    this.wake();
  }

  start() {
    this.#paused = false;
    this.wake();
  }

  stop() {
    this.#paused = true;
  }

  /** One frame in the next animation frame, unless one is already coming. */
  wake() {
    if (this.#scheduled || this.#paused || document.hidden) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#frame();
    });
  }

  #frame() {
    if (this.#paused) return;
    const frame = JSON.parse(this.module.ccall('mp_frame', 'string', [], []));
    this.frames += 1;
    this.canvas.dataset.frames = String(this.frames);
    if (frame.cursor) this.canvas.style.cursor = frame.cursor;
    this.onFrame(frame);
    if (frame.again) this.wake();
  }

  #call(name, value) {
    const wrong = this.module.ccall(name, 'string', ['string'], [JSON.stringify(value)]);
    if (wrong) throw new Error(`${name}: ${wrong}`);
  }
}
