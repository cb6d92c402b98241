/** Answers, tables, codes and what has happened: what a person reads. */
import { element, elementId, langOf, place, press, toneClass } from './shape_element.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

export function summary(node) {
  const attrs = { id: elementId(node.id), class: 'summary' };
  return element('dl', node.id, attrs, (node.children ?? []).map(summaryRow));
}

function summaryRow(node) {
  const parts = [
    element('dt', 'question', { ...langOf(node.lang), 'data-place': node.id }, node.name ?? ''),
    element('dd', 'answer', { id: elementId(node.id), class: 'answer', ...langOf(node.value_lang) }, node.value ?? ''),
  ];
  if (node.hint) parts.push(element('dd', 'hint', { class: 'hint' }, node.hint));
  const links = node.children ?? [];
  if (links.length > 0) parts.push(element('dd', 'links', { class: 'links' }, links.map((link) => changeLink(node, link))));
  return element('div', node.id, { class: toneClass('summary-row', node) }, parts);
}

/** "Sửa" alone says nothing in a list of links: the question is part of its name. */
function changeLink(row, node) {
  const shape = press(node);
  if (!node.value && !node.name?.includes(row.name ?? '')) shape.attrs['aria-label'] = `${node.name}: ${row.name}`;
  return shape;
}

export function table(node) {
  const [head, ...rows] = node.children ?? [];
  const parts = [];
  if (node.name) parts.push(caption(node));
  if (head) {
    const cells = (head.children ?? []).map(headCell);
    parts.push(element('thead', 'head', {}, [element('tr', head.id, {}, cells)]));
    parts.push(element('tbody', 'body', {}, rows.map((row) => tableRow(row, head))));
  }
  const frame = { id: elementId(node.id), class: 'table', role: 'region', tabindex: '0' };
  if (node.name) frame['aria-label'] = node.name;
  return element('div', node.id, { ...frame, ...place(node) }, [element('table', 'table', {}, parts)]);
}

/** The words before the columns to sort by are seen only where these are buttons, at the caption's end. */
function caption(node) {
  if (!node.hint) return element('caption', 'caption', {}, node.name);
  return element('caption', 'caption', {}, [element('span', 'name', {}, node.name), element('span', 'hint', { class: 'hint sort-by' }, node.hint)]);
}

/** A column that can be sorted by has a button in its head; which way it is sorted is said with the head. */
function headCell(cell) {
  if (!cell.link) return element('th', cell.id, { scope: 'col' }, cell.name ?? '');
  const attrs = { scope: 'col', class: 'sortable' };
  if (cell.value) attrs['aria-sort'] = cell.value;
  return element('th', cell.id, attrs, [press({ id: cell.id, role: 'button', name: cell.name })]);
}

/** A row that can be pressed carries its link in its first cell. */
function tableRow(row, head) {
  const cells = (row.children ?? []).map((cell, at) => {
    const label = head.children?.[at]?.name ?? '';
    const attrs = { 'data-label': label };
    if (at > 0 || !row.link) return element('td', cell.id, attrs, cell.name ?? '');
    const link = { id: elementId(row.id), href: '#', 'data-node': row.id, 'data-act': 'press', ...place(row) };
    return element('td', cell.id, attrs, [element('a', 'link', link, cell.name ?? '')]);
  });
  return element('tr', row.id, row.link ? { class: 'pressable' } : {}, cells);
}

export function qr(node) {
  const rows = (node.value ?? '').split('\n').filter(Boolean);
  const path = rows.flatMap((row, y) => [...row].map((dot, x) => (dot === '1' ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const size = rows.length + 8; // four modules of white around it, as the standard asks
  const attrs = {
    id: elementId(node.id),
    class: 'qr',
    role: 'img',
    'aria-label': node.name ?? '',
    viewBox: `-4 -4 ${size} ${size}`,
    ...place(node),
  };
  return element('svg', node.id, attrs, [
    element('path', 'paper', { class: 'qr-paper', d: `M-4 -4h${size}v${size}h-${size}z` }, []),
    element('path', 'dots', { class: 'qr-dots', d: path }, []),
  ]);
}

export function timeline(node) {
  const attrs = { id: elementId(node.id), class: 'timeline' };
  if (node.name) attrs['aria-label'] = node.name;
  return element('ol', node.id, attrs, (node.children ?? []).map(timelineStep));
}

function timelineStep(node) {
  const parts = [element('span', 'name', { class: 'step-name' }, node.name ?? '')];
  if (node.hint) parts.push(element('span', 'hint', { class: 'hint' }, node.hint));
  if (node.value) parts.push(element('span', 'value', { class: 'step-text' }, node.value));
  return element('li', node.id, { id: elementId(node.id), class: toneClass('step', node), ...place(node) }, parts);
}
