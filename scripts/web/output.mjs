// The folder being made: files under hashed names, each with .br and .gz beside it.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };

export class Output {
  /** @type {Record<string, string>} asset name → path on the server */
  manifest = {};
  #contents = new Map();
  #sizes = [];

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
  }

  /** Adds an asset under a name that changes with its content. */
  add(name, ending, bytes) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const stem = name.replace(new RegExp(`\\.${ending}$`), '').replaceAll('/', '-');
    const path = `assets/${stem}.${hash}.${ending}`;
    this.manifest[name] = `/${path}`;
    this.#contents.set(name, bytes);
    this.write(path, bytes);
  }

  content(name) {
    return this.#contents.get(name);
  }

  write(path, bytes) {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    const brotli = brotliCompressSync(bytes, BROTLI);
    writeFileSync(`${target}.br`, brotli);
    writeFileSync(`${target}.gz`, gzipSync(bytes, { level: 9 }));
    this.#sizes.push([path, bytes.length, brotli.length]);
  }

  report() {
    const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
    console.log(`${'raw kB'.padStart(8)} ${'br kB'.padStart(8)}`);
    for (const [path, raw, brotli] of this.#sizes) console.log(`${kilobytes(raw)} ${kilobytes(brotli)}  ${path}`);
  }
}
