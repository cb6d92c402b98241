// People who use everything at once while things break, and what must be true afterwards.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { changeAppointment, handIn, slotsOf } from './appointments.mjs';
import { Citizen } from './citizen.mjs';
import { History, assertExplained } from './history.mjs';
import { findLine } from './journey.mjs';
import { assertLedger } from './ledger.mjs';
import { assertLine, keepComing, keepServing, sit, step } from './line.mjs';
import { until } from './process.mjs';
import { clerks, lanes, programs } from './stack.mjs';

const BROKEN = /ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|no answer/;

/** Works until `stop()` is true or the backend has gone; what was answered with success is kept. */
export class Crowd {
  /** `firstSlot`: people choose among so many times from there on. */
  static async of(stack, { firstSlot = 0, slots = 30, line = true } = {}) {
    const crowd = new Crowd(stack);
    crowd.slots = (await slotsOf(stack.client(), stack.offices[0])).slice(firstSlot, firstSlot + slots);
    if (line) await crowd.openCounters();
    return crowd;
  }

  constructor(stack) {
    this.stack = stack;
    this.history = new History();
    this.line = new History();
    this.accepted = [];
    this.unanswered = [];
    this.windows = [];
    this.faults = 0;
  }

  async openCounters() {
    for (const [i, user] of [clerks.first, clerks.second, clerks.third].entries()) {
      const client = await this.stack.clerk(user);
      assert.equal((await sit(client, i + 1)).status, 200);
      this.windows.push([i + 1, client]);
    }
  }

  get done() {
    return this.accepted.length;
  }

  /** Hands dossiers in and changes their appointments, one after the other. */
  async #handIn(stop) {
    while (this.stack.backend.running && !stop()) {
      const citizen = new Citizen(this.stack.client());
      const slot = this.slots[Math.floor(Math.random() * this.slots.length)];
      try {
        if (await handIn(citizen, slot, this.history)) {
          this.accepted.push(citizen);
          await Promise.all([0, 1].map(() => changeAppointment(citizen, this.slots, this.history, { times: 2 })));
        } else if (citizen.signed) {
          this.unanswered.push(citizen);
        }
      } catch (error) {
        if (!BROKEN.test(String(error)) && !/Cannot read|undefined|50\d|429/.test(String(error))) throw error;
        this.faults++;
        if (!this.stack.backend.running) return;
      }
    }
  }

  async #serve(stop) {
    const office = this.stack.offices[0];
    while (this.windows.length > 0 && this.stack.backend.running && !stop()) {
      let coming = true;
      await Promise.all([
        keepComing(this.stack.client(), office, this.line, { times: 6 }).finally(() => (coming = false)),
        ...this.windows.map(([counter, client]) => keepServing(client, counter, this.line, () => coming && !stop())),
      ]);
      await this.finishCounters();
    }
  }

  /** Until `stop()`, or the backend is gone. */
  async work(stop = () => false) {
    await Promise.all([...Array.from({ length: 4 }, () => this.#handIn(stop)), this.#serve(stop)]);
  }

  /** Whoever stood at a counter when it broke is served to the end. */
  async finishCounters() {
    if (!this.stack.backend.running) return;
    await this.line.settle();
    for (const [counter, client] of this.windows) {
      let visit = await client.staff('GET', '/staff/line').then((answer) => answer.json?.here?.[0], () => null);
      for (const event of ['start', 'finish']) {
        if (!visit || (event === 'start' && visit.state !== 'called')) continue;
        const { answer } = await this.line.run(counter, event, visit.number, (key) => step(client, visit, event, key));
        visit = answer?.json?.here?.[0];
      }
    }
  }

  /** What got no answer is there once or not at all: its repetition decides. Everything answered is there. */
  async check({ clockJumped = false } = {}) {
    const client = this.stack.client();
    for (const citizen of [...this.accepted, ...this.unanswered]) citizen.client = client;
    for (const citizen of this.accepted) {
      const status = await citizen.status();
      assert.equal(status.status, 200, `${citizen.receipt.code}: ${status.text}`);
      const again = await citizen.handIn();
      assert.equal(again.text, citizen.text, 'the first answer, byte for byte');
    }
    const unknown = this.history.unknown + this.line.unknown;
    await this.history.settle();
    await this.line.settle();
    assert.equal(this.line.unknown, 0);
    for (const citizen of this.unanswered) {
      const again = await citizen.handIn();
      assert.ok([201, 409].includes(again.status), again.text);
      if (again.status === 201) {
        citizen.receipt = again.json;
        this.accepted.push(citizen);
      }
    }
    this.unanswered = [];
    const codes = this.accepted.map((citizen) => citizen.receipt.code);
    assert.equal(new Set(codes).size, codes.length);
    for (const citizen of this.accepted) await this.history.run(citizen.id, 'status', 0, () => citizen.appointment('status'));
    assertExplained(this.history, lanes, { clockJumped });
    await this.finishCounters();
    await Promise.all(this.windows.map(([counter, desk]) => keepServing(desk, counter, this.line, () => false)));
    const { tickets, calls } = assertLine(this.line);
    assert.equal(calls.size, tickets.size, 'everybody was called');
    // The receiver gets each dossier, once.
    await until('all to be delivered', async () => (await this.stack.received()).length >= codes.length, { timeoutMs: 60_000 });
    assert.deepEqual((await this.stack.received()).map((entry) => entry.code).sort(), [...codes].sort());
    const desk = await this.stack.clerk();
    for (const citizen of this.accepted.slice(0, 5)) {
      const found = await findLine(desk, citizen.receipt.code);
      const file = await desk.get(`/staff/dossiers/${found.id}/files/0`);
      assert.ok(file.bytes.equals(citizen.bytes[0]));
    }
    await this.stack.backend.stop();
    assertLedger(this.stack.data);
    assertLog(this.stack);
    return `${codes.length} dossiers, ${tickets.size} tickets, ${this.history.operations.length + this.line.operations.length} operations, ${unknown} of them without an answer`;
  }
}

/** The hash chain of every office's events holds. */
export function assertLog(stack) {
  const check = spawnSync(programs.backend, ['--check-log', '--data', stack.data, '--assets', stack.assets], { encoding: 'utf8' });
  assert.equal(check.status, 0, check.stdout + check.stderr);
}
