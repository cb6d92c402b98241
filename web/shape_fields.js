/** Everything a person fills in, with its label, hint and error tied to it. */
import { element, elementId, langOf, place, press } from './shape_element.js';

/** @typedef {import('./types.js').PageNode} PageNode @typedef {import('./types.js').Shape} Shape */

const hintId = (id) => `${elementId(id)}-h`;
const errorId = (id) => `${elementId(id)}-e`;

/** Where the painter says that a part of a field lies: "id#label", "id#hint", "id#error". */
const part = (node, name, attrs) => ({ ...attrs, ...(name === 'error' ? {} : langOf(node.lang)), 'data-place': `${node.id}#${name}` });
export const labelOf = (node) => element('label', 'label', part(node, 'label', { for: elementId(node.id) }), node.name ?? '');

/** Hint (when there is one) and error (always there, so that it can be filled in place). */
export function explanations(node) {
  const parts = [];
  if (node.hint) parts.push(element('span', 'hint', part(node, 'hint', { id: hintId(node.id), class: 'hint' }), node.hint));
  parts.push(element('span', 'error', part(node, 'error', { id: errorId(node.id), class: 'error' }), node.error ?? ''));
  return parts;
}

export function describedBy(node) {
  const ids = node.hint ? `${hintId(node.id)} ${errorId(node.id)}` : errorId(node.id);
  return { 'aria-describedby': ids, 'aria-invalid': node.error ? 'true' : 'false' };
}

export const fieldClass = (name, node) => (node.error ? `${name} invalid` : name);

export function textField(node) {
  const area = node.role === 'text_area';
  const control = element(area ? 'textarea' : 'input', 'control', textAttributes(node, area), area ? [] : '');
  control.value = node.value ?? '';
  return element('div', node.id, { class: fieldClass('field', node) }, [labelOf(node), ...explanations(node), control]);
}

function textAttributes(node, area) {
  const attrs = {
    id: elementId(node.id),
    'data-node': node.id,
    'data-act': 'field',
    ...place(node),
    ...describedBy(node),
    autocomplete: node.autocomplete || 'off',
    spellcheck: 'false',
  };
  if (area) attrs.rows = '3';
  else attrs.type = inputType(node.type);
  if (node.mode) attrs.inputmode = node.mode;
  else if (node.type === 'date-text') attrs.inputmode = 'numeric';
  if (node.capitalize) attrs.autocapitalize = node.capitalize;
  if (node.enter) attrs.enterkeyhint = node.enter;
  if (node.width_chars && !area) attrs.size = String(node.width_chars);
  if (node.required) attrs.required = '';
  if (node.disabled) attrs.disabled = '';
  return attrs;
}

const inputType = (type) => (['password', 'tel', 'email'].includes(type) ? type : 'text');

/** A choice of one (radio buttons), or of several (check boxes). */
export function choiceGroup(node) {
  const several = node.role === 'check_group';
  const attrs = { id: elementId(node.id), class: fieldClass('choices', node), ...describedBy(node) };
  if (several) delete attrs['aria-invalid']; // a group of check boxes has no such state
  else attrs.role = 'radiogroup';
  if (node.required && !several) attrs['aria-required'] = 'true';
  const legend = element('legend', 'legend', part(node, 'label', {}), node.name ?? '');
  const options = (node.children ?? []).map((option) => choice(node, option, several));
  return element('fieldset', node.id, attrs, [legend, ...explanations(node), ...options]);
}

function choice(group, option, several) {
  const id = `${group.id}/${option.id}`;
  const attrs = several
    ? { id: elementId(id), type: 'checkbox', 'data-node': id, 'data-act': 'toggle', 'data-place': id }
    : {
        id: elementId(id),
        type: 'radio',
        name: elementId(group.id),
        value: option.id,
        'data-node': group.id,
        'data-act': 'choose',
        'data-place': id,
      };
  if (option.hint) attrs['aria-describedby'] = hintId(id);
  if (option.disabled || group.disabled) attrs.disabled = '';
  const control = element('input', 'control', attrs, []);
  control.checked = several ? Boolean(option.selected) : group.value === option.id;
  const parts = [control, element('label', 'label', { for: elementId(id) }, option.name ?? '')];
  if (option.hint) parts.push(element('span', 'hint', { id: hintId(id), class: 'hint' }, option.hint));
  return element('div', option.id, { class: 'choice', ...langOf(option.lang) }, parts);
}

export function checkbox(node) {
  const attrs = {
    id: elementId(node.id),
    type: 'checkbox',
    'data-node': node.id,
    'data-act': 'toggle',
    ...place(node),
    ...describedBy(node),
  };
  if (node.required) attrs.required = '';
  if (node.disabled) attrs.disabled = '';
  const control = element('input', 'control', attrs, []);
  control.checked = Boolean(node.selected);
  return element('div', node.id, { class: fieldClass('choice check', node) }, [control, labelOf(node), ...explanations(node)]);
}

export function errorSummary(node) {
  const titleId = `${elementId(node.id)}-t`;
  const links = (node.children ?? []).map((child) => element('li', child.id, {}, [press(child)]));
  const attrs = { id: elementId(node.id), class: 'errors', role: 'group', tabindex: '-1', 'aria-labelledby': titleId };
  return element('div', node.id, { ...attrs, ...place(node) }, [
    element('h2', 'title', { id: titleId }, node.name ?? ''),
    element('ul', 'list', {}, links),
  ]);
}
