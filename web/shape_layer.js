/** What lies over the page: a message at the window's bottom, a question over everything. */
import { element, elementId, place, press, toneClass } from './shape_element.js';

/** @typedef {import('./types.js').Page} Page @typedef {import('./types.js').PageNode} PageNode */
/** @typedef {import('./types.js').Shape} Shape */

/**
 * @param {Page} page
 * @param {(nodes: PageNode[], depth: number) => Shape[]} shapesOf
 * @returns {Shape[]}
 */
export function layersOf(page, shapesOf) {
  const layers = [];
  if (page.toast) layers.push(toast(page.toast, Boolean(page.dialog)));
  if (page.dialog) layers.push(element('div', 'veil', { class: 'veil' }, [dialog(page.dialog, shapesOf)]));
  return layers;
}

const label = (node, attrs) => ({ ...attrs, 'data-place': `${node.id}#label` });

/** Said through the page's announcement, so that it is not a live region itself. */
function toast(node, behind) {
  const nameId = `${elementId(node.id)}-t`;
  const attrs = { id: elementId(node.id), class: 'toast', 'aria-labelledby': nameId, ...place(node) };
  if (behind) attrs.inert = '';
  const buttons = element('div', 'buttons', { class: 'toolbar' }, (node.children ?? []).map(press));
  return element('section', node.id, attrs, [element('p', 'name', label(node, { id: nameId }), node.name), buttons]);
}

function dialog(node, shapesOf) {
  const nameId = `${elementId(node.id)}-t`;
  const texts = (node.children ?? []).filter((child) => child.role === 'paragraph');
  const attrs = {
    id: elementId(node.id),
    class: toneClass('dialog', node),
    role: node.tone === 'warning' ? 'alertdialog' : 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': nameId,
    'data-escape': node.value,
    tabindex: '-1',
    ...place(node),
  };
  if (texts.length > 0) attrs['aria-describedby'] = texts.map((text) => elementId(text.id)).join(' ');
  const title = element('h2', 'name', label(node, { id: nameId }), node.name);
  return element('div', node.id, attrs, [title, ...shapesOf(node.children ?? [], 1)]);
}
