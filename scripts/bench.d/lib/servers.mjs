// Servers that are compared under load: started, asked by http_load, measured, ended.

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { freePort, until } from '../../../tests/http/support/process.mjs';
import { fail, nativeProgram } from './passes.mjs';

const TICK_MICROS = 1e6 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/** The first two cores, as taskset takes them. */
export const BOTH_CORES = cpus().length > 1 ? '0-1' : '0';
const LOAD_CORE = String(Math.min(1, cpus().length - 1));
const LOAD = nativeProgram('tests/bench/http_load');

const alive = new Set();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Compiles lib/slow_sync.c into this folder. */
export function buildSlowSync(folder) {
  const library = join(folder, 'slow_sync.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'slow_sync.c'), '-ldl'], { stdio: 'inherit' });
  return library;
}

export class Server {
  /**
   * Starts `command` (port → [program, ...arguments]) in a folder of its own and waits until it
   * answers. `preload` is what buildSlowSync gave; `cores` is as taskset takes it.
   */
  static async start({ command, folder, preload = '', delayMicros = 0, cores = BOTH_CORES }) {
    const server = new Server();
    mkdirSync(folder, { recursive: true });
    server.port = await freePort();
    server.syncFile = join(folder, 'syncs');
    const log = openSync(join(folder, 'log'), 'w');
    const [program, ...args] = command(server.port);
    server.child = spawn('taskset', ['-c', cores, program, ...args], {
      stdio: ['ignore', log, log],
      env: { ...process.env, LD_PRELOAD: preload, SYNC_COUNT: server.syncFile, SYNC_DELAY_US: String(delayMicros) },
    });
    closeSync(log);
    alive.add(server.child);
    server.ended = new Promise((resolve) => server.child.once('close', resolve));
    await until(`${program} to answer`, async () => {
      if (server.child.exitCode !== null) fail(`${program} ended:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
      return fetch(`http://127.0.0.1:${server.port}/api/v1/healthz`).then((answer) => answer.ok, () => false);
    });
    return server;
  }

  /** As http_load takes it: [connections, seconds, rate, kind, ...]; gives what it printed. */
  load(...args) {
    const output = execFileSync('taskset', ['-c', LOAD_CORE, LOAD, ...[this.port, ...args].map(String)], { encoding: 'utf8' });
    return JSON.parse(output);
  }

  /** Processor time used since it began, by all of its threads and children, in microseconds. */
  processorMicros() {
    return this.processes().reduce((sum, id) => {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
    }, 0);
  }

  /** The most memory it ever had at once, in bytes. */
  memory() {
    return this.processes().reduce((sum, id) => sum + Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) * 1024, 0);
  }

  processes() {
    const children = readFileSync(`/proc/${this.child.pid}/task/${this.child.pid}/children`, 'utf8').trim();
    return [this.child.pid, ...(children ? children.split(' ') : [])];
  }

  /** How often it has waited for the disk. */
  syncs() {
    return existsSync(this.syncFile) ? Number(readFileSync(this.syncFile).readBigUInt64LE()) : 0;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
    alive.delete(this.child);
  }
}
