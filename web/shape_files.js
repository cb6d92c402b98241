/** Files: where they are picked, and how each of them is shown. */
import { element, elementId, place, press } from './shape_element.js';
import { describedBy, explanations, fieldClass, labelOf } from './shape_fields.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

export function filePicker(node) {
  const attrs = {
    id: elementId(node.id),
    type: 'file',
    'data-node': node.id,
    'data-act': 'files',
    ...place(node),
    ...describedBy(node),
  };
  if (node.said) attrs['aria-label'] = node.said;
  if (node.level !== 1) attrs.multiple = '';
  if (node.accept) attrs.accept = node.accept;
  if (node.disabled) attrs.disabled = '';
  const label = labelOf(node);
  const parts = [label, ...explanations(node)];
  // What looks like a button is the label itself, or words of its own under it.
  if (node.value) parts.push(element('span', 'pick', { class: 'pick', 'aria-hidden': 'true' }, node.value));
  else label.attrs.class = 'pick';
  parts.push(element('input', 'control', attrs, []));
  const files = node.children ?? [];
  if (files.length > 0) parts.push(list('files', files));
  return element('div', node.id, { class: fieldClass('field picker', node) }, parts);
}

const list = (key, files) => element('ul', key, { class: 'files' }, files.map(file));

/** A file that stands on the page itself: a list of one. */
export const lonelyFile = (node) => list(node.id, [node]);

/** The page's image is set by previews.js: nothing of it is in the page model. */
function preview(node) {
  if (!node.value) return element('span', node.id, { class: 'sheet', 'aria-hidden': 'true' }, node.name ?? '');
  return element('img', node.id, { class: 'preview', alt: node.name ?? '', 'data-preview': node.value, decoding: 'async', ...place(node) }, []);
}

function file(node) {
  const parts = [
    ...(node.children ?? []).filter(({ role }) => role === 'preview').map(preview),
    element('span', 'name', { id: elementId(node.id), class: 'file-name', ...place(node) }, node.name ?? ''),
    element('span', 'hint', { class: 'hint' }, node.hint ?? ''),
  ];
  if (node.value) {
    const bar = { value: node.value, max: '100', 'aria-label': node.name ?? '' };
    parts.push(element('progress', 'bar', bar, ''));
  }
  if (node.error) parts.push(element('span', 'error', { class: 'error' }, node.error));
  parts.push(...(node.children ?? []).filter(({ role }) => role !== 'preview').map(press));
  return element('li', node.id, { class: node.error ? 'file invalid' : 'file' }, parts);
}
