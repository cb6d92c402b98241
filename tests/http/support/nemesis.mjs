// What goes wrong while people work: killed, stopped, no room on the disk, a clock that jumps, thousands of idle
// connections. Each gives a sentence with its figures after everything that has to hold was found to hold.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { Crowd } from './crowd.mjs';
import { until } from './process.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** SIGKILL at random moments, when some dossiers more were accepted. */
export async function kills(stack, times) {
  // Each leaves held seats behind that nobody will confirm.
  const crowd = await Crowd.of(stack, { slots: 20 + times });
  for (let i = 0; i < times; ++i) {
    const working = crowd.work();
    const enough = crowd.done + 1 + Math.floor(Math.random() * 4);
    await until('some dossiers to be accepted', () => crowd.done >= enough || !stack.backend.running);
    await pause(Math.random() * 30);
    await stack.killBackend();
    await working;
    await stack.startBackend();
    await crowd.finishCounters();
    for (const client of stack.clients.splice(0)) if (!crowd.windows.some(([, desk]) => desk === client)) client.close();
  }
  assert.ok(crowd.done >= times, `only ${crowd.done} were accepted`);
  return crowd.check();
}

/** SIGSTOP for a while, then SIGCONT. */
export async function stops(stack, times) {
  const crowd = await Crowd.of(stack, { slots: 30 + times });
  let over = false;
  const working = crowd.work(() => over);
  for (let i = 0; i < times; ++i) {
    const enough = crowd.done + 1;
    await until('a dossier to be accepted', () => crowd.done >= enough);
    stack.backend.child.kill('SIGSTOP');
    await pause(100 + Math.random() * 400);
    stack.backend.child.kill('SIGCONT');
  }
  over = true;
  await working;
  return crowd.check();
}

/** The disk takes some bytes more and then nothing, until there is room again. Every second time it is killed meanwhile. */
export async function fullDisks(stack, times) {
  const crowd = await Crowd.of(stack, { slots: 30 + 3 * times });
  let refused = 0;
  for (let i = 0; i < times; ++i) {
    let over = false;
    const working = crowd.work(() => over);
    const enough = crowd.done + 2;
    await until('some dossiers to be accepted', () => crowd.done >= enough);
    stack.setFaults({ diskBytes: Math.floor(Math.random() * 200_000) });
    const before = crowd.history.operations.length;
    await until('somebody to be refused', () => crowd.history.operations.slice(before).some(({ type }) => type === 'unknown') || crowd.faults > 0);
    refused++;
    // What is only read is still told.
    assert.equal((await stack.client().get('/offices')).status, 200);
    if (i % 2 === 1) await stack.killBackend();
    stack.setFaults({});
    if (i % 2 === 1) {
      await working;
      await stack.startBackend();
    } else {
      const more = crowd.done + 2;
      await until('work to go on by itself', () => crowd.done >= more);
      over = true;
      await working;
    }
    await crowd.finishCounters();
  }
  return `${refused} times full; ${await crowd.check()}`;
}

/** The wall clock jumps forward and back while people work, and once while the backend is not there. */
export async function clockJumps(stack, times) {
  // Away from midnight and from times that begin.
  const crowd = await Crowd.of(stack, { firstSlot: 40, slots: 30 + 5 * times, line: false });
  for (let i = 0; i < times; ++i) {
    let over = false;
    const working = crowd.work(() => over);
    for (const clockSecs of [20 * 60, 0, -20 * 60, 0]) {
      stack.setFaults({ clockSecs });
      const enough = crowd.done + 2;
      await until('dossiers to be accepted at another time', () => crowd.done >= enough);
    }
    over = true;
    await working;
    // It is delivered although the time of now has been before.
    await until('all to be delivered', async () => (await stack.received()).length >= crowd.done, { timeoutMs: 60_000 });
    await stack.killBackend();
    stack.setFaults({ clockSecs: i % 2 === 0 ? -10 * 60 : 10 * 60 });
    await stack.startBackend();
  }
  return crowd.check({ clockJumped: true });
}

/** So many connections that say nothing while people work. */
export async function idleConnections(stack, count) {
  const crowd = await Crowd.of(stack);
  const sockets = [];
  let closed = 0;
  for (let i = 0; i < count; ++i) {
    const socket = connect(stack.nginxPort ?? stack.backendPort, '127.0.0.1');
    socket.on('error', () => {});
    socket.on('close', () => ++closed);
    sockets.push(socket);
  }
  let over = false;
  const working = crowd.work(() => over);
  await until('dossiers to be accepted beside them', () => crowd.done >= 8, { timeoutMs: 60_000 });
  over = true;
  await working;
  for (const socket of sockets) socket.destroy();
  return `${count} connections, ${closed} closed meanwhile; ${await crowd.check()}`;
}
