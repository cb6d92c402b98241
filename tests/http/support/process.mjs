// Programs under test: started, watched, ended.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { appendFileSync } from 'node:fs';

const alive = new Set();
process.on('exit', () => {
  for (const program of alive) program.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(1));
}

/** Asks `condition` until it gives something true; fails after `timeoutMs` saying `what`. */
export async function until(what, condition, { timeoutMs = 15_000, everyMs = 15 } = {}) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** A loopback port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** One running program; all it prints goes to `logFile` and is kept in `output`. */
export class Program {
  constructor(name, command, args, logFile, env = {}) {
    this.name = name;
    this.output = '';
    this.exit = null;
    this.child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    alive.add(this.child);
    const keep = (chunk) => {
      this.output += chunk;
      appendFileSync(logFile, chunk);
    };
    this.child.stdout.setEncoding('utf8').on('data', keep);
    this.child.stderr.setEncoding('utf8').on('data', keep);
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => {
        this.output += String(error);
        resolve((this.exit = { code: 127, signal: null }));
      });
      this.child.once('close', (code, signal) => {
        alive.delete(this.child);
        resolve((this.exit = { code, signal }));
      });
    });
  }

  get running() {
    return this.exit === null;
  }

  /** Polls until `check` is true; says what the program printed when it ends before. */
  async ready(check) {
    await until(`${this.name} to be ready; it printed:\n${this.output}`, async () => {
      if (!this.running) throw new Error(`${this.name} ended (${JSON.stringify(this.exit)}):\n${this.output}`);
      return check();
    });
  }

  kill(signal = 'SIGKILL') {
    this.child.kill(signal);
    return this.ended;
  }

  /** Asks it to end; SIGKILL when it has not within `timeoutMs`. */
  async stop(signal = 'SIGTERM', timeoutMs = 10_000) {
    if (!this.running) return this.exit;
    const timer = setTimeout(() => this.child.kill('SIGKILL'), timeoutMs);
    this.child.kill(signal);
    await this.ended;
    clearTimeout(timer);
    return this.exit;
  }
}
