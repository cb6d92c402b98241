// The programs of one test file: receiver, backend and, when asked for, nginx, on free
// loopback ports with fresh folders.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, writeSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './http.mjs';
import { Program, freePort } from './process.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const build = process.env.MOTCUA_BUILD ?? join(root, 'build/debug');
export const programs = {
  backend: join(build, 'backend/motcua-backend'),
  receiver: join(build, 'backend/receiver/motcua-receiver'),
  makeDossier: join(build, 'tests/support/make_dossier'),
  motcua: join(build, 'client/cli/motcua'),
};

export const password = 'rất bí mật 2026';
/** Lanes of every slot, and who works where: `other` elsewhere than the others. */
export const lanes = 10;
export const clerks = { first: 'can-bo-mot', second: 'can-bo-hai', other: 'can-bo-ba', third: 'can-bo-tu' };
/** Who fetches papers for the first office. */
export const courier = 'giao-nhan-mot';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
/** A procedure of tests/fixtures: "9.000001" asks questions of every type, "9.000002" has several editions. */
export const trialProcedure = (name) => readJson(join(root, `tests/fixtures/procedures/${name}.json`));

function linkAll(from, to, except) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!except.includes(name)) symlinkSync(join(from, name), join(to, name));
  }
}

/** These join the procedures; of one procedure the newest edition is the last. */
function addProcedures(folder, trials) {
  linkAll(join(root, 'assets/procedures'), folder, ['history']);
  mkdirSync(join(folder, 'history'));
  for (const [at, trial] of trials.entries()) {
    const earlier = trials.slice(at + 1).some(({ code }) => code === trial.code);
    const name = earlier ? `history/${trial.code}@${trial.edition}.json` : `${trial.code}.json`;
    writeFileSync(join(folder, name), JSON.stringify(trial));
  }
}

/**
 * The project's assets with our clerks and our number of lanes, and with these procedures
 * besides its own. Gives the offices' ids.
 */
function makeAssets(folder, trials) {
  mkdirSync(join(folder, 'offices'), { recursive: true });
  linkAll(join(root, 'assets'), folder, ['offices', ...(trials.length > 0 ? ['agencies', 'procedures'] : [])]);
  const read = (path) => readJson(join(root, 'assets', path));
  const agency = read('agencies/huyen-tra-cu.json');
  if (trials.length > 0) {
    addProcedures(join(folder, 'procedures'), trials);
    for (const office of agency.offices) office.procedures.push(...new Set(trials.map(({ code }) => code)));
    mkdirSync(join(folder, 'agencies'));
    writeFileSync(join(folder, 'agencies/huyen-tra-cu.json'), JSON.stringify(agency));
  }
  const ids = agency.offices.map((office) => office.id);
  const file = read('offices/demo.json');
  file.slots.lanes = lanes;
  file.clerks = Object.values(clerks).map((user) => ({
    user, name: `Cán bộ ${user}`, office: user === clerks.other ? ids[1] : ids[0], password,
  }));
  file.clerks.push({ user: courier, name: 'Người giao nhận', office: ids[0], password, role: 'courier' });
  writeFileSync(join(folder, 'offices/demo.json'), JSON.stringify(file));
  return ids;
}

async function answers(port, path = '/') {
  try {
    const client = new Client(`http://127.0.0.1:${port}`, { prefix: '' });
    const answer = await client.get(path, { timeoutMs: 2_000 });
    client.close();
    return answer.status;
  } catch {
    return 0;
  }
}

export class Stack {
  /** `t` is a node:test context; everything ends and is removed with it. */
  static async start(t, options = {}) {
    const stack = new Stack(options);
    t.after(() => stack.end());
    await stack.startReceiver(options.receiver ?? {});
    if (options.nginx) stack.pagesPort = await freePort();
    await stack.startBackend();
    if (options.nginx) await stack.startNginx();
    return stack;
  }

  /**
   * `trials`: procedures besides the project's own. `nginxText`: changes a file of nginx's configuration.
   * `calm`: how many requests an office is sent at once before they are work. `faults`: the backend's disk can be
   * filled and its clock moved.
   */
  constructor({ backendArgs = [], trials = [], nginxText = (text) => text, calm = 1_000_000, faults = false } = {}) {
    this.calm = calm;
    this.nginxText = nginxText;
    this.folder = mkdtempSync(join(tmpdir(), 'motcua-http-'));
    this.data = join(this.folder, 'data');
    this.logs = join(this.folder, 'logs');
    mkdirSync(this.logs);
    this.backendArgs = backendArgs;
    this.backendEnv = faults ? this.prepareFaults() : {};
    this.assets = join(this.folder, 'assets');
    this.offices = makeAssets(this.assets, trials);
    this.clients = [];
    this.demo = true;
  }

  /** `false`: nobody listens on the receiver's port. */
  async startReceiver(how) {
    this.receiverPort ??= await freePort();
    if (how === false) return;
    const args = ['--listen', `127.0.0.1:${this.receiverPort}`, '--data', join(this.folder, 'receiver')];
    if (how.misbehave) args.push('--misbehave', how.misbehave);
    if (how.times) args.push('--times', String(how.times));
    if (how.slowMs) args.push('--slow-ms', String(how.slowMs));
    this.receiver = new Program('motcua-receiver', programs.receiver, args, join(this.logs, 'receiver.log'));
    await this.receiver.ready(async () => (await answers(this.receiverPort, '/received')) === 200);
  }

  async startBackend() {
    this.backendPort ??= await freePort();
    this.backend = new Program('motcua-backend', programs.backend, [
      '--listen', `127.0.0.1:${this.backendPort}`,
      '--data', this.data,
      '--assets', this.assets,
      '--receiver', `http://127.0.0.1:${this.receiverPort}/`,
      ...(this.demo ? ['--demo'] : []),
      ...(this.pagesPort ? ['--public-url', `http://127.0.0.1:${this.pagesPort}`] : []),
      '--retry-base-ms', '20',
      '--forward-timeout-ms', '1500',
      '--calm-requests', String(this.calm),
      ...this.backendArgs,
    ], join(this.logs, 'backend.log'), this.backendEnv);
    await this.backend.ready(async () => (await answers(this.backendPort, '/api/v1/readyz')) === 200);
  }

  prepareFaults() {
    const library = join(this.folder, 'faults.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'faults.c')], { stdio: 'inherit' });
    this.faultsFile = join(this.folder, 'faults');
    writeFileSync(this.faultsFile, '');
    this.setFaults({});
    return { LD_PRELOAD: library, FAULTS: this.faultsFile };
  }

  /** From now on: how far the backend's wall clock is off, and how many bytes its disk still takes (-1: all). */
  setFaults({ clockSecs = 0, diskBytes = -1 }) {
    const bytes = Buffer.alloc(16);
    bytes.writeBigInt64LE(BigInt(clockSecs) * 1_000_000_000n, 0);
    bytes.writeBigInt64LE(BigInt(diskBytes), 8);
    const file = openSync(this.faultsFile, 'r+');
    writeSync(file, bytes, 0, 16, 0);
    closeSync(file);
  }

  /** As a crash: nothing is asked, nothing is waited for. */
  async killBackend() {
    await this.backend.kill('SIGKILL');
  }

  async startNginx() {
    this.nginxPort = this.pagesPort ?? (await freePort());
    const run = join(this.folder, 'nginx');
    for (const folder of ['conf', 'tmp', 'web']) mkdirSync(join(run, folder), { recursive: true });
    writeFileSync(join(run, 'web/index.html'), '<!doctype html><title>Một Cửa</title>');
    const from = join(root, 'backend/nginx');
    const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
    const values = {
      LISTEN: `127.0.0.1:${this.nginxPort}`,
      TLS: '',
      USER: process.getuid() === 0 ? 'user root;' : '',
      MODULES: existsSync(brotli) ? `load_module ${brotli};` : '',
      BROTLI: existsSync(brotli) ? 'brotli_static on;' : '',
      BACKEND: `127.0.0.1:${this.backendPort}`,
      WEB_DIR: join(run, 'web'),
      NGINX_DIR: join(run, 'conf'),
      RUN_DIR: run,
    };
    for (const name of readdirSync(from)) {
      const text = readFileSync(join(from, name), 'utf8').replace(/@([A-Z_]+)@/g, (all, key) => values[key] ?? all);
      writeFileSync(join(run, 'conf', name.replace(/\.in$/, '')), this.nginxText(text));
    }
    const args = ['-p', run, '-c', join(run, 'conf/motcua.conf'), '-e', join(run, 'nginx-error.log')];
    this.nginx = new Program('nginx', '/usr/sbin/nginx', args, join(this.logs, 'nginx.log'));
    await this.nginx.ready(async () => (await answers(this.nginxPort, '/api/v1/readyz')) === 200);
  }

  /** A client of the backend, or of nginx when it runs. */
  client(options) {
    const client = new Client(`http://127.0.0.1:${this.nginxPort ?? this.backendPort}`, options);
    this.clients.push(client);
    return client;
  }

  /** A client with the session of a clerk. */
  async clerk(user = clerks.first) {
    const client = this.client();
    const answer = await client.signIn(user, password);
    if (answer.status !== 201) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
    return client;
  }

  /** What the receiver has: [{receipt, idempotency_key, sha256, code, files}]. */
  async received() {
    const client = new Client(`http://127.0.0.1:${this.receiverPort}`, { prefix: '' });
    try {
      return (await client.get('/received')).json.received;
    } finally {
      client.close();
    }
  }

  /** How many deliveries the running receiver has seen begin. */
  async deliveries() {
    const client = new Client(`http://127.0.0.1:${this.receiverPort}`, { prefix: '' });
    try {
      return (await client.get('/received')).json.deliveries;
    } finally {
      client.close();
    }
  }

  async receivedContents(receipt) {
    const client = new Client(`http://127.0.0.1:${this.receiverPort}`, { prefix: '' });
    try {
      return (await client.get(`/received/${receipt}`)).json;
    } finally {
      client.close();
    }
  }

  async end() {
    for (const client of this.clients) client.close();
    await this.nginx?.stop('SIGQUIT', 3_000);
    await this.backend?.stop();
    await this.receiver?.stop();
    if (process.env.MOTCUA_KEEP) {
      console.error(`kept: ${this.folder}`);
    } else {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}
