/**
 * Text as the browser's own fields give it: the value is adopted, keys are never
 * replayed, so that every input method works (Unikey, Telex on phones, IME composition).
 */

/** @typedef {import('./types.js').Send} Send */

/**
 * Sets a field's value only when the core wants another one, keeps the caret, and never
 * touches a field that is being composed in.
 * @param {HTMLInputElement} field
 * @param {string} value
 */
export function writeField(field, value) {
  if (field.dataset.composing || field.value === value) return;
  if (field.ownerDocument.activeElement !== field) {
    field.value = value;
    return;
  }
  const { selectionStart, selectionEnd } = field;
  field.value = value;
  if (selectionStart !== null && field.type !== 'email') field.setSelectionRange(selectionStart, selectionEnd);
}

const isField = (event) => event.target instanceof HTMLElement && event.target.dataset.act === 'field';

/**
 * Listens to the fields under `root`; the answer is the `send` that everything else must
 * use. A field that is left because the pointer went down elsewhere is committed when
 * the pointer is up again, or with the press that followed: its error may move what is
 * about to be pressed.
 * @param {HTMLElement} root
 * @param {Send} sendOn
 * @param {() => void} submit  Enter in a one-line field, after its value has been committed
 * @returns {Send}
 */
export function listenToFields(root, sendOn, submit) {
  const commits = new HeldCommits(sendOn);
  const send = (message) => {
    if (isPersons(message)) commits.release();
    sendOn(message);
  };
  const report = (field) => send({ type: 'input', id: field.dataset.node, value: field.value });
  root.addEventListener('input', (event) => {
    if (isField(event)) report(event.target);
  });
  root.addEventListener('compositionstart', (event) => {
    if (isField(event)) event.target.dataset.composing = 'yes';
  });
  root.addEventListener('compositionend', (event) => {
    if (!isField(event)) return;
    delete event.target.dataset.composing;
    report(event.target);
  });
  root.addEventListener('focusout', (event) => {
    if (!isField(event)) return;
    delete event.target.dataset.composing;
    commits.add(event.target);
  });
  root.addEventListener('keydown', (event) => {
    if (!isField(event)) return;
    event.stopPropagation(); // the painter's canvas must not see what is typed here
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || composing || event.target.localName === 'textarea') return;
    event.preventDefault();
    commits.add(event.target);
    submit();
  });
  return send;
}

const isPersons = ({ type }) => type === 'press' || type === 'choose' || type === 'toggle' || type === 'files';

class HeldCommits {
  #held = [];
  #pointerDown = false;

  constructor(send) {
    this.send = send;
    addEventListener('mousedown', () => (this.#pointerDown = true), { capture: true });
    addEventListener('mouseup', () => {
      this.#pointerDown = false;
      setTimeout(() => this.release()); // after the click, which comes in the same task
    });
  }

  add(field) {
    this.#held.push({ type: 'commit', id: field.dataset.node, value: field.value.normalize('NFC') });
    if (!this.#pointerDown) this.release();
  }

  release() {
    for (const message of this.#held.splice(0)) this.send(message);
  }
}
