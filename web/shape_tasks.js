/** Things to do, or to choose from, each with its state. */
import { addressOf, element, elementId, langOf, place, toneClass } from './shape_element.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

export function taskList(node) {
  const attrs = { id: elementId(node.id), class: 'tasks' };
  if (node.name) attrs['aria-label'] = node.name;
  return element('ul', node.id, attrs, (node.children ?? []).map(task));
}

/** Its state is said with the name, so that a list of links makes sense by itself. */
function task(node) {
  const stateId = `${elementId(node.id)}-s`;
  const hintId = `${elementId(node.id)}-h`;
  const attrs = { id: elementId(node.id), class: 'task-name', ...langOf(node.lang), ...place(node) };
  const described = [node.hint ? hintId : '', node.value ? stateId : ''].join(' ').trim();
  if (described) attrs['aria-describedby'] = described;
  if (!node.disabled) Object.assign(attrs, { href: addressOf(node.id), 'data-node': node.id, 'data-act': 'press' });
  else delete attrs['aria-describedby'];
  const parts = [element(node.disabled ? 'span' : 'a', 'name', attrs, node.name ?? '')];
  if (node.hint) parts.push(element('span', 'hint', { id: hintId, class: 'hint', ...langOf(node.lang) }, node.hint));
  if (node.value) parts.push(element('span', 'state', { id: stateId, class: toneClass('state', node) }, node.value));
  return element('li', node.id, { class: node.disabled ? 'task disabled' : 'task' }, parts);
}
