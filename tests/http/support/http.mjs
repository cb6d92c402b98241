// Requests over real connections.
import http from 'node:http';
import net from 'node:net';
import { randomBytes, randomUUID } from 'node:crypto';

export const newKey = () => randomUUID();

export class Client {
  /** `base` is "http://127.0.0.1:PORT"; the API's prefix is added to paths. */
  constructor(base, { maxSockets = 64, prefix = '/api/v1' } = {}) {
    this.base = new URL(base);
    this.prefix = prefix;
    this.agent = new http.Agent({ keepAlive: true, maxSockets });
    this.cookie = '';
  }

  close() {
    this.agent.destroy();
  }

  /**
   * `json` is written as JSON, `body` goes as it is. `once` adds an Idempotency-Key (true: a new one).
   * The answer has status, headers (and raw ones), bytes, text and, when it is JSON, json.
   */
  request(method, path, { json, body, once, headers = {}, timeoutMs = 20_000, agent = this.agent } = {}) {
    const payload = json !== undefined ? Buffer.from(JSON.stringify(json)) : body !== undefined ? Buffer.from(body) : undefined;
    const all = { ...headers };
    const has = (name) => Object.keys(all).some((key) => key.toLowerCase() === name);
    if (payload && !has('content-type')) all['Content-Type'] = 'application/json';
    if (once) all['Idempotency-Key'] = once === true ? newKey() : once;
    if (this.cookie && !has('cookie')) all.Cookie = this.cookie;
    if (payload) all['Content-Length'] = payload.length;
    // Everybody asks from elsewhere; nginx puts in what it sees.
    if (!has('x-client-address')) all['X-Client-Address'] = [10, ...randomBytes(3)].join('.');
    for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
    return new Promise((resolve, reject) => {
      const request = http.request(
        { host: this.base.hostname, port: this.base.port, method, path: this.prefix + path, headers: all, agent },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks))));
        },
      );
      request.setTimeout(timeoutMs, () => request.destroy(new Error(`no answer in ${timeoutMs} ms: ${method} ${path}`)));
      request.on('error', reject);
      request.end(payload);
    });
  }

  /** As a clerk's browser does: keeps the session cookie of the answer. */
  async signIn(user, password) {
    const answer = await this.staff('POST', '/staff/session', { json: { user, password } });
    const set = answer.headers['set-cookie']?.[0];
    if (set) this.cookie = set.split(';')[0];
    return answer;
  }

  /** A request of the clerk's pages. */
  staff(method, path, { headers = {}, ...options } = {}) {
    return this.request(method, path, { ...options, headers: { 'X-Requested-With': 'motcua', ...headers } });
  }

  get(path, options) {
    return this.request('GET', path, options);
  }
  post(path, json, options) {
    return this.request('POST', path, { json, ...options });
  }
}

function answerOf(response, bytes) {
  const answer = { status: response.statusCode, headers: response.headers, raw: response.rawHeaders, bytes, text: bytes.toString('utf8') };
  if (bytes.length > 0 && /json/.test(response.headers['content-type'] ?? '')) {
    answer.json = JSON.parse(answer.text);
  }
  return answer;
}

/** Sends bytes as they are and gives back all that comes until the other side closes or is silent. */
export function raw(port, bytes, { silenceMs = 700 } = {}) {
  return new Promise((resolve) => {
    let got = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(got);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(silenceMs, done);
    socket.on('data', (chunk) => (got += chunk));
    socket.on('close', done);
    socket.on('error', done);
  });
}
