/** Picked files: their bytes stay here, the core knows them by a number. */
import { hex, sha256 } from './hash.js';

/** More than the backend takes, less than would make a phone stop. */
const HASH_LIMIT = 64 * 1024 * 1024;
const OPEN_LIMIT = 10 * 1024 * 1024;
const NO_HASH = '0'.repeat(64);

export class FileShelf {
  #files = new Map();
  #urls = new Map();
  #next = 1;

  /** @param {File} file */
  keep(file) {
    const handle = this.#next++;
    this.#files.set(handle, file);
    return handle;
  }

  /** @returns {File | undefined} */
  get(handle) {
    return this.#files.get(handle);
  }

  /** An address of the file's bytes that holds in this window, until it is dropped. */
  url(handle) {
    const file = this.#files.get(handle);
    if (file && !this.#urls.has(handle)) this.#urls.set(handle, URL.createObjectURL(file));
    return this.#urls.get(handle);
  }

  /** @param {number[]} handles */
  drop(handles) {
    for (const handle of handles) {
      if (this.#urls.has(handle)) URL.revokeObjectURL(this.#urls.get(handle));
      this.#urls.delete(handle);
      this.#files.delete(handle);
    }
  }
}

/** @param {File[]} picked @param {FileShelf} shelf */
export function describeFiles(picked, shelf) {
  return Promise.all(
    picked.map(async (file) => ({
      handle: shelf.keep(file),
      name: file.name.normalize('NFC'),
      size: file.size,
      media_type: await mediaType(file),
      sha256: file.size > HASH_LIMIT ? NO_HASH : hex(await sha256(new Uint8Array(await file.arrayBuffer()))),
    })),
  );
}

const SIGNATURES = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What begins the name of the format that Apple's cameras write. */
const HEIC = /^ftyp(hei|hev|mif|msf)/;

/** By the first bytes: a name's ending says nothing. As PickedFile::media_type in client/app/message.hpp. */
export async function mediaType(file) {
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  const [type] = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte)) ?? [''];
  if (type === '' && HEIC.test(String.fromCharCode(...start.slice(4)))) return 'image/heic';
  return type.startsWith('image/') && !(await isWhole(file)) ? 'image/broken' : type;
}

/** Can the browser make a picture of it? What is too large is refused for that, without being opened. */
async function isWhole(file) {
  if (file.size > OPEN_LIMIT || !globalThis.createImageBitmap) return true;
  return createImageBitmap(file).then(
    (picture) => (picture.close(), true),
    () => false,
  );
}
