// The mirror, the painter and the fields without an application: shows any page, and keeps
// the messages that come back. A stand-in keeps typed values, as the core does.
import { Assets } from '../../../web/assets.js';
import { listenToFields, writeField } from '../../../web/fields.js';
import { FileShelf } from '../../../web/files.js';
import { listenToGestures } from '../../../web/gestures.js';
import { Mirror } from '../../../web/mirror.js';
import { showPreviews } from '../../../web/previews.js';
import { Screen } from '../../../web/screen.js';
import { addShapes } from '../../../web/shape.js';
import { Speaker } from '../../../web/speak.js';

const messages = [];
let page = null;

function setValue(nodes, id, value) {
  return nodes?.map((node) => ({
    ...node,
    ...(node.id === id ? { value } : {}),
    ...(node.children ? { children: setValue(node.children, id, value) } : {}),
  }));
}

function take(message) {
  messages.push(message);
  if (message.type !== 'input' && message.type !== 'commit') return;
  page = { ...page, main: setValue(page.main, message.id, message.value) };
  screen.show(page);
}

const root = document.getElementById('mirror');
const mirror = new Mirror(document);
mirror.writeValue = writeField;
const send = listenToFields(root, take, () => take({ type: 'submit' }));
const assets = await Assets.load();
addShapes((await assets.later()).laterShapes);
const screen = new Screen({ assets, mirror, send, speaker: new Speaker(document) });
const files = new FileShelf();
listenToGestures(root, send, { jump: (id) => screen.focus(id), files });
document.documentElement.dataset.running = '';

globalThis.gallery = {
  messages,
  prepare: () => screen.prepare(),
  show: (next) => {
    screen.show((page = next));
    showPreviews(root, files);
  },
  /** As if a picture of this size had been picked: handles are given from 1 up. */
  async pick(handle, width, height) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d').fillRect(0, 0, width, height / 2);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    while (files.keep(new File([blob], 'a.png')) < handle);
    showPreviews(root, files);
  },
  drop: (handle) => files.drop([handle]),
};
