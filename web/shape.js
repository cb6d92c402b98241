/**
 * A page as HTML, as values: which element stands for which node. Pure; patch.js makes
 * it real, in the browser and at build time.
 *
 * Attributes that the rest of this folder relies on:
 *   id="f-<node id>"       where focus requests and error links go
 *   data-node, data-act    what pressing or typing there means (see gestures.js)
 *   data-place="<node id>" lies on the painter's rectangle of that node in overlay mode
 */
import { checkbox, choiceGroup, errorSummary, textField } from './shape_fields.js';
import { element, elementId, place, press, toneClass } from './shape_element.js';
import { taskList } from './shape_tasks.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

/** @param {PageNode[]} nodes @param {number} [depth] of groups around them @returns {Shape[]} */
export function shapesOf(nodes, depth = 0) {
  return nodes.map((node) => {
    const make = makers[node.role] ?? paragraph;
    const shape = make(node, depth);
    // A field's error is in the page's language, whatever its label is in.
    if (node.lang && !FIELDS.has(node.role)) shape.attrs.lang = node.lang;
    return shape;
  });
}

const FIELDS = new Set(['text_field', 'text_area', 'choice_group', 'check_group', 'checkbox', 'file_picker']);
/** What has nodes like a page's inside. */
const HOLDERS = new Set(['notice', 'group', 'toolbar']);

/** @type {Record<string, (node: PageNode, depth: number) => Shape>} */
const makers = {
  heading,
  paragraph,
  notice,
  progress,
  text_field: textField,
  text_area: textField,
  choice_group: choiceGroup,
  check_group: choiceGroup,
  checkbox,
  button: press,
  link: press,
  task_list: taskList,
  error_summary: errorSummary,
  group,
  toolbar,
};

let isWhole = false;

/** What no first page shows comes later (shape_later.js). @param {Record<string, (node: PageNode) => Shape>} more */
export function addShapes(more) {
  Object.assign(makers, more);
  isWhole = true;
}

/** Whether all of these can be shown by now. @param {PageNode[]} [nodes] @returns {boolean} */
export const canShape = (nodes = []) => isWhole || nodes.every(({ role, children }) => role in makers && (!HOLDERS.has(role) || canShape(children)));

/** Where a dossier's code stands among other words, it is not broken while a line has room for it. */
function heading(node) {
  const level = Math.min(Math.max(node.level ?? 1, 1), 3);
  const [before, code, after] = (node.name ?? '').split(/(\d+-\d{6}-\d{4})/);
  const parts = [element('span', 'before', {}, before), element('span', 'code', { class: 'code' }, code ?? ''), element('span', 'after', {}, after ?? '')];
  return element(`h${level}`, node.id, { id: elementId(node.id), tabindex: '-1', ...place(node) }, code ? parts : (node.name ?? ''));
}

function paragraph(node) {
  const attrs = { id: elementId(node.id), class: toneClass('text', node), ...place(node) };
  return element('p', node.id, attrs, node.name);
}

function notice(node) {
  const parts = [];
  if (node.name) parts.push(element('p', 'name', { class: 'notice-name' }, node.name));
  if (node.value) parts.push(element('p', 'value', { class: 'notice-text' }, node.value));
  parts.push(...shapesOf(node.children ?? []));
  const attrs = { id: elementId(node.id), class: toneClass('notice', node), tabindex: '-1', ...place(node) };
  return element('div', node.id, attrs, parts);
}

function progress(node) {
  const bar = { value: String(node.level ?? 0), max: node.value || '1', 'aria-hidden': 'true' };
  return element('div', node.id, { class: 'progress' }, [
    element('p', 'name', { id: elementId(node.id), ...place(node) }, node.name),
    element('progress', 'bar', bar, ''),
  ]);
}

function group(node, depth) {
  const attrs = { class: toneClass('group', node) };
  const inner = shapesOf(node.children ?? [], depth + 1);
  if (!node.name) return element('div', node.id, { id: elementId(node.id), ...attrs }, inner);
  const title = { id: elementId(node.id), class: 'group-title', tabindex: '-1', ...place(node) };
  inner.unshift(element(depth === 0 ? 'h2' : 'h3', `${node.id} title`, title, node.name));
  return element('section', node.id, { 'aria-labelledby': elementId(node.id), ...attrs }, inner);
}

function toolbar(node) {
  return element('div', node.id, { class: 'toolbar' }, shapesOf(node.children ?? []));
}
