// holding seats of appointments at 64 connections, beside Fastify + better-sqlite3
// builds: release motcua-backend http_load

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { install } from './lib/install.mjs';
import { fail, median, nativeProgram, quick, result, root, table } from './lib/passes.mjs';
import { Server, buildSlowSync } from './lib/servers.mjs';

const CONNECTIONS = 64;
const SECONDS = quick ? 0.5 : 3;
const WARM_UP_SECONDS = quick ? 0.2 : 1;
const PASSES = quick ? 1 : 5;
const SLOW_MICROS = 2000;
/** Of what Fastify manages; latency is compared at this rate for both. */
const STEADY_SHARE = 0.8;
// A generator busier than this could be what limits the rate.
const BUSIEST_LOAD = 0.85;

// Node says of its own SQLite that it may change.
process.removeAllListeners('warning');
const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const slotsFile = join(folder, 'slots');
const preload = buildSlowSync(folder);
const from = join(root, 'scripts/bench.d/servers');
const modules = join(install(from, '43 MB'), 'node_modules');
const version = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;

/** Enough seats that only the slots everybody wants fill up. */
function writeOffices() {
  const source = { source: 'invented', checked_on: '2026-11-21', verified: false };
  const offices = Array.from({ length: 10 }, (_, i) => ({
    id: `van-phong-${i}`, name: `Văn phòng ${i}`, address: '', commune: '29461', unit_code: `H00.${i}`, procedures: [], from: source,
  }));
  const slots = { minutes: 5, lanes: 3, weekdays: [1, 2, 3, 4, 5, 6, 7], hours: [{ from: '00:00', until: '23:55' }], closed_days: [], from: source };
  const path = join(folder, 'offices.json');
  writeFileSync(path, JSON.stringify({ v: 1, offices, slots, clerks: [] }));
  return path;
}

const offices = writeOffices();
// Node looks for packages beside the script, so the script lies beside them.
const peer = join(modules, '..', `booking.${process.pid}.mjs`);
writeFileSync(peer, readFileSync(join(from, 'booking.mjs')));
process.on('exit', () => rmSync(peer, { force: true }));
const node = (commits) => (data) => (port) => [process.execPath, peer, port, join(data, 'motcua.sqlite'), slotsFile, commits];
const contestants = {
  ours: (data) => (port) => [
    nativeProgram('backend/motcua-backend'), '--listen', `127.0.0.1:${port}`, '--data', data, '--assets', join(root, 'assets'), '--calm-requests', '1000000',
    '--receiver', 'http://127.0.0.1:9/', '--offices', offices,
  ],
  fastify: node('each'),
  together: node('together'),
};

/** What is wrong in a database after a run: the same question of both. */
function check(data, acknowledged) {
  const base = new DatabaseSync(join(data, 'motcua.sqlite'), { readOnly: true });
  const number = (sql) => Object.values(base.prepare(sql).get())[0];
  const overbooked = number(`SELECT count(*) FROM (SELECT 1 FROM slots s JOIN bookings b USING (office, starts_at)
    WHERE b.state = 'held' GROUP BY s.office, s.starts_at HAVING count(*) > s.lanes)`);
  const full = number(`SELECT count(*) FROM (SELECT 1 FROM slots s JOIN bookings b USING (office, starts_at)
    WHERE b.state = 'held' GROUP BY s.office, s.starts_at HAVING count(*) = s.lanes)`);
  const held = number("SELECT count(*) FROM bookings WHERE state = 'held'");
  const seats = number('SELECT count(DISTINCT booking) FROM seat_claims');
  base.close();
  if (held !== acknowledged || seats !== held) fail(`${acknowledged} holds were acknowledged; ${held} are stored, ${seats} have a seat`);
  return { overbooked, full };
}

let runs = 0;
/** One server from its start to its end; what it did in the measured time. */
async function run(name, { delayMicros = 0, rate = 0 } = {}) {
  const data = join(folder, `${++runs}-${name}`);
  mkdirSync(data);
  const server = await Server.start({ command: contestants[name](data), folder: data, preload, delayMicros });
  const warm = server.load(CONNECTIONS, WARM_UP_SECONDS, rate, 'hold', slotsFile, 2 * runs);
  const [processor, syncs] = [server.processorMicros(), server.syncs()];
  const got = server.load(CONNECTIONS, SECONDS, rate, 'hold', slotsFile, 2 * runs + 1);
  const booked = got.statuses[201] ?? 0;
  const figures = {
    rate: booked / got.seconds,
    p50: got.p50_us / 1000,
    p99: got.p99_us / 1000,
    cpu: (server.processorMicros() - processor) / booked,
    memory: server.memory(),
    perSync: booked / (server.syncs() - syncs),
    refused: got.statuses[409] ?? 0,
    load: got.busy,
  };
  await server.stop();
  for (const { statuses, unanswered } of [warm, got]) {
    const odd = Object.keys(statuses).filter((status) => !['201', '409'].includes(status));
    if (odd.length > 0 || unanswered > 0) fail(`${name}: answers ${JSON.stringify(statuses)}, ${unanswered} without one`);
  }
  if (rate === 0 && got.busy > BUSIEST_LOAD && !quick) console.log(`   the generator was busy ${got.busy} of the time beside ${name}`);
  const { overbooked, full } = check(data, booked + (warm.statuses[201] ?? 0));
  if (full === 0) fail(`${name}: no slot filled up, so nothing was raced for`);
  rmSync(data, { recursive: true });
  return { ...figures, overbooked };
}

/** Runs these in turn; each figure's median, least and greatest, and all overbooked slots. */
async function compare(names, how) {
  const all = new Map(names.map((name) => [name, []]));
  for (let pass = 0; pass < PASSES; pass++) for (const name of names) all.get(name).push(await run(name, how));
  return Object.fromEntries([...all].map(([name, figures]) => {
    const summed = Object.fromEntries(Object.keys(figures[0]).map((key) => {
      const values = figures.map((each) => each[key]);
      return [key, { median: median(values), least: Math.min(...values), greatest: Math.max(...values), sum: values.reduce((a, b) => a + b) }];
    }));
    return [name, summed];
  }));
}

/** The slots of our plan, those that nobody can have lost to the clock. */
async function writeSlots() {
  const data = join(folder, 'plan');
  mkdirSync(data);
  const server = await Server.start({ command: contestants.ours(data), folder: data });
  await server.stop();
  const base = new DatabaseSync(join(data, 'motcua.sqlite'), { readOnly: true });
  const rows = base.prepare('SELECT office, starts_at, lanes FROM slots WHERE starts_at > ? ORDER BY starts_at, office').all(Date.now() / 1000 + 3600);
  base.close();
  writeFileSync(`${slotsFile}`, rows.map(({ office, starts_at, lanes }) => `${office} ${starts_at} ${lanes}\n`).join(''));
  return rows.length;
}

const slots = await writeSlots();
const titles = {
  ours: 'ours',
  fastify: 'Fastify + better-sqlite3',
  together: 'the same, one commit for all that came',
};
console.log(`${CONNECTIONS} connections, ${PASSES} × ${SECONDS} s each, ${slots} slots of 3 seats, WAL and synchronous=FULL everywhere`);
console.log(`Fastify ${version('fastify')}, better-sqlite3 ${version('better-sqlite3')}, ajv ${version('ajv')}`);

const rows = [];
const ms = ({ median }) => median.toFixed(1);
function add(how, figures) {
  for (const [name, each] of Object.entries(figures)) {
    rows.push([
      `${titles[name]}, ${how}`, Math.round(each.rate.median), `${Math.round(each.rate.least)}–${Math.round(each.rate.greatest)}`, ms(each.p50), ms(each.p99),
      Math.round(each.cpu.median), (each.memory.median / 1e6).toFixed(0), each.perSync.median.toFixed(1), Math.round(each.refused.median), each.load.median.toFixed(2), each.overbooked.sum,
    ]);
  }
  return figures;
}

const plain = add('as fast as it can', await compare(['ours', 'fastify', 'together']));
// In the tests it is enough to be right once with every contestant.
const others = quick ? ['ours', 'fastify'] : ['ours', 'fastify', 'together'];
const slow = add('fsync 2 ms slower', await compare(others, { delayMicros: SLOW_MICROS }));
const rate = Math.round(plain.fastify.rate.median * STEADY_SHARE);
const steady = add(`at ${rate} requests a second`, await compare(others, { rate }));
table(['', 'bookings/s', 'spread', 'p50 ms', 'p99 ms', 'CPU µs each', 'MB', 'per fsync', 'refused', 'load busy', 'overbooked'], rows);

const overbooked = [plain, slow, steady].flatMap((each) => Object.values(each)).reduce((sum, each) => sum + each.overbooked.sum, 0);
if (overbooked > 0) fail(`${overbooked} slots were overbooked`);
const ratio = (figures, peerName, key) => figures.ours[key].median / figures[peerName][key].median;
result({
  rate_vs_fastify_sqlite: ratio(plain, 'fastify', 'rate'),
  rate_vs_fastify_sqlite_fsync2ms: ratio(slow, 'fastify', 'rate'),
  rate_vs_node_group_commit: ratio(plain, 'together', 'rate'),
  p99_vs_fastify_sqlite: ratio(steady, 'fastify', 'p99'),
  p99_vs_fastify_sqlite_closed: ratio(plain, 'fastify', 'p99'),
  rss_vs_fastify_sqlite: ratio(plain, 'fastify', 'memory'),
  cpu_us_per_booking: plain.ours.cpu.median,
  cpu_us_per_booking_fastify: plain.fastify.cpu.median,
  cpu_us_per_booking_node_group_commit: plain.together.cpu.median,
  bookings_per_second: plain.ours.rate.median,
  overbooked,
});
