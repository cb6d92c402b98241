/** Calendars, charts and maps: what a person reads at a glance, and as a table or a list. */
import { element, elementId, place, press } from './shape_element.js';
import { table } from './shape_lists.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

/** A table of buttons: the days, under the weekdays' names. */
export function calendar(node) {
  const [head, ...weeks] = node.children ?? [];
  const titleId = `${elementId(node.id)}-t`;
  const hintId = `${elementId(node.id)}-h`;
  const heads = (head?.children ?? []).map((cell) => element('th', cell.id, { scope: 'col', 'aria-label': cell.value ?? '' }, cell.name ?? ''));
  const rows = weeks.map((week) => element('tr', week.id, {}, (week.children ?? []).map((day) => element('td', day.id, {}, [dayButton(day)]))));
  const table = element('table', 'table', { class: 'days', 'aria-labelledby': titleId }, [
    element('thead', 'head', {}, [element('tr', 'row', {}, heads)]),
    element('tbody', 'body', {}, rows),
  ]);
  const attrs = { id: elementId(node.id), class: 'calendar', role: 'group', tabindex: '-1', 'aria-labelledby': titleId };
  if (node.hint) attrs['aria-describedby'] = hintId;
  return element('div', node.id, attrs, [
    element('p', 'title', { id: titleId, class: 'figure-title' }, node.name ?? ''),
    element('p', 'hint', { id: hintId, class: 'hint' }, node.hint ?? ''),
    table,
  ]);
}

/** What is said of it is the whole day; what is seen, its number and its state. */
function dayButton(node) {
  const attrs = {
    id: elementId(node.id),
    class: `day tone-${node.tone ?? 'normal'}`,
    type: 'button',
    'data-node': node.id,
    'data-act': 'press',
    ...place(node),
  };
  if (node.disabled) attrs.disabled = '';
  if (!node.disabled || node.selected) attrs['aria-pressed'] = String(Boolean(node.selected));
  if (node.level === 1) attrs['aria-current'] = 'date';
  return element('button', node.id, attrs, [
    element('span', 'said', { class: 'unseen' }, node.value ?? ''),
    element('span', 'number', { class: 'day-number', 'aria-hidden': 'true' }, node.name ?? ''),
    element('span', 'state', { class: 'day-state', 'aria-hidden': 'true' }, node.hint ?? ''),
  ]);
}

/** A drawing, and the table it stands for: always there to be read aloud, seen when it is asked for. */
export function chart(node) {
  const titleId = `${elementId(node.id)}-t`;
  const [axis, head, ...rest] = node.children ?? [];
  const rows = rest.filter((child) => child.role === 'row');
  const ticks = axis?.children ?? [];
  const most = Math.max(1, Number(ticks.at(-1)?.value ?? 1));
  const parts = [element('p', 'title', { id: titleId, class: 'figure-title', 'data-place': `${node.id}#label` }, node.name ?? '')];
  if (node.hint) parts.push(element('p', 'hint', { class: 'hint', 'data-place': `${node.id}#hint` }, node.hint));
  const legend = (head?.children ?? []).slice(1);
  const drawing = node.value === 'bar' ? bars(rows, ticks, most) : lines(rows, ticks, most);
  if (legend.length > 1) {
    const sample = (series) => element('span', 'sample', { class: `sample series-${series}` }, '');
    drawing.unshift(element('div', 'legend', { class: 'chart-legend' }, legend.map((cell, series) => element('span', cell.id, {}, [sample(series), element('span', 'name', {}, cell.name ?? '')]))));
  }
  parts.push(element('div', 'plot', { class: `plot plot-${node.value}`, 'aria-hidden': 'true' }, drawing));
  for (const child of rest.filter(({ role }) => role === 'button')) parts.push(toggle(child, node.selected));
  parts.push(twin(node, titleId, [head, ...rows].filter(Boolean)));
  const attrs = { id: elementId(node.id), class: node.selected ? 'chart open' : 'chart', role: 'group', tabindex: '-1', 'aria-labelledby': titleId };
  return element('div', node.id, attrs, parts);
}

function toggle(node, open) {
  const button = press(node);
  button.attrs['aria-expanded'] = open ? 'true' : 'false';
  return button;
}

function twin(node, titleId, children) {
  const shape = table({ id: `${node.id}-table`, role: 'table', children });
  shape.attrs['data-place'] = node.selected ? `${node.id}#table` : node.id;
  for (const named of [shape, ...shape.children]) named.attrs['aria-labelledby'] = titleId;
  if (!node.selected) delete shape.attrs.tabindex; // nothing to scroll
  return shape;
}

/** One row under the other; the picture is a hundred units wide and stretches. */
function bars(rows, ticks, most) {
  const scale = element('div', 'scale', { class: 'scale' }, ticks.map((tick) => element('span', tick.id, {}, tick.name ?? '')));
  const head = element('div', 'axis', { class: 'bar-row' }, [element('span', 'label', {}, ''), element('div', 'bars', {}, [element('div', 'line', { class: 'bar-line' }, [scale])])]);
  const drawn = rows.map((row) => {
    const [label, ...numbers] = row.children ?? [];
    const each = numbers.map((cell, series) => {
      const width = (100 * Number(cell.value)) / most;
      const box = { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none' };
      return element('div', cell.id, { class: 'bar-line' }, [
        element('svg', 'bar', box, [element('path', 'path', { class: `series-${series}`, d: `M0 0h${width}v10h-${width}z` }, [])]),
        element('span', 'number', {}, cell.name ?? ''),
      ]);
    });
    return element('div', row.id, { class: 'bar-row' }, [element('span', 'label', {}, label?.name ?? ''), element('div', 'bars', {}, each)]);
  });
  return [head, ...drawn];
}

/** Ticks beside the picture and labels under it are words of the page, so that they keep their size. */
function lines(rows, ticks, most) {
  const series = Math.max(0, ...rows.map((row) => (row.children ?? []).length - 1));
  const x = (at) => (100 * at + 50) / rows.length; // the middle of its label
  const path = (one) => rows.map((row, at) => `${at ? 'L' : 'M'}${x(at)} ${100 - (100 * Number(row.children?.[one + 1]?.value ?? 0)) / most}`).join('');
  const levels = ticks.map((tick) => `M0 ${100 - (100 * Number(tick.value)) / most}H100`).join('');
  const drawn = [element('path', 'levels', { class: 'levels', d: levels }, [])];
  for (let one = 0; one < series; one += 1) drawn.push(element('path', `line ${one}`, { class: `line series-${one}`, d: path(one) }, []));
  const box = { class: 'lines', viewBox: '0 0 100 100', preserveAspectRatio: 'none' };
  // As many labels as a phone has room for: the first and every so many after it.
  const step = Math.max(1, Math.ceil(rows.length / 6));
  const labels = rows.map((row, at) => element('span', row.id, {}, at % step === 0 ? (row.children?.[0]?.name ?? '') : ''));
  return [
    element('div', 'ticks', { class: 'ticks' }, ticks.map((tick) => element('span', tick.id, {}, tick.name ?? '')).reverse()),
    element('svg', 'lines', box, drawn),
    element('div', 'labels', { class: 'labels' }, labels),
  ];
}

/** Only a picture of the list that follows it: pins are pressed by pointer, the list by everybody. */
export function map(node) {
  const pins = (node.children ?? []).map(pin);
  const scale = (360 * (node.level ?? 0)) / 1000;
  const attrs = { id: elementId(node.id), class: 'map-panel', viewBox: '0 0 360 240', role: 'img', 'aria-label': node.name ?? '', ...place(node) };
  const bar = { class: 'map-bar', viewBox: '0 0 360 12', 'aria-hidden': 'true' };
  return element('div', node.id, { class: 'map' }, [
    element('p', 'title', { class: 'figure-title', 'aria-hidden': 'true' }, node.name ?? ''),
    element('p', 'north', { class: 'map-north', 'aria-hidden': 'true' }, `${node.value ?? ''} ↑`),
    element('svg', 'panel', attrs, pins),
    element('svg', 'bar', bar, [element('path', 'bar', { d: `M1 1v10M1 6h${scale}m0 -5v10` }, [])]),
    element('p', 'scale', { class: 'map-scale', 'aria-hidden': 'true' }, node.hint ?? ''),
  ]);
}

function pin(node) {
  const [x, y] = (node.value ?? '').split(' ').map(Number);
  const at = `translate(${(360 * x) / 1000} ${(240 * y) / 1000})`;
  const attrs = { class: node.selected ? 'pin selected' : 'pin', transform: at, 'data-node': node.id, 'data-act': 'press' };
  return element('g', node.id, attrs, [
    element('circle', 'reach', { class: 'pin-reach', r: '24' }, []),
    element('circle', 'ring', { class: 'pin-ring', r: '19' }, []),
    element('circle', 'disc', { class: 'pin-disc', r: '15' }, []),
    element('text', 'number', { y: '5' }, node.name ?? ''),
  ]);
}
