// A person who hands a dossier in, over the real API and with the product's own signing code.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { newKey } from './http.mjs';
import { programs, root } from './stack.mjs';

export const procedure = '1.004873';
const edition = JSON.parse(readFileSync(join(root, `assets/procedures/${procedure}.json`), 'utf8')).edition;

export const hex = (bytes) => randomBytes(bytes).toString('hex');
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Today in Vietnam, ISO. */
export const today = () => new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);

let people = 1233 + Math.floor(Math.random() * 900_000);
/** A number that nobody else has. */
const citizenId = () => `084190${String(++people).padStart(6, '0')}`;

/** Complete answers of somebody who asks for an earlier certificate anew; one paper is attached. */
export function answers(changes = {}) {
  const all = {
    nyc_quan_he: 'ban_than',
    nyc_ho_ten: 'NGUYỄN THỊ ÁNH TUYẾT',
    nyc_ngay_sinh: '1990-03-27',
    nyc_gioi_tinh: 'nu',
    nyc_dan_toc: 'kinh',
    nyc_quoc_tich: 'viet_nam',
    nyc_loai_giay_to: 'can_cuoc',
    nyc_so_dinh_danh: citizenId(),
    nyc_dien_thoai: '0901234567',
    nyc_email: 'anh.tuyet@example.com',
    nyc_loai_cu_tru: 'thuong_tru',
    'nyc_noi_cu_tru.province': '86',
    'nyc_noi_cu_tru.commune': '29461',
    'nyc_noi_cu_tru.line': 'Số nhà 12, ấp Ví Dụ',
    xn_cung_noi: 'yes',
    xn_tinh_trang: 'chua_ket_hon',
    muc_dich: 'vay_von',
    cap_lai: 'yes',
    cam_doan: 'yes',
    ...changes,
  };
  for (const key of Object.keys(all)) if (all[key] === null) delete all[key];
  return all;
}

/** A PDF as small as one can be, different for each `text`. */
export function pdf(text = hex(8), size = 0) {
  const head = Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
  return head.length >= size ? head : Buffer.concat([head, Buffer.alloc(size - head.length, 0x0a)]);
}

class Signer {
  constructor() {
    this.waiting = [];
    this.child = spawn(programs.makeDossier, [], { stdio: ['pipe', 'pipe', 'inherit'] });
    // Does not keep the test process alive.
    this.child.unref();
    this.child.stdin.unref?.();
    this.child.stdout.unref?.();
    let text = '';
    this.child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        this.waiting.shift()(text.slice(0, end));
        text = text.slice(end + 1);
      }
      if (this.waiting.length === 0) this.child.stdout.unref?.();
    });
  }
  sign(request) {
    this.child.stdout.ref?.();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(JSON.stringify(request) + '\n');
    });
  }
}
let signer;

/** The signed envelope of a package request, as text. */
export async function sign(request) {
  signer ??= new Signer();
  const line = await signer.sign(request);
  assert.ok(!line.startsWith('{"error"'), `make_dossier: ${line}`);
  return line;
}

/** The nearest slot that has at least `free` places, at `at` or any office that takes the procedure. */
export async function findSlot(client, free = 1, at = null) {
  const offices = (await client.get(`/offices?procedure=${procedure}`)).json.offices;
  assert.ok(offices.length > 0, 'no office takes the procedure');
  for (const office of offices.filter((one) => at === null || one.id === at)) {
    const list = await client.get(`/slots?office=${encodeURIComponent(office.id)}&from=${today()}&days=14`);
    assert.equal(list.status, 200, list.text);
    const slot = list.json.slots.find((one) => one.free >= free);
    if (slot) return { office: office.id, starts_at: slot.starts_at, free: slot.free };
  }
  throw new Error(`no slot has ${free} free places`);
}

export class Citizen {
  constructor(client, { changes = {}, provision = 'attached', files } = {}) {
    this.client = client;
    this.id = hex(16);
    this.nonce = hex(16);
    this.answers = answers(changes);
    this.provision = provision;
    this.bytes = files ?? [pdf()];
    this.handInKey = newKey();
  }

  hold(slot, key = newKey()) {
    return this.client.post('/holds', { dossier: this.id, office: slot.office, starts_at: slot.starts_at }, { once: key });
  }

  announce(bytes, { mediaType = 'application/pdf', size = bytes.length, digest = sha256(bytes), key = newKey() } = {}) {
    return this.client.post('/uploads', { dossier: this.id, sha256: digest, size, media_type: mediaType }, { once: key });
  }

  putPart(upload, n, bytes) {
    return this.client.request('PUT', `/uploads/${upload}/parts/${n}`, {
      body: bytes,
      headers: { 'Content-Type': 'application/octet-stream' },
    });
  }

  /** Uploads a file whole; gives its entry for the manifest. */
  async upload(bytes, { document = 'giay_xn_cu', name = 'giấy xác nhận cũ.pdf', mediaType = 'application/pdf' } = {}) {
    const announced = await this.announce(bytes, { mediaType });
    assert.equal(announced.status, 201, announced.text);
    const { upload, part_bytes: partBytes } = announced.json;
    for (let n = 0; n * partBytes < bytes.length; ++n) {
      const part = await this.putPart(upload, n, bytes.subarray(n * partBytes, (n + 1) * partBytes));
      assert.equal(part.status, 204, part.text);
    }
    return { document, name, media_type: mediaType, size: bytes.length, sha256: sha256(bytes), upload };
  }

  /** Holds a place and uploads the files: all that comes before signing. */
  async prepare(slot) {
    this.slot = slot ?? (await findSlot(this.client));
    const held = await this.hold(this.slot);
    assert.equal(held.status, 201, held.text);
    this.booking = held.json.booking;
    this.files = [];
    if (this.provision === 'attached') {
      for (const bytes of this.bytes) this.files.push(await this.upload(bytes));
    }
    return this;
  }

  /** What make_dossier signs. */
  request(changes = {}) {
    return {
      v: 1,
      id: this.id,
      nonce: this.nonce,
      office: this.slot.office,
      created_at: Math.floor(Date.now() / 1000),
      appointment: { booking: this.booking, starts_at: this.slot.starts_at },
      files: this.files,
      form: {
        v: 1,
        procedure,
        edition,
        today: today(),
        answers: this.answers,
        documents: [
          { id: 'giay_xn_cu', provision: this.provision, files: this.files.map((file) => file.sha256) },
          { id: 'giay_to_tuy_than', provision: 'at_counter', files: [] },
          { id: 'giay_to_cu_tru', provision: 'at_counter', files: [] },
        ].filter((document) => document.id !== 'giay_xn_cu' || this.answers.cap_lai === 'yes'),
      },
      ...changes,
    };
  }

  async envelope(changes) {
    return (this.signed = await sign(this.request(changes)));
  }

  handIn(envelope = this.signed, key = this.handInKey) {
    return this.client.request('POST', '/dossiers', { body: envelope, once: key });
  }

  status(code = this.receipt.code, secret = this.receipt.secret) {
    return this.client.post('/dossiers/status', { code, secret });
  }

  /** POST /appointments/<what> with the slip. */
  appointment(what, more = {}, key = newKey()) {
    return this.client.post(`/appointments/${what}`, { code: this.receipt.code, secret: this.receipt.secret, ...more }, { once: key });
  }

  /** The whole journey; gives the receipt. */
  async complete(slot) {
    await this.prepare(slot);
    await this.envelope();
    const answer = await this.handIn();
    assert.equal(answer.status, 201, answer.text);
    return (this.receipt = answer.json);
  }
}
