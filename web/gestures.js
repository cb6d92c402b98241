/** Turns presses, choices and picked files in the mirror into messages. */
import { describeFiles } from './files.js';

/** @typedef {import('./types.js').Send} Send */

/**
 * Escape answers a dialog with the button that loses nothing.
 * @param {HTMLElement} root
 * @param {Send} send
 * @param {{jump: (id: string) => void, files: import('./files.js').FileShelf}} parts
 */
export function listenToGestures(root, send, { jump, files }) {
  root.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-act]') : null;
    if (pressed) {
      onPress(event, pressed, send, jump);
      return;
    }
    const row = event.target instanceof Element ? event.target.closest('tr.pressable') : null;
    const link = row?.querySelector('[data-act=press]');
    if (link) send({ type: 'press', id: link.dataset.node });
  });
  root.ownerDocument.addEventListener('keydown', (event) => {
    const dialog = event.key === 'Escape' && !event.isComposing ? root.querySelector('[data-escape]') : null;
    if (!dialog) return;
    event.preventDefault();
    send({ type: 'press', id: dialog.dataset.escape });
  });
  root.addEventListener('change', async (event) => {
    const { act, node } = event.target.dataset;
    if (act === 'choose') send({ type: 'choose', id: node, option: event.target.value });
    if (act === 'toggle') send({ type: 'toggle', id: node, on: event.target.checked });
    if (act === 'files') {
      const picked = [...event.target.files];
      event.target.value = ''; // so that the same file can be picked again
      send({ type: 'files', id: node, files: await describeFiles(picked, files) });
    }
  });
}

function onPress(event, pressed, send, jump) {
  if (pressed.dataset.act === 'press') {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere && pressed.getAttribute('href')?.startsWith('/')) return; // in a tab or window of its own
    event.preventDefault();
    if (!pressed.hasAttribute('disabled')) send({ type: 'press', id: pressed.dataset.node });
  } else if (pressed.dataset.act === 'jump') {
    event.preventDefault();
    jump(pressed.getAttribute('href').slice('#f-'.length));
  }
}
