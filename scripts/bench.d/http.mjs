// the shortest answer over HTTP, beside Fastify in one process and in two
// builds: release motcua-backend http_load

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { install } from './lib/install.mjs';
import { fail, median, nativeProgram, quick, result, root, table } from './lib/passes.mjs';
import { BOTH_CORES, Server } from './lib/servers.mjs';

const CONNECTIONS = 64;
const SECONDS = quick ? 0.3 : 2;
const PASSES = quick ? 1 : 5;
const PATH = '/api/v1/healthz';

const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const from = join(root, 'scripts/bench.d/servers');
const modules = join(install(from, '43 MB'), 'node_modules');
const peer = join(modules, '..', `http.${process.pid}.mjs`);
copyFileSync(join(from, 'http.mjs'), peer);
process.on('exit', () => rmSync(peer, { force: true }));
const { version } = JSON.parse(readFileSync(join(modules, 'fastify/package.json'), 'utf8'));

const ours = (data) => (port) => [
  nativeProgram('backend/motcua-backend'), '--listen', `127.0.0.1:${port}`, '--data', data, '--assets', join(root, 'assets'), '--calm-requests', '1000000',
  '--receiver', 'http://127.0.0.1:9/', '--demo',
];
const fastify = (workers) => () => (port) => [process.execPath, peer, port, workers];
const contestants = {
  ours: { title: 'ours, one core', command: ours, cores: '0' },
  fastify: { title: `Fastify ${version}, one core`, command: fastify(1), cores: '0' },
  oursOnTwo: { title: 'ours, two cores', command: ours, cores: BOTH_CORES },
  cluster: { title: 'Fastify, two processes, two cores', command: fastify(2), cores: BOTH_CORES },
};

let runs = 0;
async function run({ command, cores }) {
  const data = join(folder, String(++runs));
  mkdirSync(data);
  const server = await Server.start({ command: command(data), folder: data, cores });
  server.load(CONNECTIONS, SECONDS / 2, 0, 'get', PATH);
  const before = server.processorMicros();
  const got = server.load(CONNECTIONS, SECONDS, 0, 'get', PATH);
  const micros = server.processorMicros() - before;
  await server.stop();
  const { 200: count, ...odd } = got.statuses;
  if (Object.keys(odd).length > 0 || got.unanswered > 0) fail(`answers ${JSON.stringify(got.statuses)}, ${got.unanswered} without one`);
  return { rate: count / got.seconds, cpu: micros / count, p99: got.p99_us / 1000, busy: got.busy, bytes: got.bytes / count };
}

const figures = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let pass = 0; pass < PASSES; pass++) for (const [name, contestant] of Object.entries(contestants)) figures[name].push(await run(contestant));
const middle = (name, key) => median(figures[name].map((each) => each[key]));
table(
  ['', 'answers/s', 'spread', 'CPU µs each', 'p99 ms', 'bytes', 'load busy'],
  Object.entries(contestants).map(([name, { title }]) => {
    const rates = figures[name].map(({ rate }) => Math.round(rate));
    return [title, Math.round(middle(name, 'rate')), `${Math.min(...rates)}–${Math.max(...rates)}`, middle(name, 'cpu').toFixed(1),
      middle(name, 'p99').toFixed(1), Math.round(middle(name, 'bytes')), middle(name, 'busy').toFixed(2)];
  }),
);
result({
  rate_vs_fastify: middle('ours', 'rate') / middle('fastify', 'rate'),
  rate_vs_fastify_cluster2: middle('oursOnTwo', 'rate') / middle('cluster', 'rate'),
  cpu_vs_fastify: middle('ours', 'cpu') / middle('fastify', 'cpu'),
  cpu_us: middle('ours', 'cpu'),
});
