// People who hand in and change their minds, with everything they see noted in a history.
import { today } from './citizen.mjs';

/** Holds the slot and hands in; false: it was full, or nobody knows whether it was. */
export async function handIn(citizen, slot, history) {
  citizen.slot = slot;
  const { answer: held } = await history.run(citizen.id, 'hold', slot.starts_at, (key) => citizen.hold(slot, key));
  if (held?.status !== 201) return false;
  citizen.booking = held.json.booking;
  citizen.files = [];
  for (const bytes of citizen.bytes) citizen.files.push(await citizen.upload(bytes));
  await citizen.envelope();
  const { answer } = await history.run(citizen.id, 'confirm', slot.starts_at, (key) => citizen.handIn(citizen.signed, (citizen.handInKey = key)));
  if (answer?.status !== 201) return false;
  citizen.receipt = answer.json;
  citizen.text = answer.text;
  return true;
}

/** Moves, asks and sometimes cancels, `times` times or until the connection breaks. */
export async function changeAppointment(citizen, slots, history, { times }) {
  for (let i = 0; i < times; ++i) {
    const draw = Math.random();
    const at = slots[Math.floor(Math.random() * slots.length)].starts_at;
    const [kind, more] = draw < 0.6 ? ['move', { starts_at: at }] : draw < 0.85 ? ['status', {}] : ['cancel', {}];
    const { operation } = await history.run(citizen.id, kind, at, (key) => citizen.appointment(kind, more, key));
    if (operation.type === 'unknown') return;
  }
}

/** The office's times from now on, each with its office. */
export async function slotsOf(client, office) {
  const { slots } = (await client.get(`/slots?office=${office}&from=${today()}&days=14`)).json;
  return slots.map((slot) => ({ ...slot, office }));
}
