// People and clerks at a line, with what they saw noted, and whether one line can explain it.
import assert from 'node:assert/strict';

export const bearer = (ticket) => ({ Authorization: `Bearer ${ticket}` });

/** POST /tickets: a ticket of nobody in particular. */
export const takeTicket = (client, office, key, { service = '', priority = '' } = {}) =>
  client.post('/tickets', { office, service, priority }, { once: key });

export const sit = (client, counter, services = []) => client.staff('PUT', '/staff/counter', { json: { counter, services } });
export const callNext = (client, key) => client.staff('POST', '/staff/line/next', { json: {}, once: key });
export const step = (client, visit, event, key, more = {}) =>
  client.staff('POST', '/staff/line/steps', { json: { visit: visit.visit, version: visit.version, event, ...more }, once: key });

/** Takes tickets until told to stop; each after the one before. */
export async function keepComing(client, office, history, { times, priority = '' }) {
  for (let i = 0; i < times; ++i) {
    const { operation } = await history.run('ticket', 'take', 0, (key) => takeTicket(client, office, key, { priority }));
    if (operation.type === 'unknown') return;
  }
}

/** Calls, starts and finishes, one visit after the other, until nobody waits any more and `more()` is false. */
export async function keepServing(client, counter, history, more) {
  for (;;) {
    const { operation, answer } = await history.run(counter, 'next', 0, (key) => callNext(client, key));
    if (operation.type === 'unknown') return;
    if (operation.type === 'fail' && operation.code === 'line_empty' && !more()) return;
    let visit = answer?.json?.here?.[0];
    for (const event of ['start', 'finish']) {
      if (!visit) break;
      const { operation: done, answer: after } = await history.run(counter, event, visit.number, (key) => step(client, visit, event, key));
      if (done.type === 'unknown') return;
      visit = after.json?.here?.[0];
    }
  }
}

const isBefore = (a, b) => a.first - b.first || a.arrived - b.arrived || a.number - b.number;

/**
 * Throws when no line explains the answers: numbers given out twice; somebody called twice or without a
 * ticket; somebody called although another, of less rank and with a ticket before that call was sent, was
 * called only after it was answered, or never; a counter that calls while it has somebody.
 * Everybody is called in less time than the fairness cap.
 */
export function assertLine({ operations }) {
  const ok = operations.filter(({ type }) => type === 'ok');
  const tickets = new Map();
  for (const { kind, json, invoked, ended } of ok) {
    if (kind !== 'take') continue;
    assert.ok(!tickets.has(json.number), `number ${json.number} was given out twice`);
    tickets.set(json.number, { number: json.number, arrived: json.arrived_at, first: json.priority.id ? 0 : 1, invoked, ended });
  }
  const calls = new Map();
  for (const operation of ok) {
    if (operation.kind !== 'next') continue;
    const { number } = operation.json.here[0];
    assert.ok(tickets.has(number), `${number} was called and has no ticket`);
    assert.ok(!calls.has(number), `${number} was called twice`);
    calls.set(number, operation);
  }
  for (const [number, call] of calls) {
    for (const other of tickets.values()) {
      if (other.ended > call.invoked || isBefore(other, tickets.get(number)) >= 0) continue;
      const its = calls.get(other.number);
      assert.ok(its && its.invoked < call.ended, `${number} was called before ${other.number}, whose turn it was`);
    }
  }
  for (const [counter, own] of Map.groupBy(ok.filter(({ kind }) => kind === 'next' || kind === 'finish'), ({ subject }) => subject)) {
    const nexts = own.filter(({ kind }) => kind === 'next').sort((a, b) => a.ended - b.ended);
    for (const [i, next] of nexts.slice(1).entries()) {
      // Another window's answer may arrive before that of the finish which it came after.
      const isBetween = ({ kind, invoked, ended }) => kind === 'finish' && invoked < next.ended && ended > nexts[i].invoked;
      assert.ok(next.invoked <= nexts[i].ended || own.some(isBetween), `counter ${counter} called while it had somebody`);
    }
  }
  return { tickets, calls };
}
